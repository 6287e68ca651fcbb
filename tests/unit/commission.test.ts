/** Work of several steps by an agent, against a server that does as it is told. The sessions are invented. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import type { CommissionStep } from '../../src/studied.ts';
import { modelServer, type ModelReply, type ModelRequest, type ModelServer } from '../fakes/model-server.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const open: (Rapporteur | ModelServer)[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function workingWith(reply: (request: ModelRequest, nth: number) => ModelReply) {
  const server = await modelServer(reply, { streams: false });
  const rapporteur = await rapporteurIn(temporaryFolder(), { CHAT_MODEL: 'lent', OPENAI_BASE_URL: server.url });
  open.push(rapporteur, server);
  await rapporteur.ingest([recordOf(harbour, orchard)]);
  return { rapporteur, server };
}

let replies = 0;
/** A reply that calls a tool; a server gives each an id of its own. */
function calls(name: string, given: object, tokens = 100): ModelReply {
  replies += 1;
  const call = { id: `call_${replies}`, type: 'function', function: { name, arguments: JSON.stringify(given) } };
  const message = { role: 'assistant', content: null, tool_calls: [call] };
  return { sends: bodyOf(message, tokens), type: 'application/json' };
}

function bodyOf(message: object, tokens: number): string {
  const usage = { prompt_tokens: tokens, completion_tokens: 10, total_tokens: tokens + 10 };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  return JSON.stringify({ id: `c${replies}`, created: 1, model: 'lent', object: 'chat.completion', choices, usage });
}

/** The number a tool gave the sentence with these words. */
function numberIn({ messages }: ModelRequest, words: string): number {
  const line = messages
    .flatMap(({ content }) => (content ?? '').split('\n'))
    .find((each) => /^\[\d+\]/u.test(each) && each.includes(words));
  if (!line) throw new Error(`No tool gave “${words}”.`);
  return Number(/\d+/u.exec(line)![0]);
}

const work = 'Compare the frost and the dredging, with what is asked for';

describe('a commission', () => {
  it('is done in steps with the tools, and what is written is quoted from the record', async () => {
    const { rapporteur, server } = await workingWith((request, nth) => {
      if (nth === 1) return calls('quotes', { about: 'frost warning' });
      if (nth === 2) return calls('compare', { sides: ['Lindqvist', 'Tanaka'], about: 'dredging' });
      return calls('write', {
        statements: [
          { sentence: numberIn(request, 'shared frost warning'), keep: 'We need a shared frost warning' },
          {
            sentence: numberIn(request, 'large ships cannot enter'),
            keep: 'Without dredging the large ships cannot enter',
          },
        ],
      });
    });
    const steps: CommissionStep[] = [];
    const answer = await rapporteur.commission({ text: work }, (step) => steps.push(step));
    expect(steps.map(({ tool }) => tool)).toEqual(['quotes', 'compare', 'write']);
    expect(answer.quotes.map(({ text, speaker }) => [speaker, text])).toEqual([
      ['Pia Rossi', 'We need a shared frost warning.'],
      ['Mei Tanaka', 'Without dredging the large ships cannot enter.'],
    ]);
    expect(answer).toMatchObject({ model: 'lent', prose: 'cut', usage: { inputTokens: 300, outputTokens: 30 } });
    expect(answer.notice).toBeUndefined();
    expect(server.requests[0]!.tools!.map(({ function: { name } }) => name)).toEqual([
      'sessions',
      'search',
      'quotes',
      'compare',
      'verify',
      'commitments',
      'agreements',
      'write',
    ]);
  });

  it('prints nothing that a model made up, and says so', async () => {
    const { rapporteur } = await workingWith((request, nth) =>
      nth === 1
        ? calls('search', { query: 'frost warning' })
        : calls('write', {
            statements: [
              { sentence: numberIn(request, 'shared frost warning'), keep: 'We need no shared frost warning' },
              { sentence: 999, keep: 'We need a shared frost warning' },
            ],
          }),
    );
    const answer = await rapporteur.commission({ text: 'What was said about the frost warning?' });
    expect(answer.model).toBeNull();
    expect(answer.notice).toContain('The model wrote nothing that may be printed');
    expect(JSON.stringify(answer)).not.toContain('no shared frost');
  });

  it('keeps to its steps and its tokens', async () => {
    const { rapporteur, server } = await workingWith(() => calls('sessions', {}, 1000));
    const steps = await rapporteur.commission({ text: work, steps: 3 });
    expect(steps.notice).toContain('its 3 steps were used up');
    expect(server.requests.length).toBeLessThanOrEqual(4);
    const tokens = await rapporteur.commission({ text: work, tokens: 1500 });
    expect(tokens.notice).toContain('its 1500 tokens were used up');
    expect(server.requests.length).toBeLessThanOrEqual(8);
  });

  it('can be stopped, and gives what it has written', async () => {
    const stopping = new AbortController();
    const { rapporteur, server } = await workingWith((_, nth) => (nth < 3 ? calls('sessions', {}) : { hangs: true }));
    const answer = await rapporteur.commission({ text: 'frost' }, () => stopping.abort(), stopping.signal);
    expect(answer.notice).toContain('it was stopped');
    expect(server.requests.length).toBeLessThan(3);
  });

  it('survives a server that fails', async () => {
    const { rapporteur } = await workingWith(() => ({ status: 400 }));
    const answer = await rapporteur.commission({ text: 'What was said about the frost warning?' });
    expect(answer.quotes.length).toBeGreaterThan(0);
    expect(answer.notice).toContain('did not reply as it should');
  });

  it('sees only what whoever asks may see', async () => {
    const { rapporteur, server } = await workingWith((_, nth) =>
      nth === 1
        ? calls('search', { query: 'seals dredging' })
        : nth === 2
          ? calls('sessions', {})
          : calls('write', { statements: [] }),
    );
    await rapporteur.commission({ text: 'seals', scope: { sessions: ['orchard-2025'] } });
    const shown = JSON.stringify(server.requests.map(({ messages }) => messages));
    expect(shown).not.toMatch(/312|Harbour Council|Lindqvist/u);
    expect(shown).toContain('Orchard growers meeting');
  });

  it('is an answer where no model is set', async () => {
    const rapporteur = await rapporteurIn(temporaryFolder());
    open.push(rapporteur);
    await rapporteur.ingest([recordOf(orchard)]);
    expect((await rapporteur.commission({ text: 'What was said about the frost warning?' })).status).toBe('answered');
  });
});
