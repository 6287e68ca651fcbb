/** "Compare what A and B said about energy", "What problems did each speaker name?": a part a side, silence said. */
import type { Inquiry } from '../../asking/asked.ts';
import type { Passage, Quote } from '../../answer.ts';
import { namesIn, type Person } from '../../people/person.ts';
import { termsOf } from '../../words/terms.ts';
import { choose, choosingFor } from '../choose.ts';
import { readingsOf } from '../ground.ts';
import { calledAs } from './called-as.ts';
import { difficulties, look } from '../look.ts';
import { candidatesFor } from '../candidates.ts';
import { nearestPassages, overlaps } from '../nearest.ts';
import { centralOf } from './overview.ts';
import { nobodyCalled } from './spoken-of.ts';
import { matterOf, type Asked, type Kind, type Made } from './kind.ts';

export const comparison: Kind = {
  isAskedBy: ({ sides, each }) => sides.length > 1 || each,

  async answer(given): Promise<Made | null> {
    const { inquiry, say } = given;
    // Over many sessions there is no telling who "each" is: the newest is meant.
    const asked = inquiry.each ? { ...given, sessions: given.sessions.slice(0, 1) } : given;
    const sides = sidesOf(asked);
    if (sides.length < 2) return null;
    const parts = await Promise.all(sides.map((side) => partOf(side, asked)));
    if (parts.every(({ quotes }) => quotes.length === 0)) return null;
    const quotes: Omit<Quote, 'n'>[] = [];
    const lines = sides.map(({ called }, index) => {
      const part = parts[index]!;
      // One sentence may speak of several sides.
      const shown = part.quotes.map((quote) => {
        const known = quotes.findIndex((other) => overlaps(other, quote));
        return { ...quote, n: known >= 0 ? known + 1 : quotes.push(quote) };
      });
      const isUnknown = sides[index]!.inquiry.speakers.length > 0 && sides[index]!.people.length === 0;
      if (isUnknown) return nobodyCalled([called], asked.sessions, say);
      if (shown.length === 0) return say('sideSilent', { side: called });
      const marks = [...new Set(shown.map(({ n }) => `[${n}]`))].join('');
      const names = sides[index]!.people.length > 0 ? marks : say.names(shown);
      return say(part.isSure ? 'sideSaid' : 'sideUnsure', { side: called, names });
    });
    const matter = matterOf(inquiry);
    const heading = people(sides) && matter !== '' && !inquiry.each ? [say('onMatter', { matter })] : [];
    const text = [...heading, ...lines.map((line) => `- ${line}`)].join('\n');
    const isOfNewest = inquiry.each && given.sessions.length > 1;
    const title = isOfNewest ? `${say.titleAndDay(asked.sessions[0]!)}\n` : '';
    return { text: title + text, quotes, report: [], marked: true };
  },
};

interface Side {
  /** As it is shown. */
  called: string;
  /** Whose words are one side; none where the sides are matters. */
  people: Person[];
  inquiry: Inquiry;
}

const people = (sides: Side[]) => sides.every((side) => side.people.length > 0);

function sidesOf({ inquiry, directory, sessions }: Asked): Side[] {
  const ofOne = { ...inquiry, asksWho: false, wants: null, sides: [], kind: '' };
  if (inquiry.each) {
    const words = inquiry.words
      .split(/\s+/u)
      .filter((word) => !termsOf(word).some((term) => naming.has(term)))
      .join(' ');
    const { people: known } = directory;
    const [session] = sessions;
    return known
      .filter((person) => person.sessions.includes(session?.id ?? ''))
      .map((person) => ({ called: person.name, people: [person], inquiry: { ...ofOne, words } }))
      .slice(0, mostSides);
  }
  if (inquiry.speakers.length > 1)
    return inquiry.speakers.map((speaker) => ({
      called: calledAs(speaker),
      people: speaker.matches.map(({ person }) => person),
      inquiry: { ...ofOne, speakers: [speaker] },
    }));
  const shared = sharedOf(inquiry);
  return inquiry.sides.map((side) => ({
    called: side,
    people: inquiry.speakers.flatMap(({ matches }) => matches.map(({ person }) => person)),
    inquiry: { ...ofOne, words: `${side} ${shared}`.trim() },
  }));
}

/** In what matters are compared: `tolls` of "Compare the north and the south on tolls". */
function sharedOf({ words, sides }: Inquiry): string {
  const after = Math.max(...sides.map((side) => words.indexOf(side) + side.length));
  const [, shared] = /\b(?:on|about|regarding|concerning)\b(.+)$/iu.exec(words.slice(after)) ?? [];
  return shared?.trim() ?? '';
}

const mostSides = 16;
const naming = new Set(
  termsOf('name named names mention mentioned raise raised give gave list see saw point pointed make made'),
);

interface Part {
  quotes: (Omit<Quote, 'n'> | Omit<Passage, 'n'>)[];
  isSure: boolean;
}

async function partOf(side: Side, asked: Asked): Promise<Part> {
  const { sessions, ground } = asked;
  const ids = sessions.map(({ id }) => id);
  const spokenIn =
    side.people.length > 0 ? ids.filter((id) => side.people.some((person) => person.sessions.includes(id))) : ids;
  if (asked.inquiry.each && termsOf(side.inquiry.words).every((term) => wholeOf.has(term))) return central(side, asked);
  if (termsOf(side.inquiry.words).length === 0 || (side.inquiry.speakers.length > 0 && side.people.length === 0))
    return { quotes: [], isSure: false };
  const ofDifficulty = termsOf(side.inquiry.words).every((term) => difficulties.includes(term));
  const within = { people: side.people, spokenIn, ...(ofDifficulty && { also: difficulties }) };
  const { places, heard, near: nearIn } = await look(side.inquiry, within, ground);
  const most = asked.inquiry.each ? 1 : mostOfSide;
  const sure = choose(places, { ...choosingFor(side.inquiry, false, true), most });
  if (sure.length > 0) return { quotes: sure, isSure: true };
  // Something of it is in their words: what comes nearest is shown rather than a silence that may be none.
  const isNear = heard.some(({ places: near }) => near.some(({ own }) => own >= leastNear));
  if (!isNear) return { quotes: [], isSure: true };
  const nearest = nearestPassages(await candidatesFor(nearIn, ground));
  return { quotes: nearest.filter(({ by }) => by === 'words').slice(0, 1), isSure: false };
}

/** Asked of each without a matter: what they spoke of most. */
async function central({ people: of }: Side, { sessions, ground }: Asked): Promise<Part> {
  const [reading] = await readingsOf([sessions[0]!.id], ground);
  return { quotes: await centralOf(namesIn(sessions[0]!.id, of), reading!, ground), isSure: true };
}

const wholeOf = new Set(
  termsOf(
    'message messages point points argument arguments position positions main key their table speakers speaker summary summarise summarize',
  ),
);
const mostOfSide = 3;
const leastNear = 0.3;
