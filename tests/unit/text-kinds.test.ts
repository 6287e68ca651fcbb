/**
 * Kinds of plain and HTML transcripts as their makers lay them out, each in a few hands: who says what, a turn a line as
 * `speaker (what they are) @seconds: words`; nobody is `?`, with the label as written.
 */
import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../src/records/formats/recognise.ts';
import { check } from '../fixtures/turn-lines.ts';

const two = ['Ana Lind @3: Hello everybody.', 'Bo Rask @9: Hello Ana.', 'Ana Lind @12: Let us begin.'];
const talk: [string, string, string][] = [
  ['Ana Lind', '00:03', 'Hello everybody.'],
  ['Bo Rask', '00:09', 'Hello Ana.'],
  ['Ana Lind', '00:12', 'Let us begin.'],
];
const written = (each: (name: string, time: string, words: string) => string) =>
  talk.map((part) => each(...part)).join('\n');

describe('names and times', () => {
  check(
    'after the colon',
    written((name, time, words) => `${name}: [00:${time}] ${words}\n`),
    two,
  );
  check(
    'after the colon, between tabs',
    written((name, time, words) => `${name}:\t${time}\t${words}`),
    two,
  );
  check(
    'after the colon, in brackets',
    written((name, time, words) => `${name}: (${time}) ${words}\n`),
    two,
  );
  check(
    'after a dash, over the words',
    written((name, time, words) => `${name} - ${time}\n${words}\n`),
    two,
  );
  check(
    'before a dash, over the words',
    written((name, time, words) => `${time} - ${name}\n  ${words}\n`),
    two,
  );
  check(
    'before a bar, over the words, no blank lines',
    written((name, time, words) => `${time} | ${name}\n${words}`),
    two,
  );
  check(
    'before the name, over the words',
    written((name, time, words) => `00:${time} ${name}\n${words}\n`),
    two,
  );
  check(
    'a stretch of time before a bar, a blank line under it',
    written((name, time, words) => `${time} - 00:59 | ${name}\n\n${words}\n`),
    two,
  );
  check(
    'in brackets before a dash',
    written((name, time, words) => `[00:${time}] - ${name}\n${words}\n`),
    two,
  );
  check(
    'inside bold letters',
    written((name, time, words) => `**[${time}] ${name}:** ${words}\n`),
    two,
  );
  check(
    'inside bold letters, after the name',
    written((name, time, words) => `**${name} (${time}):** ${words}\n`),
    two,
  );
  check(
    'in slanted letters beside bold ones',
    written((name, time, words) => `**${name}** *(${time})*: ${words}\n`),
    two,
  );
  check(
    'as code before bold letters',
    written((name, time, words) => `\`${time}\` **${name}**: ${words}\n`),
    two,
  );
  check(
    'in headings',
    written((name, time, words) => `### ${name} [00:${time}]\n\n${words}\n`),
    two,
  );
});

describe('what a house does', () => {
  check(
    'stands in brackets over words that go on',
    'CITY COUNCIL OF VASTERA\nRegular Meeting\nJune 3, 2025\n\nMayor Lindqvist: I call the meeting to order.\n\n[Applause]\nThank you all.\n\nMr. Ortega: The bridge is old.\n\n(Laughter)\n\nIt is.\n\nCity Clerk: Roll call.\n\nMayor Lindqvist: Proceed.\n\nNEW BUSINESS\n\nMr. Ortega: I move the item.\n\n(Crosstalk.)\nLet me finish.\n\nADJOURNMENT\n',
    [
      'Mayor Lindqvist: I call the meeting to order. Thank you all.',
      'Mr. Ortega: The bridge is old. It is.',
      'City Clerk: Roll call.',
      'Mayor Lindqvist: Proceed.',
      'Mr. Ortega: I move the item. Let me finish.',
    ],
    { title: 'CITY COUNCIL OF VASTERA', date: '2025-06-03' },
  );
  check(
    'stands in the paragraph, with a call of another, in German',
    'Präsident Jens Oller: Die Sitzung ist eröffnet.\n\nKarla Bendt (GRÜNE): Der Deich ist alt. (Beifall bei den GRÜNEN – Uwe Thoma [AfD]: Unsinn! – Heiterkeit) Wir brauchen Geld.\n\n(Zuruf des Abg. Uwe Thoma [AfD]: Wessen?)\n\nUnser Geld.\n\nPräsident Jens Oller: Herr Thoma, bitte.\n\nUwe Thoma (AfD): Ich frage nur.\n\nKarla Bendt (GRÜNE): Eines bleibt: Wasser.\n\n(Schluss: 18.20 Uhr)\n',
    [
      'Präsident Jens Oller: Die Sitzung ist eröffnet.',
      'Karla Bendt (GRÜNE): Der Deich ist alt.',
      'Uwe Thoma (AfD): Unsinn!',
      'Karla Bendt (GRÜNE): Wir brauchen Geld.',
      'Uwe Thoma (AfD): Wessen?',
      'Karla Bendt (GRÜNE): Unser Geld.',
      'Präsident Jens Oller: Herr Thoma, bitte.',
      'Uwe Thoma (AfD): Ich frage nur.',
      'Karla Bendt (GRÜNE): Eines bleibt: Wasser.',
    ],
  );
  check(
    'is told between speeches, with the clock',
    'Mrs LUND (Port Vale—Minister for Boats) (09:31): I move the bill.\n\nMr ORR: Shame.\n\nGovernment members interjecting—\n\nThe SPEAKER: Order!\n\nMrs LUND: I am done.\n\nThe DEPUTY SPEAKER (Mr Kerr): The question is put.\n\nMotion agreed to.\n\nSitting suspended from 12:00 to 13:00\n\nMr ORR: Now?\n\nHouse adjourned at 18:02\n',
    [
      'Mrs LUND (Minister for Boats, Port Vale, 09:31): I move the bill.',
      'Mr ORR: Shame.',
      'The SPEAKER: Order!',
      'Mrs LUND (Minister for Boats, Port Vale): I am done.',
      'Mr Kerr (The DEPUTY SPEAKER): The question is put.',
      'Mr ORR: Now?',
    ],
  );
});

describe('parliaments', () => {
  check(
    'in French: a full stop after the name',
    'M. le président. La séance est ouverte.\n\nLa parole est à M. Delacroix.\n\nM. Paul Delacroix. Le quai est fermé. (Applaudissements sur plusieurs bancs.)\n\nLes bateaux attendent.\n\n(M. Hugo Martel : C’est faux !)\n\nMme Claire Aubry. Qui paie ?\n\nM. le président. Le ministère.\n\nL’amendement n° 3 est adopté.\n',
    [
      'M. le président: La séance est ouverte. La parole est à M. Delacroix.',
      'M. Paul Delacroix: Le quai est fermé. Les bateaux attendent.',
      '? M. Hugo Martel: C’est faux !',
      'Mme Claire Aubry: Qui paie ?',
      'M. le président: Le ministère.',
    ],
  );
  check(
    'in Italian',
    'PRESIDENTE. La seduta è aperta.\n\nMARIO BASSI (PD). Signor Presidente, il porto è chiuso. (Applausi dei deputati del gruppo Mare)\n\nNessuno paga.\n\nPRESIDENTE. Grazie.\n\nLUCIA FERRI, Ministra dei porti. Pagheremo noi.\n\nMARIO BASSI (PD). Quando?\n',
    [
      'PRESIDENTE: La seduta è aperta.',
      'MARIO BASSI (PD): Signor Presidente, il porto è chiuso. Nessuno paga.',
      'PRESIDENTE: Grazie.',
      'LUCIA FERRI (Ministra dei porti): Pagheremo noi.',
      'MARIO BASSI (PD): Quando?',
    ],
  );
  check(
    'in Spanish',
    'El señor PRESIDENTE: Se abre la sesión.\n\nLa señora ROJAS VEGA (Grupo Mixto): El puerto está cerrado.\n\nNadie paga.\n\nEl señor MINISTRO DE PUERTOS (Soto Gil): Pagaremos. (Rumores).\n\nEl señor PRESIDENTE: Gracias.\n\nSe levanta la sesión a las dos de la tarde.\n',
    [
      'El señor PRESIDENTE: Se abre la sesión.',
      'La señora ROJAS VEGA (Grupo Mixto): El puerto está cerrado. Nadie paga.',
      'Soto Gil (El señor MINISTRO DE PUERTOS): Pagaremos.',
      'El señor PRESIDENTE: Gracias.',
    ],
  );
  check(
    'in Portuguese',
    'O Sr. Presidente: — Está aberta a sessão.\n\nO Sr. Rui Matos (PS): — O porto está fechado.\n\nAplausos do PS.\n\nNinguém paga.\n\nA Sr.ª Inês Faria (PCP): — Muito bem!\n\nO Sr. Presidente: — Obrigado.\n',
    [
      'O Sr. Presidente: Está aberta a sessão.',
      'O Sr. Rui Matos (PS): O porto está fechado. Ninguém paga.',
      'A Sr.ª Inês Faria (PCP): Muito bem!',
      'O Sr. Presidente: Obrigado.',
    ],
  );
  check(
    'in Dutch, names over the words',
    'De voorzitter:\nIk open de vergadering.\n\nDe heer Brinkman (VVD):\nDe haven is vol zand.\n\nMevrouw Aalders (D66):\nWie betaalt dat?\n\nDe vergadering wordt van 12.00 uur tot 13.00 uur geschorst.\n\nDe voorzitter:\nWe gaan verder.\n',
    [
      'De voorzitter: Ik open de vergadering.',
      'De heer Brinkman (VVD): De haven is vol zand.',
      'Mevrouw Aalders (D66): Wie betaalt dat?',
      'De voorzitter: We gaan verder.',
    ],
  );
  check(
    'in Japanese',
    '○議長（田中太郎君）　会議を開きます。\n\n○国務大臣（佐藤花子君）　港は閉鎖されています。\n（拍手）\n\n○議長（田中太郎君）　以上です。\n',
    [
      '田中太郎君 (議長): 会議を開きます。',
      '佐藤花子君 (国務大臣): 港は閉鎖されています。',
      '田中太郎君 (議長): 以上です。',
    ],
  );
  check(
    'in Korean',
    '○위원장 김철수 회의를 시작하겠습니다.\n\n○이영희 위원 항구가 닫혔습니다.\n\n○위원장 김철수 감사합니다.\n',
    ['위원장 김철수: 회의를 시작하겠습니다.', '이영희 위원: 항구가 닫혔습니다.', '위원장 김철수: 감사합니다.'],
  );
  check(
    'of Europe: a full stop and a dash',
    'President. – The debate is closed.\n\nAna Lindholm, on behalf of the PPE Group. – Mr President, the port is full of sand.\n\nWe need ships.\n\nBruno Keller (S&D), in writing. – Nobody pays.\n\nPresident. – Thank you.\n\nAna Lindholm (PPE). – You are welcome.\n',
    [
      'President: The debate is closed.',
      'Ana Lindholm (on behalf of the PPE Group, PPE): Mr President, the port is full of sand. We need ships.',
      'Bruno Keller (S&D): Nobody pays.',
      'President: Thank you.',
      'Ana Lindholm (on behalf of the PPE Group, PPE): You are welcome.',
    ],
  );
  check(
    'of the United States: a full stop, lines broken, marks of pages',
    '[Congressional Record Volume 9, Number 1 (Tuesday, June 3, 2025)]\n[House]\n\n                     THE PORT ACT\n\n  Mr. LUND of Maine. Mr. Speaker, the port is old. It\nis also small.\n  I reserve my time.\n  The SPEAKER pro tempore. The gentlewoman is recognized.\n  Ms. McVEY. Mr. Speaker, we have\n\n[[Page H12]]\n\nno money.\n  Mr. LUND of Maine. I yield back.\n                          ____________________\n',
    [
      'Mr. LUND of Maine: Mr. Speaker, the port is old. It is also small. I reserve my time.',
      'The SPEAKER pro tempore: The gentlewoman is recognized.',
      'Ms. McVEY: Mr. Speaker, we have no money.',
      'Mr. LUND of Maine: I yield back.',
    ],
    { date: '2025-06-03' },
  );
});

describe('labels that are not trusted', () => {
  check(
    'begin a turn of nobody, who is not the speaker before',
    'Ana Lind: We begin.\n\nBo Rask: Yes.\n\nremote caller: Hello from the phone.\n\nIt is raining here.\n\nAna Lind: Hello.\n\nBo Rask: Sure.\n\nAna Lind: Fine.\n',
    [
      'Ana Lind: We begin.',
      'Bo Rask: Yes.',
      '? remote caller: Hello from the phone. It is raining here.',
      'Ana Lind: Hello.',
      'Bo Rask: Sure.',
      'Ana Lind: Fine.',
    ],
  );
  check(
    'are initials of interviews',
    'I: How long?\n\nR1: Twenty years.\n\nIt was different then.\n\nI: And you?\n\nR2: Ten.\n\nI: Who mends the road?\n\nR1: Nobody.\n',
    [
      '? I: How long?',
      'R1: Twenty years. It was different then.',
      '? I: And you?',
      'R2: Ten.',
      '? I: Who mends the road?',
      'R1: Nobody.',
    ],
  );
  check('are voices, each of them one', 'SPEAKER_00: We begin.\nSPEAKER_01: Yes.\nSPEAKER_00: Good.\n', [
    '? SPEAKER_00: We begin.',
    '? SPEAKER_01: Yes.',
    '? SPEAKER_00: Good.',
  ]);
});

describe('panels in which each speaks once', () => {
  check(
    'have names before a colon',
    'Round table on tides\n\nMaria Ostrowska: We measure them.\n\nThe sea does not wait.\n\nKwame Boateng: The sea took the school.\n\nNobody measured that.\n\nIngrid Solheim: We have a gauge. It works.\n',
    [
      'Maria Ostrowska: We measure them. The sea does not wait.',
      'Kwame Boateng: The sea took the school. Nobody measured that.',
      'Ingrid Solheim: We have a gauge. It works.',
    ],
    { title: 'Round table on tides' },
  );
  check(
    'have names over the words, with where they are from',
    'Tide forum\n\nMaria Ostrowska, Tide Institute\nWe measure them every day.\n\nKwame Boateng, Town of Ada\nThe sea took the school.\n\nIngrid Solheim\nThe gauge still works.\n',
    [
      'Maria Ostrowska (Tide Institute): We measure them every day.',
      'Kwame Boateng (Town of Ada): The sea took the school.',
      'Ingrid Solheim: The gauge still works.',
    ],
  );
  it('are told from a report with headings', () => {
    const text =
      'Harbour Trade\nThe harbour trade grew in May. It was a good month.\n\nNew Boats\nTwo new boats came. They are blue.\n\nSea Walls\nThe sea walls hold. Nobody doubts the walls.\n';
    const { sessions } = parseRecord({ name: 'x.txt', text, address: null });
    expect(sessions.flatMap(({ speakers }) => speakers)).toEqual([]);
  });
});

describe('notes of assistants', () => {
  it('above the transcript are the report of an AI, and nobody says them', () => {
    const text =
      'Quick recap\nThe team spoke of kites.\n\nNext steps\n- Ana: buy string\n- Bo: call the shop\n\nTranscript\n\n[00:01] Ana Lind: Hello.\n[00:04] Bo Rask: Hello Ana.\n[00:09] Ana Lind: Let us buy string.\n';
    const [session] = parseRecord({ name: 'x.txt', text, address: null }).sessions;
    expect(session!.turns.map(({ speaker, text: words }) => `${speaker}: ${words}`)).toEqual([
      'Ana Lind: Hello.',
      'Bo Rask: Hello Ana.',
      'Ana Lind: Let us buy string.',
    ]);
    expect(session!.findings.map(({ kind, by, text: words }) => [kind, by, words])).toEqual([
      ['summary', undefined, 'The team spoke of kites.'],
      ['action item', undefined, 'Ana: buy string'],
      ['action item', undefined, 'Bo: call the shop'],
    ]);
  });
  it('below the transcript, too', () => {
    const text =
      'Ana Lind: Hello.\n\nBo Rask: Hello Ana.\n\nAna Lind: Let us buy string.\n\nAction items\n\n- Ana: buy string\n\nEnd of transcript\n';
    const { sessions, leftOut } = parseRecord({ name: 'x.txt', text, address: null });
    expect(sessions[0]!.turns).toHaveLength(3);
    expect(sessions[0]!.findings.map(({ kind, text: words }) => [kind, words])).toEqual([
      ['action item', 'Ana: buy string'],
    ]);
    expect(leftOut!.map(({ why }) => why)).toContain('lines of the program that made the record');
  });
});

describe('front matter', () => {
  check(
    'is no speech, and tells the title, the day and the recording',
    '---\ntitle: "How piers are paid"\ndate: 2025-06-03\nspeakers:\n  - Ana Lind\nvideo: https://www.youtube.com/watch?v=x\n---\n\nThe pier is old. It leaks.\n\nNobody pays for it. That is all.\n',
    ['?: The pier is old. It leaks.', '?: Nobody pays for it. That is all.'],
    {
      title: 'How piers are paid',
      date: '2025-06-03',
      page: { address: 'https://www.youtube.com/watch?v=x', placeBy: 'seconds' },
    },
  );
});

describe('days', () => {
  it.each([
    ['Mardi 3 juin 2025, à 15 heures', '2025-06-03'],
    ['martes 3 de junio de 2025', '2025-06-03'],
    ['Вторник, 3 июня 2025 года', '2025-06-03'],
    ['2025年6月3日星期二', '2025-06-03'],
    ['Berlin, Dienstag, den 3. Juni 2025', '2025-06-03'],
  ])('%s', (day, date) => {
    const text = `Port talk\n${day}\n\nAna Lind: We begin.\n\nBo Rask: Yes.\n\nAna Lind: Good.\n`;
    expect(parseRecord({ name: 'x.txt', text, address: null }).sessions[0]).toMatchObject({ date });
  });
  it('of the making are not those of the sitting', () => {
    const text = 'Port talk\n\nGenerated on 9 June 2025\n\nAna Lind: We begin.\n\nBo Rask: Yes.\n\nAna Lind: Good.\n';
    expect(parseRecord({ name: 'x.txt', text, address: null }).sessions[0]).toMatchObject({ date: null });
  });
});

describe('a page of an archive', () => {
  const page = (title: string, day: string, name: string) =>
    `${title}\n\n${day} 09:00h - 09:45h\n\nSession at a glance\n\nSummary\n\nThe session on ${title} was short.\n\nFull session report\n\nIt was held in a harbour.\n\nSession transcript\n\n${name}: We begin with ${title} at once.\n\n`;
  it('that prints several sessions is read as several', () => {
    const text = `${page('Kites', '11 Jul 2025', 'Ana Lind')}${page('Lamps', '12 Jul 2025', 'Bo Rask')}`;
    const { sessions, problems } = parseRecord({ name: 'x.txt', text, address: null });
    expect(sessions.map(({ title, date, turns }) => [title, date, turns[0]?.text])).toEqual([
      ['Kites', '2025-07-11', 'We begin with Kites at once.'],
      ['Lamps', '2025-07-12', 'We begin with Lamps at once.'],
    ]);
    expect(problems[0]?.message).toMatch(/^2 sessions are printed on this page/);
  });
});
