/**
 * JSON of Azure's speech to text: of batches `{recognizedPhrases: [{speaker, offsetInTicks, nBest: [{display}]}]}`, of the
 * fast transcription `{phrases: [{speaker, offsetMilliseconds, text}], combinedPhrases}`, and of its Video Indexer
 * `{videos: [{insights: {transcript: [{text, speakerId, instances: [{start}]}], speakers: [{id, name}]}}]}`.
 */
import { z } from 'zod';
import { readTime } from '../../../words/timestamp.ts';
import type { Problem } from '../../../session.ts';
import { jsonFormat, listOf, voice, whole } from '../recogniser-output.ts';
import { secondsOf } from './offsets.ts';

const number = z.number().nullish();

export const azureJson = jsonFormat({
  name: 'Azure speech JSON',
  example:
    '{"recognizedPhrases": [{"recognitionStatus": "Success", "speaker": 1, "offset": "PT0.5S", "nBest": [{"display": "Hello."}]}]}',
  shape: z.object({
    recognizedPhrases: listOf(
      z.object({
        recognitionStatus: z.string().nullish(),
        channel: number,
        speaker: voice,
        offset: z.string().nullish(),
        offsetInTicks: number,
        offsetMilliseconds: number,
        locale: z.string().nullish(),
        nBest: z.array(z.object({ display: z.string() })).nullish(),
      }),
    ),
  }),
  read({ recognizedPhrases }) {
    const problems: Problem[] = [];
    const phrases = whole(recognizedPhrases, problems, 'phrase').map((phrase) => ({
      ...phrase,
      start:
        phrase.offsetMilliseconds !== null && phrase.offsetMilliseconds !== undefined
          ? phrase.offsetMilliseconds / 1000
          : phrase.offsetInTicks !== null && phrase.offsetInTicks !== undefined
            ? phrase.offsetInTicks / ticks
            : secondsOf(phrase.offset),
    }));
    const channels = new Set(phrases.map(({ channel }) => channel ?? 0));
    // Two channels are two lines of a call: their phrases stand one channel after the other.
    const inOrder = phrases.toSorted((one, other) => (one.start ?? 0) - (other.start ?? 0));
    return {
      stretches: inOrder.map(({ speaker, channel, nBest, start }) => ({
        speaker: speaker ?? (channels.size > 1 ? channel : null),
        text: nBest?.[0]?.display ?? '',
        start,
      })),
      language: phrases[0]?.locale,
      problems,
    };
  },
});

/** A ten-millionth of a second, as Windows counts. */
const ticks = 10_000_000;

export const azureFastJson = jsonFormat({
  name: 'Azure fast transcription JSON',
  example:
    '{"durationMilliseconds": 900, "combinedPhrases": [{"text": "Hello."}], "phrases": [{"speaker": 1, "offsetMilliseconds": 40, "text": "Hello."}]}',
  shape: z.object({
    combinedPhrases: z.array(z.unknown()),
    phrases: listOf(
      z.object({
        channel: number,
        speaker: voice,
        text: z.string(),
        offsetMilliseconds: number,
        offset: number,
        locale: z.string().nullish(),
      }),
    ),
  }),
  read({ phrases }) {
    const problems: Problem[] = [];
    const read = whole(phrases, problems, 'phrase');
    const channels = new Set(read.map(({ channel }) => channel ?? 0));
    return {
      stretches: read
        .map(({ speaker, channel, text, offsetMilliseconds, offset }) => ({
          speaker: speaker ?? (channels.size > 1 ? channel : null),
          text,
          start: (offsetMilliseconds ?? offset ?? 0) / 1000,
        }))
        .toSorted((one, other) => one.start - other.start),
      language: read[0]?.locale,
      problems,
    };
  },
});

export const videoIndexerJson = jsonFormat({
  name: 'Azure Video Indexer JSON',
  example:
    '{"videos": [{"insights": {"transcript": [{"text": "Hello.", "speakerId": 1, "instances": [{"start": "0:00:01.2"}]}], ' +
    '"speakers": [{"id": 1, "name": "Ana Lind"}]}}]}',
  shape: z.object({
    name: z.string().nullish(),
    videos: z
      .array(
        z.object({
          insights: z.object({
            sourceLanguage: z.string().nullish(),
            language: z.string().nullish(),
            transcript: listOf(
              z.object({
                text: z.string(),
                speakerId: voice,
                instances: z.array(z.object({ start: z.string() })).nullish(),
              }),
            ),
            speakers: z.array(z.object({ id: voice, name: z.string() })).nullish(),
          }),
        }),
      )
      .min(1),
  }),
  read({ name, videos }) {
    const problems: Problem[] = [];
    const stretches = videos.flatMap(({ insights }) => {
      const names = new Map(insights.speakers?.map((speaker) => [speaker.id, speaker.name]));
      return whole(insights.transcript, problems, 'line').map(({ text, speakerId, instances }) => ({
        speaker: names.get(speakerId) ?? speakerId,
        text,
        start: clockOf(instances?.[0]?.start),
      }));
    });
    const [{ insights }] = videos as [(typeof videos)[0]];
    return { title: name, stretches, language: insights.sourceLanguage ?? insights.language, problems };
  },
});

/** `0:00:01.2` or with seven figures behind the point. */
function clockOf(text: string | undefined): number | null {
  return text === undefined ? null : readTime(text);
}
