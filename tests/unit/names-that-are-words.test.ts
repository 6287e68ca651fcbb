/** Names that are words, and words that are nobody's name, of an invented session. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const forum = {
  id: 'invented-ports',
  title: 'Invented sitting on ports',
  speakers: [
    { name: 'Nick Brazil', role: 'Port Authority of Tarn' },
    { name: 'Amelia Green', role: 'World Health Organization' },
    { name: 'Owen Price', role: 'European Commission' },
    { name: 'Mei Tanaka', role: 'IT Department of Tarn' },
    { name: 'Ivo Stern', role: 'Member of the Board, Leader of the House of Ports' },
  ],
  turns: [
    { speaker: 'Mei Tanaka', text: 'IT can help: we share the tide data every hour.' },
    { speaker: 'Amelia Green', text: 'The WHO believes that clean water saves lives, at a low price.' },
    { speaker: 'Nick Brazil', text: 'Brazil, the country, has cleaned the water of Santos, and we learned from them.' },
    { speaker: 'Owen Price', text: 'The green transition needs ports, and the directive will be out in June.' },
    { speaker: 'Ivo Stern', text: 'The levy on water is dear. The children’s commissioner wrote to us about housing.' },
  ],
};

let rapporteur: Rapporteur;
beforeAll(async () => {
  rapporteur = await rapporteurIn(temporaryFolder());
  await rapporteur.ingest([recordOf(forum)]);
});
afterAll(() => rapporteur.close());

const speakersFor = async (text: string) => {
  const { quotes } = await rapporteur.ask({ text });
  return [...new Set(quotes.map(({ speaker }) => speaker ?? ''))].toSorted((one, other) => one.localeCompare(other));
};

it.each([
  ['What did Mr. Price say about the directive?', ['Owen Price']],
  ['What did Ms Green say about water?', ['Amelia Green']],
  ['What was said about the green transition?', ['Owen Price']],
  ['What was said about a low price?', ['Amelia Green']],
  ['What can IT do?', ['Mei Tanaka']],
  ['What did the WHO say about water?', ['Amelia Green']],
  ['What did the representative of the European Commission say about the directive?', ['Owen Price']],
  // The members are all who spoke, and nobody who is a member of something.
  ['What did the members say about water?', ['Amelia Green', 'Ivo Stern', 'Nick Brazil']],
  ['What did the House say about water?', ['Amelia Green', 'Ivo Stern', 'Nick Brazil']],
])('%s: %j', async (question, expected) => expect(await speakersFor(question)).toEqual(expected));

it.each([
  ['who is price', 'Owen Price: European Commission.'],
  ['What did the Children’s Commissioner say about the levy?', 'Nobody speaks as Children’s Commissioner in'],
])('%s: %s', async (question, told) => expect((await rapporteur.ask({ text: question })).text).toContain(told));
