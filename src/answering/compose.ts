/** The answer that needs no model: what was found, put into a few words. */
import type { Answer, Passage, Question, SessionRef } from '../answer.ts';
import type { Inquiry } from '../asking/asked.ts';
import { isParty } from '../people/parties.ts';
import { rankCalled } from '../people/ranks.ts';
import { languageName } from '../words/language.ts';
import { learned } from './confidence.ts';
import { find, type Findings } from './find.ts';
import type { Ground } from './ground.ts';
import { calledAs } from './kinds/called-as.ts';
import { nothingCertain, numbered } from './kinds/kind.ts';
import { sayingIn, type Saying } from './phrases/saying.ts';
import { capitalised } from './quotes/wording.ts';
import { foundByWords } from './nearest.ts';
import { isOfSeveralBefore } from './who-answered.ts';

export async function answerWithoutModel(question: Question, ground: Ground): Promise<Answer> {
  return compose(question.text, await find(question, ground));
}

export function compose(question: string, found: Findings): Answer {
  const { inquiry, made, surest } = found;
  const say = sayingIn(inquiry.language);
  const quotes = numbered(found.quotes);
  const answer: Answer = {
    question,
    status: 'answered',
    text: '',
    quotes,
    report: [],
    related: [],
    model: null,
    ...(surest && { confidence: found.isInOtherWords ? learned.leastChance : surest.chance }),
    ...(say.language !== 'en' && { language: say.language }),
  };
  // Who somebody is tells by itself who could be meant.
  const meant = ['role', 'moderator', 'participants'].includes(inquiry.subject?.of ?? '')
    ? []
    : whoWasMeant(inquiry, found.sessions, say);
  if (made) {
    const { extent, verification, table, rest = [] } = made;
    const words = quotes.length > 0 && !made.marked ? `\n\n${say('inTheirWords', { names: say.names(quotes) })}` : '';
    const related = numbered(made.nearest ?? []);
    const ofRecords = languageOfRecords(found, say);
    const told = `${made.text}${words}`;
    return {
      ...answer,
      status: !made.denied ? 'answered' : related.length > 0 ? 'nearest' : 'not_found',
      // Such a text ends with what announces the nearest.
      text: capitalised([...meant, ...(related.length > 0 ? [...ofRecords, told] : [told, ...ofRecords])].join(' ')),
      report: made.report,
      related,
      ...(wantsTranslation(inquiry) && { notice: say('cannotTranslate') }),
      ...(table && { table }),
      ...(extent && { extent }),
      ...(verification && { verification }),
      // What was found by its words has always more that is less like it.
      ...(rest.length > 0 && !made.isOpen && { more: rest.length }),
    };
  }
  const related = numbered(found.others.length > 0 ? found.others : found.nearest);
  const isNearest = found.others.length === 0 && related.length > 0;
  const text = [
    ...meant,
    ...(isNearest
      ? [nearestTo(inquiry, found, say)]
      : [notFound(inquiry, found, say), ...languageOfRecords(found, say)]),
  ].join(' ');
  // However sure it is that the matter was spoken of, what asks was not answered.
  const unsure = surest && { confidence: Math.min(surest.chance, learned.leastChance) };
  return { ...answer, ...unsure, status: isNearest ? 'nearest' : 'not_found', related, text: capitalised(text) };
}

/** "In English, please" in English is only polite. */
function wantsTranslation({ form, language }: Inquiry): boolean {
  return form?.kind === 'translation' && !(form.language === 'en' && language === 'en');
}

/** Nothing that was found answers for certain; `text` says so. */
export function nearestAnswer(question: string, text: string, { quotes, nearest, others }: Findings): Answer {
  const found: Omit<Passage, 'n'>[] = quotes.length > 0 ? foundByWords(quotes) : [...others, ...nearest];
  const related = numbered(found.slice(0, mostNearest));
  return {
    question,
    status: related.length > 0 ? 'nearest' : 'not_found',
    text,
    quotes: [],
    report: [],
    related,
    model: null,
  };
}

const mostNearest = 3;

/** Whom a question was taken to mean, where that is not plain. */
function whoWasMeant(
  { question, speakers, smallTalk, goesOn }: Inquiry,
  sessions: SessionRef[],
  say: Saying,
): string[] {
  // "They" are all who may be meant.
  if (smallTalk !== null || goesOn !== null || isOfSeveralBefore(question)) return [];
  return speakers.flatMap(({ phrase, matches }) => {
    const [first] = matches;
    // Whoever speaks elsewhere alone is told of as that.
    if (!sessions.some(({ id }) => matches.some(({ person }) => person.sessions.includes(id)))) return [];
    // A party is all who are of it.
    if (matches.length > 1 && !areMany(phrase)) {
      const names = matches.map(({ person }) => person.name);
      return names.length > mostNames
        ? [say('canMeanMany', { phrase, count: names.length })]
        : [say('canMean', { phrase, names: theirNames(names, say) })];
    }
    return first?.how === 'spelling' ? [say('tookFor', { phrase, name: first.person.name })] : [];
  });
}

/** Several of one name, such as the "Marketing" of many meetings, are counted. */
function theirNames(people: string[], say: Saying): string {
  const names = [...Map.groupBy(people, (name) => name)].map(([name, same]) =>
    same.length > 1 ? say('speakersCalled', { number: say.number(same.length), name }) : name,
  );
  return say.listed(names);
}

/** A longer list helps nobody to choose. */
const mostNames = 5;

function nearestTo(inquiry: Inquiry, found: Findings, say: Saying): string {
  const { sessions, otherFindings } = found;
  const of = inquiry.speakers.flatMap(({ phrase, matches }) =>
    areMany(phrase) ? [phrase] : matches.map(({ person }) => person.name),
  );
  const nothing = nothingCertain({ sessions, say }, say.listed([...new Set(of)]));
  return [nothing, otherFindings ?? '', ...languageOfRecords(found, say), say('nearest')].filter(Boolean).join(' ');
}

/** "Records here are in English: ask in English too." */
function languageOfRecords({ otherLanguage }: Findings, say: Saying): string[] {
  if (otherLanguage === null) return [];
  const language = languageName(otherLanguage.language, say.language);
  return [say(otherLanguage.of === 'all' ? 'recordsAreIn' : 'mostRecordsAreIn', { language })];
}

function notFound(inquiry: Inquiry, found: Findings, say: Saying): string {
  const { sessions, others: related, nearby, absent } = found;
  const asked = inquiry.speakers.map(calledAs);
  const unknown = inquiry.speakers.filter(({ matches }) => matches.length === 0).map(({ phrase }) => phrase);
  const where = say.where(sessions);
  const parts = [
    absent ??
      (asked.length > 0
        ? say('noWordsOf', { names: say.listed(asked), where })
        : // Words of another language tell nothing of what was said.
          say(found.otherLanguage?.of === 'all' ? 'nothingInTheseWords' : 'nothingSaid', { where })),
  ];
  if (inquiry.subject?.of === 'findings' && found.otherFindings) parts.push(found.otherFindings);
  const others = [...new Set(related.map((quote) => capitalised(say.called(quote))))];
  if (others.length > 0) parts.push(say('othersSpokeOfIt', { names: say.listed(others) }));
  else if (nearby.length > 0 && unknown.length === 0)
    parts.push(say('partComesUpIn', { titles: say.listed(nearby.map(({ title }) => title)) }));
  return parts.join(' ');
}

/** Called by what each of many is, so that nobody needs to choose among them. */
const areMany = (phrase: string) => isParty(phrase) || rankCalled(phrase) !== null;
