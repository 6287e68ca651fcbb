/** Real files in eleven layouts. Their words are not ours, so they stay outside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/records/formats/decode.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';

const folder = new URL('../../../shared/realdocs/', import.meta.url);

interface Expected {
  format: string;
  turns: number;
  speakers: number;
  /** Turns whose speaker the record does not name. */
  unknown: number;
  begins: string;
  ends: string;
  timed: boolean;
  says?: RegExp;
}

function check(file: string, { says, ...expected }: Expected) {
  it(`reads ${file}`, () => {
    const { text, problems: decoding } = decode(readFileSync(new URL(file, folder)));
    const { format, sessions, problems } = parseRecord({ name: file, text, address: null });
    expect(decoding).toEqual([]);
    expect(sessions).toHaveLength(1);
    const { turns, speakers } = sessions[0]!;
    expect({
      format,
      turns: turns.length,
      speakers: speakers.length,
      unknown: turns.filter((turn) => turn.speaker === null).length,
      begins: turns[0]!.text.slice(0, expected.begins.length),
      ends: turns.at(-1)!.text.slice(-expected.ends.length),
      timed: turns.some((turn) => turn.times.length > 0),
    }).toEqual(expected);
    expect(problems.map(({ message }) => message).join('\n')).toMatch(says ?? /^$/);
  });
}

describe.skipIf(!existsSync(folder))('real files (skipped where ../shared is not beside the checkout)', () => {
  const zoom: Expected = {
    format: 'WebVTT',
    turns: 150,
    speakers: 25,
    unknown: 0,
    begins: 'I nixo. Akash',
    ends: 'Lately?',
    timed: true,
  };
  check('zoom-vtt/acde__2026-08-13_243__transcript.vtt', zoom);
  check('zoom-vtt/acde__2026-08-13_243__transcript_corrected.vtt', zoom);
  check('podcast-vtt-txt/transcripts__507-agentic-ai-workflows-with-langgraph.vtt', {
    format: 'WebVTT',
    turns: 1,
    speakers: 0,
    unknown: 1,
    begins: 'If you want to leverage',
    ends: 'write some Python code.',
    timed: true,
    says: /No speaker is named/,
  });
  check('otter-like/transcripts__06-impostor-syndrome.md', {
    format: 'plain text',
    turns: 88,
    speakers: 4,
    unknown: 0,
    begins: 'Have you ever been scared',
    ends: 'See you next week.',
    timed: true,
  });
  const whisper = {
    format: 'plain text',
    speakers: 0,
    begins: "Fantastic. I'll just check",
    timed: false,
    says: /No speaker is named[^]*No times/,
  };
  check('whisper-diarised/examples__v1-diarisation.txt', {
    ...whisper,
    turns: 11,
    unknown: 11,
    ends: 'Thank you very much.',
  });
  check('whisper-diarised/examples__v1-segmentation.txt', {
    ...whisper,
    turns: 6,
    unknown: 6,
    ends: 'Thank you very much.',
  });
  check('whisper-diarised/examples__v1-simple.txt', {
    ...whisper,
    turns: 1,
    unknown: 1,
    ends: 'Thank you very much. Thank you.',
  });
  const steno = { format: 'live captions', speakers: 0, timed: false, says: /No speaker is named/ };
  check('steno-captions/2014-transcripts__allison-kaptur-switch-statement-1500-lines.txt', {
    ...steno,
    turns: 3,
    unknown: 3,
    begins: 'Awesome, thank you.',
    ends: 'So thank you!',
  });
  check('steno-captions/2014-transcripts__camille-fournier-how-to-stay-in-love-with-programming.txt', {
    ...steno,
    turns: 6,
    unknown: 6,
    begins: 'All right. You came back!',
    ends: 'Have some coffee.',
  });
  check('w3c-scribe/2024-01-02__irc.log', {
    format: 'IRC log',
    turns: 16,
    speakers: 6,
    unknown: 0,
    begins: 'Hello let me check the recording',
    ends: 'have a good one bye.',
    timed: false,
    says: /chat, not speech[^]*No times/,
  });
  check('w3c-scribe/2025-04-01__index.html', {
    format: 'W3C minutes (HTML)',
    turns: 27,
    speakers: 6,
    unknown: 0,
    begins: 'Checking the recording.',
    ends: 'interested in people having.',
    timed: false,
    says: /12 lines are chat/,
  });
  check('w3c-scribe/minutes__main__20251113__Readme.md', {
    format: 'meeting notes',
    turns: 152,
    speakers: 20,
    unknown: 2,
    begins: 'We have the repo at',
    ends: 'an own docuement itself.',
    timed: false,
    says: /2 turns name no speaker/,
  });
  check('tc39-notes/meetings__2026-01__january-20.md', {
    format: 'meeting notes',
    turns: 366,
    speakers: 24,
    unknown: 4,
    begins: 'All right, welcome, everyone.',
    ends: 'call it a day. Thanks, everyone.',
    timed: false,
    says: /4 turns name no speaker/,
  });
  check('ietf-minutes/quic__ietf100__minutes.md', {
    format: 'meeting notes',
    turns: 346,
    speakers: 65,
    unknown: 16,
    begins: 'lots of green here.',
    ends: 'and please include Dmitri',
    timed: false,
    says: /16 turns name no speaker/,
  });
  check('hansard/fiji_2024-03-12_part11.html', {
    format: 'Hansard (HTML)',
    turns: 204,
    speakers: 28,
    unknown: 5,
    begins: 'Mr. Speaker, the honourable Prime Minister',
    ends: 'The Parliament adjourned at 4.12 p.m.',
    timed: false,
    says: /5 turns name no speaker/,
  });
  check('asr-timestamp-table/meetings__City_Council__City_Council_R_265_230822_1.md', {
    format: 'transcript table',
    turns: 1,
    speakers: 0,
    unknown: 1,
    begins: 'for the purchase of employee',
    ends: 'this meeting is adjourned.',
    timed: true,
    says: /No speaker is named/,
  });

  it.each([
    ['zoom-chat-and-summary/acde__2026-08-13_243__chat.txt', /a chat, not speech/],
    ['tc39-notes/delegates.txt', /is in no layout known here/],
  ])('takes nothing of %s for speech', (file, says) => {
    const { sessions, problems } = parseRecord({
      name: file,
      text: decode(readFileSync(new URL(file, folder))).text,
      address: null,
    });
    expect(sessions).toEqual([]);
    expect(problems[0]!.message).toMatch(says);
  });

  it('expands initials from the table of the file, with the organisation', () => {
    const file = 'tc39-notes/meetings__2026-01__january-20.md';
    const { speakers } = parseRecord({
      name: file,
      text: decode(readFileSync(new URL(file, folder))).text,
      address: null,
    }).sessions[0]!;
    expect(
      speakers.every(
        (speaker) =>
          /\S\s\S/.test(speaker.name) && /^[A-Z]{2,4}$/.test(speaker.otherNames[0]!) && speaker.affiliation !== null,
      ),
    ).toBe(true);
  });
});
