/** The answer that needs no model: what was found, put into a few words. */
import type { Answer, Passage, Question, Quote } from '../answer.ts';
import type { Inquiry } from '../asking/asked.ts';
import { learned } from './confidence.ts';
import { figureIn } from './figure.ts';
import type { Extent } from './extent.ts';
import { find, type Findings } from './find.ts';
import type { Ground } from './ground.ts';
import { capitalised, listed, numberWord, searched, speakersWithMarks, nameOf } from './wording.ts';

export async function answerWithoutModel(question: Question, ground: Ground): Promise<Answer> {
  return compose(question.text, await find(question, ground));
}

export function compose(question: string, found: Findings): Answer {
  const { inquiry, made, surest, extent } = found;
  const quotes = numbered(found.quotes);
  const answer: Answer = {
    question,
    status: 'answered',
    text: '',
    quotes,
    report: [],
    related: [],
    model: null,
    ...(surest && !made && { confidence: found.isInOtherWords ? learned.leastChance : surest.chance }),
    ...(extent && { extent }),
  };
  if (made) {
    const words = quotes.length > 0 ? `\n\nIn the speakers’ own words: ${speakersWithMarks(quotes)}.` : '';
    return { ...answer, text: `${made.text}${words}`, report: made.report };
  }
  const meant = whoWasMeant(inquiry);
  if (quotes.length > 0) return { ...answer, text: [...meant, lead(inquiry, quotes, found)].join(' ') };
  const related = numbered(found.others.length > 0 ? found.others : found.nearest);
  const isNearest = found.others.length === 0 && related.length > 0;
  const text = [...meant, isNearest ? nearestTo(inquiry, found) : notFound(inquiry, found)].join(' ');
  // However sure it is that the matter was spoken of, what asks was not answered.
  const unsure = surest && { confidence: Math.min(surest.chance, learned.leastChance) };
  return { ...answer, ...unsure, status: isNearest ? 'nearest' : 'not_found', related, text };
}

/** Nothing that was found answers for certain; `text` says so. */
export function nearestAnswer(question: string, text: string, { quotes, nearest, others }: Findings): Answer {
  const found: Omit<Passage, 'n'>[] =
    quotes.length > 0 ? quotes.map((quote) => ({ ...quote, by: 'words' as const })) : [...others, ...nearest];
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

function numbered<Each extends Omit<Quote, 'n'>>(quotes: Each[]): (Each & { n: number })[] {
  return quotes.map((quote, index) => ({ n: index + 1, ...quote }));
}

/** Whom a question was taken to mean, where that is not plain. */
function whoWasMeant({ speakers }: Inquiry): string[] {
  return speakers.flatMap(({ phrase, matches }) => {
    const [first] = matches;
    if (matches.length > 1)
      return [
        canMean(
          phrase,
          matches.map(({ person }) => person.name),
        ),
      ];
    return first?.how === 'spelling' ? [`I took ${phrase} for ${first.person.name}.`] : [];
  });
}

/** Several of one name, such as the "Marketing" of many meetings, are counted. */
function canMean(phrase: string, people: string[]): string {
  const names = [...Map.groupBy(people, (name) => name)].map(([name, same]) =>
    same.length > 1 ? `${numberWord(same.length)} speakers called ${name}` : name,
  );
  const shown = names.length > mostNames ? [...names.slice(0, mostNames), `${names.length - mostNames} others`] : names;
  return `${phrase} can mean ${listed(shown)}.`;
}

const mostNames = 5;

/** The shortest useful form: the figure where one was asked for, else who spoke of it. */
function lead(inquiry: Inquiry, quotes: Quote[], { extent, sessions }: Findings): string {
  if (extent && extent.turns > quotes.length) return leadOfTopic(extent, quotes, sessions.length);
  const [first] = quotes;
  const short =
    inquiry.wants === 'number' && first ? figureIn(first.text, inquiry.question, first.repliesTo?.text) : null;
  const others = short ? quotes.slice(1) : quotes;
  const speakers = new Set(others.map(({ speaker }) => speaker)).size;
  const spoke =
    speakers > 1
      ? `${capitalised(numberWord(speakers))} speakers spoke of this: ${speakersWithMarks(others)}.`
      : speakers === 1
        ? `${capitalised(speakersWithMarks(others))} spoke of this.`
        : '';
  if (!short) return spoke;
  return [
    `${capitalised(short)}, in the words of ${nameOf(first!)} [1].`,
    others.length > 0 ? `More on this: ${speakersWithMarks(others)}.` : '',
  ]
    .join(' ')
    .trim();
}

/** "370 turns in 93 sessions speak of it; the clearest: …" */
function leadOfTopic({ turns, sessions }: Extent, quotes: Quote[], among: number): string {
  const where = among > 1 ? ` in ${sessions === 1 ? 'one session' : `${sessions} sessions`}` : '';
  return `${turns} turns${where} speak of it; the clearest: ${speakersWithMarks(quotes)}.`;
}

function nearestTo(inquiry: Inquiry, { sessions, otherFindings }: Findings): string {
  const of = inquiry.speakers.flatMap(({ matches }) => matches.map(({ person }) => person.name));
  const words = of.length > 0 ? `in the words of ${listed([...new Set(of)])}` : 'said';
  const nothing = `I found nothing ${words} that answers this for certain, in ${searched(sessions)}.`;
  return [nothing, otherFindings ?? '', 'What comes nearest:'].filter(Boolean).join(' ');
}

function notFound(inquiry: Inquiry, found: Findings): string {
  const { sessions, others: related, nearby } = found;
  const asked = inquiry.speakers.map(({ phrase, matches }) =>
    matches.length === 1 ? matches[0]!.person.name : phrase,
  );
  const unknown = inquiry.speakers.filter(({ matches }) => matches.length === 0).map(({ phrase }) => phrase);
  const parts = [
    unknown.length > 0
      ? `No speaker called ${listed(unknown)} is in ${searched(sessions)}.`
      : asked.length > 0
        ? `I found no words of ${listed(asked)} on this in ${searched(sessions)}.`
        : `I found nothing said on this in ${searched(sessions)}.`,
  ];
  if (inquiry.subject?.of === 'findings' && found.otherFindings) parts.push(found.otherFindings);
  const others = [...new Set(related.map((quote) => capitalised(nameOf(quote))))];
  if (others.length > 0) parts.push(`${listed(others)} did speak of it.`);
  else if (nearby.length > 0 && unknown.length === 0)
    parts.push(`Part of what you ask about comes up in ${listed(nearby.map(({ title }) => title))}.`);
  return parts.join(' ');
}
