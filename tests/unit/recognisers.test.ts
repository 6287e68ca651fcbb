/** Output of speech recognisers, each layout on its fixture. */
import { describe } from 'vitest';
import { reads } from '../fixtures/reads.ts';

const facts = { kind: 'automatic transcript' };

describe('recognisers', () => {
  const aws = 'Amazon Transcribe JSON';
  const two = ['?spk_0 | 0.5 | Kites sink.', '?spk_1 | 2 | Do they?'];
  reads('aws-json/labels-beside.json', { format: aws, facts: { ...facts, language: 'en-GB' }, turns: two });
  reads('aws-json/labels-on-words.json', { format: aws, facts, turns: two });
  reads('aws-json/channels.json', {
    format: aws,
    turns: ['?ch_0 | 0.1 | Hello.', '?ch_1 | 1 | Who flies?', '?ch_0 | 4 | Yes.'],
  });
  reads('azure-json/batch.json', {
    format: 'Azure speech JSON',
    facts: { ...facts, language: 'en-US' },
    turns: ['?Speaker 1 | 0.5 | Kites sink.', '?Speaker 2 | 62.25 | Do they?'],
  });
  reads('azure-fast-json/phrases.json', {
    format: 'Azure fast transcription JSON',
    turns: ['?Speaker 0 | 0.5 | Kites sink.', '?Speaker 1 | 2.25 | Do they?'],
  });
  reads('video-indexer-json/insights.json', {
    format: 'Azure Video Indexer JSON',
    facts: { title: 'Kite day' },
    turns: ['Orla Finch | 1.5 | Kites sink.', '?Speaker #2 | 62.25 | Do they?'],
  });
  const google = 'Google speech JSON';
  const tagged = ['?Speaker 1 | 0.5 | Kites sink.', '?Speaker 2 | 2 | Do they?'];
  reads('google-json/voices-in-the-last.json', { format: google, facts, turns: tagged });
  reads('google-json/second-version.json', { format: google, turns: tagged });
  reads('google-json/snake-case.json', {
    format: google,
    facts: { language: 'de-de' },
    turns: ['? | 1.5 | Kites sink.'],
  });
  reads('ibm-json/labels.json', {
    format: 'IBM Watson JSON',
    turns: ['?Speaker 0 | 0.5 | kites sink', '?Speaker 1 | 2 | do they', '?Speaker 0 | 4 | yes'],
  });
  reads('eleven-labs-json/scribe.json', {
    format: 'ElevenLabs JSON',
    facts: { ...facts, language: 'de' },
    turns: ['?speaker_0 | 1.5 | Drachen sinken.', '?speaker_1 | 3 | Wirklich?'],
    told: [/marks of sounds \(one word: “\(Lachen\)”\)/],
  });
  reads('speechmatics-json/words.json', {
    format: 'Speechmatics JSON',
    turns: ['?S1 | 0.5 | Kites sink.', '?S2 | 2 | Do they?', '? | 4 | Hm.'],
  });
  reads('rev-json/recogniser.json', {
    format: 'Rev JSON',
    turns: ['?Speaker 0 | 0.5 | Kites sink.', '?Speaker 1 | 2 | Do they?'],
  });
  reads('rev-json/people.json', {
    format: 'Rev JSON',
    turns: ['Orla Finch | 0.5 | Kites sink.', 'Benno Kray | 62 | Do they?'],
    told: [/marks of sounds/],
  });
  reads('soniox-json/tokens.json', {
    format: 'Soniox JSON',
    facts: { language: 'en' },
    turns: ['?Speaker 1 | 0.5 | Kites sink.', '?Speaker 2 | 2 | Do they?'],
  });
  reads('soniox-json/translated.json', {
    format: 'Soniox JSON',
    facts: { language: 'de' },
    turns: ['?Speaker 1 | 0.5 | Drachen sinken.'],
    told: [/translations by a machine \(2 words/],
  });
  reads('youtube-json/recognised.json', {
    format: 'YouTube captions (json3)',
    facts,
    turns: ['? | 1.5 in@3.5 | kites sink in water'],
    told: [/\[Music\]/],
  });
  reads('whisper-json/transformers.json', {
    format: 'Whisper JSON',
    turns: ['? | 0 Do@2.5 | Kites sink. Do they?'],
  });
  reads('whisper-json/voices-in-words.json', {
    format: 'Whisper JSON',
    facts: { language: 'en' },
    turns: ['?SPEAKER_00 | 0 | Kites sink.', '?SPEAKER_01 | 2 | Do they?'],
    told: [/\[BLANK_AUDIO\]/],
  });
  reads('whisper-json/not-a-number.json', {
    format: 'Whisper JSON',
    turns: ['? | 0 It@2 | She said NaN. It is.'],
  });
});

describe('meeting tools', () => {
  const format = 'meeting tools JSON';
  const turns = ['Orla Finch | 1.5 | Kites sink.', 'Benno Kray | 62 | Do they?'];
  const whole = ['Orla Finch | 1 | Kites sink.', 'Benno Kray | 62 | Do they?'];
  const longer = ['Orla Finch | 1.5 Really.@3 | Kites sink. Really.', 'Benno Kray | 62 | Do they?'];
  reads('meeting-tools-json/fireflies-api.json', {
    format,
    facts: { title: 'Kite call', date: '2025-05-14', page: { address: 'https://example.org/view/x', placeBy: 'text' } },
    turns,
    findings: ['summary: They spoke of kites.', 'action item: Benno buys line'],
  });
  reads('meeting-tools-json/fireflies-download.json', { format, turns: whole });
  reads('meeting-tools-json/fathom.json', {
    format,
    facts: { title: 'Kite call', date: '2025-05-14', language: 'en' },
    turns: [...whole, 'Orla Finch | 2 | Boats float.'],
    findings: ['summary: They spoke of kites.'],
  });
  reads('meeting-tools-json/read-ai.json', {
    format,
    facts: { title: 'Kite call', date: '2025-05-14' },
    turns: ['Orla Finch | 5 | Kites sink.', 'Benno Kray | 62 | Do they?'],
    findings: [
      'summary: They spoke of kites.',
      'action item: Benno buys line',
      'follow-up question: Do they sink?',
      'discussion point: Kites',
    ],
  });
  reads('meeting-tools-json/recall.json', { format, facts, turns: longer });
  reads('meeting-tools-json/gong.json', {
    format,
    facts: { title: 'Kite call', date: '2025-05-14' },
    turns: longer,
  });
  reads('meeting-tools-json/gladia.json', {
    format,
    turns: ['?Speaker 0 | 1.5 | Kites sink.', '?Speaker 1 | 62 | Do they?'],
    // A translation by a machine.
    told: [/under “text” that is not read as speech.*Drachen/u],
  });
  reads('meeting-tools-json/podcast.json', { format, turns });
  reads('meeting-tools-json/teams.json', { format, turns });
  reads('meeting-tools-json/moments.json', {
    format,
    facts: { title: 'Kite call' },
    turns: [
      '?conferenceRecords/1/participants/2 | 0 | Kites sink.',
      '?conferenceRecords/1/participants/3 | 57 | Do they?',
    ],
  });
  reads('meeting-tools-json/council.json', { format, facts: { date: '2025-05-14' }, turns });
  reads('word-transcribe/transcript.txt', {
    format: 'Word Transcribe',
    facts: { ...facts, title: 'kite day 2025-03-04' },
    turns: [
      '?Speaker 1 | 5 | Kites sink. They sink today.',
      'Benno Kray | 62 | Do they? 00:01:10 was the time, I think.',
    ],
  });
  reads('google-meet/with-notes.md', {
    format: 'Google Meet transcript',
    facts: { title: 'Kite call', date: '2025-05-14' },
    turns: ['Orla Finch | 0 | Kites sink.', 'Benno Kray |  | Do they?', 'Orla Finch | 300 | They do.'],
    findings: ['summary: They spoke of kites.', 'action item: Benno buys line.'],
    told: [/what stands over or under the transcript/, /closing lines/],
  });
  reads('google-meet/notes-under.txt', {
    format: 'Google Meet transcript',
    facts: { title: 'Kite call', date: '2025-06-04' },
    turns: ['Orla Finch | 0 | Kites sink.', 'Benno Kray |  | Do they?'],
    findings: ['summary: They spoke of kites.', 'action item: Benno Kray: buys line.', 'action item: Orla'],
    told: [/what stands over or under the transcript/, /closing lines/],
  });
  reads('google-meet/call-export.txt', {
    format: 'Google Meet transcript',
    facts: { title: 'Kite call', date: '2025-03-12', startTime: '10:00' },
    turns: [
      'Orla Finch | 0 | This call is invented.',
      'Benno Kray |  | Is it? I think it is.',
      'Orla Finch | 300 | It is.',
    ],
    told: [/what stands over or under the transcript/, /closing lines/],
  });
  reads('google-meet/copied.txt', {
    format: 'Google Meet transcript',
    facts: { title: 'Kite call', date: '2025-05-14', startTime: '10:00' },
    turns: [
      'Orla Finch |  | Kites sink.',
      'Benno Kray |  | Do they? One thing: nobody knows.',
      'Orla Finch |  | They do.',
    ],
    told: [/what stands over or under the transcript/, /closing lines/],
  });
});
