/** Work of several steps by an agent, against a server that does as it is told. The sessions are invented. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Budget } from '../../src/budget.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import type { CommissionStep } from '../../src/studied.ts';
import {
  callsTool,
  modelServer,
  numberGiven,
  type ModelReply,
  type ModelRequest,
  type ModelServer,
} from '../fakes/model-server.ts';
import { harbour, orchard, recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const open: (Rapporteur | ModelServer)[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function workingWith(
  reply: (request: ModelRequest, nth: number) => ModelReply,
  options: Parameters<typeof rapporteurIn>[2] = {},
  settings: Record<string, string> = {},
) {
  const server = await modelServer(reply, { streams: false });
  const model = { CHAT_MODEL: 'lent', OPENAI_BASE_URL: server.url, ...settings };
  const rapporteur = await rapporteurIn(temporaryFolder(), model, options);
  open.push(rapporteur, server);
  await rapporteur.ingest([recordOf(harbour, orchard)]);
  return { rapporteur, server };
}

const work = 'Compare the frost and the dredging, with what is asked for';

describe('a commission', () => {
  it('is done in steps with the tools, and what is written is quoted from the record', async () => {
    const { rapporteur, server } = await workingWith((request, nth) => {
      if (nth === 1) return callsTool('quotes', { about: 'frost warning' });
      if (nth === 2) return callsTool('compare', { sides: ['Lindqvist', 'Tanaka'], about: 'dredging' });
      return callsTool('write', {
        statements: [
          { sentence: numberGiven(request, 'shared frost warning'), keep: 'We need a shared frost warning' },
          {
            sentence: numberGiven(request, 'large ships cannot enter'),
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
        ? callsTool('search', { query: 'frost warning' })
        : callsTool('write', {
            statements: [
              { sentence: numberGiven(request, 'shared frost warning'), keep: 'We need no shared frost warning' },
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
    const { rapporteur, server } = await workingWith(() => callsTool('sessions', {}, 1000));
    const steps = await rapporteur.commission({ text: work, steps: 3 });
    expect(steps.notice).toContain('its 3 steps were used up');
    expect(server.requests.length).toBeLessThanOrEqual(4);
    const tokens = await rapporteur.commission({ text: work, tokens: 1500 });
    expect(tokens.notice).toContain('its 1500 tokens were used up');
    expect(server.requests.length).toBeLessThanOrEqual(8);
  });

  it('counts tokens that a server does not tell, and is ended by them', async () => {
    const { rapporteur, server } = await workingWith(() => {
      const reply = callsTool('sessions', {}) as { sends: string };
      return { ...reply, sends: reply.sends.replace(/"usage"/u, '"untold"') };
    });
    const answer = await rapporteur.commission({ text: work, tokens: 1000 });
    expect(answer.notice).toContain('its 1000 tokens were used up');
    expect(answer.usage!.inputTokens).toBeGreaterThan(1000);
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });

  it('is kept to the budget of its place, which counts it', async () => {
    const spent: number[] = [];
    let ended = 0;
    const budget: Budget = {
      admit: async (_purpose, tokens) =>
        spent.length > 1
          ? null
          : {
              spend: async ({ inputTokens, outputTokens }) => void spent.push(inputTokens + outputTokens),
              mayGoOn: async (more) => more >= tokens && spent.length < 2,
              end: async () => `${(ended += 1)} ended.`,
            },
    };
    const { rapporteur, server } = await workingWith(() => callsTool('sessions', {}), { budget });
    const answer = await rapporteur.commission({ text: work });
    expect(answer.notice).toContain('the budget of tokens is used up');
    expect(answer.notice).toContain('1 ended.');
    expect([spent, server.requests.length]).toEqual([[110, 110], 2]);
    expect((await rapporteur.commission({ text: work })).notice).toContain('without the model');
    expect(server.requests).toHaveLength(2);
  });

  it('waits for no reply longer than for an answer', async () => {
    const { rapporteur } = await workingWith(() => ({ hangs: true }), {}, { ANSWER_TIMEOUT_MS: '1000' });
    expect((await rapporteur.commission({ text: 'frost' })).notice).toContain('the model did not reply in time');
  });

  it('can be stopped, and gives what it has written', async () => {
    const stopping = new AbortController();
    const { rapporteur, server } = await workingWith((_, nth) =>
      nth < 3 ? callsTool('sessions', {}) : { hangs: true },
    );
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
        ? callsTool('search', { query: 'seals dredging' })
        : nth === 2
          ? callsTool('sessions', {})
          : callsTool('write', { statements: [] }),
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
