/** What tools for the study of speech have in common: tiers of what each voice said from when to when. */
import { wordList } from '../../../words/word-list.ts';
import { notRead, type SessionDraft, type LeftOut, type Parsed, type Source } from '../format.ts';
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
  /** Its place in the file's line of time, where that has one whose points need no times. */
  order?: number;
  line: number | null;
}

/** Whether a tier of this name tells of the others, or repeats them sound by sound: its words are nobody's. */
export function isBesideSpeech(tier: string): boolean {
  const words = tier.toLowerCase().split(/[^\p{L}\p{M}]+/u);
  // "pos@Ana", "Ana-mor": but "Artur Mas" is a name.
  const parts = tier.toLowerCase().split(/[-_@:/]/);
  return words.some((word) => kinds.has(word)) || parts.some((part) => shortKinds.has(part.trim()));
}

const kinds = new Set(
  wordList(`
    phone phones phoneme phonemes segment segments syllable syllables gloss glosses glossing morph morphs morpheme morphemes
    morphology lemma lemmas translation translations translated übersetzung übersetzungen traducción traducciones traduction
    traductions comment comments comentario comentarios commentaire commentaires kommentar kommentare remark remarks remarque
    remarques bemerkung bemerkungen anmerkung anmerkungen note notes notas notizen gesture gestures geste gestes gaze nonverbal
    prosody prosodic tone tones pitch`),
);
const shortKinds = new Set(wordList('phon syll mau mas pos mor transl prosod english'));

/** Names by their codes, as they are shown: where several codes have one name, each with its code, "Ana (AN1)". */
export function namesApart(names: Map<string, string>): Map<string, string> {
  const codes = Map.groupBy(names.keys(), (code) => names.get(code)!.toLowerCase().replace(/\s+/g, ' '));
  const shared = new Set([...codes.values()].filter((some) => some.length > 1).flat());
  return new Map([...names].map(([code, name]) => [code, shared.has(code) ? `${name} (${code})` : name]));
}

/** Seconds as a file writes them; null for what is no time of a recording. */
export function secondsIn(written: string | undefined): number | null {
  const seconds = written === undefined || written.trim() === '' ? Number.NaN : Number(written);
  return seconds >= 0 && seconds < 1e9 ? seconds : null;
}

/** What was said in several tiers, in the order of time; what has none comes after what stands before it. */
export function inOrderOfTime(tiers: Said[][]): Said[] {
  const placed = tiers.flatMap((tier) => {
    let at = 0;
    return tier.map((said) => ({ said, at: (at = said.order ?? said.start ?? at) }));
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
  if (turns.length === 0) return notRead(source, 'nobody speaks in it', { leftOut });
  const known = new Map(facts.speakers?.map((speaker) => [speaker.name, speaker]));
  const session = sessionDraft(source, {
    kind: 'transcript',
    ...facts,
    turns,
    speakers: speakers.map((speaker) => ({ ...speaker, ...known.get(speaker.name) })),
  });
  return { sessions: [session], problems, leftOut };
}
