import { describe, expect, it } from 'vitest';
import { textOfPages } from '../../src/records/documents/page-layout.ts';
import type { Placed } from '../../src/records/documents/page-lines.ts';

/** Letters are all of one width here, half of their height. */
const place = (text: string, x: number, y: number, size = 10): Placed => ({
  text,
  x,
  y,
  width: (text.length * size) / 2,
  size,
});
const lines = (texts: string[], { x = 50, y = 700, leading = 12, size = 10 } = {}) =>
  texts.flatMap((text, index) => (text === '' ? [] : [place(text, x, y - index * leading, size)]));
const pages = (...items: Placed[][]) => items.map((each) => ({ height: 800, items: each }));

function check(what: string, given: Placed[][], text: string) {
  it(what, () => expect(textOfPages(pages(...given)).text).toBe(text));
}

/** Lines of up to `width` characters, as a program that sets text breaks them. */
function wrap(text: string, width: number): string[] {
  const wrapped = [''];
  for (const word of text.split(' ')) {
    if (wrapped.at(-1) === '') wrapped[wrapped.length - 1] = word;
    else if (wrapped.at(-1)!.length + 1 + word.length <= width) wrapped[wrapped.length - 1] += ` ${word}`;
    else wrapped.push(word);
  }
  return wrapped;
}

const opening =
  'Ana Lind: We have kept the old lamp for ninety years, and nobody complained of its light in all of that time. The keepers of the Lamp House wrote it down each night.';
const reply =
  'Ravi Sen: It burns a ton of oil every month, which the harbour pays for out of the fishing fees. I would rather see a small wind wheel there, and Ana Lind knows it.';
const close =
  'Ana Lind: A wind wheel stands still when the fog comes, and the fog is when the lamp is needed most. So let us have two of them with a battery between them.';

describe('a speech that is cut short', () => {
  const speech = wrap(
    `Mr. Lind: ${'Nobody has dredged the channel at Pellworth in the last six winters. '.repeat(4)}And they who took the money---`,
    60,
  );
  check(
    'ends in dashes, and the next line is the next speaker, whose label has a full stop in it',
    [
      lines([
        ...speech,
        ...wrap('Mr. Deputy Speaker: Order! You cannot say that, Mr. Lind, of a member who is not here.', 60),
      ]),
    ],
    `Mr. Lind: ${'Nobody has dredged the channel at Pellworth in the last six winters. '.repeat(4)}And they who took the money---\n\nMr. Deputy Speaker: Order! You cannot say that, Mr. Lind, of a member who is not here.`,
  );
});

describe('the head of every page', () => {
  const page = (number: number) => [
    place('A/80/PV.7 Ports of the world 03/06/2025', 50, 780),
    ...lines(wrap(`Page ${number} of the talk is here, and it is long enough to be one. `.repeat(6).trim(), 60)),
  ];
  it('stands once, in a paragraph of its own, where it tells the day', () => {
    const { text, running } = textOfPages(pages(page(1), page(2), page(3)));
    expect(text.split('\n\n')[0]).toBe('A/80/PV.7 Ports of the world 03/06/2025');
    expect(text.match(/PV/g)).toHaveLength(1);
    expect(running).toEqual(['A/80/PV.7 Ports of the world 03/06/2025', 'A/80/PV.7 Ports of the world 03/06/2025']);
  });
});

describe('the title over the pages', () => {
  const words = (number: number) => `Page ${number} of the talk is here, and it is long enough to be one.`;
  const body = (number: number) => lines(['Ports of the world', words(number)], { y: 600, leading: 40 });
  it('is left out there and stays inside, beside the number of the document', () => {
    const head = [place('A/80/PV.7', 50, 780), place('Ports of the world', 250, 780)];
    const { text } = textOfPages(pages(body(1), [...head, ...body(2)], [...head, ...lines([words(3)])]));
    expect(text.match(/Ports of the world/g)).toHaveLength(2);
    expect(text).not.toContain('PV.7');
  });
  it('is left out there and stays inside, alone on most pages', () => {
    const head = [place('Ports of the world', 250, 780)];
    const rest = [3, 4, 5, 6].map((number) => [...head, ...lines([words(number)])]);
    const { text } = textOfPages(pages(body(1), [...head, ...body(2)], ...rest));
    expect(text.match(/Ports of the world/g)).toHaveLength(2);
  });
});

describe('lines of a page', () => {
  check('that are full go on', [lines(wrap(opening, 60))], opening);
  check(
    'that end early end a paragraph',
    [lines([...wrap(opening, 60), ...wrap(reply, 60), ...wrap(close, 60)])],
    [opening, reply, close].join('\n\n'),
  );
  check(
    'that name who speaks begin anew, though the one before broke off',
    [
      lines([
        'Ana Lind: I think that we, in the whole,',
        'Ravi Sen: No.',
        'Ana Lind: of the last of the years,',
        'Ravi Sen: Not one of all the many years,',
        'Ravi Sen: I say no.',
      ]),
    ],
    'Ana Lind: I think that we, in the whole,\n\nRavi Sen: No.\n\nAna Lind: of the last of the years,\n\nRavi Sen: Not one of all the many years,\n\nRavi Sen: I say no.',
  );
  check(
    'go on with a label that is broken over two',
    [
      [1, 2, 3].flatMap((part) =>
        lines(['We thank him. Ms. Lind (spoke in', 'French): I thank you all.'], { y: 720 - part * 30 }),
      ),
    ],
    Array.from({ length: 3 }, () => 'We thank him. Ms. Lind (spoke in French): I thank you all.').join('\n\n'),
  );
  check(
    'that begin with a member of parliament begin anew, and a name may be broken over two',
    [
      lines([
        'HON. A. LIND.- I thank you for the',
        'kite, and',
        'MR. SPEAKER.- Order! You have the',
        'floor, HON. S. T.',
        'SEN.- And so it is with this lamp.',
      ]),
    ],
    'HON. A. LIND.- I thank you for the kite, and\n\nMR. SPEAKER.- Order! You have the floor, HON. S. T. SEN.- And so it is with this lamp.',
  );
  check(
    'that begin with a name after a full stop begin anew, though the line was full',
    [
      lines([
        'Ana Lind: We have seen the lamp.',
        '@sen / Ravi Sen (KB-2): I see it now.',
        'Ana Lind: Then let us see of it.',
      ]),
    ],
    'Ana Lind: We have seen the lamp.\n\n@sen / Ravi Sen (KB-2): I see it now.\n\nAna Lind: Then let us see of it.',
  );
  check(
    'go on with a name that is broken over two',
    [
      lines([
        'Ana Lind: We have seen the whole of it.',
        '@sen / Ravi Bartholomew van der',
        'Wijden (KB-2): I see some of it only,',
        'as it is. Ravi',
        'Ana Lind: Then let us see of it',
        'HON. RO F.Q.',
        'LIND.- Words and words of the old lamp.',
      ]),
    ],
    'Ana Lind: We have seen the whole of it.\n\n@sen / Ravi Bartholomew van der Wijden (KB-2): I see some of it only, as it is. Ravi\n\nAna Lind: Then let us see of it\n\nHON. RO F.Q. LIND.- Words and words of the old lamp.',
  );
  check(
    'with a wide gap between them are of two paragraphs',
    [lines(['We begin with', '', 'the boats, and', 'go on with nets.'])],
    'We begin with\n\nthe boats, and go on with nets.',
  );
  check(
    'that come in pieces are whole',
    [
      [
        place('Ana Li', 50, 700),
        place('nd:', 80, 700),
        place('Yes', 100, 700),
        place('2', 115, 703, 6),
        place('of them, 9 m', 122, 700),
        place('2', 182, 703, 6),
      ],
    ],
    'Ana Lind: Yes of them, 9 m2',
  );
  check(
    'are read from the top, whatever their order in the file',
    [lines(['One of the lines,', 'two of the lines,', 'and three lines.']).toReversed()],
    'One of the lines, two of the lines, and three lines.',
  );
  check(
    'are joined where a word is broken',
    [
      lines([
        'the lamp burns oil that the har-',
        'bour pays for, and that the well-',
        'known keepers bring. The well-known',
        'ones are few.',
      ]),
    ],
    'the lamp burns oil that the harbour pays for, and that the well-known keepers bring. The well-known ones are few.',
  );
  check(
    'lose a soft hyphen',
    [lines(['the old lamp burns oil the har\u00AD', 'bour pays for all the year'])],
    'the old lamp burns oil the harbour pays for all the year',
  );
  check(
    'keep a dash and a hyphen before a capital',
    [lines(['We went along the coast to Stone-', 'Haven, and then a little further on –', 'but only that once'])],
    'We went along the coast to Stone-Haven, and then a little further on – but only that once',
  );
});

describe('columns', () => {
  const left = [...wrap(opening, 36), ...wrap(reply, 36)];
  const right = [...wrap(close, 36), ...wrap(reply, 36)];
  check(
    'are read one after the other',
    [[...lines(left), ...lines(right, { x: 300 })]],
    [opening, reply, close, reply].join('\n\n'),
  );
  check(
    'are read one after the other under a heading',
    [[place('Hearing on the lighthouse of the coast', 130, 740, 14), ...lines(left), ...lines(right, { x: 300 })]],
    ['Hearing on the lighthouse of the coast', opening, reply, close, reply].join('\n\n'),
  );
  check(
    'are told where words are stretched to the margin',
    [
      [
        ...lines(left),
        ...left.flatMap((line, index) => {
          const words = line.split(' ');
          const gap = (225 - line.replaceAll(' ', '').length * 5) / Math.max(words.length - 1, 1);
          return words.map((word, at) =>
            place(
              word,
              300 + words.slice(0, at).join('').length * 5 + at * (line.length < 30 ? 5 : gap),
              700 - index * 12,
            ),
          );
        }),
      ],
    ],
    [opening, reply, opening, reply].join('\n\n'),
  );
  check(
    'go on over their end',
    [[...lines(left.slice(0, -2)), ...lines([...left.slice(-2), ...right], { x: 300 })]],
    [opening, reply, close, reply].join('\n\n'),
  );
  check(
    'of a last page with few lines are those of the pages before',
    [
      [...lines(left), ...lines(right, { x: 300 })],
      [...lines(['One of the left,', 'two of the left.']), ...lines(['One of the right.'], { x: 300 })],
    ],
    [opening, reply, close, reply, 'One of the left, two of the left.', 'One of the right.'].join('\n\n'),
  );
  check(
    'of names, times and words are rows',
    [
      [
        ...lines(['Ana Lind', '', 'Ravi Sen', 'Ana Lind']),
        ...lines(['0:01', '', '0:20', '0:44'], { x: 130 }),
        ...lines(['We begin now with the boats, which are', 'many.', 'Yes, with the boats.', 'They are many.'], {
          x: 200,
        }),
      ],
    ],
    'Ana Lind  0:01: We begin now with the boats, which are many.\n\nRavi Sen  0:20: Yes, with the boats.\n\nAna Lind  0:44: They are many.',
  );
  check(
    'of times and names belong to the words beside them',
    [
      [
        ...lines(['0:01', '', '0:20', '0:44', '0:51', '', '1:22']),
        ...lines(['Ana Lind', '', 'Ravi Sen', 'Ana Lind', 'Ravi Sen', '', 'Ana Lind'], { x: 100 }),
        ...lines(
          [
            'We begin now with the boats, which are',
            'many.',
            'Yes, with the boats.',
            'They are many.',
            'So many that we all of us stopped to',
            'count.',
            'Then let us count.',
          ],
          { x: 200 },
        ),
      ],
    ],
    '0:01  Ana Lind: We begin now with the boats, which are many.\n\n0:20  Ravi Sen: Yes, with the boats.\n\n0:44  Ana Lind: They are many.\n\n0:51  Ravi Sen: So many that we all of us stopped to count.\n\n1:22  Ana Lind: Then let us count.',
  );
});

describe('what is on every page', () => {
  const body = (number: number) =>
    wrap(
      `Ana Lind: This is page ${number} of what was said, and it goes on for a while, so that there are some lines, and it ends with an open`,
      50,
    );
  const page = (number: number) => [
    place('Harbour Council, 12 March', 200, 770),
    ...lines(body(number)),
    place(`${number}`, 300, 30),
  ];
  it('is left out', () => {
    const { text } = textOfPages(pages(page(1), page(2), page(3)));
    expect(text).not.toMatch(/Harbour Council|^\d$/m);
    expect(text).toContain('ends with an open');
  });
  check(
    'does not part a sentence',
    [
      [
        place('Harbour Council', 200, 770),
        ...lines(['We have kept the old lamp for ninety', 'years and nobody in all of that time']),
        place('Page 1 of 2', 300, 30),
      ],
      [place('Harbour Council', 200, 770), ...lines(['complained of its light.']), place('Page 2 of 2', 300, 30)],
    ],
    'We have kept the old lamp for ninety years and nobody in all of that time complained of its light.',
  );
  check(
    'is kept where it is said',
    [lines(['Ana Lind: Yes.', 'Ravi Sen: No.', 'Ana Lind: Yes.', 'Ravi Sen: No.'])],
    'Ana Lind: Yes.\n\nRavi Sen: No.\n\nAna Lind: Yes.\n\nRavi Sen: No.',
  );
  it('may be numbers of lines', () => {
    const said = wrap(opening, 40);
    const numbers = said.map((_, index) => place(`${index + 1}`, 30, 700 - index * 12));
    expect(textOfPages(pages([...numbers, ...lines(said, { x: 60 })])).text).toBe(opening);
  });
});

describe('lines stretched to the margin', () => {
  const stretched = (words: string, y: number, { x = 50, to = 350 } = {}) => {
    const parts = words.split(' ');
    const gap = (to - x - parts.join('').length * 5) / (parts.length - 1);
    let at = x;
    return parts.map((word) => {
      const item = place(word, at, y);
      at += item.width + gap;
      return item;
    });
  };
  check(
    'are no rows of a table',
    [
      [
        ...stretched('We have a lamp', 700),
        ...stretched('that is so very old', 688),
        ...stretched('Nobody saw its light', 676),
        place('go out.', 50, 664),
      ],
    ],
    'We have a lamp that is so very old Nobody saw its light go out.',
  );
  check(
    'may stand in a column of words',
    [
      [
        ...lines(['0:01', '0:20', '', '0:44']),
        ...lines(['ana', 'Ravi Sen', '', 'ana'], { x: 100 }),
        place('We begin.', 200, 700),
        ...stretched('Yes, with all', 688, { x: 200 }),
        ...lines(['', '', 'the boats.', 'They are many.'], { x: 200 }),
      ],
    ],
    '0:01  ana: We begin.\n\n0:20  Ravi Sen: Yes, with all the boats.\n\n0:44  ana: They are many.',
  );
});

describe('line numbers', () => {
  const said = wrap(opening, 40);
  check(
    'that stand close to the words are left out on every page',
    [0, 1].map((page) => [
      place('Harbour Council', 60, 770),
      ...said.map((_, index) => place(`${index + 1}`, 47, 700 - index * 12)),
      ...lines(said, { x: 60 }),
      place(`${page + 1}`, 300, 30),
    ]),
    `${opening}\n\n${opening}`,
  );
  check('are no figures that are said', [lines(['Ana Lind: They are', '11.'])], 'Ana Lind: They are 11.');
});

describe('names over their words', () => {
  const bold = (text: string, y: number): Placed => ({ ...place(text, 50, y), font: 'bold' });
  const body = (texts: string[], y: number) => lines(texts, { y }).map((item) => ({ ...item, font: 'body' }));
  check(
    'stand right over them',
    [[bold('Ana Lind', 700), ...body(wrap(opening, 60), 688), bold('Ravi Sen', 640), ...body(wrap(reply, 60), 628)]],
    `Ana Lind\n${opening}\n\nRavi Sen\n${reply}`,
  );
  it('are kept at the top of pages', () => {
    const page = (name: string, said: string) => [
      bold(name, 760),
      ...body(wrap(said, 60), 735),
      bold('Ana Lind', 600),
      ...body(wrap(opening, 60), 588),
      bold('Ravi Sen', 500),
      ...body(wrap(reply, 60), 488),
    ];
    const { text } = textOfPages(
      pages(
        page('Ana Lind', 'Red.'),
        page('Ravi Sen', 'Green it is.'),
        page('Ana Lind', 'No, blue.'),
        page('Ravi Sen', 'White.'),
      ),
    );
    expect(text.match(/^Ana Lind$/gm)).toHaveLength(6);
    expect(text.match(/^Ravi Sen$/gm)).toHaveLength(6);
  });
  const colours = ['Red', 'Green', 'Blue'];
  check(
    'with a time each are kept at the top of pages',
    colours.map((colour, page) => [
      place(`Ana Lind  ${page}:07`, 50, 760),
      ...lines([`${colour}, I say, and say again.`], { y: 735 }),
      ...lines([`Not ${colour}.`], { y: 600 }),
    ]),
    colours
      .map((colour, page) => `Ana Lind ${page}:07\n\n${colour}, I say, and say again.\n\nNot ${colour}.`)
      .join('\n\n'),
  );
});

describe('notes at the foot', () => {
  const mark = (text: string, x: number, y: number) => place(text, x, y + 4, 6);
  it('are left out and counted, and their marks do not part words', () => {
    const page = [
      ...lines(['We have kept the la', 'for ninety years and']),
      mark('1', 145, 700),
      place('mp', 148, 700),
      place('Ravi Sen wrote a book on it, which nobody read.', 60, 100, 8),
      place('1', 50, 100, 8),
    ];
    expect(textOfPages(pages(page, lines(['nobody complained of its light.'])))).toEqual({
      text: 'We have kept the lamp for ninety years and nobody complained of its light.',
      notes: 1,
      running: [],
      starts: [0, 'We have kept the lamp for ninety years and '.length],
    });
  });
  check(
    'are none where a small line is said',
    [
      [
        ...lines(['We have kept the lamp.']),
        place('9 of them burn.', 50, 600, 8),
        ...lines(['That is all.'], { y: 500 }),
      ],
    ],
    'We have kept the lamp.\n\n9 of them burn.\n\nThat is all.',
  );
});

describe('points of a list', () => {
  check(
    'have a dash, whatever sign they had',
    [
      [
        ...lines(['We need', 'a lamp.', 'a wheel.']).map((item, index) => (index === 0 ? item : { ...item, x: 70 })),
        place('\uF0B7', 55, 688),
        place('•', 55, 676),
      ],
    ],
    'We need\n\n– a lamp.\n\n– a wheel.',
  );
});

describe('headings', () => {
  check(
    'after the first are marked',
    [
      [
        place('Hearing', 50, 740, 16),
        ...lines(wrap(opening, 60)),
        place('Part two', 50, 600, 16),
        ...lines(wrap(reply, 60), { y: 570 }),
      ],
    ],
    `Hearing\n\n${opening}\n\n## Part two\n\n${reply}`,
  );
});

describe('pages', () => {
  check('may hold nothing', [[], [place(' ', 50, 700)]], '');
  check(
    'may hold letters without size or width',
    [
      [
        { text: 'a', x: 0, y: 0, width: 0, size: 0 },
        { text: 'b', x: NaN, y: NaN, width: NaN, size: 10 },
      ],
    ],
    'b',
  );
});
