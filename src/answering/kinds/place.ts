/** "Where was it held?", by what its first speakers say. */
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { phrases } from '../../words/matcher.ts';
import { fold } from '../../words/names.ts';
import { textOf } from '../../words/text-words.ts';
import { wordList } from '../../words/word-list.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { quoteOfRun } from '../quotes/choose.ts';
import type { Saying } from '../phrases/saying.ts';
import { denied, numbered, type Made } from './kind.ts';

export async function placeOf(reading: Reading, { say }: { say: Saying }): Promise<Made | null> {
  const { sentences, session } = reading;
  for (const [index, { turn, text }] of sentences.entries()) {
    if (turn >= firstTurns) break;
    const place = meeting.exec(text)?.[1] ?? placeElsewhere(text);
    if (place === undefined || isEvent(place)) continue;
    // "Welcome to Salt and Light" names what is held; a town may stand in its title.
    if (session.title.includes(place) && welcomes.in(textOf(text))) continue;
    const quotes = [quoteOfRun(reading, { first: index, last: index })];
    return { text: say('heldAt', { place, names: say.names(numbered(quotes)) }), quotes, report: [], marked: true };
  }
  return denied(say('placeNotTold'));
}

const firstTurns = 6;

const welcomes = phrases({
  lines: '(welcome|bienvenu(|e|es|s)|bienvenid(a|o|as|os)|приветствую|приветствуем|欢迎|مرحبا|أهلا)',
});

/** "Welcome to Coast Week" welcomes to what is held, not to where. */
function isEvent(name: string): boolean {
  return name.split(/\s+/u).some((word) => events.has(fold(word)));
}

const events = new Set(
  wordList(`week forum conference summit meeting council committee session day days event congress assembly workshop hearing
    conférence séance réunion rencontre assises sommet congrès assemblée journée colloque atelier audience débat
    conferencia foro encuentro cumbre congreso asamblea jornada sesión reunión taller audiencia
    совещание конференция форум встреча заседание слушания съезд`).map(fold),
);
/** "Ici à Vaucelles", "aquí en Almara", "в Заозёрске": a name begins with a capital, where its script has them. */
function placeElsewhere(text: string): string | undefined {
  return meetsAt.all(textOf(text)).flatMap(({ taken }) => named.exec(taken ?? '')?.[0] ?? [])[0];
}

const meetsAt = phrases(...spokenElsewhere('meetsAt'));
const named = /^(?:(?:в|во|на)\s+(?:городе\s+)?)?(?:[\p{Lu}\p{Lo}][\p{L}’'-]*)(?:\s+\p{Lu}[\p{L}’'-]*)*/u;

/** "To gather with you in Geneva", "welcome to Lake Ossa", "we meet here at Harbour House". */
const meets = 'gather(?:ed)?|meet(?:ing)?|welcome|conven(?:e|ed|ing)|hosted|assembled';
/** "Here are the facts in Canada", "elections held in Canada" tell of something else. */
const hereIn = 'here(?:\\s+(?:today|together|with|you|all|now|again))*';
const heldIn = '(?:is|are|being|meeting|session|forum|conference)\\s+held(?:\\s+here)?';
const town = String.raw`(?:the\s+(?:beautiful\s+)?(?:city|town)\s+of\s+)?`;
const name = String.raw`\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,3}`;
const ways = String.raw`(?:${meets})(?:\s+\p{Ll}+){0,4}?|${hereIn}|${heldIn}`;
const meeting = new RegExp(String.raw`\b(?:${ways})\s+(?:in|to|at)\s+${town}(${name})`, 'u');
