/** "What else?", "What else did she say about it?": more of the same, and of somebody what they said besides; never what was shown. */
import { refOf } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { cutOut, withoutFrame } from '../../asking/parts/matter.ts';
import { waysTo } from '../../asking/phrases/languages.ts';
import { namesIn, spokenBy } from '../../people/person.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { choose, choosingFor, further } from '../quotes/choose.ts';
import { readingsOf } from '../ground.ts';
import { overlaps } from '../nearest.ts';
import { moreOf } from './going-on.ts';
import { denied, type Asked, type Before, type Kind, type Made } from './kind.ts';
import { centralOf } from './overview.ts';
import { spokeOfThis } from './said.ts';

type Quotes = Made['quotes'];

export const whatElse: Kind = {
  isAskedBy: ({ question, subject, quotation, asksWho }) =>
    subject === null && quotation === null && !asksWho && asksWhatElse.in(textOf(question)),

  async answer(asked): Promise<Made | null> {
    const before = await asked.before();
    if (!before || before.shown.length === 0) return null;
    const { inquiry, say } = asked;
    const isOfSame = isOfSameMatter(inquiry);
    const more = (isOfSame ? ofRest(before, asked) : null) ?? (await ofMatter(before, asked));
    if (more || !(isOfSame || inquiry.words === '')) return more;
    return (await besides(before, asked)) ?? denied(say('noMore'));
  },
};

const asksWhatElse = waysTo('whatElse');

/** No other matter is named than the one before. */
function isOfSameMatter({ question, speakers }: Inquiry): boolean {
  const left = cutOut(
    question,
    speakers.filter(({ phrase, start, end }) => question.slice(start, end) === phrase),
  );
  return termsOf(withoutFrame(asksWhatElse.cutFrom(left))).length === 0;
}

/** What was left of what the answer before found, by whom this is asked of. */
function ofRest(before: Before, asked: Asked): Made | null {
  const isTheirs = spokenBy(asked.people);
  const rest = before.rest.filter(({ session, speaker }) => asked.people.length === 0 || isTheirs(session.id, speaker));
  return rest.length === 0 ? null : moreOf({ ...before, rest }, asked);
}

async function ofMatter(before: Before, asked: Asked): Promise<Made | null> {
  const { inquiry, people, say } = asked;
  if (inquiry.words === '') return null;
  const { places: all, topic } = await asked.looked();
  const places = all.filter(
    ({ reading: { session }, sentence }) => !isShown(before, { ...sentence, session: refOf(session) }),
  );
  const quotes = unshown(before, choose(places, choosingFor(inquiry, topic, people.length > 0)));
  if (quotes.length === 0) return null;
  return { text: spokeOfThis(quotes, say), quotes, report: [], rest: further(places, quotes), marked: true };
}

/** What each came back to most in the session that was shown, or in their newest. */
async function besides(before: Before, { people, sessions, ground, say }: Asked): Promise<Made | null> {
  const each = await Promise.all(
    people.map(async (person) => {
      const theirs = sessions.filter(({ id }) => person.sessions.includes(id));
      const session = theirs.find(({ id }) => before.shown.some((quote) => quote.session.id === id)) ?? theirs[0];
      const [reading] = session ? await readingsOf([session.id], ground) : [];
      if (!session || !reading) return { session, quotes: [], rest: [] };
      const central = async (most: number) =>
        unshown(before, await centralOf(namesIn(session.id, [person]), reading, ground, most));
      const most = Math.max(1, Math.floor(mostShown / people.length));
      const quotes = (await central(most + before.shown.length)).slice(0, most);
      const rest = (await central(mostLookedAt)).filter((other) => !quotes.some((quote) => overlaps(quote, other)));
      return { session, quotes, rest };
    }),
  );
  const quotes = each.flatMap((found) => found.quotes);
  if (quotes.length === 0) return null;
  const told = new Set(each.flatMap(({ session }) => session ?? []));
  const where = sessions.length > 1 && told.size === 1 ? say('inTitle', { title: say.titleAndDay([...told][0]!) }) : '';
  const names = say.listed([...new Set(quotes.map((quote) => say.called(quote)))]);
  return {
    text: say('severalThings', { names, where }),
    quotes,
    report: [],
    rest: each.flatMap((found) => found.rest),
    marked: true,
  };
}

const mostShown = 4;
const mostLookedAt = 12;

const isShown = ({ shown }: Before, quote: Parameters<typeof overlaps>[0]) =>
  shown.some((each) => overlaps(each, quote));

function unshown(before: Before, quotes: Quotes): Quotes {
  return quotes.filter((quote) => !isShown(before, quote));
}
