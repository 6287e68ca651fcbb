/** "What did she warn of?", "What problems did they name?": the sentences in which somebody does so, on the matter where one is named. */
import type { Quote } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { speechActs, type SpeechAct } from '../../asking/parts/wanted.ts';
import { phrases } from '../../words/matcher.ts';
import { isEnglish } from '../../words/language.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import type { ReadSentence } from '../../retrieval/reading.ts';
import { candidatesFor } from '../candidates.ts';
import { choose, choosingFor, mostOfForm } from '../quotes/choose.ts';
import { isRunTogether } from '../talk/broken-off.ts';
import { introduces } from '../talk/introducing.ts';
import { difficulties, look } from '../look.ts';
import { foundByWords, nearestPassages, overlaps } from '../nearest.ts';
import { givesFloor } from '../talk/replies.ts';
import { addressedIn } from '../stances/addressed.ts';
import { goesOnDemanding, performs } from '../stances/speech-acts.ts';
import { namesAsked, nothingCertain, numbered, onlyNear, type Asked, type Kind, type Made } from './kind.ts';
import { besideAct, matterBeside, ofItsSession, sentencesOfKind, withoutAct } from './listing.ts';
import { ofNamed } from './of-named.ts';
import { overview } from './overview.ts';
import { mends, remediesBeside } from './remedies.ts';

export const acts: Kind = {
  // "A table of the proposals and who made them" asks for them, and not for whoever spoke of it.
  isAskedBy: ({ asksFor, asksWho, quotation, subject, form, question }) =>
    quotation === null &&
    subject === null &&
    (!asksWho || asksFor.has('quoting') || form?.kind === 'table' || ofWhom.in(textOf(question))) &&
    speechActs.some((act) => asksFor.has(act)),

  async answer(given): Promise<Made | null> {
    const asked = ofNamed(given, structural);
    const { say, inquiry } = asked;
    const act = speechActs.find((each) => inquiry.asksFor.has(each))!;
    // What somebody would do about difficulties is proposed where they are to be mended, too.
    const isMending = act === 'proposal' && termsOf(inquiry.words).some((term) => difficulties.includes(term));
    const every = await sentencesOfKind(
      besideAct(asked),
      (sentence, index, sentences) =>
        does(act, sentence) ||
        (act === 'proposal' && isMoreOf(index, sentences)) ||
        (isMending && mends(sentence.text)),
      structural,
    );
    const about = inquiry.speakers.length > 0 ? every : every.filter(isAbout(inquiry));
    const all = act === 'proposal' ? ofAddressed(about, inquiry) : about;
    // What is to be done about what was just quoted is said there first.
    const beside = act === 'proposal' && leansBack(inquiry) ? await remediesBeside(asked) : [];
    const found = [...beside, ...all.filter((quote) => !beside.some((near) => overlaps(quote, near)))];
    if (found.length === 0) return none(act, asked);
    const most = mostOfForm(inquiry.form) ?? mostShown;
    const shown = new Set([...beside, ...ofEachFirst(found.slice(beside.length))].slice(0, most));
    const quotes = found.filter((quote) => shown.has(quote));
    return {
      text: ofItsSession(say(act, { number: found.length, names: say.names(numbered(quotes)) }), found, asked),
      quotes,
      report: [],
      rest: found.filter((quote) => !shown.has(quote)),
      marked: true,
    };
  },
};

const does = (act: SpeechAct, { text }: Pick<ReadSentence, 'text'>) => performs(act, text) && !isOfTheMeeting(text);

/** "We call for a truce. For an end to the levy. And for open quays.": what goes on from a demand is demanded too. */
function isMoreOf(index: number, sentences: ReadSentence[]): boolean {
  const { turn, text } = sentences[index]!;
  const before = sentences[index - 1];
  if (before?.turn !== turn || !goesOnDemanding(text) || isOfTheMeeting(text)) return false;
  return does('proposal', before) || isMoreOf(index - 1, sentences);
}

/** What is demanded of those whom the question names, alone where anything is. */
function ofAddressed(found: Omit<Quote, 'n'>[], { question }: Inquiry): Omit<Quote, 'n'>[] {
  const isOfThem = addressedIn(question);
  const ofThem = isOfThem ? found.filter(({ text }) => isOfThem(text)) : [];
  return ofThem.length > 0 ? ofThem : found;
}

/** "What do the islands want to do about tides?": what names the islands, and no tides, is of something else they want. */
function isAbout({ question, words, language }: Inquiry): (quote: Omit<Quote, 'n'>) => boolean {
  const about = termsOf(toDoAbout.all(textOf(question)).at(-1)?.taken ?? '');
  const isOfSomebody = termsOf(words).some((term) => !structural.has(term) && !about.includes(term));
  return ({ text }) => !isEnglish(language) || !isOfSomebody || about.every((term) => termsOf(text).includes(term));
}

const toDoAbout = phrases({ lines: '(about|on|with|regarding|concerning|over) <* [*] [*] [*]> $' });

/** "Doing about it", "what does she propose?": asked after something, and of nothing that is named. */
function leansBack(inquiry: Inquiry): boolean {
  const { own, context, asksMoreOf } = inquiry;
  return asksMoreOf !== null || (own !== null && (context === null || namesActAlone({ ...inquiry, words: own })));
}

/** Where not all are shown, everybody is who does so: the first of each, the second of each, and so on; what was badly written down last. */
function ofEachFirst(found: Omit<Quote, 'n'>[]): Omit<Quote, 'n'>[] {
  const byWhom = [...Map.groupBy(found, ({ speaker, session }) => JSON.stringify([speaker, session.id])).values()];
  return byWhom
    .flatMap((of) =>
      [of.filter(saysSo), of.filter((quote) => !saysSo(quote))].flat().map((quote, at) => ({ quote, at })),
    )
    .toSorted((one, other) => badly(one) - badly(other) || one.at - other.at)
    .map(({ quote }) => quote);
}

const badly = ({ quote }: { quote: Omit<Quote, 'n'> }) => Number(isRunTogether(quote.text));

/** "My recommendation is …" says itself what it is. */
function saysSo({ text }: Pick<Quote, 'text'>): boolean {
  return termsOf(text).some((term) => namesItself.has(term)) || asksFor.in(textOf(text));
}

const asksFor = phrases({
  lines:
    '(i|we|they|petitioner(s)) [am|are|m|re|have been] [also|therefore|now] (~ask for|~call for|~call on|~call upon|~demand|~want)',
});

const namesItself = new Set(
  termsOf(
    'recommend recommendation propose proposal suggest suggestion advocate urge warn concern worry challenge risk',
  ),
);

/** Of somebody who does not do so, what they spoke of comes nearest, and not the words of others. */
async function none(act: SpeechAct, asked: Asked): Promise<Made | null> {
  const { say, people, inquiry } = asked;
  if (people.length === 0) return listed.has(act) && asksList.in(textOf(inquiry.question)) ? nobodyDoes(asked) : null;
  if (!namesActAlone(inquiry)) return onAnything(act, asked);
  const spoken = await overview.answer(asked);
  // What the report holds to be somebody's arguments is what they propose, where they propose nothing in so many words.
  if (!spoken || (act === 'proposal' && spoken.report.length > 0)) return spoken;
  const nearest = foundByWords(spoken.quotes.slice(0, mostNear));
  return onlyNear(nothingCertain(asked, namesAsked(asked)), nearest, say);
}

/** What only speaks of the matter is none of what is to be listed. */
const asksList = phrases({
  lines: '(recommendation(s)|proposal(s)|suggestion(s)|demand(s)|announcement(s)|example(s)|illustration(s))',
});
const listed = new Set<SpeechAct>(['proposal', 'announcement', 'example']);

async function nobodyDoes(asked: Asked): Promise<Made | null> {
  const { inquiry, people, spokenIn, ground, say } = asked;
  const words = matterBeside(inquiry, structural);
  if (words === '' || inquiry.speakers.length > 0 || !isEnglish(inquiry.language)) return null;
  const { places, near } = await look({ ...inquiry, words }, { people, spokenIn }, ground);
  const spoken = foundByWords(choose(places, choosingFor(inquiry, false, false)));
  const nearest = spoken.length > 0 ? spoken : nearestPassages(await candidatesFor(near, ground));
  return nearest.length === 0 ? null : onlyNear(nothingCertain(asked), nearest.slice(0, mostNear), say);
}

/** Of somebody who does so, but not on the matter in these words, all that they do so about comes nearest. */
async function onAnything(act: SpeechAct, asked: Asked): Promise<Made | null> {
  const { say, inquiry, ground } = asked;
  const { places } = await asked.looked();
  // What others speak of is told as theirs.
  const { documentFrequency } = await ground.library.counts(termsOf(inquiry.words));
  const isSaid = termsOf(inquiry.words).some((term) => !structural.has(term) && documentFrequency(term) > 0);
  // "And Okafor?" asks what she proposes, be it on something else.
  const isOfAnother = inquiry.asksMoreOf !== null;
  // What somebody is against is seldom called by the same words as what they are asked about.
  if (act !== 'opposition' && (places.length > 0 || inquiry.yesNo || (isSaid && !isOfAnother))) return null;
  const found = await sentencesOfKind(
    { ...asked, inquiry: { ...inquiry, words: '' } },
    ({ text }) => performs(act, text),
    structural,
  );
  if (found.length === 0) return null;
  const nearest = foundByWords(found.slice(0, mostNear));
  return onlyNear(nothingCertain(asked, namesAsked(asked)), nearest, say);
}

/** "What did she propose?": no matter is named of which others could have spoken. */
export function namesActAlone({ asksFor, words }: Inquiry): boolean {
  return speechActs.some((act) => asksFor.has(act)) && termsOf(withoutAct(words)).every((term) => structural.has(term));
}

/** Who does so is asked for beside what. */
const ofWhom = phrases({ lines: '(by|from) whom' });

/** What is to be done in the meeting itself, and is nothing anybody calls for. */
function isOfTheMeeting(text: string): boolean {
  return ofTheMeeting.in(textOf(text)) || givesFloor(text) || introduces(text);
}

const ofTheMeeting = phrases({
  lines: `
    (i|we) [really|also] (should|shall|must|need to|have to|will) [also] (be {hurried}|{ending})
    (speech|speaking) time
    (let s|let us) (compare|see|look|start|begin|end|get|move|take|say|go|turn)`,
  lists: {
    hurried: 'very|quick|brief|short|with you',
    ending: 'appreciate|thank|apologise|apologize|stop|finish|conclude|move on|end',
  },
});

const mostShown = 8;
const mostNear = 3;

/** What names the act rather than what it is about. */
export const structural = new Set(
  termsOf(`warn warned warning warnings worry worries worried fear fears feared caution risk risks danger dangers concern concerns
    problem problems challenge challenges difficulty difficulties threat threats obstacle obstacles barrier barriers
    downside downsides drawback drawbacks disadvantage disadvantages pitfall pitfalls
    oppose opposes opposed opposing reject rejects rejected refuse refuses refused object objects objected objection objections
    against hostile disapprove disagree reservation reservations
    criticise criticize criticised criticized criticism criticisms complain complained complaint complaints regret deplore
    blame wrong fault flaw unhappy disappointed praise praised welcome welcomed commend applaud salute admire appreciate congratulate
    afraid alarmed optimistic hopeful confident
    thank grateful proud hope hopes hoped expect expects expected expectation expectations wish wishes look looking forward
    propose proposed proposal proposals suggest suggested suggestion suggestions recommend recommended recommendation
    recommendations advise advocate demand demands urge request requests want wants call called asked ask plead appeal appeals
    announce announced announcement announcements unveil launch launched plan plans planned intend intends example examples
    case cases illustration illustrations give given gave cite cited use used mention mentioned name named offer provide
    later this year month week next coming soon future upcoming ahead near would like
    most everything voice voiced express expressed air aired whom
    quote quotes quoted quotation author writer poet thinker philosopher book proverb saying
    see saw seen find raise raised identify identified describe face bring list speaker speakers make made main key biggest`),
);
