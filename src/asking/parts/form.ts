/** How an answer should look. */
import { blanked } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { languageCalled, numberOf, waysToWant } from '../phrases/languages.ts';

export type FormKind =
  | 'sentences'
  | 'points'
  | 'paragraphs'
  | 'words'
  | 'table'
  | 'list'
  | 'timeline'
  | 'csv'
  | 'footnote'
  | 'brief'
  | 'quote'
  | 'everything'
  | 'whole'
  | 'translation'
  | 'short';

export interface Form {
  kind: FormKind;
  /** How many sentences, points, paragraphs, words or quotes; null where that is open. */
  count: number | null;
  /** Into which language, as its primary tag; null where none is named. */
  language: string | null;
}

/** The form a question wants, the first where it names several, and the question without any of them. */
export function formIn(question: string): { form: Form | null; left: string } {
  const wanted: Form[] = [];
  let left = question;
  for (const { kind, asked } of forms) {
    // "Translate this into French" says it twice.
    for (const found of asked.all(textOf(left))) {
      wanted.push({ kind, count: numberOf(found.taken), language: languageCalled(found.taken) });
      left = blanked(left, found);
    }
  }
  const [first] = wanted;
  const language = wanted.find((form) => form.language !== null)?.language ?? null;
  // "Four points on tolls, in bullet form" says how many only once.
  const count = wanted.find((form) => form.kind === first?.kind && form.count !== null)?.count ?? null;
  return { form: first ? { ...first, count, language } : null, left };
}

/** In order: what is made of the answer before how much of it, and a language last, which may go with any. */
const order: FormKind[] = [
  'timeline',
  'table',
  'csv',
  'footnote',
  'paragraphs',
  'points',
  'sentences',
  'words',
  'list',
  'brief',
  'everything',
  'whole',
  'quote',
  'short',
  'translation',
];
const forms = order.map((kind) => ({ kind, asked: waysToWant(kind) }));
