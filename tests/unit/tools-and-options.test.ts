/** Layouts of meeting tools, recognisers and tools for the study of speech, as their users' files vary. All of it is invented. */
import { describe } from 'vitest';
import { reads } from '../fixtures/reads.ts';

describe('recognisers and meeting tools, with other options', () => {
  reads('meeting-tools-json/aws-call-analytics.json', {
    format: 'meeting tools JSON',
    facts: { language: 'en-US' },
    turns: ['AGENT | 3 | The ferry leaves at noon.', 'CUSTOMER | 8 | The harbour must be dredged first.'],
  });
  reads('meeting-tools-json/azure-realtime.jsonl', {
    format: 'meeting tools JSON',
    turns: [
      '?Guest-1 | 3 | The ferry leaves at noon.',
      '?Guest-2 | 8 | The harbour must be dredged first.',
      '?Guest-1 | 15 | We have no money for dredging.',
    ],
  });
  reads('meeting-tools-json/azure-detailed.json', {
    format: 'meeting tools JSON',
    turns: [
      '? | 3 The@8 We@15 | The ferry leaves at noon. The harbour must be dredged first. We have no money for dredging.',
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
      '?Speaker 1 | 3 | The ferry leaves at noon.',
      '?Speaker 2 | 8 | The harbour must be dredged first.',
      '?Speaker 1 | 15 | We have no money for dredging.',
    ],
    told: [/^Left out as nobody's speech: text under “@type” that is not read as sp/],
  });
  reads('eleven-labs-json/eleven-segmented.json', {
    format: 'ElevenLabs JSON',
    facts: { language: 'en' },
    turns: [
      '?speaker_0 | 3 | The ferry leaves at noon.',
      '?speaker_1 | 8 | The harbour must be dredged first.',
      '?speaker_0 | 15 | We have no money for dredging.',
    ],
  });
  reads('meeting-tools-json/gladia-live.jsonl', {
    format: 'meeting tools JSON',
    turns: [
      '?Speaker 0 | 3 | The ferry leaves at noon.',
      '?Speaker 1 | 8 | The harbour must be dredged first.',
      '?Speaker 0 | 15 | We have no money for dredging.',
    ],
  });
  reads('meeting-tools-json/speechmatics-v1.json', {
    format: 'meeting tools JSON',
    turns: [
      '?M1 | 3 | The ferry leaves at noon.',
      '?M2 | 8 | The harbour must be dredged first.',
      '?M1 | 15 | We have no money for dredging.',
    ],
    told: [/^Left out as nobody's speech: text under “created_at” that is not read /],
  });
  reads('deepgram-json/deepgram-live.jsonl', {
    format: 'Deepgram JSON',
    turns: [
      '?Speaker 0 | 3 | The ferry leaves at noon.',
      '?Speaker 1 | 8 | The harbour must be dredged first.',
      '?Speaker 0 | 15 | We have no money for dredging.',
    ],
    told: [/^Left out as nobody's speech: text under “transcript” that is not read /],
  });
  reads('meeting-tools-json/openai-words.json', {
    format: 'meeting tools JSON',
    facts: { language: 'en' },
    turns: ['? | 3 The@8 | The ferry leaves at noon. The harbour must be dredged first.'],
  });
  reads('meeting-tools-json/insanely-fast.json', {
    format: 'meeting tools JSON',
    turns: [
      '?SPEAKER_00 | 3 | The ferry leaves at noon.',
      '?SPEAKER_01 | 8 | The harbour must be dredged first.',
      '?SPEAKER_00 | 15 | We have no money for dredging.',
    ],
  });
  reads('meeting-tools-json/meet-api.json', {
    format: 'meeting tools JSON',
    facts: { date: '2025-05-14', language: 'en-US' },
    turns: [
      '?conferenceRecords/abc/participants/100 | 0 | The ferry leaves at noon.',
      '?conferenceRecords/abc/participants/101 | 5 | The harbour must be dredged first.',
      '?conferenceRecords/abc/participants/100 | 12 | We have no money for dredging.',
    ],
  });
  reads('web-vtt/teams-metadata.vtt', {
    format: 'WebVTT',
    turns: [
      'Ana Lind | 3.246 | The ferry leaves at noon.',
      'Ben Sen | 8.246 | The harbour must be dredged first.',
      'Ana Lind | 15.246 | We have no money for dredging.',
    ],
  });
  reads('whisper-json/grain.json', {
    format: 'Whisper JSON',
    turns: [
      'Ana Lind | 3 | The ferry leaves at noon.',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
    ],
  });
  reads('meeting-tools-json/avoma.json', {
    format: 'meeting tools JSON',
    turns: [
      'Ana Lind | 3 | The ferry leaves at noon.',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
    ],
  });
  reads('meeting-tools-json/trint.json', {
    format: 'meeting tools JSON',
    turns: [
      'Ana Lind | 3 | The ferry leaves at noon.',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
    ],
  });
  reads('meeting-tools-json/macwhisper.dote', {
    format: 'meeting tools JSON',
    turns: [
      'Ana Lind | 3 | The ferry leaves at noon.',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
    ],
  });
  reads('meeting-tools-json/hyperaudio.json', {
    format: 'meeting tools JSON',
    turns: [
      'Ana Lind | 3 | The ferry leaves at noon.',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
    ],
  });
  reads('meeting-tools-json/sarvam.json', {
    format: 'meeting tools JSON',
    facts: { language: 'en-IN' },
    turns: [
      '?Speaker 0 | 3 | The ferry leaves at noon.',
      '?Speaker 1 | 8 | The harbour must be dredged first.',
      '?Speaker 0 | 15 | We have no money for dredging.',
    ],
  });
  reads('meeting-tools-json/kaltura.json', {
    format: 'meeting tools JSON',
    turns: [
      '? | 3 The@8 We@15 | The ferry leaves at noon. The harbour must be dredged first. We have no money for dredging.',
    ],
  });
  reads('o-transcribe/otranscribe.otr', {
    format: 'oTranscribe',
    turns: [
      'Ana Lind | 3 | The ferry leaves at noon.',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
    ],
    told: [/^Left out as nobody's speech: text under “text” that is not read as spe/],
  });
  reads('meeting-tools-json/premiere.json', {
    format: 'meeting tools JSON',
    facts: { language: 'en-us' },
    turns: [
      'Ana Lind | 3 | The ferry leaves at noon.',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
    ],
  });
});

describe('text of meeting tools', () => {
  reads('plain-text/speechmatics.txt', {
    format: 'plain text',
    turns: [
      '?SPEAKER S1 |  | The ferry leaves at noon.',
      '?SPEAKER S2 |  | The harbour must be dredged first.',
      '?SPEAKER S1 |  | We have no money for dredging.',
    ],
  });
  reads('plain-text/rev-ai.txt', {
    format: 'plain text',
    turns: [
      '?Speaker 0 | 3 | The ferry leaves at noon.',
      '?Speaker 1 | 8 | The harbour must be dredged first.',
      '?Speaker 0 | 15 | We have no money for dredging.',
    ],
  });
  reads('plain-text/rev-human.txt', {
    format: 'plain text',
    turns: [
      'Ana Lind | 3 | The ferry leaves at noon.',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
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
      'Ana Lind | 3 | The ferry leaves at noon.',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
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
      'Ana Lind | 3 | The ferry leaves at noon.',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
    ],
  });
});

describe('tools for the study of speech', () => {
  reads('chat-transcript/chat.cha', {
    format: 'CHAT',
    facts: { date: '2025-05-14' },
    turns: [
      'Ana Lind | 3 | the ferry leaves at noon .',
      'Ben Sen | 8 | the harbour must be dredged first .',
      'Ana Lind | 15 | we have no money .',
    ],
    told: [/^Left out as nobody's speech: lines that tell of others \(9 words in 2 /],
  });
  reads('elan/elan.eaf', {
    format: 'ELAN annotations',
    turns: [
      'Ana Lind | 3 | The ferry leaves at noon.',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
    ],
    told: [/^Left out as nobody's speech: tiers that tell of others \(5 words: “Le /],
  });
  reads('text-grid/praat.TextGrid', {
    format: 'Praat TextGrid',
    turns: [
      'Ana Lind | 3 | The ferry leaves at "noon".',
      'Ben Sen | 8 | The harbour must be dredged first.',
      'Ana Lind | 15 | We have no money for dredging.',
    ],
  });
  reads('exmaralda/exmaralda.exb', {
    format: 'EXMARaLDA',
    turns: ['Ana Lind | 3 | The ferry leaves at noon.'],
  });
  reads('transcriber/transcriber.trs', {
    format: 'Transcriber',
    turns: ['Ana Lind | 3 | The ferry leaves at noon.', 'Ben Sen | 8 | The harbour must be dredged first.'],
  });
});
