/** Captions in files of every kind, and tables of values, each layout on its fixture. */
import { describe } from 'vitest';
import { reads } from '../fixtures/reads.ts';

describe('captions', () => {
  reads('sub-viewer/captions.sbv', {
    format: 'SubViewer',
    facts: { kind: 'captions' },
    turns: ['ORLA FINCH | 1.5 | Kites sink.', 'BENNO KRAY | 3.5 | Do they? All of them?', 'ORLA FINCH | 62 | All.'],
  });
  reads('sub-viewer/header.sub', {
    format: 'SubViewer',
    facts: { title: 'Kite day' },
    turns: ['Orla Finch | 1.5 | Kites sink. Really.', 'Benno Kray | 4 | Do they?', 'Orla Finch | 6 | They do.'],
  });
  reads('sub-station-alpha/names.ass', {
    format: 'SubStation Alpha',
    facts: { title: 'Kite day' },
    turns: ['Orla Finch | 1.5 | Kites sink.', 'Benno Kray | 4 | Do they, really?', '? | 8 | Nobody knows.'],
    told: [/comments \(3 words: “check this line”\)/],
  });
  const timed = 'TTML and YouTube timed text';
  reads('timed-text/agents.ttml', {
    format: timed,
    facts: { title: 'Kite day', language: 'en', kind: 'captions' },
    turns: ['Orla Finch | 1.5 | Kites sink.', 'Benno Kray | 62 | Do they?'],
  });
  reads('timed-text/words.ttml', {
    format: timed,
    turns: ['?SPEAKER_1 | 1.5 Really.@4 | Kites sink. Really.', '?SPEAKER_2 | 62.25 | Do they?'],
  });
  reads('timed-text/youtube.srv3', {
    format: timed,
    facts: { kind: 'automatic transcript' },
    turns: ['? | 1.5 in@3.5 | kites sink in water'],
  });
  reads('timed-text/youtube.srv1', {
    format: timed,
    turns: ["? | 1.5 They@3.5 | Kites don't float. They sink."],
  });
  reads('web-vtt/webex.vtt', {
    format: 'WebVTT',
    turns: [
      'Orla Finch | 1.5 From@3 | Kites sink. From the hill --> the lake.',
      'Benno Kray | 62 | Do they?',
      '? | 64 | They do.',
    ],
  });
  reads('web-vtt/voices.vtt', {
    format: 'WebVTT',
    turns: ['? | 1 in@2 | Kites sink. in water', '? | 3 | Do they?', '?S00 | 4 | They do.', '?S01 | 6 | All of them.'],
    told: [/\[Applause\]/],
  });
});

describe('tables of values', () => {
  const format = 'CSV and TSV';
  reads('separated-values/semicolons.csv', {
    format,
    turns: ['Orla Finch | 1 | Drachen sinken; immer.', 'Benno Kray | 62 | Wirklich?'],
  });
  reads('separated-values/milliseconds.csv', {
    format,
    turns: ['?SPEAKER_00 | 1.5 | Kites "sink" in water.', '?SPEAKER_01 | 62 | Do they?'],
  });
  reads('separated-values/two-meetings.csv', {
    format,
    facts: { title: 'Kites', date: '2025-03-04' },
    turns: ['Orla Finch |  | Kites sink.', 'Benno Kray |  | Do they?', 'Orla Finch |  | Boats float.'],
  });
  reads('separated-values/no-head.tsv', {
    format,
    turns: [
      'Orla Finch | 1.5 | Kites sink in water.',
      'Benno Kray | 62 | Do they, "really?',
      'Orla Finch | 64 | They do sink.',
    ],
  });
});
