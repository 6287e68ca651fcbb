/** Layouts of meeting tools, recognisers and tools for the study of speech, as their users' files vary. All of it is invented. */
import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../src/records/formats/recognise.ts';
import { reads } from '../fixtures/reads.ts';

describe('recognisers and meeting tools, with other options', () => {
  reads('meeting-tools-json/aws-call-analytics.json', {
    format: 'meeting tools JSON',
    facts: { language: 'en-US' },
    turns: ['AGENT | 3 | The tender leaves at ten.', 'CUSTOMER | 8 | The harbour must be painted first.'],
  });
  reads('meeting-tools-json/azure-realtime.jsonl', {
    format: 'meeting tools JSON',
    turns: [
      '?Guest-1 | 3 | The tender leaves at ten.',
      '?Guest-2 | 8 | The harbour must be painted first.',
      '?Guest-1 | 15 | We have no money for paint.',
    ],
  });
  reads('meeting-tools-json/azure-detailed.json', {
    format: 'meeting tools JSON',
    turns: [
      '? | 3 The@8 We@15 | The tender leaves at ten. The harbour must be painted first. We have no money for paint.',
    ],
    told: [
      /^Left out as nobody's speech: text under “Lexical” that is not read as /,
      /^Left out as nobody's speech: text under “Display” that is not read as /,
    ],
  });
  reads('google-json/google-v2-batch.json', {
    format: 'Google speech JSON',
    facts: { language: 'en-us' },
    turns: [
      '?Speaker 1 | 3 | The tender leaves at ten.',
      '?Speaker 2 | 8 | The harbour must be painted first.',
      '?Speaker 1 | 15 | We have no money for paint.',
    ],
    told: [/^Left out as nobody's speech: text under “@type” that is not read as sp/],
  });
  reads('eleven-labs-json/eleven-segmented.json', {
    format: 'ElevenLabs JSON',
    facts: { language: 'en' },
    turns: [
      '?speaker_0 | 3 | The tender leaves at ten.',
      '?speaker_1 | 8 | The harbour must be painted first.',
      '?speaker_0 | 15 | We have no money for paint.',
    ],
  });
  reads('meeting-tools-json/gladia-live.jsonl', {
    format: 'meeting tools JSON',
    turns: [
      '?Speaker 0 | 3 | The tender leaves at ten.',
      '?Speaker 1 | 8 | The harbour must be painted first.',
      '?Speaker 0 | 15 | We have no money for paint.',
    ],
  });
  reads('meeting-tools-json/speechmatics-v1.json', {
    format: 'meeting tools JSON',
    turns: [
      '?M1 | 3 | The tender leaves at ten.',
      '?M2 | 8 | The harbour must be painted first.',
      '?M1 | 15 | We have no money for paint.',
    ],
    told: [/^Left out as nobody's speech: text under “created_at” that is not read /],
  });
  reads('deepgram-json/deepgram-live.jsonl', {
    format: 'Deepgram JSON',
    turns: [
      '?Speaker 0 | 3 | The tender leaves at ten.',
      '?Speaker 1 | 8 | The harbour must be painted first.',
      '?Speaker 0 | 15 | We have no money for paint.',
    ],
    told: [/^Left out as nobody's speech: text under “transcript” that is not read /],
  });
  reads('meeting-tools-json/openai-words.json', {
    format: 'meeting tools JSON',
    facts: { language: 'en' },
    turns: ['? | 3 The@8 | The tender leaves at ten. The harbour must be painted first.'],
  });
  reads('meeting-tools-json/insanely-fast.json', {
    format: 'meeting tools JSON',
    turns: [
      '?SPEAKER_00 | 3 | The tender leaves at ten.',
      '?SPEAKER_01 | 8 | The harbour must be painted first.',
      '?SPEAKER_00 | 15 | We have no money for paint.',
    ],
  });
  reads('meeting-tools-json/meet-api.json', {
    format: 'meeting tools JSON',
    facts: { date: '2025-05-14', language: 'en-US' },
    turns: [
      '?conferenceRecords/abc/participants/100 | 0 | The tender leaves at ten.',
      '?conferenceRecords/abc/participants/101 | 5 | The harbour must be painted first.',
      '?conferenceRecords/abc/participants/100 | 12 | We have no money for paint.',
    ],
  });
  reads('web-vtt/teams-metadata.vtt', {
    format: 'WebVTT',
    turns: [
      'Ana Lind | 3.246 | The tender leaves at ten.',
      'Ben Sen | 8.246 | The harbour must be painted first.',
      'Ana Lind | 15.246 | We have no money for paint.',
    ],
  });
  reads('whisper-json/grain.json', {
    format: 'Whisper JSON',
    turns: [
      'Ana Lind | 3 | The tender leaves at ten.',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
  });
  reads('meeting-tools-json/avoma.json', {
    format: 'meeting tools JSON',
    turns: [
      'Ana Lind | 3 | The tender leaves at ten.',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
  });
  reads('meeting-tools-json/trint.json', {
    format: 'meeting tools JSON',
    turns: [
      'Ana Lind | 3 | The tender leaves at ten.',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
  });
  reads('meeting-tools-json/macwhisper.dote', {
    format: 'meeting tools JSON',
    turns: [
      'Ana Lind | 3 | The tender leaves at ten.',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
  });
  reads('meeting-tools-json/hyperaudio.json', {
    format: 'meeting tools JSON',
    turns: [
      'Ana Lind | 3 | The tender leaves at ten.',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
  });
  reads('meeting-tools-json/sarvam.json', {
    format: 'meeting tools JSON',
    facts: { language: 'en-IN' },
    turns: [
      '?Speaker 0 | 3 | The tender leaves at ten.',
      '?Speaker 1 | 8 | The harbour must be painted first.',
      '?Speaker 0 | 15 | We have no money for paint.',
    ],
  });
  reads('meeting-tools-json/kaltura.json', {
    format: 'meeting tools JSON',
    turns: [
      '? | 3 The@8 We@15 | The tender leaves at ten. The harbour must be painted first. We have no money for paint.',
    ],
  });
  reads('o-transcribe/otranscribe.otr', {
    format: 'oTranscribe',
    turns: [
      'Ana Lind | 3 | The tender leaves at ten.',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
  });
  reads('meeting-tools-json/premiere.json', {
    format: 'meeting tools JSON',
    facts: { language: 'en-us' },
    turns: [
      'Ana Lind | 3 | The tender leaves at ten.',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
  });
});

describe('text of meeting tools', () => {
  reads('plain-text/speechmatics.txt', {
    format: 'plain text',
    turns: [
      '?SPEAKER S1 |  | The tender leaves at ten.',
      '?SPEAKER S2 |  | The harbour must be painted first.',
      '?SPEAKER S1 |  | We have no money for paint.',
    ],
  });
  reads('plain-text/rev-ai.txt', {
    format: 'plain text',
    turns: [
      '?Speaker 0 | 3 | The tender leaves at ten.',
      '?Speaker 1 | 8 | The harbour must be painted first.',
      '?Speaker 0 | 15 | We have no money for paint.',
    ],
  });
  reads('plain-text/rev-human.txt', {
    format: 'plain text',
    turns: [
      'Ana Lind | 3 | The tender leaves at ten.',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
    told: [/^Left out as nobody's speech: lines of the program that made the record/],
  });
  reads('plain-text/teams-de.txt', {
    format: 'plain text',
    facts: { date: '2025-05-14' },
    turns: [
      'Ana Lind | 3 | Die Fähre geht um zwölf.',
      'Ben Sen | 8 | Der Hafen muss zuerst ausgebaggert werden.',
      'Ana Lind | 15 | Dafür ist kein Geld da.',
    ],
    told: [
      /^Left out as nobody's speech: words before the first speaker \(2 words:/,
      /^Left out as nobody's speech: lines of the program that made the record/,
    ],
  });
  reads('plain-text/fathom.txt', {
    format: 'plain text',
    turns: [
      'Ana Lind | 3 | The tender leaves at ten.',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
    findings: ['action item: Ben to ask the ministry - WATCH: https://fathom.example/share/abc?timestamp=9'],
    told: [/^Left out as nobody's speech: lines of the program that made the record/],
  });
  reads('word-transcribe/word-es.txt', {
    format: 'Word Transcribe',
    turns: ['?Orador 1 | 3 | El barco sale a mediodía.', 'Ana Lind | 8 | Hay que dragar el puerto.'],
  });
  reads('separated-values/nvivo.txt', {
    format: 'CSV and TSV',
    turns: [
      'Ana Lind | 3 | The tender leaves at ten.',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
  });
});

describe('tools for the study of speech', () => {
  reads('chat-transcript/chat.cha', {
    format: 'CHAT',
    facts: { date: '2025-05-14' },
    turns: [
      'Ana Lind | 3 | the tender leaves at ten .',
      'Ben Sen | 8 | the harbour must be painted first .',
      'Ana Lind | 15 | we have no money .',
    ],
    told: [/^Left out as nobody's speech: lines that tell of others \(9 words in 2 /],
  });
  reads('elan/elan.eaf', {
    format: 'ELAN annotations',
    turns: [
      'Ana Lind | 3 | The tender leaves at ten.',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
    told: [/^Left out as nobody's speech: tiers that tell of others \(5 words: “Le /],
  });
  reads('text-grid/praat.TextGrid', {
    format: 'Praat TextGrid',
    turns: [
      'Ana Lind | 3 | The tender leaves at "ten".',
      'Ben Sen | 8 | The harbour must be painted first.',
      'Ana Lind | 15 | We have no money for paint.',
    ],
  });
  reads('exmaralda/exmaralda.exb', {
    format: 'EXMARaLDA',
    turns: ['Ana Lind | 3 | The tender leaves at ten.'],
  });
  reads('transcriber/transcriber.trs', {
    format: 'Transcriber',
    turns: ['Ana Lind | 3 | The tender leaves at ten.', 'Ben Sen | 8 | The harbour must be painted first.'],
  });
});

describe('what is sent while somebody speaks, and by meeting bots', () => {
  reads('meeting-tools-json/aws-stream.jsonl', {
    format: 'meeting tools JSON',
    turns: [
      '?Speaker 0 | 4 | The mill has stood still since March.',
      '?Speaker 1 | 9 | The wheel lost two of its paddles.',
      '?Speaker 0 | 21 | Who can carve new ones?',
    ],
    told: [/^Left out as nobody's speech: text under “Transcript” that is not read /],
  });
  reads('speechmatics-json/speechmatics-rt.jsonl', {
    format: 'Speechmatics JSON',
    turns: [
      '?S1 | 4 | The mill has stood still since March.',
      '?S2 | 9 | The wheel lost two of its paddles.',
      '?S1 | 21 | Who can carve new ones?',
    ],
    told: [
      /^Left out as nobody's speech: text under “content” that is not read as /,
      /^Left out as nobody's speech: text under “transcript” that is not read /,
    ],
  });
  reads('meeting-tools-json/zoom-timeline.json', {
    format: 'meeting tools JSON',
    turns: [
      'Rosa Kilde | 4 | The mill has stood still since March.',
      'Emil Dorn | 9 | The wheel lost two of its paddles.',
      'Rosa Kilde | 21 | Who can carve new ones?',
    ],
  });
  reads('meeting-tools-json/attendee.json', {
    format: 'meeting tools JSON',
    facts: { date: '2025-03-05' },
    turns: [
      'Rosa Kilde |  | The mill has stood still since March.',
      'Emil Dorn |  | The wheel lost two of its paddles.',
      'Rosa Kilde |  | Who can carve new ones?',
    ],
    told: [/^The time 0:00 is before the one in front of it; 3 such times are left /],
  });
  reads('meeting-tools-json/granola.json', {
    format: 'meeting tools JSON',
    turns: [
      '?microphone | 0 | The mill has stood still since March.',
      '? | 5 | The wheel lost two of its paddles.',
      '?microphone | 17 | Who can carve new ones?',
    ],
    findings: ['summary: They talked about the mill.'],
  });
  reads('meeting-tools-json/symbl.json', {
    format: 'meeting tools JSON',
    facts: { date: '2025-03-05' },
    turns: [
      'Rosa Kilde | 4 | The mill has stood still since March.',
      'Emil Dorn | 9 | The wheel lost two of its paddles.',
      'Rosa Kilde | 21 | Who can carve new ones?',
    ],
  });
});

describe('pages, tables and captions of other makers', () => {
  reads('separated-values/excel-unicode.txt', {
    format: 'CSV and TSV',
    turns: [
      'Rosa Kilde | 4 | The mill has stood still since March.',
      'Emil Dorn | 9 | The wheel lost two of its paddles.',
      'Rosa Kilde | 21 | Who can carve new ones?',
    ],
  });
  reads('separated-values/preamble.csv', {
    format: 'CSV and TSV',
    facts: { date: '2025-03-05' },
    turns: [
      'Rosa Kilde | 4 | The mill has stood still since March.',
      'Emil Dorn | 9 | The wheel lost two of its paddles.',
      'Rosa Kilde | 21 | Who can carve new ones?',
    ],
    told: [/^Left out as nobody's speech: lines above the table \(5 words in 2 plac/],
  });
  reads('plain-text/teams-old.txt', {
    format: 'plain text',
    turns: [
      'Rosa Kilde | 4.12 | The mill has stood still since March.',
      'Emil Dorn | 9 | The wheel lost two of its paddles.',
      'Rosa Kilde | 21.5 | Who can carve new ones?',
    ],
  });
  reads('plain-text/teams-copied.txt', {
    format: 'plain text',
    turns: [
      'Rosa Kilde | 4 | The mill has stood still since March.',
      'Emil Dorn | 9 | The wheel lost two of its paddles.',
      'Rosa Kilde | 21 | Who can carve new ones?',
    ],
    told: [
      /^Left out as nobody's speech: remarks of the record in brackets \(21 wor/,
      /^Left out as nobody's speech: lines of the program that made the record/,
    ],
  });
  reads('plain-text/youtube-copied.txt', {
    format: 'plain text',
    turns: [
      '? | 4 the@9 who@81 | the mill has stood still since march the wheel lost two of its paddles who can carve new ones',
    ],
    told: [/^Left out as nobody's speech: lines of the program that made the record/],
  });
  reads('plain-text/song.lrc', {
    format: 'plain text',
    turns: [
      '? | 4.12 The@9 Who@21.5 | The mill has stood still since March. The wheel lost two of its paddles. Who can carve new ones?',
    ],
    told: [/^Left out as nobody's speech: remarks of the record in brackets \(6 words/],
  });
  reads('sami/sami.smi', {
    format: 'SAMI captions',
    turns: [
      '? | 4 The@9 Who@21 | The mill has stood still since March. The wheel lost two of its paddles. Who can carve new ones?',
    ],
  });
  reads('sami/two-languages.smi', {
    format: 'SAMI captions',
    facts: { title: 'Mill' },
    turns: [
      'Rosa Kilde | 4 | The mill stands &lt; still.',
      'Emil Dorn | 9 | The wheel broke.',
      '? |  | Who can mend it?',
      'Rosa Kilde |  | Nobody here.',
    ],
    told: [
      /^“NaN” is no time in milliseconds; 2 such captions are kept without a time$/,
      /^Left out as nobody's speech: comments of the file \(\d+ words in 2 places/,
      /^Left out as nobody's speech: captions in another language \(6 words in 2 places/,
    ],
  });
  reads('transcript-html/podcast.html', {
    format: 'transcript page (HTML)',
    turns: [
      'Rosa Kilde | 4 | The mill has stood still since March.',
      'Emil Dorn | 9 | The wheel lost two of its paddles.',
      'Rosa Kilde | 21 | Who can carve new ones?',
    ],
  });
  reads('transcript-html/data-attributes.html', {
    format: 'transcript page (HTML)',
    turns: [
      'Rosa Kilde | 4 | The mill has stood still since March.',
      'Emil Dorn | 9 | The wheel lost two of its paddles.',
      'Rosa Kilde | 21 | Who can carve new ones?',
    ],
  });
  reads('transcript-html/list.html', {
    format: 'transcript page (HTML)',
    turns: [
      'Rosa Kilde |  | The mill has stood still since March.',
      'Emil Dorn |  | The wheel lost two of its paddles.',
      'Rosa Kilde |  | Who can carve new ones?',
      'Emil Dorn |  | Nobody in this valley.',
    ],
  });
});

describe('tools for the study of speech, in other forms', () => {
  reads('text-grid/short.TextGrid', {
    format: 'Praat TextGrid',
    turns: ['?spk1 | 4 there@5 | hello there'],
    told: [/^Left out as nobody's speech: tiers that tell of others \(2 words in 2 /],
  });
  reads('chat-transcript/codes.cha', {
    format: 'CHAT',
    facts: { date: '2025-03-05', language: 'fr' },
    turns: ['Mother |  | le moulin est arrêté cassé .', 'Target Child |  | pourquoi ?'],
    told: [
      /codes of the transcriber \(one word/,
      /^Left out as nobody's speech: lines that tell of others \(3 words: “%co/,
    ],
  });
  reads('chat-transcript/one-name.cha', {
    format: 'CHAT',
    turns: [
      'Rosa (RK1) |  | the mill stands',
      'Rosa (RK2) |  | le moulin est là',
      'Emil Dorn |  | who pays ?',
      'Rosa (RK1) |  | nobody .',
    ],
  });
  reads('exmaralda/points-without-times.exb', {
    format: 'EXMARaLDA',
    turns: [
      'RK (SPK0) | 1.5 | The mill stands.',
      'RK (SPK1) |  | Who can mend it?',
      'RK (SPK0) |  | Nobody can.',
      'RK (SPK1) |  | Then sell it.',
    ],
  });
  reads('text-grid/notes.TextGrid', {
    format: 'Praat TextGrid',
    turns: ['Rosa Morgan | 100 | The mill stands.', 'Emil Dorn | 200 | Mend it.'],
    told: [/^Left out as nobody's speech: tiers that tell of others \(5 words in 2 places/],
  });
  reads('elan/remarks.eaf', {
    format: 'ELAN annotations',
    turns: ['Rosa Kilde | 4 | The mill stands.'],
    told: [/^Left out as nobody's speech: tiers that tell of others \(2 words: “seems tired”\)/],
  });
  reads('transcript-table/nvivo-md.md', {
    format: 'transcript table',
    turns: [
      'Rosa Kilde | 4 | The mill has stood still since March.',
      'Emil Dorn | 9 | The wheel lost two of its paddles.',
      'Rosa Kilde | 21 | Who can carve new ones?',
    ],
  });
});

describe('layouts met in public files', () => {
  reads('plain-text/teams-copied-de.txt', {
    format: 'plain text',
    turns: [
      'Rosa Kilde | 9 | Der Deich hält noch bis Mai. Dann kommt die Flut.',
      'Emil Dorn | 71 | Wir brauchen mehr Sand.',
    ],
    told: [
      /^Left out as nobody's speech: lines of the program that made the record/,
      /^Left out as nobody's speech: remarks of the record in brackets \(12 wo/,
    ],
  });
  reads('plain-text/transcribo.md', {
    format: 'plain text',
    turns: [
      'Rosa Kilde | 15 | The dyke holds.',
      'Student A | 65 | Until May.',
      'Rosa Kilde | 108 | Then comes the flood.',
    ],
  });
  reads('meeting-tools-json/heygen.json', {
    format: 'meeting tools JSON',
    turns: ['?SPEAKER_01 | 0.144 | The dyke holds.', '?SPEAKER_02 | 3.144 | Until May.'],
    told: [/^Left out as nobody's speech: text under “text” that is not read as spe/],
  });
  reads('meeting-tools-json/mytool.json', {
    format: 'meeting tools JSON',
    facts: { title: 'Dyke' },
    turns: ['?Speaker 1 | 0.5 | The dyke holds.', 'Rosa Kilde | 2.5 | Until May.'],
  });
  reads('meeting-tools-json/fireflies-mixed.json', {
    format: 'meeting tools JSON',
    turns: ['?Speaker 0 | 5 | Hi all.', '?Speaker 1 | 12 | Hello.', 'Rosa Kilde | 15 | We begin.', '? | 17 | Yes.'],
  });
});

describe('kinds that are not read', () => {
  it.each([
    [
      'Scenarist_SCC V1.0\n\n00:00:04:00\t94ae 94ae 9420 9420 5468 e520 6de9 6c6c 942f 942f\n',
      /is closed captions of Scenarist/,
    ],
    ['{100}{150}The mill has stood still.\n{225}{280}The wheel lost two paddles.\n', /is MicroDVD subtitles/],
    [
      '<?xml version="1.0"?><inqscribe><scene id="1" in="00:00:04.00">The mill stands.</scene></inqscribe>',
      /is XML .*<inqscribe>/,
    ],
  ])('are refused by their name: %j', (text, reason) => {
    const { sessions, problems } = parseRecord({ name: 'x', text, address: null });
    expect(sessions).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(reason)]);
  });
});

describe('a TextGrid that is not whole', () => {
  const interval = '0\n2\n"The mill stands."\n';
  const grid = (size: string, intervals: string, tiers = '2') =>
    `File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n9\n<exists>\n${tiers}\n"IntervalTier"\n"Rosa Kilde"\n0\n9\n${size}\n` +
    `${intervals}"IntervalTier"\n"Emil Dorn"\n0\n9\n1\n3\n4\n"Mend it."\n`;
  it.each([
    ['a size too small', grid('1', interval + interval), 16, /the size before tier 2 of 2 does not fit what is there/],
    ['a size too great', grid('70', interval), 16, /xmin of interval 2 of 70 in tier 1 “Rosa Kilde” is no number/],
    ['a size that is a fraction', grid('1.5', interval), 12, /the size of tier 1 “Rosa Kilde” is no whole number/],
    ['a size below nothing', grid('-1', interval), 12, /the size of tier 1 “Rosa Kilde” is no whole number/],
    ['a time that is none', grid('1', interval.replace('2', 'NaN')), 14, /xmax of interval 1 of 1 .* is no number/],
    ['more tiers than it says', grid('1', interval, '1'), 16, /more follows after its tier/],
    ['fewer tiers than it says', grid('1', interval, '3'), 23, /it ends before the class of tier 3/],
    ['an end cut off', grid('1', interval).slice(0, -12), 22, /it ends before the text of interval 1 of 1/],
  ])('is refused for %s', (_, text, line, reason) => {
    const { sessions, problems } = parseRecord({ name: 'mill.TextGrid', text, address: null });
    expect(sessions).toEqual([]);
    expect(problems).toEqual([{ line, message: expect.stringMatching(reason) as string }]);
    expect(problems[0]!.message).toMatch(/^mill\.TextGrid: .*save it again in Praat$/);
  });
});

it('tells of a page of oTranscribe what it hides, and not what was read', () => {
  const text = JSON.stringify({
    text: '<p>Rosa Kilde: The mill stands.</p><p>Emil Dorn: Mend it.<!-- he sounds tired --></p><p>Rosa Kilde: Who pays?</p>',
    media: 'mill.mp3',
    'media-time': 2,
  });
  const { sessions, problems } = parseRecord({ name: 'mill.otr', text, address: null });
  expect(sessions[0]!.turns.map((turn) => turn.text)).toEqual(['The mill stands.', 'Mend it.', 'Who pays?']);
  const told = problems.filter(({ message }) => message.startsWith('Left out'));
  expect(told.map(({ message }) => message)).toEqual([
    expect.stringContaining('comments of the page (3 words') as string,
  ]);
});
