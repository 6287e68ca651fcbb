/** What tools for the study of speech have in common: tiers of what each voice said from when to when. */
import type { SessionDraft, LeftOut, Parsed, Source } from '../format.ts';
import { voiceOf } from '../recogniser-output.ts';
import { sessionDraft } from '../session-draft.ts';
import { withoutSounds } from '../sounds.ts';
import { gatherTurns, type Utterance } from '../turns.ts';

/** What a voice said in one stretch. */
export interface Said {
  /** Who speaks, as the file calls them; null where that is not told. */
  voice: string | null;
  text: string;
  /** In seconds; null where the file does not tell it. */
  start: number | null;
  line: number | null;
}

/** Words of a tier that tells of the others, or repeats them sound by sound: nobody's. */
export const besideSpeech = new RegExp(
  String.raw`(?:^|[\s_@-])(?:phones?|phonemes?|phon|segments?|syll\p{L}*|mau|mas|pos|gloss\p{L}*|mor\p{L}*|lemma\p{L}*|translat\p{L}*|transl|` +
    String.raw`übersetzung|traducción|traduction|comments?|notes?|kommentare?|gestures?|gaze|nonverbal|prosod\p{L}*|tones?|pitch|english)$`,
  'iu',
);

/** What was said in several tiers, in the order of time; what has none comes after what stands before it. */
export function inOrderOfTime(tiers: Said[][]): Said[] {
  const placed = tiers.flatMap((tier) => {
    let at = 0;
    return tier.map((said) => ({ said, at: (at = said.start ?? at) }));
  });
  return placed.toSorted((one, other) => one.at - other.at).map(({ said }) => said);
}

/** One session of what was said, in this order. */
export function annotatedSession(
  source: Source,
  said: Said[],
  facts: Partial<Pick<SessionDraft, 'title' | 'date' | 'language' | 'speakers'>>,
  given: LeftOut[],
): Parsed {
  const leftOut = [...given];
  const utterances = said.map(({ voice, text, start, line }): Utterance => {
    const words = withoutSounds(text);
    if (words.sounds !== '') leftOut.push({ line, text: words.sounds, why: 'marks of sounds' });
    return { ...voiceOf(voice), text: words.said, seconds: start, line };
  });
  const { turns, speakers, problems } = gatherTurns(utterances);
  if (turns.length === 0)
    return { sessions: [], problems: [{ line: null, message: `${source.name}: nobody speaks in it` }], leftOut };
  const known = new Map(facts.speakers?.map((speaker) => [speaker.name, speaker]));
  const session = sessionDraft(source, {
    kind: 'transcript',
    ...facts,
    turns,
    speakers: speakers.map((speaker) => ({ ...speaker, ...known.get(speaker.name) })),
  });
  return { sessions: [session], problems, leftOut };
}
