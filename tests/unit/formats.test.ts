/** What each layout is read into, on the fixtures: a turn a line, `speaker | seconds of each time | words`. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/records/formats/decode.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';
import type { Session } from '../../src/session.ts';

/** `problems` are those besides what every record is told of: that it names no speakers, or gives no times; and what is left out, `leftOut`, is looked at where it is given. */
function check(
  file: string,
  expected: {
    facts?: object;
    turns: string[];
    problems?: [number | null, RegExp][];
    told?: RegExp[];
    leftOut?: [number, RegExp][];
  },
) {
  it(`reads ${file}`, () => {
    const { text } = decode(readFileSync(new URL(`../fixtures/${file}`, import.meta.url)));
    const parsed = parseRecord({ name: `tests/fixtures/${file}`, text, address: null });
    const { sessions } = parsed;
    const [left = [], problems = []] = [true, false].map((isLeft) =>
      parsed.problems.filter(({ message }) => message.startsWith('Left out as') === isLeft),
    );
    if (expected.leftOut)
      expect(left.map(({ line, message }) => [line, message])).toEqual(
        expected.leftOut.map(([line, message]) => [line, expect.stringMatching(message)]),
      );
    expect(sessions.flatMap(({ turns }) => turns.map(asLine))).toEqual(expected.turns);
    expect(sessions[0] ?? {}).toMatchObject(expected.facts ?? {});
    const all = [
      ...(expected.problems ?? []),
      ...(expected.told ?? toldOf(expected.turns)).map((message): [null, RegExp] => [null, message]),
    ];
    expect(problems.map(({ line, message }) => [line, message])).toEqual(
      all.map(([line, message]) => [line, expect.stringMatching(message)]),
    );
  });
}

function toldOf(turns: string[]): RegExp[] {
  const unknown = turns.filter((turn) => turn.startsWith('? |')).length;
  if (turns.length === 0) return [];
  return [
    ...(unknown === turns.length
      ? [/^No speaker is named/]
      : unknown > 0
        ? [new RegExp(`^${unknown === 1 ? 'One turn names' : `${unknown} turns name`} no speaker`)]
        : []),
    ...(turns.every((turn) => turn.split(' | ')[1] === '') ? [/^No times of a recording/] : []),
  ];
}

function asLine({ speaker, text, times }: Session['turns'][number]): string {
  return `${speaker ?? '?'} | ${times.map(({ offset, seconds }) => (offset === 0 ? seconds : `${text.slice(offset).split(' ')[0]}@${seconds}`)).join(' ')} | ${text}`;
}

const chatLeftOut: [null, RegExp] = [null, /chat, not speech; left out$/];

describe('WebVTT', () => {
  check('web-vtt/zoom-meeting.vtt', {
    facts: { title: 'Dune Watch weekly call', date: '2025-04-02', kind: 'captions' },
    turns: [
      'Mira Castellan | Dune Watch | 4.1 | Good morning. Can everybody hear me?',
      'sandfox | 8 | Loud and clear.',
      "Mira Castellan | Dune Watch | 9.5 The@14.2 | Then let's start. Note: we record this. The new fence holds 2.5 meters of sand & costs less.",
      'Teodor Blum (Shoreline) | 20 | Question: who paid for it?',
      'sandfox | 24.1 | The town did.',
    ],
  });
  check('web-vtt/zoom-guests.vtt', {
    turns: [
      'Orla Finch (she/her) | 1 | One thing: this call is invented.',
      'Benno | Kite Club | 4.5 | Is it?',
      'Orla Finch (she/her) | 5.5 | Who is there?',
      'iPhone | 9 | Yes: I am.',
      '? | 10 | This cue has no name.',
      '0xkite.eth | 13 | I am, too.',
      '? | 14 | I am on the phone.',
      'Benno | Kite Club | 15 | So am I.',
    ],
  });
  check('web-vtt/teams-meeting.vtt', {
    facts: { title: 'teams-meeting', date: null },
    turns: [
      'Ilse Marbach | 3.389 We@7 | Welcome to the harbour committee. We have one topic.',
      'Rune Okafor (Guest) | 10 | Is it the tide gauge?',
      'Ilse Marbach | 10 | It is.',
      '? | 13 | I cannot see the slides.',
    ],
  });
  check('web-vtt/marked-captions.vtt', {
    turns: [
      '? | 0 | Hello.',
      '? | 0 | Hi there.',
      'ANA LIND | 2 | Well.',
      'BO RASK | 4 And@5 | One thing: it rained. And more.',
      '? | 6 | Who said so?',
    ],
  });
  check('web-vtt/rolling-captions.vtt', {
    facts: { kind: 'automatic transcript', language: 'en' },
    turns: [
      '? | 0 today@2.01 and@4.01 | welcome to the invented channel today we plant dune grass and we count the crabs',
    ],
  });
});

describe('SubRip', () => {
  check('sub-rip/harbour-walk.srt', {
    turns: [
      'ANNELIE VOSS | 1 It@4.5 | This walk is invented. We start at the old mole. It was built in 1911.',
      'BRAM OYELARAN | 6.5 | Who built it?',
      'ANNELIE VOSS | 8.5 | The fishers. One thing is sure: it leaks.',
      '? | 12.5 | Does it?',
      '? | 12.5 | Every spring.',
    ],
  });
});

describe('plain text', () => {
  check('plain-text/reading-circle.txt', {
    facts: { title: 'Reading circle on invented maps', date: '2025-05-06' },
    turns: [
      "Noor Halvorsen |  | Welcome to all of you. Today's map shows an island that is not there.",
      'Pavel Quist |  | Who drew it?',
      'Noor Halvorsen |  | Nobody knows. One rule holds: never trust a coast without names. It has been copied ever since. Question: that is what I would ask first, too.',
      'Pavel Quist |  | And Note: the legend is missing.',
    ],
  });
  check('plain-text/otter-export.txt', {
    turns: [
      'Lena Marsh | 3 | Hello and welcome to an invented show. We meet at 10:30 every week.',
      '? | 12 | Thank you for having me.',
      '? | 15 | And me.',
      'Lena Marsh | 3727 | That was it for today.',
    ],
  });
  check('plain-text/otter-header.txt', {
    facts: { title: 'Kite meeting', date: '2025-03-04' },
    turns: ['Orla Finch | 2 | We begin.', '? | 10 | Yes.', 'Benno Kray | 3615 | No.'],
  });
  check('plain-text/stenographer-capitals.txt', {
    turns: [
      'DORA |  | Check, check. All right, everyone, please welcome Kit.',
      'KIT |  | Hello. This talk is invented, and it is about kites: they sink. There is a second paragraph. It says what a kite of PAPER: weighs.',
      'AUDIENCE MEMBER |  | Wow!',
      '? |  | Indeed. And it weighs a gram.',
      'AUDIENCE MEMBER |  | A gram?',
      'KIT |  | A gram.',
    ],
  });
  check('plain-text/bracketed-voices.txt', {
    turns: ['? | 1 | This recording is invented.', '? | 5 | Is it?', '? | 7 | It is.'],
  });
  check('plain-text/voices-in-parentheses.txt', {
    turns: ['? |  | This recording is invented.', '? |  | Is it?', '? |  | It is.'],
  });
  check('plain-text/dashed-seconds.txt', { turns: ['? | 0 | This recording is invented.', '? | 4.2 | Is it?'] });
  check('plain-text/names-over-words.txt', {
    facts: { title: 'Invented call' },
    turns: [
      'Orla Finch |  | This call is invented.',
      'okf |  | Is it?',
      'Orla Finch |  | It is. We have three lines here.',
      'okf |  | Good.',
      'Benno (Kite Club) |  | I speak once.',
      'Orla Finch |  | Noted.',
      'okf |  | And I go on.',
      'Orla Finch |  | Good.',
      'okf |  | Bye.',
    ],
  });
  check('plain-text/bracketed-names.txt', {
    turns: ['Orla Finch |  | This call is invented.', 'Benno Kray |  | Is it?', 'Orla Finch |  | It is.'],
  });
  check('plain-text/sitting.txt', {
    facts: { title: 'DEBATE ON KITES' },
    turns: [
      'HON. O. A. FINCH |  | Mr. Speaker, the house has one kite: it is mine.',
      'HON. B. KRAY |  | Shame!',
      'MR. SPEAKER |  | Order! One thing: no shouting.',
      'HON. D. LUND |  | Hear, hear!',
      'HON. O. A. FINCH |  | I thank you.',
      'HON. PROF. B. KRAY |  | For what?',
      'HON. O. A. FINCH |  | For the kite of HON. B. KRAY.',
    ],
  });
  check('plain-text/dashes.txt', {
    facts: { title: 'Kite club, 3 May 2025', date: '2025-05-03' },
    turns: [
      'Ana Lind |  | This is invented: all of it.',
      'Bo Rask |  | Is it? I had hoped - as you know - for a kite. It would be red.',
      'Ana Lind |  | It is.',
      'Bo Rask |  | Good.',
      'Dr. Kit Vo |  | One question: who flies it?',
    ],
  });
  check('plain-text/dashes-in-prose.txt', {
    turns: [
      '? |  | The kite club met again – as it does every year – in the harbour. Nobody knew why.',
      '? |  | Ana Lind – the founder of the club – told of the first kite. It was red.',
      '? |  | Bo Rask – a friend – disagreed. He had a blue one.',
      '? |  | Then they all went home – it was late.',
    ],
  });
  check('plain-text/names-in-headings.md', {
    facts: { title: 'Kite call 2025-05-03', date: '2025-05-03' },
    turns: [
      'Ana Lind |  | This is invented. And so is that: all.',
      'Bo Rask | 62 | Is it?',
      'Ana Lind |  | It is. It flies.',
      'Bo Rask |  | Good.',
      'Kit Vo |  | I came late.',
      "? |  | This is nobody's.",
    ],
    leftOut: [
      [3, /headings/],
      [5, /words before the first speaker \(3 words/],
    ],
  });
  check('plain-text/times-with-guests.txt', {
    turns: [
      ...['okf', 'Benno Kray', 'okf', 'Dora Lund', 'okf', 'Benno Kray'].map(
        (name, line) => `${name} | ${line} | This is line ${line}, and it is said.`,
      ),
      'okf | 6 This@7 | This is line 6, and it is said. This is line 7, and it is said.',
      'Dora Lund | 8 | This is line 8, and it is said.',
      '? | 9 | Kit Vo (guest) I have no colon.',
      '? | 10 | I speak once.',
      'okf | 11 | Bye.',
    ],
  });
  check('plain-text/bold-times.md', {
    turns: [
      'Orla | 0 | This podcast is invented. Have you ever lost a kite?',
      'Benno | 6 | Twice.',
      'Orla | 8 | Tell us, **please**, how it went. I said: hold it!',
      'Benno | 3610 | The line broke.',
    ],
  });
  check('plain-text/diarised.txt', {
    facts: { title: 'diarised' },
    turns: [
      '? |  | Welcome. I will check whether there are questions. It seems there is one.',
      '? |  | Yes. How deep is the well?',
    ],
  });
  check('plain-text/whisper-lines.txt', {
    turns: ['? | 0 It@4.5 times.@9 | This recording is invented. It has no speakers, only times.'],
  });
  check('plain-text/counted-seconds.txt', {
    turns: ['? | 0 | This dialogue is invented.', '? | 4.2 | Is it?', '? | 6.05 | It is.'],
  });
  check('plain-text/panel-questions.txt', {
    turns: [
      'MODERATOR |  | Welcome to an invented panel.',
      'DR. LIND |  | Thank you. There is one thing: water.',
      '? |  | And who pays?',
      'DR. LIND |  | We do.',
      'MODERATOR |  | Thank you.',
    ],
  });
  check('plain-text/unlabelled.txt', {
    turns: [
      '? |  | This talk is invented. It was written for tests and nobody gave it.',
      "? |  | A second paragraph may be somebody else's. Who can tell?",
    ],
  });
});

describe('live captions', () => {
  check('live-captions/igf-style.txt', {
    facts: { title: 'INVENTED FORUM 2025 – DAY 2 – WS #12 TIDES AND TEXTS', date: '2025-03-12', kind: 'captions' },
    turns: [
      'MODERATOR |  | Good morning. Welcome to this multi‑stakeholder session. We have two speakers.',
      'ISOLDE MWANGI |  | Thank you. My point: tides do not wait. [ Audio fading in and out ] They never did.',
      '? |  | Can you speak up?',
      'ATTENDEE |  | I agree.',
      'ATTENDEE |  | I do not.',
      'JEAN‑LUC FERRANT |  | Merci.',
    ],
  });
  check('live-captions/steno.txt', {
    turns: [
      '? |  | Awesome, thank you. So this is an invented talk, wrapped at forty columns by an invented stenographer. It has two paragraphs.',
      '? |  | What?!',
      '? |  | Yes! Really.',
    ],
  });
});

describe('UN transcripts', () => {
  const facts: Partial<Session> = {
    title: 'Invented Council, 42nd meeting',
    date: '2025-06-03',
    kind: 'automatic transcript',
    language: 'en',
    page: { address: 'https://transcripts.example.org/en/ic/42', placeBy: 'seconds' },
    speakers: [
      { name: 'President (Freedonia)', otherNames: [], role: 'President', affiliation: 'Freedonia' },
      { name: 'Ottilie Brandreth', otherNames: [], role: 'Representative', affiliation: 'Sylvania' },
    ],
  };
  check('un-transcript-json/invented-council.json', {
    facts: { ...facts, event: 'Invented Council' },
    turns: [
      'President (Freedonia) | 12.2 I@14.1 | The meeting is open. I give the floor to Sylvania.',
      'Ottilie Brandreth | 20 We@22.5 | Thank you, Madam President. We agree.',
      '? | 30 | The microphone is off.',
      '? | 33 | It is on now.',
    ],
  });
  check('un-transcript-text/invented-council.txt', {
    facts: { ...facts, event: 'Meetings' },
    turns: [
      'President (Freedonia) | 12 | The meeting is open. I give the floor to Sylvania.',
      'Ottilie Brandreth | 20 We@3620 | Thank you, Madam President. We agree. We still agree.',
    ],
  });
});

describe('interchange JSON', () => {
  check('interchange/two-sessions.jsonl', {
    facts: { id: 'kites-1', title: 'Invented kites, part one', date: '2025-07-01', event: 'Kite Days' },
    turns: [
      'Orla | 1.5 | A kite  is a wing .',
      'Benno |  | ',
      'Orla |  | It is.',
      'Benno |  | We go on.',
      '? |  | Who is there?',
    ],
    problems: [
      [2, /^not whole JSON/],
      [4, /^turns: .*left out/],
    ],
    told: [/^One turn names no speaker/, /^In 1 of 2 sessions: No times/],
  });
  check('interchange/one-session.json', {
    facts: { id: null, title: 'An invented talk' },
    turns: ['Orla |  | Hello.', '? |  | Hello to you.'],
  });
});

describe('output of speech recognisers', () => {
  const facts = { kind: 'automatic transcript' };
  check('whisper-json/whisper.json', {
    facts: { ...facts, language: 'en' },
    turns: ['? | 0 It@3.5 | This recording is invented. It has two voices.'],
  });
  check('whisper-json/whisperx.json', {
    facts,
    turns: [
      '? | 0 It@3.5 | This recording is invented. It has two voices.',
      '? | 6.5 | Has it?',
      'Orla Finch | 8.5 | It has.',
      '? | 9.5 | Hm.',
    ],
  });
  check('whisper-json/whisper-cpp.json', {
    facts: { ...facts, language: 'en' },
    turns: ['? | 0 It@2.5 | This recording is invented. It is.'],
  });
  check('whisper-json/bare-segments.json', { facts, turns: ['? | 0 | This recording is invented.', '? | 2 | Is it?'] });
  check('whisper-json/segments-a-line.jsonl', {
    facts,
    turns: ['Orla Finch | 0 It@1 | This recording is invented. It has two lines.'],
  });
  check('assembly-ai-json/sentences.json', { facts, turns: ['? | 0.25 | Is it invented?', '? | 2.5 | It is.'] });
  check('deepgram-json/channels.json', { facts, turns: ['? | 0.1 | Is it?', '? | 0.8 | Yes.', '? | 2 | Well.'] });
  check('assembly-ai-json/utterances.json', {
    facts: { ...facts, language: 'en-us' },
    turns: ['? | 0.25 I@1.5 | Is it invented? I ask.', '? | 2.5 | It is.'],
  });
  check('assembly-ai-json/words.json', { facts, turns: ['? | 0.25 I@1.5 It@2.5 | Is it invented? I ask. It is.'] });
  check('deepgram-json/words.json', {
    facts: { ...facts, language: 'en' },
    turns: ['? | 0.25 | Is it invented?', '? | 2.5 | It is.'],
  });
  check('deepgram-json/paragraphs.json', { facts, turns: ['? | 0.25 | Is it invented?', '? | 2.5 | It is.'] });
});

describe('minutes and notes', () => {
  check('irc-log/irc-log.txt', {
    facts: { title: 'Invented Kite Group', date: '2025-02-04', kind: 'automatic transcript' },
    turns: [
      'Orla Finch |  | Hello everyone this call is invented. Any updates: benno please.',
      'benno |  | We have one kite. and a line.',
      'Orla Finch |  | Thank you bye.',
    ],
    problems: [chatLeftOut],
  });
  check('irc-log/below-nicks.txt', {
    facts: { title: 'Invented Kite Group', date: '2024-03-05' },
    turns: ['Orla |  | This log is invented and so is the kite which has 3 tails', 'Bram |  | why three? two would do'],
    problems: [[null, /^2 lines are chat, not speech/]],
  });
  check('irc-log/page.html', {
    facts: { date: '2024-03-12' },
    turns: ['Orla |  | The line & the tail are new', 'bram |  | are they dear?'],
    problems: [[null, /^One line is chat, not speech/]],
  });
  check('irc-log/without-times.txt', {
    turns: ['Orla |  | The line is new and long', 'bram |  | is it dear?'],
    problems: [[null, /^One line is chat, not speech/]],
  });
  check('irc-log/initials.txt', {
    turns: [
      'Ana Lind |  | We begin with the boats. and the nets.',
      'Ben Rask |  | The harbour is full.',
      'Dora Maar |  | Of what?',
      '? |  | Of sand.',
      'Ana Lind |  | Thank you.',
    ],
    problems: [[null, /^One line is chat, not speech/]],
  });
  check('irc-log/days-of-the-week.txt', {
    turns: [
      'Orla |  | Who has a kite?',
      '? |  | Lines: we count them first ... and then the tails',
      'benno |  | Mine is red. It has one fault: it sinks.',
      'Orla |  | Then it is a boat. Let us adjourn.',
    ],
    problems: [chatLeftOut],
  });
  check('w3c-minutes-text/mailed.txt', {
    facts: { title: 'Accessible Kites Working Group Teleconference', date: '2025-03-04', kind: 'notes' },
    turns: [
      'Ana |  | hello everyone, this call is invented from the beginning to the end: nobody was there and nothing in it was said',
      'Ben |  | shall we start',
      'Ana |  | yes',
      'Kit |  | line 12 is the longest',
      'Carol |  | I came late',
    ],
    problems: [
      [null, /^2 lines are chat/],
      [null, /^3 notes of the scribe name nobody/],
    ],
  });
  check('w3c-minutes-text/older.txt', {
    facts: { title: 'Kite Activity Teleconference', date: '2014-02-06' },
    turns: [
      'Orla |  | we begin with the strings, of which there are very many so that is that',
      'Benno K |  | I would say that it follows from the note on page 3: note: strings are long',
      'Orla |  | thank you',
    ],
    problems: [[null, /^2 lines are chat/]],
  });
  check('w3c-minutes-text/copied.txt', {
    facts: { title: 'Kite Community Group', date: '2025-03-11' },
    turns: ['Ana |  | we begin with the lines and the tails', 'Bo |  | why?', 'Kit Vo |  | because they fly'],
    problems: [[null, /^One line is chat/]],
  });
  check('w3c-minutes-html/scribe-perl-spans.html', {
    facts: {
      date: '2025-10-02',
      speakers: [
        { name: 'orla', otherNames: [] },
        { name: 'benno', otherNames: ['Benno'] },
      ],
    },
    turns: [
      'orla |  | (shows a kite) it has a tail the tail is long and it is … well … wet',
      'benno |  | why is it wet? I mean the tail not the line',
    ],
    problems: [chatLeftOut],
  });
  check('w3c-minutes-html/ccg-style.html', {
    facts: {
      title: 'Invented Weekly Teleconference',
      date: '2025-04-08',
      kind: 'automatic transcript',
      speakers: [
        { name: 'Orla Finch', otherNames: ['Orla_Finch'] },
        { name: 'Benno Kray', otherNames: [] },
        { name: 'Dora Lund (Kite Club)', otherNames: ['Dora_Lund_(Kite_Club)'] },
      ],
    },
    turns: [
      "Orla Finch |  | Hello everyone this is invented. It's about kites & lines.",
      'Benno Kray |  | We have one. It flies.',
      'Dora Lund (Kite Club) |  | So do mine.',
    ],
    problems: [chatLeftOut],
  });
  check('w3c-minutes-html/scribe-perl.html', {
    facts: { title: 'Invented WG', date: '2025-11-12', kind: 'notes' },
    turns: ['Orla |  | Let us begin with the line. it broke twice.', 'Dora |  | Was it wet?', 'Orla |  | It was.'],
    problems: [chatLeftOut],
  });
  check('meeting-notes/plenary.md', {
    facts: {
      title: '7th Invented Plenary Meeting',
      date: '2026-01-20',
      kind: 'notes',
      speakers: [
        { name: 'Orla Finch', otherNames: ['OFI'], affiliation: 'Kite Club' },
        { name: 'Benno Kray', otherNames: ['BKR', 'bkr'], affiliation: 'Line Works' },
        { name: 'Dora Lund', otherNames: ['DLU'], affiliation: null },
      ],
    },
    turns: [
      'Orla Finch |  | All right, welcome. This meeting is invented.',
      'Benno Kray |  | Thank you. One question: is it?',
      '? |  | It is a paragraph without a name.',
      'Orla Finch |  | It is.',
      'Dora Lund |  | I have no row in the table.',
      'Orla Finch |  | Nor do you need one.',
      'Dora Lund |  | Kites are next.',
      'Benno Kray |  | Good.',
    ],
  });
  check('meeting-notes/group-minutes.md', {
    facts: { title: 'Invented WG Minutes 13.11.2025', date: '2025-11-13' },
    turns: [
      'Orla |  | We have the slides at https://example.org/slides.',
      'Benno |  | Please add your name.',
      'Orla |  | Let us look at the agenda. and at the kites.',
      'Dora |  | Mine is red.',
      'Benno |  | Noted.',
    ],
  });
});

describe('notes of other groups', () => {
  check('meeting-notes/people-in-a-paragraph.md', {
    facts: { date: '2014-01-28' },
    turns: [
      'Orla Finch |  | Nine kites came, none sank. We now have a harbour of our own.',
      'Benno M. Kray |  | Who pays for it?',
      '? |  | BMK/DL: High tide may lift them.',
      'Dora Lund |  | The bowline holds',
      '? |  | It slips when it is wet.',
      'Kit Voss |  | I tie two of them, as follows: left over right.',
    ],
    problems: [[null, /^One point of a list names nobody/]],
  });
  check('meeting-notes/small-names.md', {
    facts: { date: '2022-03-22' },
    turns: [
      'benno |  | a tail keeps the kite upright. it need not be long.',
      'dora lund |  | mine has none.',
      'okf |  | (no audio)',
      'orla finch |  | it was the wind, not the tail.',
      'benno |  | proposal: we measure it.',
      'okf |  | if the wind holds.',
      'Kit Voss |  | there is a rule about wind and about trees.',
      'benno |  | the tree is marked.',
      'okf |  | which of them?',
      'orla finch |  | all of them.',
    ],
    problems: [[null, /points of lists name nobody/]],
  });
  check('meeting-notes/wrapped.md', {
    facts: { title: 'KITE Interim Meeting', date: '2017-06-06' },
    turns: [
      '? |  | Okf gives a summary of the harbour.',
      'Orla Finch |  | the ferry leaves at nine and it takes everybody who has a kite. We meet under the: lamp.',
      'Benno |  | which lamp?',
      'Dora |  | the red one.',
      'Orla Finch |  | it is green now. it was red before.',
      'Dora |  | fine.',
      'Benno |  | fine with me.',
    ],
    // Under "Agenda review" people speak.
    problems: [[null, /^2 points of lists name nobody; left out/]],
  });
});

describe('parliaments', () => {
  check('hansard-html/boxes.html', {
    facts: { title: 'ORDERS OF THE DAY', date: '1999-08-26' },
    turns: [
      '? |  | Kite Bill. The question is that it be read a second time.',
      'DR O. FINCH |  | Thank you Mr Speaker. A kite needs wind, a line and a tail, and we have none of the three: none. It is the lamplight of this harbour that I want to see again before the winter.',
      'MR SPEAKER |  | Order.',
      'HON. DR B. KRAY |  | The lamp is broken.',
      'DR O. FINCH |  | So is the kite. NOTICE OF MOTION: lamps.',
    ],
  });
  check('hansard-html/bold-names.html', {
    facts: { title: 'Questions on kites', date: '2025-03-12' },
    turns: [
      'Hon. Orla Finch |  | Mr. Speaker, the kite is old. It is very old.',
      'Benno Kray |  | Who mends it?',
      'Some hon. members |  | Oh, oh!',
      'The Speaker |  | Order.',
      'DORA LUND (Line) |  | Nobody does.',
    ],
  });
  check('hansard-html/names-beside.html', {
    facts: { title: 'Kites', date: '2025-03-12' },
    turns: [
      'Orla Finch |  | I beg to move. It is dark.',
      'Benno Kray |  | Who pays?',
      'Ms LUND |  | Nobody does.',
      'Mr Kray |  | Shame!',
    ],
  });
  check('hansard-html/dashes.html', {
    facts: {
      speakers: [
        { name: 'Mr BENNO KRAY', affiliation: 'Kelp Bay – Minister for Kites' },
        { name: 'Mr ACTING SPEAKER', affiliation: null },
        { name: 'Ms Orla Finch', affiliation: 'North Mole' },
      ],
    },
    turns: [
      'Mr BENNO KRAY |  | Mr Acting Speaker, we have nine kites, and the tenth is being sewn as we speak.',
      'Mr ACTING SPEAKER |  | I thank the Minister.',
      'Ms Orla Finch |  | Who sews it?',
      '? |  | Motion – by leave – agreed to.',
      'Mr BENNO KRAY |  | My aunt does.',
    ],
  });
  check('hansard-html/speeches.xml', {
    facts: { title: 'Lamps of the harbour', date: '2025-03-12' },
    turns: [
      'Ana Lind |  | I beg to move. Mr Speaker — it is dark.',
      "Ravi Sen O'Hara |  | Who pays?",
      '? |  | Question put.',
      'Ana Lind |  | We do.',
    ],
  });
  check('hansard-html/akoma-ntoso.xml', {
    facts: { title: 'Debate on kites', date: '2024-11-05' },
    turns: ['Hon. Orla Finch |  | Kites are dear.', 'Mr. Kray |  | They are not. Mine was cheap.', '? |  | (Laughter)'],
  });
  check('hansard-html/sitting.html', {
    facts: { title: 'DEBATE ON KITES', date: '2025-03-12', kind: 'official record' },
    turns: [
      'HON. O. A. FINCH |  | Madam Speaker, kites are dear.',
      'HON. B. KRAY |  | Shame!',
      'HON. O. A. FINCH |  | They are, and …',
      'HON. B. KRAY |  | Very bad.',
      'HON. O. A. FINCH |  | … they stay so.',
      'HON. D. LUND |  | You can take my kite.',
      'HON. O. A. FINCH |  | I thank you.',
      'HON. B. KRAY |  | Hogwash!',
      'HON. O. A. FINCH |  | It is from the U.S. – and it flies. The harbour has 12 of them. Mr. Lund sold them. (Laughter)',
      'MADAM SPEAKER |  | Order, order! I now adjourn.',
      '? |  | The Parliament adjourned at 5.30 p.m.',
    ],
  });
  check('hansard-html/columns.xml', {
    facts: { title: 'KITES', date: '1999-03-12' },
    turns: [
      'Ms Orla Finch |  | I beg to move, That this House looks up.',
      'Mr. Benno Kray |  | Why?',
      'Ms Finch |  | Because of the kites.',
    ],
  });
});

describe('tables', () => {
  check('transcript-table/council.md', {
    facts: { title: 'Invented Town Council 12', date: '2025-08-23' },
    turns: ['? | 9543 for@9548 Moved.@9556 | for the purchase of kites for the harbour. Moved.'],
  });
  check('transcript-table/dialogue.md', { turns: ['Orla | 1 | This table is invented.', 'Benno | 3.5 | Is it?'] });
  check('transcript-table/with-speakers.md', {
    turns: [
      'Orla Finch | 1 It@4 | This table is invented. It has a bar | inside.',
      '? | 9 | Has it?',
      'Benno Kray |  | It has.',
    ],
    problems: [[6, /"soon" is not a time/]],
  });
});

describe('chat', () => {
  check('zoom-chat/from-to.txt', { turns: [], problems: [[null, /a chat, not speech \(4 messages by 2 people\)/]] });
  check('zoom-chat/chat.txt', { turns: [], problems: [[null, /a chat, not speech \(5 messages by 3 people\)/]] });
});

describe('a day on a line', () => {
  it('makes no session page of prose', () => {
    const { format, sessions } = parseRecord({
      name: 'talk.txt',
      text: '11 March 2025\n\nThis talk is invented. It was written for tests and nobody gave it. It has no names. It is short.\n',
      address: null,
    });
    expect(format).toBe('plain text');
    expect(sessions[0]).toMatchObject({ date: '2025-03-11', turns: [{ speaker: null }] });
  });
});

describe('a record called by what it is', () => {
  it.each([
    ['transcript.vtt', 'council_2026-08-13', 'council 2026-08-13: transcript', '2026-08-13'],
    ['harbour-walk.vtt', 'council_2026-08-13', 'harbour-walk', '2026-08-13'],
    ['transcript.vtt', undefined, 'transcript', null],
    ['2025-01-02 notes on minutes.vtt', 'x', '2025-01-02 notes on minutes', '2025-01-02'],
  ])('%s in %s is %s', (name, folder, title, date) => {
    const source = {
      name,
      text: 'WEBVTT\n\n00:01.000 --> 00:02.000\nAna Lind: Yes.\n',
      address: null,
      ...(folder === undefined ? {} : { folder }),
    };
    expect(parseRecord(source).sessions[0]).toMatchObject({ title, date });
  });
});

describe('labels in a record', () => {
  const turnsOf = (text: string) =>
    parseRecord({ name: 'x.txt', text, address: null }).sessions.flatMap(({ turns }) => turns.map(asLine));
  it('do not say what language was spoken', () => {
    expect(
      turnsOf(
        'The President: I give the floor to Kelp Bay.\n\nMs. Lind (Kelp Bay) (spoke in French; English text provided by the delegation): Thank you.\n\nThe President (spoke in Arabic): I thank her.\n\nMs. Lind (Kelp Bay): You are welcome.\n\nThe meeting rose at 1 p.m.\n',
      ),
    ).toEqual([
      'The President |  | I give the floor to Kelp Bay.',
      'Ms. Lind |  | Thank you.',
      'The President |  | I thank her.',
      'Ms. Lind |  | You are welcome.',
    ]);
  });
  it('may be those of an examination', () => {
    expect(
      turnsOf(
        'MR. KRAY: Swear the witness.\n\nQ. Did it sink?\n\nA. It did.\n\nMR. KRAY: Objection.\n\nTHE COURT: Overruled.\n\nQ. When?\n\nA. At noon.\n',
      ),
    ).toEqual([
      'MR. KRAY |  | Swear the witness.',
      '? |  | Did it sink?',
      '? |  | It did.',
      'MR. KRAY |  | Objection.',
      'THE COURT |  | Overruled.',
      '? |  | When?',
      '? |  | At noon.',
    ]);
  });
  it('and words lose soft hyphens', () => {
    expect(
      turnsOf('Ana L\u00ADind: The har\u00ADbour.\n\nBo Rask: It si\u00ADlts up.\n\nAna Lind: Yes.\n\nBo Rask: No.\n'),
    ).toEqual(['Ana Lind |  | The harbour.', 'Bo Rask |  | It silts up.', 'Ana Lind |  | Yes.', 'Bo Rask |  | No.']);
  });
});

describe('the same layouts from other hands', () => {
  check('hansard-html/bold-headings.html', {
    facts: { title: 'Kite Islands Hansard', date: '2024-03-12' },
    turns: [
      'MR DEPUTY SPEAKER (T. LIND) |  | Please be seated. The first Question.',
      "HON. O. O'HARA-RUIZ |  | Mr Speaker, I rise. We have two. They fly.",
      'MR B. RASK |  | Point of order: they sink.',
      '? |  | (Laughter)',
      "HON. O. O'HARA-RUIZ |  | No.",
      'MR DEPUTY SPEAKER |  | Order.',
    ],
  });
  check('hansard-html/constituencies.xml', {
    facts: { title: 'KITES', date: '1968-05-03' },
    turns: [
      "Mr. O'Hara |  | I beg to move, That kites be free. They are dear.",
      'The Parliamentary Secretary (Lady Lind-Vo) |  | No.',
      'Hon. Members |  | Oh.',
      "Mr. O'Hara |  | Yes.",
    ],
  });
  check('live-captions/announced.txt', {
    turns: [
      'ANNOUNCER |  | Please welcome Ana Lind.',
      'ANA LIND |  | Thank you. This talk is invented from the first word: kites.',
      '? |  | FROM THE FLOOR: Louder!',
      'ANA LIND |  | OK.',
      '? |  | Any questions?',
      'BO RASK |  | One: why?',
    ],
  });
  check('meeting-notes/initials-of-anyone.md', {
    facts: { title: 'April 8 2014 Meeting Notes', date: '2014-04-08' },
    turns: [
      'Ana Lind |  | (introduces kites)',
      'Bo Rask |  | Do we need `tails`? i.e. "a: b"?',
      '? |  | KV/ZW: Yes.',
      'Ana Lind |  | No.',
      'Bo Rask |  | Wind is needed.',
      'MM |  | I was not introduced.',
    ],
    problems: [[null, /^2 points of lists name nobody; left out/]],
  });
  check('meeting-notes/initials-of-present.md', {
    facts: { title: 'WoT Kites - 4 June 2025', date: '2025-06-04' },
    turns: [
      'Ana Lind |  | any objections?',
      'br |  | the line is new and long',
      'kv |  | how long?',
      'Ana Lind |  | 12 m; see [PR 12](https://kites.example/12)',
      'kv |  | thanks',
    ],
  });
  check('meeting-notes/points.md', {
    facts: { title: 'Kite WG (kite) - IETF 119', date: '2024-03-19' },
    turns: [
      'Ana Lind |  | Note well. Any bashing?',
      "Søren O'Neill |  | presenting slides.",
      'Kit Vo |  | Is the line red?',
      "Søren O'Neill |  | Yes. It is dyed.",
      'Bo Rask |  | Why?',
      "Søren O'Neill |  | Law.",
      'Ana Lind |  | We adopt.',
    ],
    problems: [[null, /^One point of a list names nobody; left o/]],
  });
  check('plain-text/front-matter.md', {
    facts: { title: 'Kites at work', date: '2024-02-03' },
    turns: [
      'Ana Lind | 0 | Welcome to the hour.',
      'Bo | 6 | Thanks. It is *really* invented. And so on.',
      'Ana Lind | 3723 | Good: bye.',
      'Dr. Kit Vo | 3730 | Bye!',
    ],
  });
  check('plain-text/numbered-heads.txt', {
    turns: ['Ana Lind | 3 | Good day.', 'Bo Rask | 8 | Hi.', 'Ana Lind | 11 | Bye.'],
  });
  check('plain-text/numbered-sections.txt', {
    facts: { title: 'KITE WG Minutes', date: '2017-03-27' },
    turns: [
      'Bo Rask |  | I have read it. It says that tails are needed.',
      'Ana Lind |  | Yes, they are.',
      'Kit Vo |  | No objection.',
      'Bo Rask |  | OK.',
      'Ana Lind |  | next time.',
    ],
    leftOut: [
      [4, /words before the first speaker/],
      [13, /headings/],
    ],
  });
  check('plain-text/pointed-names.txt', {
    turns: ['Ana Lind | 3.12 | Good day.', 'Bo Rask | 8.12 | Hi.', 'Ana Lind | 11 | Bye.'],
  });
  check('plain-text/roles.txt', {
    turns: [
      'ANA LIND |  | Good day.',
      'BO RASK |  | Hi.',
      'ANA LIND |  | Go on.',
      'BO RASK |  | Three things: lines, tails, wind.',
      'THE CHAIR |  | No.',
    ],
  });
  check('plain-text/teams-recording.txt', {
    facts: { title: 'Kite call-20250503_100000-Meeting Recording', date: '2025-05-03' },
    turns: ['Lind, Ana | 3 | Good day.', "O'Hara Díaz, Bo | 8 | Hi. One thing: welcome.", 'Lind, Ana | 721 | Bye.'],
  });
  check('plain-text/time-ranges.txt', {
    turns: ['? | 1.2 We@5.1 | Welcome to the kite hour. We begin.', '? |  | Hm.'],
  });
  check('plain-text/times-in-parentheses.txt', {
    turns: [
      'Moderator | 3 | Welcome.',
      'Ana de la Cruz y Lind | 8 | Thanks.',
      'Moderator | 62 | First question: why?',
      '? | 65 | Because.',
      'Ana de la Cruz y Lind | 3723 | Yes.',
    ],
  });
  check('sub-rip/diarised.srt', {
    turns: ['? | 1 | Good evening.', '? | 3.5 | Hello.', '? | 5.5 | Bye.'],
  });
  check('transcript-table/links.md', {
    turns: ['Ana Lind | 1 | Good day. Welcome.', "Bo | 3602 | It's me."],
  });
  check('web-vtt/dashes.vtt', {
    turns: [
      '? | 0.02 | Hello and welcome.',
      '? | 2.7 This@3.1 ♪@5.1 | [Bo] Hi. This is the show: kites. ♪ music ♪',
      '? | 7 | And bye, or not.',
    ],
  });
  check('web-vtt/zoom-guests-of-anywhere.vtt', {
    facts: { title: 'Kite call', date: null },
    turns: [
      "Siobhán O'Neill-Ruiz, PhD | 1 | Welcome. It's invented & short.",
      'dr. kite | 3.5 | hi',
      '张伟 | 6 | 大家好。',
      "Siobhán O'Neill-Ruiz, PhD | 8 | We have three things: lines, tails and wind.",
      'Room 4.12 (Kite House) | 11 | Can you hear us?',
      'dr. kite | 12.5 | yes: loud',
      "Siobhán O'Neill-Ruiz, PhD | 15 | Good.",
      '张伟 | 17 | 谢谢。',
    ],
  });
  check('hansard-html/bold-before-colon.html', {
    facts: { title: 'Hansard 12 March 2024', date: '2024-03-12' },
    turns: [
      '? |  | The SPEAKER (Hon. T. Lind) took the Chair.',
      'Ms. ANA DE LA VO |  | I ask: why?',
      "Mr. B. O'HARA |  | Because.",
      "Ms. ANA DE LA VO |  | Thank you, Mr. O'Hara: yes.",
      'Mr. SPEAKER |  | Next.',
      'SOME HON. MEMBERS |  | Hear!',
    ],
  });
  check('irc-log/transcriber.txt', {
    facts: { title: 'transcriber', date: '2022-05-02' },
    turns: [
      'Ana Lind |  | hello and welcome to the call which is invented',
      'Bo Rask (Kites) |  | hi there',
      'Ana Lind |  | bye',
    ],
    problems: [[null, /^2 lines are chat, not speech; left out/]],
  });
  check('meeting-notes/bold-initials.md', {
    facts: { title: '2020-03-31 Notes', date: '2020-03-31' },
    turns: [
      'Ana Lind |  | Hello: `a: b` is it.',
      "Bo O'Hara |  | Why?",
      'Ana Lind |  | Because:',
      'Kit Vo |  | no blank here.',
      'Ana Lind |  | done. BOH: me too.',
    ],
    problems: [[null, /^2 points of lists name nobody; left out/]],
  });
  check('meeting-notes/someone.md', {
    facts: { title: 'IETF 110 KITE Minutes', date: null },
    turns: [
      'Zoë Müller-Vo |  | Lines are long.',
      'AL |  | How long?',
      'Zoë Müller-Vo |  | 12 m.',
      'Bo Rask |  | Too long',
      '? |  | Hm.',
    ],
    problems: [[null, /^One point of a list names nobody; left o/]],
  });
  check('plain-text/title-and-bold.md', {
    facts: { title: 'Episode 7', date: null },
    turns: ['Ana | 1 | Hello.', 'Bo van Vo | 4 | Hi.', 'Ana | 3723 | Bye.'],
  });
  check('plain-text/voices-with-times.txt', {
    turns: ['? | 1.2 | Hello.', '? | 4 | Hi.', '? | 3723.9 | Bye.'],
  });
  check('transcript-table/numbered.md', {
    turns: ['Ana | 1 | Hello.', "Bo O'Hara | 4 | Hi."],
  });
  check('w3c-minutes-html/one-line.html', {
    facts: { title: 'Kites WG', date: '2025-03-04' },
    turns: ['Ana Lind |  | hi all and all', "O'Hara, Bo |  | Is it & was it?", 'Ana Lind |  | bye', 'kit |  | one'],
    problems: [[null, /^One line is chat, not speech; left out/]],
  });
  check('web-vtt/name-over-words.vtt', {
    turns: [
      'Ana Lind | 1 | Welcome to the call.',
      'Bo Rask | 4 | Hi. 12:30 is late.',
      'Ana Lind | 6 | Two things: a, b.',
      'Bo Rask | 6 | OK.',
      '? | 8 | https://kites.example/: see it',
      "Ana's iPhone (2) | 9 | Hm.",
    ],
  });
  check('plain-text/times-in-words.txt', {
    turns: [
      'Ana Lind | 1 | We met early. At 10:30: we had lunch.',
      'Bo Rask | 5 | Yes. The time was 9:05: too late.',
      'Ana Lind | 9 | Indeed.',
      'Bo Rask | 15 | Yes.',
    ],
  });
  check('plain-text/times-over-names.txt', {
    turns: ['Ana Lind | 3 | Good day.', 'Bo Rask | 8 | Hi.', 'Ana Lind | 11 | Bye.'],
  });
});
