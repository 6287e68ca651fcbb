/** What a process keeps from before a change of the library: it answers as one that never saw it otherwise. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

// Every person, place and session here is invented.

const folder = temporaryFolder();
let living: Rapporteur;

const record = (name: string, title: string, ...turns: string[]) => ({
  name,
  bytes: new TextEncoder().encode(`Title: ${title}\n\n${turns.join('\n')}\n`),
});

const weirs = record(
  'weirs.txt',
  'Weirs',
  'Ane Valk: Good morning. The weir at Tarn leaks, and the eels cannot pass it.',
  'Bram Storm: A ladder for eels would cost four thousand crowns.',
  'Cato Ridder: I am against a ladder. The gate should be open at night.',
);
const ferries = (...more: string[]) =>
  record('ferries.txt', 'Ferries', 'Dunja Holm: The ferry runs in winter too.', ...more);

const questions = [
  'What did Bram Storm say about eels?',
  'What would a ladder for eels cost?',
  'Who is against a ladder?',
  'What was said about fish that cannot get past the dam?',
  'What did the harbour master say?',
  'What was said about the ferry in winter?',
];

async function answersOf(rapporteur: Rapporteur) {
  const answers: unknown[] = [];
  for (const text of questions) {
    answers.push(await rapporteur.ask({ text }));
    answers.push(await rapporteur.search({ text }));
  }
  return answers;
}

beforeAll(async () => {
  living = await rapporteurIn(folder);
  await living.ingest([weirs, ferries()]);
  await answersOf(living);
});
afterAll(() => living.close());

const idOf = async (title: string) => (await living.sessions()).find((each) => each.title === title)!.id;

const changes: [what: string, change: () => Promise<unknown>][] = [
  [
    'a session more',
    () => living.ingest([record('eels.txt', 'Eels', 'Eskil Brandt: Eels, eels, eels at every weir.')]),
  ],
  [
    'the words of a session',
    () => living.ingest([ferries('Fenna Kade, harbour master: The gate of the ferry leaks.')]),
  ],
  ['them once more', () => living.ingest([ferries('Goran Linde: A ladder leads to the ferry, and eels are on it.')])],
  ['in another script', () => living.ingest([ferries('Hilde Noor: Паром и угри, café и eels.')])],
  [
    'who spoke',
    async () => living.correct(await idOf('Weirs'), { kind: 'rename', from: 'Bram Storm', to: 'Ivo Morel' }),
  ],
  ['a session less', async () => living.remove(await idOf('Eels'))],
];

it.each(changes)('%s', async (_what, change) => {
  await change();
  const answers = await answersOf(living);
  const fresh = await rapporteurIn(folder);
  expect(answers).toEqual(await answersOf(fresh));
  await fresh.close();
});
