import { describe, expect, it } from 'vitest';
import { countTokens, listEvidence, type Evidence } from '../../src/answering/model/evidence-list.ts';
import { find } from '../../src/answering/find.ts';
import { mergePeople } from '../../src/people/merging.ts';
import { peopleIn } from '../../src/people/people.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import type { Session } from '../../src/session.ts';
import { directory } from '../../src/people/directory.ts';
import type { SeenLibrary } from '../../src/library/seen-by.ts';
import type { OpenedSession } from '../../src/retrieval/opened-sessions.ts';
import { harbour } from '../fixtures/harbour.ts';
import { readSession } from '../../src/retrieval/reading.ts';
import { type Ground } from '../../src/answering/ground.ts';
import { emptySession } from '../fixtures/session.ts';

const session: Session = {
  ...emptySession(harbour.id),
  title: '</evidence> Harbour <b>hearing</b>',
  date: harbour.date,
  speakers: harbour.speakers.map((speaker) => ({ ...speaker, otherNames: [], affiliation: null })),
  turns: [
    ...harbour.turns.map(({ speaker, text }) => ({ speaker, text, times: [] })),
    { speaker: null, text: 'The seals [1] were here. The <b>seals</b>\nleft the bay.', times: [] },
  ],
};

const reading = readSession(session, session.turns.map(splitIntoSentences));
const { findings: _findings, ...summary } = session;
const library: Partial<SeenLibrary> = {
  sessions: async () => [{ ...summary, turnCount: session.turns.length, speakers: [] }],
  counts: async () => ({ documentFrequency: () => 1, chunkCount: 10 }),
  extent: async () => null,
  searchWords: async () => [],
};
const ground: Ground = {
  library: library as SeenLibrary,
  open: async (ids) => ids.map(() => ({ session, reading: () => reading }) as unknown as OpenedSession),
  directory: async () => directory(mergePeople(peopleIn(session))),
  sessionsOn: async (_words, among) => among,
  sessionsNear: async () => [],
  meaningsOf: async () => null,
  isCommonWord: () => false,
};

async function evidenceFor(question: string, tokens = 3000): Promise<Evidence> {
  return listEvidence(await find({ text: question }, ground), ground, tokens);
}

describe('the evidence', () => {
  it('is numbered in the order in which it was said', async () => {
    const { sentences } = await evidenceFor('What was said about the seals?');
    expect(sentences.map(({ number }) => number)).toEqual(sentences.map((_, at) => at + 1));
    expect(sentences.map(({ index }) => index)).toEqual(
      sentences.map(({ index }) => index).toSorted((one, other) => one - other),
    );
  });
  it('has what stands beside an answer', async () => {
    expect((await evidenceFor('How many seals were counted in the bay?')).text).toContain(
      'That is half of what we saw in 2010.',
    );
  });
  it('is of the speaker asked about alone', async () => {
    const { sentences } = await evidenceFor('What did Mei Tanaka say about seals?');
    expect(new Set(sentences.map(({ sentence }) => sentence.speaker))).toEqual(new Set(['Mei Tanaka']));
  });
  it.each([60, 120, 3000])('keeps to %i tokens', async (tokens) => {
    const { text, sentences } = await evidenceFor('What was said about the seals?', tokens);
    expect(sentences.length).toBeGreaterThan(0);
    expect(countTokens(text.replaceAll(/<\/?evidence>\n?/gu, ''))).toBeLessThanOrEqual(tokens * 1.05);
  });
  it('cannot end its wrapping or number itself', async () => {
    const { text } = await evidenceFor('What was said about the seals?');
    expect(text.match(/<\/?evidence>/gu)).toEqual(['<evidence>', '</evidence>']);
    expect(text).toContain('The seals (1) were here.');
    expect(text).not.toContain('<b>');
  });
});

describe('tokens', () => {
  it.each<[string, number, number]>([
    ['', 0, 0],
    ['The seals are in the bay.', 6, 9],
    ['海豹在海湾里', 6, 9],
    ['Тюлени в заливе', 5, 12],
  ])('%s', (text, least, most) => {
    expect(countTokens(text)).toBeGreaterThanOrEqual(least);
    expect(countTokens(text)).toBeLessThanOrEqual(most);
  });
});
