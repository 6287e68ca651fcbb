/** What every format promises, over every fixture of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { array, assert, constantFrom, nat, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asHtml } from '../fixtures/digwatch/as-html.ts';
import { decode } from '../../src/records/formats/decode.ts';
import type { Format, Parsed, Source } from '../../src/records/formats/format.ts';
import { formats, parseRecord } from '../../src/records/formats/recognise.ts';

const root = new URL('../fixtures/', import.meta.url);

/** The folder of a format's fixtures. */
const folders: Record<string, string> = {
  'dig.watch session page': 'digwatch',
  'dig.watch session page (HTML)': 'digwatch',
  WebVTT: 'web-vtt',
  SubRip: 'sub-rip',
  'UN transcript (JSON)': 'un-transcript-json',
  'UN transcript (text)': 'un-transcript-text',
  'interchange JSON': 'interchange',
  'live captions': 'live-captions',
  'plain text': 'plain-text',
  'Whisper JSON': 'whisper-json',
  'AssemblyAI JSON': 'assembly-ai-json',
  'Deepgram JSON': 'deepgram-json',
  'Hansard (HTML)': 'hansard-html',
  'W3C minutes (HTML)': 'w3c-minutes-html',
  'W3C minutes (text)': 'w3c-minutes-text',
  'IRC log': 'irc-log',
  'meeting notes': 'meeting-notes',
  'transcript table': 'transcript-table',
  'UN verbatim record': 'un-verbatim',
  'transcript page (HTML)': 'transcript-html',
  'Zoom chat': 'zoom-chat',
  'Google Meet transcript': 'google-meet',
  'Word Transcribe': 'word-transcribe',
  'IBM Watson JSON': 'ibm-json',
  SubViewer: 'sub-viewer',
  'SubStation Alpha': 'sub-station-alpha',
  'TTML and YouTube timed text': 'timed-text',
  'Amazon Transcribe JSON': 'aws-json',
  'Azure speech JSON': 'azure-json',
  'Azure fast transcription JSON': 'azure-fast-json',
  'Azure Video Indexer JSON': 'video-indexer-json',
  'ElevenLabs JSON': 'eleven-labs-json',
  'Google speech JSON': 'google-json',
  'Rev JSON': 'rev-json',
  'Soniox JSON': 'soniox-json',
  'Speechmatics JSON': 'speechmatics-json',
  'YouTube captions (json3)': 'youtube-json',
  'meeting tools JSON': 'meeting-tools-json',
  'Hansard of Australia (XML)': 'australia-hansard',
  'Bundestag protocol (XML)': 'bundestag-xml',
  'Hansard of Canada (XML)': 'canada-hansard',
  'European Parliament debates (XML)': 'europarl-xml',
  'parliament in TEI': 'parliament-tei',
  'speeches in XML': 'speech-elements',
  'CSV and TSV': 'separated-values',
  CHAT: 'chat-transcript',
  'ELAN annotations': 'elan',
  EXMARaLDA: 'exmaralda',
  'Praat TextGrid': 'text-grid',
  Transcriber: 'transcriber',
  oTranscribe: 'o-transcribe',
  'SAMI captions': 'sami',
};

describe.each(formats.map((format) => [format.name, format] as const))('%s', (name, format) => {
  const files = readdirSync(new URL(`${folders[name]}/`, root)).filter((file) => !/^README|\.ts$/.test(file));
  const fixtures = files.map((file): Source => {
    const { text } = decode(readFileSync(new URL(`${folders[name]}/${file}`, root)));
    return { name: file, text: name === 'dig.watch session page (HTML)' ? asHtml(text) : text, address: null };
  });

  it('has fixtures', () => {
    expect(fixtures.length).toBeGreaterThan(0);
  });

  describe.each(fixtures.map((source) => [source.name, source] as const))('%s', (_file, source) => {
    it('is recognised as this format and no other', () => {
      expect(parseRecord(source).format).toBe(name);
    });

    // A chat is not speech, so it alone gives no session.
    it('gives sessions with turns or a report, or says that it holds no speech', () => {
      const parsed = format.parse(source);
      expect(parsed.sessions.some((session) => session.turns.length > 0 || session.kind === 'report only')).toBe(
        name !== 'Zoom chat',
      );
      for (const { title } of parsed.sessions) expect(title).not.toBe('');
      checkParsed(parsed, source);
    });

    it('never throws, however the file is damaged', () => {
      const size = source.text.length;
      const damage = tuple(
        nat(size),
        nat(200),
        constantFrom('cut', 'delete', 'insert', 'twice'),
        string({
          unit: constantFrom(
            '\0',
            '\n',
            ' ',
            ':',
            '-->',
            '>>',
            '<',
            '<v ',
            '[',
            '**',
            '"',
            '{',
            '}',
            '\uD800',
            '\u200F',
            '水',
            '0:99',
            'A',
          ),
        }),
      );
      assert(
        property(array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
          let { text } = source;
          for (const [at, length, how, garbage] of damages) {
            if (how === 'cut') text = text.slice(0, at);
            else if (how === 'delete') text = text.slice(0, at) + text.slice(at + length);
            else if (how === 'insert') text = text.slice(0, at) + garbage + text.slice(at);
            else text = text.slice(0, at) + text.slice(Math.max(0, at - length));
          }
          const damaged = { ...source, text };
          checkSureness(format, damaged);
          checkParsed(format.parse(damaged), damaged);
        }),
        { numRuns: 60 },
      );
    });
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\n '],
    ['NULs', '\0\0\0'],
    ['a mark', '\uFEFF'],
    ['half a pair', '\uD800'],
  ])('reads %s without throwing', (_what, text) => {
    const source = { name: 'x', text, address: null };
    checkSureness(format, source);
    const parsed = format.parse(source);
    checkParsed(parsed, source);
    expect(parsed.sessions.length + parsed.problems.length).toBeGreaterThan(0);
  });

  // A regular expression that runs away on 300 kB would not end within the test's time limit.
  it.each([
    ' ',
    ':',
    '[',
    '*',
    '-',
    '>',
    '<v ',
    '<',
    '0:00 ',
    '1',
    'A: ',
    'a ',
    '\n',
    '\n\n',
    'A:\n',
    '>>\n',
    '>> A: b\n***\n',
    '00:00 --> 00:01\n',
    '{"turns":[',
    '("',
    '· ',
    '\u00A0',
    '水',
    '**A** [0:01] ',
    '&amp;',
    'a.\n\n',
    '| a |\n',
    'SPEAKER_01\n',
    '1 January 2025 ',
    'AB ',
    'A-',
    '.- ',
    '<b>',
    '<p>a',
    '… ',
    '\\|',
    '# a\n',
    '. ',
  ])('is linear in %j', (unit) => {
    const body = unit.repeat(Math.ceil(300_000 / unit.length));
    for (const text of [`${fixtures[0]!.text}\n${body}`, `a${body}b\n${fixtures[0]!.text}`]) {
      const source = { name: 'x', text, address: null };
      checkSureness(format, source);
      format.parse(source);
    }
    expect(body.length).toBeGreaterThanOrEqual(300_000);
  });
});

function checkSureness(format: Format, source: Source) {
  const sure = format.recognise(source);
  expect(sure).toBeGreaterThanOrEqual(0);
  expect(sure).toBeLessThanOrEqual(format.mostSure ?? 1);
}

function checkParsed(parsed: Parsed, source: Source) {
  const lines = source.text.split('\n').length;
  for (const { line, message } of parsed.problems) {
    expect(message).not.toBe('');
    expect(line ?? 1).toBeGreaterThanOrEqual(1);
    expect(line ?? 1).toBeLessThanOrEqual(lines + 1);
  }
  for (const session of parsed.sessions) {
    const names = session.speakers.map((speaker) => speaker.name);
    expect(new Set(names).size).toBe(names.length);
    for (const turn of session.turns) {
      expect([...names, null]).toContain(turn.speaker);
      let last = { offset: -1, seconds: 0 };
      for (const time of turn.times) {
        expect(time.offset).toBeGreaterThan(last.offset);
        expect(time.offset).toBeLessThanOrEqual(turn.text.length);
        expect(time.seconds).toBeGreaterThanOrEqual(last.seconds);
        last = time;
      }
    }
  }
}
