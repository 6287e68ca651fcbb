/** The contract of a kind of answer: one file a kind, each of which tells whether a question asks for it. */
import type { AnswerTable, Passage, Quote, Question, ReportItem, Verification } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import type { Directory } from '../../people/directory.ts';
import type { Person } from '../../people/person.ts';
import { fold, isStopWord, termsOf } from '../../words/terms.ts';
import type { Extent } from '../matter/extent.ts';
import type { Ground } from '../ground.ts';
import { look, type Looked } from '../look.ts';
import type { Saying } from '../phrases/saying.ts';

/** What of a question any kind of answer needs. */
export interface Asked {
  question: Question;
  inquiry: Inquiry;
  /** Who can be meant in this place. */
  directory: Directory;
  /** Those that the question is after, newest first. */
  sessions: Named[];
  /** Those that may be read in this place. */
  all: Named[];
  /** Of whom it is asked. */
  people: Person[];
  /** Ids of the sessions in which they speak: none where nobody is called so; of `sessions` where it is asked of nobody. */
  spokenIn: string[];
  ground: Ground;
  /** The program's own words, in the language of the question. */
  say: Saying;
  /** What is found by the words of the question; looked for once. */
  looked: () => Promise<Looked>;
  /** What another question finds that is asked after the same ones and these: what answers it, null where nothing certain does, or comes nearest. */
  alone: (text: string, after: string[]) => Promise<Alone>;
  /** What was found for the question before this one; null where there was none. */
  before: () => Promise<Before | null>;
}

/** The same asked of something else, or in other sessions: what is found by its words is looked for anew, once. */
export function askedInstead(asked: Asked, change: Partial<Pick<Asked, 'inquiry' | 'sessions' | 'spokenIn'>>): Asked {
  const instead = { ...asked, ...change };
  const { inquiry, people, spokenIn, ground } = instead;
  let looked: Promise<Looked> | null = null;
  return { ...instead, looked: () => (looked ??= look(inquiry, { people, spokenIn }, ground)) };
}

/** Of a question that is asked within another. */
export interface Alone {
  made: Made | null;
  nearest: Omit<Passage, 'n'>[];
}

/** An earlier question, with what answered it. */
export interface Before {
  inquiry: Inquiry;
  quotes: Omit<Quote, 'n'>[];
  /** Who was told of last where nobody was quoted. */
  about: string | null;
  /** What was printed last, were it only what came nearest. */
  shown: Omit<Quote, 'n'>[];
  /** More of the same, the best first. */
  rest: Omit<Quote, 'n'>[];
}

export interface Named {
  id: string;
  title: string;
  date: string | null;
}

/** An answer but for the numbers of its quotes. */
export interface Made {
  /** Marks such as `[1]` in it are of `quotes`, counted from 1. */
  text: string;
  report: ReportItem[];
  quotes: Omit<Quote, 'n'>[];
  /** The quotes in rows. */
  table?: AnswerTable;
  /** It says of whom the quotes are, so that nothing need be added to it. */
  marked?: true;
  /** It is of the turns that were quoted last, and says so. */
  fromQuoted?: true;
  /** What was asked for is not there; `text` says so. */
  denied?: true;
  /** Where words were looked up. */
  verification?: Verification;
  /** What comes nearest where it is denied. */
  nearest?: Omit<Passage, 'n'>[];
  /** More of the same than is shown, in order. */
  rest?: Omit<Quote, 'n'>[];
  /** How much was said of the matter as a whole. */
  extent?: Extent | null;
  /** Who is told of where nobody is quoted: whom "he" means next. */
  about?: string;
  /** Found by its words: a model may write the prose from what was found. */
  isOpen?: true;
}

/** One kind of answer. */
export interface Kind {
  /** Whether a question asks for it. */
  isAskedBy(inquiry: Inquiry): boolean;
  /** Resolves to null where the sessions hold nothing of the kind, and the words must be searched for instead. */
  answer(asked: Asked): Promise<Made | null>;
}

/** The same with the numbers that `[1]`, `[2]` mark them by. */
export function numbered<Each extends Omit<Quote, 'n'>>(quotes: Each[]): (Each & { n: number })[] {
  return quotes.map((quote, index) => ({ n: index + 1, ...quote }));
}

/** What a question is about, as it is said again: without the words that ask. Empty where nothing is left. */
export function matterOf({ words }: Pick<Inquiry, 'words'>): string {
  const all = words.trim().split(/\s+/u);
  const tells = (word: string | undefined) => word !== undefined && termsOf(word).length > 0 && !isStopWord(fold(word));
  let [first, last] = [0, all.length];
  while (first < last && !tells(all[first])) first += 1;
  while (last > first && !tells(all[last - 1])) last -= 1;
  return all
    .slice(first, last)
    .join(' ')
    .replace(/[,;:.?!]+$/u, '');
}

/** The same as it stands in the question, small words included; as it is where it does not stand together there. */
export function matterAsAsked(inquiry: Pick<Inquiry, 'words' | 'question'>): string {
  const matter = matterOf(inquiry);
  const [first, last] = [matter.split(/\s+/u)[0]!, matter.split(/\s+/u).at(-1)!];
  const start = inquiry.question.indexOf(first);
  const end = inquiry.question.lastIndexOf(last) + last.length;
  const asAsked = start < 0 ? '' : inquiry.question.slice(start, end);
  return asAsked.length > 0 && asAsked.length <= matter.length + longestBetween ? asAsked : matter;
}

/** In characters: "rules versus innovation". */
const longestBetween = 12;

/** Words of the program alone. */
export function told(text: string): Made {
  return { text, report: [], quotes: [] };
}

/** `text` says that what was asked for is not there and, of what comes nearest, best first, whose it is. */
export function denied(text: string, nearest?: Omit<Passage, 'n'>[]): Made {
  return { ...told(text), denied: true, ...(nearest && { nearest, marked: true }) };
}

/** `no` says that what was asked for is not there; what comes nearest, best first, stands under it. */
export function onlyNear(no: string, nearest: Omit<Passage, 'n'>[], say: Saying): Made {
  return denied(nearest.length > 0 ? `${no} ${say('nearest')}`.trim() : no, nearest);
}

/** That nothing answers for certain: of `names`, in their words, or of anybody where none are given. */
export function nothingCertain({ sessions, say }: Of, names = ''): string {
  const where = say.where(sessions);
  return names === '' ? say('nothingCertain', { where }) : say('nothingCertainOf', { names, where });
}

/** The sessions that were looked in. */
type Of = { sessions: Parameters<Saying['where']>[0]; say: Saying };

/** Of whom it is asked; two of one name are named once. */
export function namesAsked({ people, say }: Pick<Asked, 'people' | 'say'>): string {
  return say.listed([...new Set(people.map(({ name }) => name))]);
}
