/** What the AI-written report lists of a kind: disagreements, action items, takeaways and the like. */
import type { Quote } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import type { Subject } from '../../asking/structure.ts';
import type { TermCounts } from '../../library/library.ts';
import type { Reading } from '../../retrieval/reading.ts';
import type { Finding } from '../../session.ts';
import { termsOf } from '../../words/terms.ts';
import { allNamesOf, spokenBy } from '../../people/person.ts';
import type { Saying } from '../phrases/saying.ts';
import { candidatesFor } from '../candidates.ts';
import { choose, choosingFor, mostOfForm } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import { foundByWords, nearestPassages } from '../nearest.ts';
import { saidOfEachOther } from '../stances/of-each-other.ts';
import { tellsDecision } from '../stances/decided.ts';
import { bornOutBy, isNew, isSharedOn, mostItems, mostQuotes, reportItem, shareOf } from '../report-items.ts';
import { comparison } from './comparison.ts';
import { nothingCertain, numbered, onlyNear, type Asked, type Made } from './kind.ts';
import { besideAct, ofItsSession, sentencesOfKind, withoutAct } from './listing.ts';

export type FindingsAsked = Extract<Subject, { of: 'findings' }>;

interface Chosen {
  finding: Finding;
  reading: Reading;
}

export async function findings(subject: FindingsAsked, asked: Asked): Promise<Made | null> {
  const { inquiry, sessions, ground } = asked;
  const words = subject.kinds.includes('decision') ? withoutAct(inquiry.words) : inquiry.words;
  const topic = termsOf(words).filter((term) => !structural.has(term));
  const counts = await ground.library.counts(topic);
  const chosen = await findingsOn(topic, subject, asked, counts);
  const isOfTwo = inquiry.speakers.length > 1 && (isShared(subject) || isDiffering(subject));
  const own = isOfTwo ? await saidOfEachOther(topic, isDiffering(subject), asked) : [];
  // Two who spoke do not differ for that.
  if (chosen.length === 0 && isOfTwo && (own.length > 0 || topic.length === 0))
    return own.length > 0 ? inOwnWords(own, isDiffering(subject), asked) : nothingShared(subject, asked);
  if (chosen.length === 0 && topic.length === 0) {
    const made = await withoutReport(subject, asked);
    // Who only names a decision has taken none.
    return (
      made ??
      (subject.kinds.includes('decision') && inquiry.speakers.length === 0 ? nothingShared(subject, asked) : null)
    );
  }
  if (chosen.length === 0 && subject.kinds.includes('decision'))
    // Whoever has something to decide has decided nothing: it comes near.
    return (await decidedInTalk(asked)) ?? nothingShared(subject, asked);
  // Nor is what somebody only says of a matter a step to be taken.
  const isToDo = subject.kinds.every((kind) => kind === 'action item');
  if (chosen.length === 0) return isShared(subject) || isToDo ? nothingShared(subject, asked) : null;
  // What speaks of the whole matter comes without what speaks of a part of it.
  const most = Math.max(...chosen.map(({ finding }) => shareOf(topic, finding, counts)));
  const shown = chosen
    .filter(({ finding }) => topic.length === 0 || shareOf(topic, finding, counts) > most * 0.8)
    .slice(0, inquiry.form?.count ?? mostItems);
  const bornOut = await bornOutBy(shown.slice(0, mostQuotes), ground);
  // Of those who are asked about, what others said for the same finding is not theirs.
  const quotes = [...own, ...bornOut.filter(isOfThem(asked))].filter(isNew()).slice(0, mostQuotes);
  const inWords = quotes.length > 0 ? [asked.say('inTheirWords', { names: asked.say.names(numbered(quotes)) })] : [];
  return {
    text: [leadOf(shown, subject, inquiry, sessions.length, asked.say), ...inWords].join(' '),
    report: shown.map(({ finding, reading }) => reportItem(finding, reading)),
    quotes,
    marked: true,
  };
}

const shared = new Set<string>(['agreement', 'unexpected consensus', 'similar viewpoint', 'partial agreement']);
const isShared = ({ kinds }: Pick<FindingsAsked, 'kinds'>) => kinds.every((kind) => shared.has(kind));

const isDiffering = ({ kinds }: Pick<FindingsAsked, 'kinds'>) => kinds.every((kind) => differing.has(kind));
const differing = new Set<string>(['disagreement', 'unexpected difference']);

function inOwnWords(own: Omit<Quote, 'n'>[], isDissent: boolean, { say }: Asked): Made {
  const quotes = own.slice(0, mostQuotes);
  const names = say.names(numbered(quotes));
  const isOne = new Set(quotes.map(({ speaker }) => speaker)).size === 1;
  const text = say(isDissent ? 'against' : isOne ? 'agreeingOne' : 'agreeing', { names });
  return { text, quotes, report: [], marked: true };
}

/** Who speaks of a matter does not agree on it with others who do: they come near. */
export async function nothingShared(subject: FindingsAsked | null, asked: Asked): Promise<Made> {
  const { inquiry, ground, say } = asked;
  const { places, near } = await asked.looked();
  const spoken = foundByWords(choose(places, choosingFor(inquiry, false, false)));
  const nearest = spoken.length > 0 ? spoken : nearestPassages(await candidatesFor(near, ground));
  const others = subject && (await otherFindings(subject, asked));
  const no = [nothingCertain(asked), others ?? ''].filter(Boolean).join(' ');
  return onlyNear(no, nearest.slice(0, mostNear), say);
}

const mostNear = 3;

/** "Summarise the session" of a bare transcript: what each speaker spoke of most. */
async function withoutReport({ kinds }: FindingsAsked, asked: Asked): Promise<Made | null> {
  const { inquiry, sessions, ground, say } = asked;
  if (kinds.includes('decision')) return decidedInTalk(asked);
  if (inquiry.speakers.length > 0 || !kinds.some((kind) => summing.has(kind))) return null;
  const [reading] = await readingsOf(
    sessions.slice(0, 1).map(({ id }) => id),
    ground,
  );
  if (!reading || reading.findings.length > 0) return null;
  const made = await comparison.answer({ ...asked, inquiry: { ...inquiry, each: true, words: '', subject: null } });
  if (!made) return null;
  const most = mostOfForm(inquiry.form);
  if (most === null || made.quotes.length <= most) return { ...made, text: `${say('noReport')}\n${made.text}` };
  // Three bullets are three, and no table of everybody.
  const quotes = made.quotes.slice(0, most);
  const text = `${say('noReport')} ${say('inTheirWords', { names: say.names(numbered(quotes)) })}`;
  return { text: ofItsSession(text, quotes, asked), quotes, report: [], rest: made.quotes.slice(most), marked: true };
}

/** "What was decided?" of a bare transcript: what those who spoke say was adopted or put off. */
async function decidedInTalk(asked: Asked): Promise<Made | null> {
  const listed = await sentencesOfKind(besideAct(asked), ({ text }) => tellsDecision(text), structural);
  const found = listed.length > 0 ? listed : await amongThose(asked);
  if (found.length === 0) return null;
  const quotes = found.slice(0, mostItems);
  const names = asked.say.names(numbered(quotes));
  const text = ofItsSession(asked.say('decided', { number: found.length, names }), found, asked);
  return { text, quotes, report: [], rest: found.slice(mostItems), marked: true };
}

/** What tells of a decision among what speaks of the matter, and names some of it itself. */
async function amongThose(asked: Asked): Promise<Omit<Quote, 'n'>[]> {
  const { places } = await asked.looked();
  const matter = termsOf(withoutAct(asked.inquiry.words)).filter((term) => !structural.has(term));
  const telling = places.filter(
    ({ sentence }) => tellsDecision(sentence.text) && matter.some((term) => sentence.terms.has(term)),
  );
  return choose(telling, choosingFor(asked.inquiry, false, asked.people.length > 0));
}

const summing = new Set(['summary', 'takeaway', 'discussion point']);

function isOfThem({ people }: Asked): (quote: Omit<Quote, 'n'>) => boolean {
  const isTheirs = spokenBy(people);
  return ({ session, speaker }) => people.length === 0 || isTheirs(session.id, speaker);
}

/** "The report does list 2 disagreements, on …": what it has of a kind when none of it is on the matter asked about. */
export async function otherFindings(
  { kinds, called }: FindingsAsked,
  { sessions, ground, say }: Pick<Asked, 'sessions' | 'ground' | 'say'>,
): Promise<string | null> {
  if (sessions.length !== 1) return null;
  const [reading] = await readingsOf([sessions[0]!.id], ground);
  const others = reading!.findings
    .filter(({ kind }) => kinds.includes(kind))
    .map((finding) => reportItem(finding, reading!).text.split('\n')[0]!);
  if (others.length === 0) return null;
  const shown = others.slice(0, mostOthers).join('; ');
  return say('otherFindings', { called, items: `${shown}${others.length > mostOthers ? '; …' : ''}` });
}

const mostOthers = 5;

async function findingsOn(
  topic: string[],
  { kinds }: FindingsAsked,
  { inquiry, sessions, ground }: Asked,
  counts: TermCounts,
): Promise<Chosen[]> {
  const people = inquiry.speakers.map(({ matches }) => new Set(matches.flatMap(({ person }) => allNamesOf(person))));
  const isOnTopic = (finding: Finding) => {
    if (topic.length === 0) return true;
    if (shared.has(finding.kind)) return isSharedOn(topic, finding, counts);
    const ofHeading = shareOf(topic, { ...finding, details: [] }, counts);
    return shareOf(topic, finding, counts) >= leastTopic || ofHeading >= leastOfHeading;
  };
  const fits = (finding: Finding) =>
    kinds.includes(finding.kind) &&
    people.every((names) => finding.speakers.some((speaker) => names.has(speaker))) &&
    isOnTopic(finding);
  const chosen: Chosen[] = [];
  const ids = sessions.slice(0, mostRead).map(({ id }) => id);
  for (let at = 0; at < ids.length; at += readTogether) {
    for (const reading of await readingsOf(ids.slice(at, at + readTogether), ground)) {
      // The same item may stand in two sections of a report.
      const found = reading.findings.filter(
        (finding, index, all) =>
          fits(finding) && all.findIndex(({ text, kind }) => text === finding.text && kinds.includes(kind)) === index,
      );
      chosen.push(...found.map((finding) => ({ finding, reading })));
      // Without a matter or a person to choose by, only the newest session that has such findings is meant.
      if (found.length > 0 && topic.length === 0 && people.length === 0) return chosen;
    }
  }
  return chosen;
}

function leadOf(
  shown: Chosen[],
  { called }: FindingsAsked,
  { asksWho }: Inquiry,
  sessions: number,
  say: Saying,
): string {
  const speakers = [...new Set(shown.flatMap(({ finding }) => finding.speakers))];
  // What is to be done was not decided.
  const isToDo = called === 'decisions' && shown.every(({ finding }) => finding.kind === 'action item');
  const titles = say.listed([...new Set(shown.map(({ reading }) => say.titleAndDay(reading.session)))]);
  const where = sessions > 1 ? say('onTitles', { titles }) : '';
  const isNamed = speakers.length > 0 && (asksWho || speakers.length <= 6);
  const who = isNamed ? say('byWhom', { names: say.listed(speakers) }) : '';
  const isOne = shown.length === 1 || ['summary', 'tone', 'purpose'].includes(called) || called.startsWith('level');
  const isRecord = shown.every(({ finding }) => finding.by === 'record');
  const phrase = isRecord ? (isOne ? 'recordOne' : 'recordList') : isOne ? 'reportOne' : 'reportList';
  return say(phrase, { where, called: isToDo ? 'action items' : called, who, number: shown.length });
}

/** Share of the question's matter that must stand in a finding, or in its first line alone, which names what it is about. */
const leastTopic = 0.5;
const leastOfHeading = 0.4;
/** Sessions looked at, and how many of them at a time. */
const mostRead = 20;
const readTogether = 4;

/** Stems that name a part of a report, not a matter. */
const structural = new Set(
  termsOf(`
    disagree disagreed disagreement differ differences different agree agreed agreement consensus
    action actions item items points next step steps resolution resolutions unresolved issue issues
    open outstanding question questions remain remaining left compromise compromises suggested suggest
    follow followup up further research thought provoking comment comments takeaway takeaways
    key main major important message messages conclusion conclusions outcome outcomes finding findings
    result results tone mood purpose aim goal objective summary summarise summarize overview recap
    agenda programme program
    session meeting forum event panel discussion argument arguments list level degree unexpected surprising
    similar shared view views viewpoint viewpoints opinion opinions position positions
    speaker speakers participants raised made make identified reached decided decisions decision
    taken adopted commitments commitment concrete partial partially topic topics theme themes discussed covered
    point report reports two both all sides sum gist short give reported any find found areas area
    séance réunion débat rencontre assises sesión reunión encuentro debate встреча встречи заседание заседания совещание совещания
    сессия сессии форум форума форуме собрание собрания собрании
    изложи asamblea foro conferencia assemblée comité conférence forum 会议 讨论 الجلسة الندوة الاجتماع المؤتمر
    common share contradict emerge emerged arise arose ask asked noted mentioned expressed exist happen come came pose posed speak spoke
  `),
);
