/** Files and pages that print several sessions. All that is said in them is invented. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../src/records/formats/recognise.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const read = (text: string, name = 'record.txt') => parseRecord({ name, text, address: null });

/** Each session as `day title: speakers`, in order. */
function check(text: string, sessions: string[]): ReturnType<typeof read> {
  const parsed = read(text);
  expect(
    parsed.sessions.map(({ date, title, turns }) => {
      const names = [...new Set(turns.map(({ speaker }) => speaker ?? '?'))];
      return `${date ?? 'no day'} ${title}: ${names.join(', ')}`;
    }),
  ).toEqual(sessions);
  return parsed;
}

const isTold = ({ problems }: ReturnType<typeof read>) => problems.some(({ message }) => /may begin/u.test(message));

const harbours =
  'Ana Lind: The boats came in late this year.\n\nBen Sen: They did, and the ice was thin.\n\nAna Lind: So it was.';
const orchards =
  'Pia Rossi: The frost took the blossom.\n\nJon Abara: Not of the apples.\n\nPia Rossi: Of the cherries, then.';

describe('text with headings of sessions', () => {
  it('that have numbers is several sessions, of the day and the event over them', () =>
    void check(
      `# Coast Week 2025\n\n14 May 2025\n\n## Session 1: Harbours\n\n${harbours}\n\n## Session 2: Orchards\n\n${orchards}\n`,
      ['2025-05-14 Session 1: Harbours: Ana Lind, Ben Sen', '2025-05-14 Session 2: Orchards: Pia Rossi, Jon Abara'],
    ));

  it('that have days is several sessions, each of its own day', () => {
    const { sessions } = check(
      `# Council meeting on harbours\n3 May 2025\n\n${harbours}\n\n# Council meeting on orchards\n10 May 2025\n\n${orchards}\n`,
      [
        '2025-05-03 Council meeting on harbours: Ana Lind, Ben Sen',
        '2025-05-10 Council meeting on orchards: Pia Rossi, Jon Abara',
      ],
    );
    expect(sessions[0]!.turns.map(({ text }) => text).join(' ')).not.toContain('frost');
  });

  it('that stand alone on lines, as in workshops of a day', () =>
    void check(
      `WORKSHOP 4 HARBOURS\n12 March 2025\n\n${harbours}\n\nWORKSHOP 5 ORCHARDS\n12 March 2025\n\n${orchards}\n`,
      ['2025-03-12 WORKSHOP 4 HARBOURS: Ana Lind, Ben Sen', '2025-03-12 WORKSHOP 5 ORCHARDS: Pia Rossi, Jon Abara'],
    ));

  it('what is said above the first is a session too', () =>
    void check(
      `# Opening of the week\n\n${harbours}\n\n## Session 1: Orchards\n\n${orchards}\n\n## Session 2: Tides\n\n${harbours}\n`,
      [
        'no day Opening of the week: Ana Lind, Ben Sen',
        'no day Session 1: Orchards: Pia Rossi, Jon Abara',
        'no day Session 2: Tides: Ana Lind, Ben Sen',
      ],
    ));

  it('without number or day is one session, and that is told with the line', () => {
    const parsed = check(`# Coast Week\n\n## Morning session\n\n${harbours}\n\n## Afternoon session\n\n${orchards}\n`, [
      'no day Coast Week: Ana Lind, Ben Sen, Pia Rossi, Jon Abara',
    ]);
    expect(parsed.problems.find(({ message }) => message.includes('may begin'))).toMatchObject({
      line: 3,
      message: expect.stringContaining('“Morning session”, “Afternoon session”'),
    });
  });

  it.each([
    ['items of an agenda', `## Agenda item 1: Harbours\n\n${harbours}\n\n## Agenda item 2: Orchards\n\n${orchards}\n`],
    ['panels of a hearing', `# Hearing\n\n## Panel 1\n\n${harbours}\n\n## Panel 2\n\n${orchards}\n`],
    ['topics', `# Meeting of 3 May 2025\n\n## Harbours\n\n${harbours}\n\n## Orchards\n\n${orchards}\n`],
    [
      'paragraphs of somebody',
      `In this session I speak of\nharbours\n\n${harbours}\n\nThe session 2 years ago was\nof orchards\n\n${orchards}\n`,
    ],
    ['a programme', `Session 1: Harbours\n\nSession 2: Orchards\n\n${harbours}\n\n${orchards}\n`],
    [
      'a session that is spoken of',
      `Ana Lind: In session 2 we spoke of it.\n\n${harbours}\n\nBen Sen: And in session 3.\n\n${orchards}\n`,
    ],
  ])('%s are no sessions', (_, text) => {
    const parsed = read(text);
    expect(parsed.sessions).toHaveLength(1);
    expect(isTold(parsed)).toBe(false);
  });

  it('with the year of a conference is one session, which is told', () => {
    const parsed = read(`## Coast Forum 2025\n\n${harbours}\n\n## Coast Forum 2025\n\n${orchards}\n`);
    expect([parsed.sessions.length, isTold(parsed)]).toEqual([1, true]);
  });

  it('says of each problem in which line of the whole it is', () => {
    const text = `## Session 1: Harbours\n\n${harbours}\n\n## Session 2: Orchards\n\n${orchards}\n\n(Applause)\n`;
    const { problems } = read(text);
    const applause = problems.find(({ message }) => message.includes('Applause'));
    expect(applause?.line).toBe(text.split('\n').indexOf('(Applause)') + 1);
  });
});

describe('a page of the web', () => {
  const page = (level: number) => {
    const part = (title: string, day: string, said: string) =>
      `<h${level}>${title}</h${level}><p>${day}</p>${said
        .split('\n\n')
        .map((line) => `<p><b>${line.split(':')[0]}:</b>${line.split(':')[1]}</p>`)
        .join('')}`;
    return `<html><head><title>Coast Week | Captions</title></head><body>${part('Harbours, session 1', '14 May 2025', harbours)}
      ${part('Orchards, session 2', '15 May 2025', orchards)}</body></html>`;
  };

  it.each([1, 2])('with headings h%i is several sessions', (level) => {
    const { sessions } = check(page(level), [
      '2025-05-14 Harbours, session 1: Ana Lind, Ben Sen',
      '2025-05-15 Orchards, session 2: Pia Rossi, Jon Abara',
    ]);
    expect(sessions.map(({ event }) => event)).toEqual(['Coast Week', 'Coast Week']);
  });
});

describe('captions of a day', () => {
  const head = (title: string) =>
    `${title}\n12 March 2025\n\nThe following are the outputs of the real-time captioning taken during an invented forum. Although it is largely accurate, it may be incomplete.\n\n***\n\n`;
  const said = (name: string, words: string) =>
    `>> ${name}: ${words}\n\n>> MODERATOR: Thank you.\n\n>> ${name}: That is all.\n\n`;

  it('are several sessions, each with its title', () => {
    const text = `${head('WS #12 TIDES')}${said('ISOLDE MWANGI', 'Tides do not wait.')}(Session concluded)\n\n***\n\n${head('WS #13 TEXTS')}${said('JEAN FERRANT', 'Texts do.')}`;
    check(text, [
      '2025-03-12 WS #12 TIDES: ISOLDE MWANGI, MODERATOR',
      '2025-03-12 WS #13 TEXTS: JEAN FERRANT, MODERATOR',
    ]);
  });

  it('whose second has no title are one, and that is told', () => {
    const text = `${head('WS #12 TIDES')}${said('ISOLDE MWANGI', 'Tides do not wait.')}${head('').trimStart().replace('12 March 2025\n\n', '')}${said('JEAN FERRANT', 'Texts do.')}`;
    const parsed = read(text);
    expect(parsed.sessions).toHaveLength(1);
    expect(isTold(parsed)).toBe(true);
  });
});

describe('records of the United Nations', () => {
  const one = fixture('un-verbatim/ports-in-french.txt');
  const other = one
    .replaceAll('S/PV.8888', 'S/PV.8889')
    .replaceAll('8888e', '8889e')
    .replaceAll('3 juin 2025', '4 juin 2025')
    .replaceAll('03/06/2025', '04/06/2025');

  it('of two meetings in one document are two sessions', () => {
    const alone = [one, other].map((text) => read(text).sessions[0]!);
    const { sessions } = read(`${one}\f${other}`);
    expect(sessions).toEqual(alone);
    expect(sessions.map(({ date }) => date)).toEqual(['2025-06-03', '2025-06-04']);
  });

  it('that were suspended are one, and those opened twice are told', () => {
    const words = '\n\nLe Président (parle en anglais) : Je reprends la séance sur la situation des ports.\n';
    const resumed = read(`${one}\n\nLa séance est reprise à 16 heures.${words}`);
    expect([resumed.sessions.length, isTold(resumed)]).toEqual([1, false]);
    const again = read(`${one}\n\nLa séance est ouverte à 16 heures.${words}`);
    expect([again.sessions.length, isTold(again)]).toEqual([1, true]);
  });
});

describe('session pages with a report', () => {
  const report = (title: string, day: string, heading: (text: string) => string, name: string) =>
    `${heading(title)}\n${day}<h2>Session at a glance</h2><h3>Summary</h3><p>They spoke of ${title}.</p>
    <h2>Session transcript</h2><p><b>${name}:</b> We count at dawn, and we count twice, whatever the weather is like.</p>
    <p><b>Ben Sen:</b> We count by ear, since half of all the birds are heard and never seen.</p>`;
  const h1 = (text: string) => `<h1>${text}</h1>`;
  const bare = (text: string) => `<p>${text}</p>`;

  it('are several where each has its title over it, also without a day', () => {
    for (const [before, after] of [
      ['<main>', '</main>'],
      ['', ''],
    ]) {
      const parts = [report('Birds', '', h1, 'Ana Lind'), report('Boats', '', h1, 'Pia Rossi')];
      const { sessions } = check(
        `<html><body>${before}${parts.map((part) => `<article>${part}</article>`).join('')}${after}</body></html>`,
        ['no day Birds: Ana Lind, Ben Sen', 'no day Boats: Pia Rossi, Ben Sen'],
      );
      expect(sessions.map(({ findings }) => findings.map(({ text }) => text).join())).toEqual([
        'They spoke of Birds.',
        'They spoke of Boats.',
      ]);
    }
  });

  it('are one, and that is told, where no title tells the second', () => {
    const parsed = read(
      `<html><body>${report('Birds', '', h1, 'Ana Lind')}${report('boats and other things that float.', '', bare, 'Pia Rossi')}</body></html>`,
    );
    expect(parsed.sessions).toHaveLength(1);
    expect(isTold(parsed)).toBe(true);
  });
});

it('sessions of one file with one title have an id each, and keep it', async () => {
  const rapporteur = await rapporteurIn(temporaryFolder());
  const file = (last: string) => ({
    name: 'week.md',
    address: 'https://records.example/week',
    bytes: Buffer.from(
      `## Council meeting\n3 May 2025\n\n${harbours}\n\n## Council meeting\n3 May 2025\n\n${orchards} ${last}\n`,
    ),
  });
  const ingest = async (last: string) =>
    (await rapporteur.ingest([file(last)])).files[0]!.sessions.map(({ id, outcome }) => `${id} ${outcome}`);
  expect(await ingest('')).toEqual(['council-meeting-2025-05-03 added', 'council-meeting-2025-05-03-2 added']);
  expect(await ingest('')).toEqual(['council-meeting-2025-05-03 unchanged', 'council-meeting-2025-05-03-2 unchanged']);
  expect(await ingest('And pears.')).toEqual([
    'council-meeting-2025-05-03 unchanged',
    'council-meeting-2025-05-03-2 updated',
  ]);
  expect(await rapporteur.sessions()).toHaveLength(2);
  await rapporteur.close();
});

it('what was read as one session before goes on as the first of several, and is kept as a version of it', async () => {
  const rapporteur = await rapporteurIn(temporaryFolder());
  const file = (text: string) => ({
    name: 'week.md',
    address: 'https://records.example/week',
    bytes: Buffer.from(text),
  });
  const ingest = async (text: string) =>
    (await rapporteur.ingest([file(text)])).files[0]!.sessions.map(({ id, outcome }) => `${id} ${outcome}`);
  const [one] = await ingest(`# Coast Week\n\n${harbours}\n\n${orchards}\n`);
  await rapporteur.correct('coast-week', { kind: 'rename', from: 'Ana Lind', to: 'Anna Lind' });
  expect(one).toBe('coast-week added');
  const several = `# Coast Week\n\n## Session 1: Harbours\n\n${harbours}\n\n## Session 2: Orchards\n\n${orchards}\n`;
  expect(await ingest(several)).toEqual(['coast-week updated', 'session-2-orchards added']);
  expect(await rapporteur.show('coast-week')).toMatchObject({
    title: 'Session 1: Harbours',
    turns: [{ speaker: 'Anna Lind' }, {}, {}],
  });
  expect((await rapporteur.show('coast-week', undefined, 1))!.turns).toHaveLength(6);
  // Another session beside one that is the same takes nothing from it.
  expect(await ingest(several)).toEqual(['coast-week unchanged', 'session-2-orchards unchanged']);
  await rapporteur.close();
});
