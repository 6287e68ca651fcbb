/** From what a format reads line by line to turns: words of one voice that follow each other are one turn. */
import type { Speaker, Turn, Problem } from '../../session.ts';
import { formatTime } from '../../words/timestamp.ts';
import { isOffice } from './offices.ts';
import { withSingleBlanks } from './safe-text.ts';

/** Some words of one voice, as one cue, line or paragraph of a record holds them. */
export interface Utterance {
  /** The name to show; null where there is none. */
  speaker: string | null;
  /** The label as written, where it is another spelling. */
  writtenAs?: string;
  /** A label that is not trusted to name a speaker, where `speaker` is null. */
  label?: string;
  /** Language spoken, where the text is a translation; it goes for the whole turn. */
  spokenIn?: string;
  /** Time of the day, `15:18`, at which somebody begins to speak. */
  clock?: string;
  text: string;
  /** Seconds from the start of the recording, or null. */
  seconds: number | null;
  /** Counted from 1; null where no line can be named. */
  line: number | null;
  /** The record marks a change of voice here, although it may not name it. */
  newVoice?: boolean;
}

/**
 * Joins the utterances of one voice with single blanks; empty ones are left out. Labels that name
 * nobody ("Speaker 1") give turns without a speaker, and two different ones are never one turn; the label stays with it.
 * "orla" and "Orla" are one person, shown as written most often.
 * Times that go backwards inside a turn are left out and reported.
 */
export function gatherTurns(given: Iterable<Utterance>): { turns: Turn[]; speakers: Speaker[]; problems: Problem[] } {
  const utterances = [...given];
  const usual = usualSpellings(utterances);
  const turns: Turn[] = [];
  const speakers = new Map<string, Speaker>();
  const backwards: { line: number | null; seconds: number }[] = [];
  let label: string | null | undefined;
  let first: Utterance | undefined;
  let parts: string[] = [];
  let length = 0;
  let times: Turn['times'] = [];
  const finish = () => {
    if (parts.length > 0) turns.push({ ...voiceOfTurn(label ?? null, first!), text: parts.join(' '), times });
    parts = [];
    first = undefined;
    length = 0;
    times = [];
  };
  for (const utterance of utterances) {
    const text = oneLine(utterance.text);
    if (text === '') continue;
    const written = utterance.speaker === null ? '' : oneLine(utterance.speaker);
    const spokenBy = usual.get(written.toLowerCase()) ?? null;
    const isOther =
      spokenBy !== label ||
      (first !== undefined &&
        (first.label !== utterance.label || (utterance.spokenIn ?? first.spokenIn) !== first.spokenIn));
    if (isOther || utterance.newVoice) finish();
    label = spokenBy;
    first ??= utterance;
    const speaker = speakerOf(label);
    if (speaker !== null && !speakers.has(speaker))
      speakers.set(speaker, { name: speaker, otherNames: [], role: null, affiliation: null });
    const known = speaker === null ? undefined : speakers.get(speaker);
    for (const other of [written, utterance.writtenAs ?? ''])
      if (known && other !== '' && other !== speaker && !known.otherNames.includes(other)) known.otherNames.push(other);
    const offset = length === 0 ? 0 : length + 1;
    if (utterance.seconds !== null) {
      if (utterance.seconds < (times.at(-1)?.seconds ?? 0))
        backwards.push({ line: utterance.line, seconds: utterance.seconds });
      else times.push({ offset, seconds: utterance.seconds });
    }
    parts.push(text);
    length = offset + text.length;
  }
  finish();
  const problems =
    backwards.length === 0
      ? []
      : [
          {
            line: backwards[0]!.line,
            message:
              `The time ${formatTime(backwards[0]!.seconds)} is before the one in front of it; ` +
              `${backwards.length === 1 ? 'it is' : `${backwards.length} such times are`} left out`,
          },
        ];
  return { turns, speakers: [...speakers.values()], problems };
}

/** Whether a label stands for a voice that nobody has named: "SPEAKER_01", "Unknown Speaker", "Speaker B". */
export function namesNobody(label: string): boolean {
  return (label.length < 60 && nobodysLabel.test(label.trim())) || sponsors.test(label);
}

/** The US Congress prints who brings a bill over its words. */
const sponsors = /^By (?:Mr|Mrs|Ms|Miss|Messrs)\. \p{Lu}/u;

const nobodysLabel = new RegExp(
  String.raw`^(?:(?:someone|somebody|unknown|unidentified|unnamed|anonymous|inconnu|desconocido|неизвестный)(?:[ _](?:speaker|` +
    String.raw`voice|person|participant|male|female|man|woman|user))?|(?:male|female)(?:[ _](?:speaker|voice))|(?:speaker|spk|voice|` +
    String.raw`person|participant|locuteur|hablante|orador|спикер|发言人|说话人|参会人|与会人|讲话人|受访者|访谈者)|question|answer)(?:[ _#-]*\(?\d{1,4}\)?|[ _]s\d{1,3}|` +
    String.raw`[ _#-]+\(?[a-z]\)?)?$|^[qa][ _#-]*\d{0,4}$|` +
    String.raw`^(?:frage|antwort|pregunta|respuesta|réponse|pergunta|resposta|domanda|risposta|vraag|antwoord|вопрос|ответ)$|` +
    // In other languages, with a number: without one it may be an office.
    String.raw`^(?:sprecher(?:in)?|stimme|redner(?:in)?|locutrice|intervenante?|voix|voz|falante|oradora|interlocutora?|oratore|oratrice|` +
    String.raw`parlante|voce|spreker|stem|talare|taler|puhuja|mówca|głos|konuşmacı|người nói|говорящий|голос|мовець|話者|発言者|講者|發言人|` +
    String.raw`スピーカー|화자|참석자|متحدث|المتحدث|دوبر)[ _#-]*\(?\d{1,4}\)?$|` +
    String.raw`^(?:unbekannt(?:e[rs]?)?|sconosciut[oa]|desconhecid[oa]|onbekend|okänd|ukjent)(?: \p{L}+)?$|` +
    String.raw`^\p{L}+ (?:inconnue?|desconocid[oa]|desconhecid[oa]|sconosciut[oa]|неизвестен)$`,
  'iu',
);

/** A name as chat servers write it, without blanks: `Ana_Lind` is shown as Ana Lind. */
export function withoutUnderscores(label: string): string {
  return oneLine(label.replaceAll('_', ' ')) || label;
}

/** From a speaker in small letters to the spelling that most utterances have; of equally many the first. */
function usualSpellings(utterances: Utterance[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { speaker } of utterances) {
    const written = speaker === null ? '' : oneLine(speaker);
    if (written === '') continue;
    const spellings = counts.get(written.toLowerCase()) ?? new Map<string, number>();
    counts.set(written.toLowerCase(), spellings.set(written, (spellings.get(written) ?? 0) + 1));
  }
  const usual = new Map(
    [...counts].map(([key, spellings]) => [
      key,
      [...spellings].reduce((best, each) => (each[1] > best[1] ? each : best))[0],
    ]),
  );
  // "Ana Lind (Kelp Bay)" and "Ana Lind, mayor" are Ana Lind, who speaks as that, too; but not where there are two of either.
  const longer = new Map<string, string[]>();
  for (const key of usual.keys()) {
    const bare = key.split(/ \(|, | of /)[0]!;
    if (bare !== key && /\S\s\S/.test(bare) && usual.has(bare) && !isOffice(bare))
      longer.set(bare, [...(longer.get(bare) ?? []), key]);
  }
  for (const [bare, keys] of longer) if (keys.length === 1) usual.set(keys[0]!, usual.get(bare)!);
  for (const [surname, name] of surnamesIn(usual.values()))
    usual.set(surname.toLowerCase(), usual.get(name.toLowerCase())!);
  return usual;
}

/** "ANA LIND, HOST" goes on as "LIND", where only one of that surname was named in full, and before. */
function surnamesIn(labels: Iterable<string>): [surname: string, name: string][] {
  const full = new Map<string, string[]>();
  const found: [string, string][] = [];
  for (const label of new Set(labels)) {
    const name = label.split(/, | \(/)[0]!;
    if (label !== label.toUpperCase() || isOffice(name)) continue;
    const last = name.slice(name.lastIndexOf(' ') + 1);
    if (last !== name) full.set(last, [...(full.get(last) ?? []), label]);
    else if (full.has(name)) found.push([name, full.get(name)![0]!]);
  }
  return found.filter(([surname]) => full.get(surname)!.length === 1);
}

function speakerOf(label: string | null): string | null {
  return label === null || namesNobody(label) ? null : label;
}

/** What is known of who speaks, and how, from the first utterance of a turn. */
function voiceOfTurn(spokenBy: string | null, { label, spokenIn, clock }: Utterance): Omit<Turn, 'text' | 'times'> {
  const speaker = speakerOf(spokenBy);
  const written = speaker === null ? (spokenBy ?? label) : undefined;
  return {
    speaker,
    ...(written !== undefined && !tellsNothing.test(written) && { label: oneLine(written) }),
    ...(spokenIn !== undefined && { spokenIn }),
    ...(clock !== undefined && { clock }),
  };
}

/** Labels that do not even tell one voice from another. */
const tellsNothing = new RegExp(
  String.raw`^(?:(?:someone|somebody|unknown|unidentified|unnamed|anonymous|inconnu|desconocido|неизвестный|male|female)` +
    String.raw`(?:[ _]\p{L}+)?|speaker|voice|person|participant)$`,
  'iu',
);

/** A soft hyphen says where a word may be broken, and is no part of it. */
function oneLine(text: string): string {
  return withSingleBlanks(text.includes('\u00AD') ? text.replace(/\u00AD\s*/g, '') : text);
}
