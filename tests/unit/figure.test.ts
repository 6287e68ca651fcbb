import { describe, expect, it } from 'vitest';
import { figureIn, givesBareFigure } from '../../src/answering/figures/figure.ts';

const check = (question: string, sentence: string, expected: string | null, asked?: string) =>
  it(`${question} ${asked ?? ''} ${sentence}`, () => {
    const figure = figureIn(sentence, question, asked);
    expect(figure).toBe(expected);
    if (figure !== null) expect(sentence).toContain(figure);
  });

describe('figureIn', () => {
  check('How many gauges are there?', 'There are 46 gauges on the river.', '46 gauges');
  check('How many towns sent keepers to the course?', 'We had 50 keepers from 12 towns.', '12 towns');
  check(
    'How many open gauges has the bureau built?',
    'We already built 2.5 million new gauges, a third of all gauges.',
    '2.5 million new gauges',
  );
  check('How many gauges are there?', 'There were 40 gauges, and now there are 46 gauges.', null);
  check('How many gauges are there?', 'There are many gauges.', null);
  check('How many villages took part?', 'Twelve of the villages came.', 'Twelve of the villages');
  check(
    'How long did the bridge take to build?',
    'The tunnel needed nine years, and they built the bridge in two and a half years.',
    'two and a half years',
  );
  check('How long did the bridge take?', 'It took very long.', null);
  check(
    'How much is the fund worth?',
    'The fund is worth almost $9 million, million dollars in all.',
    'almost $9 million',
  );
  check('How much does a gauge cost?', 'I would say a gauge costs us 900 dollars a year.', '900 dollars');
  check('In what year did the flood come?', 'The flood came in 1999, and the second in 2004 was smaller.', '1999');
  check('How many member towns adopted the rule?', 'It was adopted by 93 member towns in March.', '93 member towns');
  check('How many skilled workers were hired?', 'We hired twelve skilled workers.', 'twelve skilled workers');
  check('How much more is $17 million than that?', 'The fund is worth almost $17 million.', null);
  check('Who built the bridge?', 'We built 3 bridges.', null);
});

describe('a point of time', () => {
  check('When did the flood come?', 'The flood came in 1999, and the second in 2004 was smaller.', 'in 1999');
  check('When was the mill closed?', 'The mill was closed at the end of 2026.', 'at the end of 2026');
  check('When does the ferry run?', 'The ferry runs again next summer.', 'next summer');
  check('When was the gauge built?', 'The gauge was built 20 years ago.', '20 years ago');
  check('When is the vote?', 'The vote is on 3 May.', 'on 3 May');
  check(
    'What is the deadline for the declaration?',
    'The towns ask for no law, only for a declaration, which they may sign in 2027, once the boats are counted.',
    'in 2027',
  );
  check('When did they come?', 'About 2000 people came, and 1500 users.', null);
  check('When may they come?', 'May I say that they come for five years?', null);
});

describe('the hedge of a figure', () => {
  const worth = 'How much is the fund worth?';
  check(worth, 'The fund is worth almost $17 trillion.', 'almost $17 trillion');
  check(worth, 'The fund is worth just over €3 million today.', 'just over €3 million');
  check(worth, 'The fund is worth $17 trillion or more.', '$17 trillion or more');
  check(worth, 'The fund is worth between $4 million and $5 million.', 'between $4 million and $5 million');
  check(worth, 'The fund is worth close to nine million crowns.', 'close to nine million crowns');
  check(worth, 'The fund is worth no more than 40,000 crowns.', 'no more than 40,000 crowns');
  const gauges = 'How many gauges are there?';
  check(gauges, 'We have roughly 46 gauges there.', 'roughly 46 gauges');
  check(gauges, 'We have at least forty-six gauges.', 'at least forty-six gauges');
  check(gauges, 'We have 40 or so gauges.', '40 or so gauges');
  check(gauges, 'We have 40 to 46 gauges.', '40 to 46 gauges');
  check(gauges, 'We have between 40 and 46 gauges.', 'between 40 and 46 gauges');
  check('How long did the ferry wait?', 'The ferry waited for nearly two hours.', 'nearly two hours');
  check('How long did the ferry wait?', 'The ferry waited two hours or so.', 'two hours or so');
});

describe('a hedge stays whole, whichever it is', () => {
  for (const hedge of `barely|hardly|scarcely|just|not quite|a little over|slightly more than|far more than|in excess of|upwards of|north of
    |nigh on|circa|virtually|practically|a mere|as few as|a maximum of|a minimum of|the best part of|nowhere near|below|above|exceeding
    |at the very least|not less than|not fewer than|much fewer than|probably|just under|not exceeding`
    .split('|')
    .map((each) => each.trim())) {
    check(
      'How many goats has the island?',
      `The island has ${hedge} nine hundred goats.`,
      `${hedge} nine hundred goats`,
    );
    check('How much did the dam cost?', `The dam cost ${hedge} $17 million.`, `${hedge} $17 million`);
    check('How long did the siege take?', `The siege took ${hedge} six weeks.`, `${hedge} six weeks`);
  }
  // "Well" and "way" hedge nothing by themselves.
  check('How many goats has the island?', 'Well nine hundred goats stay on the island.', 'nine hundred goats');
});

describe('a hedge in other languages', () => {
  const of = (question: string, before: string, hedges: string, figure: string) => {
    for (const hedge of hedges.split('|')) check(question, `${before}${hedge} ${figure}.`, `${hedge} ${figure}`);
  };
  of(
    'Combien de chèvres a l’île ?',
    'L’île a ',
    'à peine|bien plus de|pas plus de|pas moins de|au-delà de|un maximum de|pratiquement|tout au plus|en dessous de',
    '900 chèvres',
  );
  of(
    '¿Cuántas cabras tiene la isla?',
    'La isla tiene ',
    'apenas|mucho más de|no menos de|por encima de|un mínimo de|prácticamente|como máximo|poco menos de|ni siquiera',
    '900 cabras',
  );
  of(
    'Сколько коз на острове?',
    'На острове ',
    'едва|гораздо больше|не менее|не меньше|чуть больше|практически|всего лишь|по меньшей мере|далеко не|максимум',
    '900 коз',
  );
  of(
    'كم عنزة في الجزيرة؟',
    'في الجزيرة ',
    'بالكاد|ما لا يقل عن|لا يقل عن|أكثر بكثير من|كحد أقصى|لا يتجاوز|ليس أقل من|عمليا',
    '900 عنزة',
  );
  for (const hedge of ['不少于', '不超过', '远超过', '略高于', '仅仅', '最少', '逾'])
    check('岛上有多少只山羊？', `岛上有${hedge}900只山羊。`, `${hedge}900只山羊`);
});

describe('a figure of something else', () => {
  const lawsuits = 'How many lawsuits are there?';
  check(lawsuits, 'That was point two for lawsuits.', null);
  check(lawsuits, 'I come to chapter two, lawsuits.', null);
  check(lawsuits, 'Item 3 lawsuits we leave for the afternoon.', null);
  check(lawsuits, 'In 2004 lawsuits were rare.', null);
  check(lawsuits, 'We had 12 letters about lawsuits.', null);
  check(lawsuits, 'One of the lawsuits was dropped.', null);
  check(lawsuits, 'There are not 12 lawsuits.', null);
  check(lawsuits, 'They paid $300 lawsuits aside.', null);
  check(lawsuits, 'By point two, there are 46 lawsuits.', '46 lawsuits');
  check(lawsuits, 'Of the 46 lawsuits, three were settled.', '46 lawsuits');
});

describe('a figure beside the sentence that names what is counted', () => {
  const lawsuits = 'How many lawsuits are there?';
  check(lawsuits, 'We looked at the lawsuits. There are 46 of them.', '46');
  check(lawsuits, 'The lawsuits go on. We counted nearly fifty, so far.', 'nearly fifty');
  check(lawsuits, 'The lawsuits go on. We began in 2004.', null);
  check(lawsuits, 'The lawsuits go on. There were 12 letters.', null);
  check(lawsuits, 'We have 46. The lawsuits go on.', null);
  check(lawsuits, 'Forty-six.', 'Forty-six', 'And how many lawsuits are there by now?');
  check(lawsuits, 'Forty-six.', null, 'And how many letters are there by now?');
});

describe('givesBareFigure', () => {
  it.each([
    ['There are 46 of them.', true],
    ['Forty-six, so far.', true],
    ['It was built in 1987.', false],
    ['We counted 46 gulls.', false],
    ['There are many.', false],
  ])('%s %s', (sentence, expected) => expect(givesBareFigure(sentence)).toBe(expected));
});

describe('of two figures, the one of which it is said', () => {
  check('How many bridges failed?', 'Of the ninety bridges we inspected, seventeen failed.', 'seventeen');
  check('How many bridges were inspected?', 'Of the ninety bridges we inspected, seventeen failed.', 'ninety bridges');
  check('How many mayors came?', 'We invited fifty mayors, and twelve came.', 'twelve');
  check('How many parents answered?', 'We wrote to eighty parents; eleven answered.', 'eleven');
  check('How many hives were lost?', 'There were 90 hives, and we lost 31.', '31');
  check('How many guilds voted no?', 'We asked forty guilds, and three said yes.', null);
  check('How many guilds said yes?', 'We asked forty guilds, and three said yes.', 'three');
  check('How many cooks are over sixty?', 'Half of our cooks are women, and two thirds are over sixty.', 'two thirds');
  check('How many trees died?', 'Of two hundred trees, a third died.', 'a third');
  check('How many courts hear the lawsuits?', 'We face nineteen lawsuits in three courts.', 'three courts');
  check('How many judges heard complaints?', 'Five judges heard eighty complaints.', 'Five judges');
  check('How many members were there in 2024?', 'In 2019 we had 40 members, in 2024 we had 65.', '65');
  check('How many members were there in 2019?', 'In 2019 we had 40 members, in 2024 we had 65.', '40 members');
  check('How many isles ratified?', 'Nine isles signed and four isles ratified.', 'four isles');
  check('How many isles ratified?', 'Nine isles signed, four ratified.', 'four');
  check('How many wells are dry?', 'Twelve of the thirty wells are dry.', 'Twelve of the thirty wells');
  check('How many wells are there?', 'Twelve of the thirty wells are dry.', 'thirty wells');
  check('How many wells does the abbey own?', 'Twelve of the thirty wells are dry.', null);
  check('How many boats do you have?', 'We do not have nine boats, we have seven.', 'seven');
  check('How many boats do you have?', 'We do not have nine boats.', null);
  check(
    'How many hectares do the sheep eat?',
    'The goats eat six hectares, and the sheep eat two hectares.',
    'two hectares',
  );
  check('How many pupils from the hills walked?', 'Thirty pupils from the hills came, and three walked.', null);
  const toll = 'The toll has been two crowns for ages, and it brings in nearly ninety thousand a year.';
  check('How much does the toll bring in?', toll, 'nearly ninety thousand');
  check('How much is the toll?', toll, 'two crowns');
});
