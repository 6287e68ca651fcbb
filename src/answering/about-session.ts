/** Answers about a session itself, from its list of speakers, its times and its AI-written report. */
import type { Person } from '../people/people.ts';
import { termsOf } from '../words/terms.ts';
import type { Finding, FindingKind, Session } from '../session.ts';
import type { Mention } from '../people/directory.ts';
import type { Quote, ReportItem } from '../answer.ts';
import { bearsOut } from './verify.ts';
import { listed, withCheckedQuotationMarks } from './compose.ts';
import { scoreSentences, wantedOf, weightOf, type Counts } from './evidence.ts';
import type { Inquiry } from '../asking/inquiry.ts';
import { quoteAt } from './quote.ts';
import type { Subject } from '../asking/structure.ts';
import { refOf } from '../answer.ts';
import { dayInWords } from '../words/dates.ts';
import { type Reading, type ReadSentence } from '../retrieval/reading.ts';
import type { Ground } from './ground.ts';

export interface AboutSession {
  text: string;
  report: ReportItem[];
  quotes: Omit<Quote, 'n'>[];
}

interface Named {
  id: string;
  title: string;
  date: string | null;
}

/** Null when the sessions hold nothing on it, and the words must be searched for instead. */
export function answerAboutSession(
  subject: Subject,
  inquiry: Inquiry,
  sessions: Named[],
  ground: Ground,
): AboutSession | null {
  if (sessions.length === 0) return null;
  switch (subject.of) {
    case 'sessions':
      return {
        text: `${count(sessions.length, 'session')} can be read here: ${sessions.slice(0, 20).map(titleAndDay).join('; ')}${sessions.length > 20 ? '; …' : ''}.`,
        report: [],
        quotes: [],
      };
    case 'findings':
      return fromFindings(subject, inquiry, sessions, ground);
    case 'role':
      return rolesOf(inquiry, ground, sessions);
    default:
      return fromOne(subject, inquiry, sessions, ground);
  }
}

/**
 * What people said altogether, where a question names them and no matter: their arguments by the report with their own
 * words beside, or else the sentences that hold most of what they spoke of. `asked` wants their questions only.
 */
export function overviewOf(people: Person[], asked: boolean, sessions: Named[], ground: Ground): AboutSession | null {
  const session = sessions.find(({ id }) => people.some((person) => person.sessions.includes(id)));
  if (!session) return null;
  const reading = ground.reading(session.id);
  const names = new Set(
    people.flatMap(({ appearances }) =>
      appearances.filter((each) => each.session === session.id).map(({ speaker }) => speaker),
    ),
  );
  const theirs = ({ speaker }: { speaker: string | null }) => speaker !== null && names.has(speaker);
  const who = listed([...names]);
  const where = sessions.length > 1 ? ` in ${titleAndDay(session)}` : '';
  const argued = asked
    ? []
    : reading.findings.filter(
        ({ kind, speakers }) => kind === 'argument' && speakers.some((speaker) => names.has(speaker)),
      );
  const shown = argued.slice(0, mostShown);
  const said = shown
    .flatMap((finding) => bornOutBy(finding, reading, ground))
    .filter(isNew())
    .slice(0, mostQuotes);
  if (said.length > 0)
    return {
      text: `By the AI-written report, ${who} made ${count(shown.length, 'point')}${where}.`,
      report: shown.map((finding) => reportItem(finding, reading)),
      quotes: said,
    };
  const spoken = reading.sentences.filter(
    (sentence) => theirs(sentence) && (!asked || /[?？؟][^\p{L}\p{N}]*$/u.test(sentence.text)),
  );
  const central = mostCentral(spoken, ground.counts()).slice(0, mostOfOne);
  if (central.length === 0) return null;
  return {
    text: `${who} spoke of several things${where}.`,
    report: [],
    quotes: central.map((sentence) => quoteAt(reading.session, reading.session.turns[sentence.turn]!, sentence)),
  };
}

const mostOfOne = 4;

/** Sentences with most of the terms that a speaker comes back to, in the order they were said. */
function mostCentral(sentences: ReadSentence[], counts: Counts): ReadSentence[] {
  const uses = new Map<string, number>();
  for (const { run } of sentences) for (const term of run) uses.set(term, (uses.get(term) ?? 0) + 1);
  const worth = ({ terms, run }: ReadSentence) =>
    [...terms].reduce((sum, term) => sum + weightOf(term, counts) * Math.log(1 + (uses.get(term) ?? 0)), 0) /
    Math.sqrt(8 + run.length);
  const best = sentences
    .filter(({ run }) => run.length > 3)
    .toSorted((one, other) => worth(other) - worth(one))
    .slice(0, mostOfOne);
  return best.toSorted((one, other) => one.turn - other.turn || one.start - other.start);
}

/** "The report does list 2 disagreements, on …": what it has of a kind when none of it is on the matter asked about. */
export function otherFindings(
  { kinds, called }: { kinds: FindingKind[]; called: string },
  sessions: Named[],
  ground: Ground,
): string | null {
  if (sessions.length !== 1) return null;
  const reading = ground.reading(sessions[0]!.id);
  const others = reading.findings
    .filter(({ kind }) => kinds.includes(kind))
    .map((finding) => reportItem(finding, reading).text.split('\n')[0]!);
  return others.length === 0
    ? null
    : `The AI-written report lists other ${called}: ${others.slice(0, 5).join('; ')}${others.length > 5 ? '; …' : ''}.`;
}

/** Of several sessions the newest that can tell is meant, of those in which the people asked about spoke. */
function fromOne(
  subject: Exclude<Subject, { of: 'findings' }>,
  inquiry: Inquiry,
  sessions: Named[],
  ground: Ground,
): AboutSession | null {
  const people = inquiry.speakers.flatMap(({ matches }) => matches.map(({ person }) => person));
  const meant = sessions.filter(
    ({ id }) => people.length === 0 || people.some((person) => person.sessions.includes(id)),
  );
  for (const session of meant.slice(0, mostRead)) {
    const reading = ground.reading(session.id);
    const said =
      subject.of === 'speaking'
        ? speaking(subject, inquiry.speakers, reading)
        : subject.of === 'participants'
          ? participants(reading)
          : subject.of === 'moderator'
            ? moderator(reading, ground)
            : subject.of === 'time'
              ? timeOf(reading.session)
              : null;
    if (said) return { ...said, text: sessions.length > 1 ? `In ${titleAndDay(session)}: ${said.text}` : said.text };
  }
  return null;
}

function fromFindings(
  { kinds, called }: { kinds: FindingKind[]; called: string },
  inquiry: Inquiry,
  sessions: Named[],
  ground: Ground,
): AboutSession | null {
  const topic = termsOf(inquiry.words).filter((term) => !structural.has(term));
  const people = inquiry.speakers.map(
    ({ matches }) => new Set(matches.flatMap(({ person }) => [person.name, ...person.otherNames])),
  );
  const fits = (finding: Finding) =>
    kinds.includes(finding.kind) &&
    people.every((names) => finding.speakers.some((speaker) => names.has(speaker))) &&
    (topic.length === 0 ||
      shareOf(topic, finding, ground.counts()) >= leastTopic ||
      shareOf(topic, { ...finding, details: [] }, ground.counts()) >= leastOfHeading);
  // Without a matter or a person to choose by, only the newest session that has such findings is meant.
  const chosen: { finding: Finding; reading: Reading }[] = [];
  for (const { id } of sessions.slice(0, mostRead)) {
    const reading = ground.reading(id);
    // The same item may stand in two sections of a report.
    const found = reading.findings.filter(
      (finding, index, all) =>
        fits(finding) && all.findIndex((other) => other.text === finding.text && kinds.includes(other.kind)) === index,
    );
    chosen.push(...found.map((finding) => ({ finding, reading })));
    if (found.length > 0 && topic.length === 0 && people.length === 0) break;
  }
  if (chosen.length === 0) return null;
  // What speaks of the whole matter comes without what speaks of a part of it.
  const most = Math.max(...chosen.map(({ finding }) => shareOf(topic, finding, ground.counts())));
  const shown = chosen
    .filter(({ finding }) => topic.length === 0 || shareOf(topic, finding, ground.counts()) > most * 0.8)
    .slice(0, mostShown);
  const speakers = [...new Set(shown.flatMap(({ finding }) => finding.speakers))];
  const from = [...new Set(shown.map(({ reading }) => titleAndDay(reading.session)))];
  const where = sessions.length > 1 ? ` on ${listed(from)}` : '';
  const who = speakers.length > 0 && (inquiry.asksWho || speakers.length <= 6) ? `, by ${listed(speakers)}` : '';
  const single =
    shown.length === 1 ||
    called === 'summary' ||
    called === 'tone' ||
    called === 'purpose' ||
    called.startsWith('level');
  return {
    text: single
      ? `The AI-written report${where} has this on the ${called}${who}.`
      : `The AI-written report${where} lists ${shown.length} ${called}${who}.`,
    report: shown.map(({ finding, reading }) => reportItem(finding, reading)),
    quotes: shown
      .slice(0, mostQuotes)
      .flatMap(({ finding, reading }) => bornOutBy(finding, reading, ground))
      .filter(isNew())
      .slice(0, mostQuotes),
  };
}

/** Share of the question's matter that must stand in a finding, or in its first line alone, which names what it is about. */
const leastTopic = 0.5;
const leastOfHeading = 0.4;
const mostRead = 20;
const mostShown = 15;
const mostQuotes = 6;
/** How much of a finding's weight a sentence must have to be shown beside it. */
const leastBorneOut = 0.45;

/** Stems that name a part of a report, not a matter. */
const structural = new Set(
  termsOf(`disagree disagreed disagreement differ differences different agree agreed agreement consensus action actions item items points next step steps
  resolution resolutions unresolved issue issues open outstanding question questions remain remaining left compromise compromises suggested suggest follow followup up further research
  thought provoking comment comments takeaway takeaways key main major important message messages conclusion conclusions outcome outcomes finding findings result results tone mood purpose aim goal
  objective summary summarise summarize overview recap session meeting forum event panel discussion argument arguments list level degree unexpected surprising similar shared view views viewpoint viewpoints
  opinion opinions position positions speaker speakers participants raised made make identified reached decided decisions decision commitments commitment concrete partial partially topic topics theme themes discussed
  covered point report reports two both all sides sum gist short give report reported any find found areas area emerge emerged arise arose ask asked noted mentioned expressed exist happen come came pose posed speak spoke`),
);

/** Shows a finding of the report, never as speech. */
export function reportItem(finding: Finding, { session }: Reading): ReportItem {
  const more = finding.details.find(({ label }) => label === 'Summary' || label === 'Explanation')?.text;
  const text =
    more && !['argument', 'thought provoking comment'].includes(finding.kind)
      ? `${finding.text}\n${more}`
      : finding.text;
  return {
    kind: finding.kind,
    text: withCheckedQuotationMarks(text, (words) => session.turns.some((turn) => bearsOut(turn.text, words))),
    speakers: finding.speakers,
    session: refOf(session),
  };
}

/** What the speakers of a finding said that comes nearest to it, or nothing. */
function bornOutBy(finding: Finding, reading: Reading, ground: Ground): Omit<Quote, 'n'>[] {
  const argument = finding.details
    .filter(({ label }) => ['Arguments', 'Evidence', 'Summary'].includes(label))
    .map(({ text }) => text)
    .join(' ');
  const by = finding.speakers.length > 0 ? finding.speakers : [null];
  return by.flatMap((speaker) => {
    for (const words of [finding.text, argument]) {
      const wanted = wantedOf(words, ground.counts());
      const [best] = scoreSentences(reading, wanted, (sentence) => speaker === null || sentence.speaker === speaker);
      if (best && best.covered >= (speaker === null ? leastBorneOut + 0.1 : leastBorneOut) && best.own >= 0.25)
        return [quoteAt(reading.session, reading.session.turns[best.sentence.turn]!, best.sentence)];
    }
    return [];
  });
}

function isNew(): (quote: Omit<Quote, 'n'>) => boolean {
  const seen = new Set<string>();
  return ({ session, turn, start }) => {
    const place = `${session.id} ${turn} ${start}`;
    return !seen.has(place) && Boolean(seen.add(place));
  };
}

/** How much of a matter's weight stands in a finding, 0 to 1. */
export function shareOf(topic: string[], { text, details, speakers }: Finding, counts: Counts): number {
  const terms = new Set(termsOf([text, ...details.map((detail) => detail.text), ...speakers].join(' ')));
  const weights = topic.map((term) => weightOf(term, counts));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return topic.reduce((sum, term, index) => sum + (terms.has(term) ? weights[index]! : 0), 0) / total;
}

function speaking(
  { measure, order }: { measure: 'speed' | 'length' | 'time'; order: 'most' | 'least' | null },
  mentions: Mention[],
  reading: Reading,
): AboutSession | null {
  const all = reading.findings.filter(({ kind }) => kind === 'speaking');
  const names = new Set(
    mentions.flatMap(({ matches }) => matches.flatMap(({ person }) => [person.name, ...person.otherNames])),
  );
  let shown = all.filter(({ speakers }) => names.size === 0 || speakers.some((speaker) => names.has(speaker)));
  if (order) {
    const size = (finding: Finding) => Number(/[\d.]+/.exec(detailOf(finding, `Speech ${measure}`) ?? '')?.[0] ?? 0);
    shown = shown
      .toSorted((one, other) => (order === 'most' ? size(other) - size(one) : size(one) - size(other)))
      .slice(0, 1);
  }
  if (shown.length === 0) return null;
  const figures = shown.map((finding) => {
    const [speed, length, time] = ['speed', 'length', 'time'].map((part) => detailOf(finding, `Speech ${part}`));
    const first = { speed, length, time }[measure];
    const rest = [speed, length, time].filter((figure) => figure && figure !== first);
    return `${finding.speakers.join(', ')}: ${first ?? 'not given'}${rest.length > 0 ? ` (${rest.join(', ')})` : ''}`;
  });
  return {
    text: `By the AI-written report, ${figures.join('; ')}.`,
    report: shown.map((finding) => reportItem(finding, reading)),
    quotes: [],
  };
}

function detailOf({ details }: Finding, label: string): string | undefined {
  return details.find((detail) => detail.label === label)?.text;
}

function participants({ session }: Reading): AboutSession | null {
  const spoke = new Set(session.turns.map(({ speaker }) => speaker));
  const named = session.speakers.filter(({ name }) => spoke.has(name) || session.turns.length === 0);
  if (named.length === 0) return null;
  const unknown = spoke.has(null) ? ', and others whom the record does not name' : '';
  return {
    text: `${count(named.length, 'speaker')}${unknown}:\n${named.map(({ name, role, affiliation }) => `- ${[name, role, affiliation].filter(Boolean).join(', ')}`).join('\n')}`,
    report: [],
    quotes: [],
  };
}

function moderator({ session }: Reading, ground: Ground): AboutSession | null {
  const matches =
    ['the moderator', 'the chair', 'the host']
      .map((phrase) => ground.directory({ sessions: [session.id] }).find(phrase))
      .find((found) => found.length > 0) ?? [];
  if (matches.length === 0) return null;
  const names = matches.map(({ person }) => [person.name, person.role].filter(Boolean).join(', '));
  return { text: matches.length === 1 ? `${names[0]}.` : `It could be ${listed(names)}.`, report: [], quotes: [] };
}

function rolesOf(inquiry: Inquiry, ground: Ground, sessions: Named[]): AboutSession | null {
  const people = inquiry.speakers.flatMap(({ matches }) => matches.map(({ person }) => person));
  if (people.length === 0) return null;
  const lines = people.map(
    ({ name, role, affiliation }) =>
      `${name}: ${[role, affiliation].filter(Boolean).join(', ') || 'the records name no role'}.`,
  );
  const quotes = people.flatMap(({ name, role, introducedAs, sessions: spokenIn }) => {
    const id = sessions.find((session) => spokenIn.includes(session.id))?.id;
    if (id === undefined) return [];
    const reading = ground.reading(id);
    const wanted = wantedOf([name, role ?? '', ...introducedAs].join(' '), ground.counts());
    const names = termsOf(name);
    const [best] = scoreSentences(reading, wanted, (sentence) => names.every((term) => sentence.terms.has(term)));
    return best ? [quoteAt(reading.session, reading.session.turns[best.sentence.turn]!, best.sentence)] : [];
  });
  return {
    text: [...(people.length > 1 ? ['More than one could be meant.'] : []), ...lines].join('\n'),
    report: [],
    quotes,
  };
}

function timeOf({ date, startTime, endTime, title }: Omit<Session, 'findings'>): AboutSession {
  if (date === null) return { text: `The record of ${title} names no date.`, report: [], quotes: [] };
  const hours =
    startTime && endTime
      ? `, ${startTime} to ${endTime}${durationOf(startTime, endTime)}`
      : startTime
        ? `, from ${startTime}`
        : '';
  return { text: `${dayInWords(date)}${hours}.`, report: [], quotes: [] };
}

function durationOf(start: string, end: string): string {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const length = minutes(end) - minutes(start);
  return length > 0 ? ` (${length} minutes)` : '';
}

function titleAndDay({ title, date }: Named): string {
  return date === null ? title : `${title} (${dayInWords(date)})`;
}

function count(number: number, of: string): string {
  return `${number} ${of}${number === 1 ? '' : 's'}`;
}
