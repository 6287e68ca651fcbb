/** Who is named as for or against a matter, and who only spoke of it: invented sentences, alone and asked for. */
import { expect, it, onTestFinished } from 'vitest';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

async function asked(question: string, ...turns: string[]) {
  const rapporteur = await rapporteurIn(temporaryFolder());
  onTestFinished(() => rapporteur.close());
  const names = ['Ines Okafor', 'Tomas Lindqvist', 'Mei Tanaka'];
  const record = {
    id: 'valley',
    title: 'Hearing of the valley council',
    date: '2031-04-02',
    turns: turns.map((text, at) => ({ speaker: names[at], text })),
  };
  await rapporteur.ingest([{ name: 'valley.json', bytes: Buffer.from(JSON.stringify(record)) }]);
  return rapporteur.ask({ text: question });
}

const other = 'The boats came in late, and the pier was wet.';

it.each([
  // The speaker's own words, and the matter itself.
  ['Who supports the bridge toll?', 'for', 'I strongly support the bridge toll.'],
  ['Who supports the bridge toll?', 'for', 'My party endorses the new bridge toll.'],
  ['Who supports the bridge toll?', 'for', 'We must introduce the bridge toll this year.'],
  ['Who supports the bridge toll?', 'for', 'I think the bridge toll is essential.'],
  ['Who supports the bridge toll?', 'for', 'We can accept the bridge toll only if farmers are exempt.'],
  ['Who opposes the bridge toll?', 'against', 'We do not want a bridge toll.'],
  ['Who opposes the bridge toll?', 'against', 'I am firmly against the bridge toll.'],
  ['Who opposes the bridge toll?', 'against', 'In my view the bridge toll is a mistake.'],
  ['Who opposes the bridge toll?', 'against', 'We should scrap the bridge toll.'],
  ['Who supports a ban on leaf blowers?', 'for', 'We should ban leaf blowers.'],
  ['Who supports the leaf blower ban?', 'for', 'I support a ban on leaf blowers.'],
  ['Who opposes banning leaf blowers?', 'against', 'We should not ban leaf blowers.'],
  ['Who opposes leaf blowers?', 'against', 'I support a ban on leaf blowers.'],
  [
    'Who supports a valley charter on tolls?',
    'for',
    'My recommendation to the new board of the valley is not to look for a binding toll law, but for something like a toll charter.',
  ],
  [
    'Who wants a declaration on tolls?',
    'for',
    'I would suggest not a law in every case, but rather a declaration on tolls.',
  ],
  [
    'Who opposes a binding convention?',
    'against',
    'My advice, after all these years, is not to look for a binding treaty. A convention is slow.',
  ],
])('%s %s: %s', async (question, stance, said) => {
  const { text, status } = await asked(question, other, said);
  expect(status, text).toBe('answered');
  expect(text).toMatch(
    stance === 'for' ? /^For it.*: Tomas Lindqvist \[1\]\.$/u : /^Against it.*: Tomas Lindqvist \[1\]\.$/u,
  );
});

it.each([
  // What others say or want.
  ['supports', 'the bridge toll', 'The drivers told us that they support the bridge toll.'],
  ['supports', 'the bridge toll', 'The mayor said the bridge toll is essential.'],
  ['supports', 'the bridge toll', 'People are encouraged to report any car that pays no bridge toll.'],
  ['opposes', 'the bridge toll', 'I bring a petition of 300 drivers who are against the bridge toll.'],
  ['supports', 'the leaf blower ban', 'The petitioners want us to drop the leaf blower ban, and I need to present it.'],
  ['opposes', 'banning leaf blowers', 'I blame the mayor, who will not ban leaf blowers.'],
  // Questions.
  ['opposes', 'the bridge toll', 'But we do not want the bridge toll, right?'],
  ['supports', 'the bridge toll', 'Do we need the bridge toll?'],
  // Something beside the matter.
  ['supports', 'the bridge toll', 'We have to stick to the bridge toll figures.'],
  ['supports', 'the bridge toll', 'We need a rebate on the bridge toll.'],
  ['supports', 'the bridge toll', 'We need to talk about the bridge toll.'],
  ['supports', 'the bridge toll', 'I support the farmers hit by the bridge toll.'],
  ['supports', 'the bridge toll', 'The debate on the bridge toll is important.'],
  ['supports', 'leaf blowers', 'I support a ban on leaf blowers.'],
  // What is recommended instead is something else.
  ['supports', 'a bridge toll', 'My recommendation is not to look for a bridge toll, but for a road fund.'],
  ['supports', 'a road fund', 'She recommends not a bridge toll, but a road fund.'],
  ['supports', 'the leaf blower ban', 'We need leaf blowers.'],
  // A "not" of something else.
  ['opposes', 'the bridge toll', 'I will not go deeper into the bridge toll, on which there is much debate.'],
  ['opposes', 'the bridge toll', 'New roads do not have a bridge toll yet.'],
  ['opposes', 'the bridge toll', 'Some farmers cannot get the refund of the bridge toll, and we want to widen it.'],
  // Half of the matter, what is supposed, and what is taken back.
  ['supports', 'the bridge toll', 'We need a bridge.'],
  ['supports', 'the bridge toll', 'If we want the bridge toll, somebody has to pay for the booth.'],
  ['opposes', 'the bridge toll', 'I would not say that I am against the bridge toll.'],
  ['supports', 'the bridge toll', 'I do not think that we need the bridge toll.'],
  ['opposes', 'the bridge toll', 'I cannot claim that I oppose the bridge toll.'],
  ['opposes', 'the bridge toll', 'I would oppose the bridge toll only if it rose.'],
  // What is done with the matter.
  ['opposes', 'the bridge toll', 'We oppose delaying the bridge toll.'],
  ['supports', 'the bridge toll', 'We support lowering the bridge toll.'],
  ['disagrees with', 'the bridge toll', 'My cousin hates the bridge toll. I told him that he is wrong.'],
])('nobody %s %s by: %s', async (verb, matter, said) => {
  const { text, quotes, status } = await asked(`Who ${verb} ${matter}?`, other, said);
  expect(text).not.toMatch(/^(?:For|Against) it/u);
  if (status === 'answered') expect(quotes.length).toBeGreaterThan(0);
});

it('names only those whose words bear it out', async () => {
  const { text, quotes } = await asked(
    'Who supports the bridge toll?',
    'The carters need to hear about the bridge toll, and they want a hearing.',
    'I am in favour of the bridge toll.',
    'My neighbours all want the bridge toll.',
  );
  expect(text).toMatch(/^For it/u);
  expect(quotes.map(({ speaker }) => speaker)).toEqual(['Tomas Lindqvist']);
});

it.each([
  [
    'Qui est contre le péage du pont ?',
    'Je suis contre le péage du pont.',
    'Ma voisine dit qu’elle est contre le péage du pont.',
  ],
  ['Qui soutient le péage du pont ?', 'Je soutiens le péage du pont.', 'Je ne soutiens nullement le péage du pont.'],
  [
    'Qui soutient le péage du pont ?',
    'Nous soutenons le péage du pont.',
    'Si nous soutenons le péage du pont, nous perdons.',
  ],
  ['¿Quién apoya el peaje del puente?', 'Apoyamos el peaje del puente.', 'Nunca apoyaremos el peaje del puente.'],
  [
    '¿Quién está en contra del peaje del puente?',
    'Estoy en contra del peaje del puente.',
    'Los que están en contra del peaje del puente se equivocan.',
  ],
  ['Кто против платы за мост?', 'Я против платы за мост.', 'Сосед говорит, что он против платы за мост.'],
  ['Кто против платы за мост?', 'Я против платы за мост.', 'Те, кто против платы за мост, ошибаются.'],
])('in another language, too, names only those whose words bear it out: %s %s', async (question, own, others) => {
  const { text, quotes, status } = await asked(question, others, own);
  expect(status, text).toBe('answered');
  expect(
    quotes.map(({ speaker }) => speaker),
    text,
  ).toEqual(['Tomas Lindqvist']);
});
