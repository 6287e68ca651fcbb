/** What a question wants: who, a figure, a list, a name, or whether something is so. */
import { textOf } from '../../words/text-words.ts';
import { numberOf, waysTo, waysToAskAfter } from '../phrases/languages.ts';

/** What may be asked for by name: whether something was mentioned, promises, figures, the parts of a list, who agrees. */
export type AskedFor =
  | 'mention'
  | 'silence'
  | 'commitments'
  | 'figures'
  | 'parts'
  | 'agreement'
  | 'dissent'
  | 'opinion'
  | 'against'
  | 'support'
  | SpeechAct;

/** What somebody does by saying something: what was warned of, opposed, criticised, praised, hoped for, proposed, announced, given as an example, quoted. */
export type SpeechAct = (typeof speechActs)[number];
export const speechActs = [
  'warning',
  'opposition',
  'blame',
  'praise',
  'hope',
  'proposal',
  'announcement',
  'example',
  'quoting',
] as const;

export interface Wanted {
  asksWho: boolean;
  wants: 'number' | 'list' | 'name' | null;
  yesNo: boolean;
  asksFor: Set<AskedFor>;
  parts: number | null;
  each: boolean;
}

export function whatIsAsked(question: string, language: string | null = null): Wanted {
  const text = textOf(withoutHealthBody(question));
  return {
    asksWho: asksWho.in(text) && !tellsWhich.in(text),
    wants: asksNumber.in(text) ? 'number' : asksList.in(text) ? 'list' : asksName.in(text) ? 'name' : null,
    yesNo: asksWhether.in(text) || asksWithoutWord(question, language),
    asksFor: new Set(after.filter(({ asked }) => asked.in(text)).map(({ what }) => what)),
    parts: numberOf(partsAsked.first(text)?.taken ?? null),
    each: asksEach.in(text),
  };
}

/** "The WHO" is asked about, and asks for nobody: where small letters stand beside it, its capitals tell. */
function withoutHealthBody(question: string): string {
  return /\p{Ll}/u.test(question) ? question.replaceAll(/(?<=\S\s+)WHO\b/gu, 'it') : question;
}

/** "¿Terminarán las obras en 2027?", "Работы закончатся в 2027 году?": only the mark shows that it is a question. */
function asksWithoutWord(question: string, language: string | null): boolean {
  const text = textOf(question);
  return (
    toldByWord.has(language ?? '') &&
    /\?\s*$/u.test(question) &&
    text.words.length >= leastOfWhole &&
    !asksWithWord.in(text) &&
    !goesOn.in(text)
  );
}

const toldByWord = new Set(['fr', 'es', 'ru']);
/** "Y del ruido?" is no whole question. */
const leastOfWhole = 4;

/** Whether what was said or thought of a matter is asked for, all of it, rather than a single fact. */
export function asksDiscussion(question: string): boolean {
  return discussion.in(textOf(question));
}

/** `organisation` of "Which organisation …"; empty where no kind of thing is named. */
export function kindIn(question: string): string {
  return asksKind.first(textOf(question))?.taken ?? '';
}

/** "seals Lindqvist": a name among a few words, with nothing that asks, is whose words are wanted. */
export function isKeywords(question: string): boolean {
  const text = textOf(question);
  return text.words.length <= 6 && !/[?？]/u.test(question) && !asking.in(text);
}

const names: AskedFor[] = [
  'mention',
  'silence',
  'commitments',
  'figures',
  'parts',
  'agreement',
  'dissent',
  'opinion',
  'against',
  'support',
  ...speechActs,
];
const after = names.map((what) => ({ what, asked: waysToAskAfter(what) }));
const partsAsked = waysToAskAfter('parts');
const asksEach = waysTo('each');
const asksWho = waysTo('who');
const tellsWhich = waysTo('whoOfThem');
const asksNumber = waysTo('number');
const asksList = waysTo('list');
const asksName = waysTo('name');
const asksWithWord = waysTo('interrogatives');
const goesOn = waysTo('followsOn');
const asksWhether = waysTo('yesNo');
const discussion = waysTo('discussion');
const asksKind = waysTo('kind');
const asking = waysTo('asking');
