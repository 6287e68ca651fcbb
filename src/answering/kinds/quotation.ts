/** "Who said …?", "Ruiz said “…”, right?": the words looked up, never read as a question. */
import type { Passage, Quote, Verification } from '../../answer.ts';
import type { Inquiry } from '../../asking/asked.ts';
import { isMarked } from '../../asking/parts/quotation.ts';
import { termsOf } from '../../words/terms.ts';
import { readingsOf } from '../ground.ts';
import { contrastsIn } from '../verifying/contrast.ts';
import { candidatesFor } from '../candidates.ts';
import { foundByWords, nearestPassages, overlaps } from '../nearest.ts';
import { quoteAt } from '../quotes/quote.ts';
import { givenTo, verifyQuotation } from '../verifying/verification.ts';
import { isGivenToAnother } from '../talk/quoting.ts';
import { numbered, onlyNear, type Asked, type Kind, type Made } from './kind.ts';

export const quotation: Kind = {
  isAskedBy: (inquiry) => inquiry.quotation !== null,

  async answer(asked): Promise<Made | null> {
    const { inquiry, ground } = asked;
    const given = await givenTo(inquiry, ground);
    const verification = await verifyQuotation(inquiry.quotation!, ground, given);
    if (verification.found && isOther(verification, mostLackingIn(inquiry))) return otherWords(verification, asked);
    return told(verification, asked);
  },
};

/**
 * The same of words without marks, where they were said word for word or, if it is the wording that is asked for, nearly:
 * otherwise they are only what is meant, and read as any question.
 */
export const claimedWords: Kind = {
  isAskedBy: ({ claimed }) => claimed !== null,

  async answer(asked): Promise<Made | null> {
    const { inquiry, ground } = asked;
    const { words, start, isOfWording } = inquiry.claimed!;
    // Whoever is named in the words themselves is not who is said to have said them.
    const speakers = inquiry.speakers.filter(({ end }) => end <= start);
    const given = await givenTo({ ...inquiry, speakers }, ground);
    const verification = await verifyQuotation(words, ground, given);
    const isTold = verification.verdict === 'verbatim' || (isOfWording && !isOther(verification));
    if (verification.found === null || !isTold || verification.ofSpeaker === false) return null;
    return told(verification, { ...asked, inquiry: { ...inquiry, speakers, quotation: words } });
  },
};

/** The verdict, with where the words are, or what comes nearest. */
async function told(verification: Verification, asked: Asked): Promise<Made> {
  const { verdict, by = [], found, report = [] } = verification;
  const all = verdict === 'verbatim' ? [found!, ...by.filter((each) => !isSame(each, found!))] : found ? [found] : [];
  const shown = await Promise.all(all.slice(0, mostShown).map((place) => inItsSentence(place, asked)));
  const [quotes, quoting] = await apart(all, shown, asked);
  const nearest = quotes.length > 0 ? [] : await nearestTo(asked);
  // Whoever is asked of said so in the words of somebody else.
  const isQuoter = verification.ofSpeaker === true && quoting.includes(shown[0]!);
  const repeated = numbered([...quotes, ...quoting]).slice(quotes.length);
  const lines = [
    ...verdictOf(
      isQuoter ? { ...verification, ofSpeaker: null } : verification,
      quotes,
      isQuoter ? ofWhom(asked) : asked,
    ),
    repeated.length > 0 ? asked.say('quotedBy', { names: asked.say.names(repeated) }) : '',
    nearest.length > 0 ? asked.say('nearest') : '',
  ];
  return {
    text: lines.filter(Boolean).join(' '),
    quotes: verdict === 'not_found' ? [] : [...quotes, ...quoting],
    report,
    nearest,
    ...(quotes.length === 0 && { denied: true as const }),
    verification,
    marked: true,
  };
}

const mostShown = 5;
/** The same as if it were asked whose words they are. */
const ofWhom = (asked: Asked): Asked => ({ ...asked, inquiry: { ...asked.inquiry, yesNo: false } });

type Shown = Omit<Quote, 'n'>[];

/** Those whose words they are, and those who give them to somebody else; all are the former where nobody else has them. */
async function apart(all: Place[], shown: Shown, { ground }: Asked): Promise<[Shown, Shown]> {
  if (shown.length < 2) return [shown, []];
  const givenAway = await Promise.all(
    shown.map(async (_, at) => {
      const { session, turn, start } = all[at]!;
      const [reading] = await readingsOf([session.id], ground);
      return isGivenToAnother(reading!.session.turns[turn]!.text.slice(0, start));
    }),
  );
  const those = (given: boolean) => shown.filter((_, at) => givenAway[at] === given);
  return givenAway.every(Boolean) ? [shown, []] : [those(false), those(true)];
}

/** Whether most of what the quotation tells is not in the words that come nearest: "the fund is empty" is not "the fund pays". */
function isOther({ verdict, quote, differences }: Verification, most = mostLacking): boolean {
  const told = new Set(termsOf(quote));
  const lacking = new Set(differences.flatMap(({ quoted }) => termsOf(quoted)));
  return verdict === 'altered' && lacking.size > told.size * most;
}

const mostLacking = 0.5;
/** Without marks the words are less likely to be anybody's: half of them is not enough. */
const mostLackingUnmarked = 0.49;
const mostLackingIn = ({ question }: Inquiry) => (isMarked(question) ? mostLacking : mostLackingUnmarked);

/** What is built alike and says something else is no wording of the quotation, and only comes near. */
async function otherWords(verification: Verification, asked: Asked): Promise<Made> {
  const { say, sessions } = asked;
  const like = await inItsSentence(verification.found!, asked);
  const nearest = [...(await nearestTo(asked)), ...foundByWords([like])];
  const shown = nearest.filter((each, at) => nearest.findIndex((other) => overlaps(other, each)) === at);
  return {
    ...onlyNear(say('wordsNotFound', { where: say.where(sessions) }), shown.slice(0, mostNear), say),
    report: verification.report ?? [],
    verification: { ...verification, verdict: 'not_found', found: null, differences: [] },
  };
}

const mostNear = 3;

function verdictOf(
  verification: Verification,
  quotes: Omit<Quote, 'n'>[],
  { say, sessions, inquiry }: Asked,
): string[] {
  const { verdict, words, why, found, ofSpeaker, ofSession, beside, report = [] } = verification;
  const shown = numbered(quotes);
  const names = say.names(shown);
  const reported = [...new Set(report.flatMap(({ speakers }) => speakers))];
  const byReport =
    report.length === 0
      ? ''
      : reported.length > 0
        ? say('reportGivesThem', { names: say.listed(reported) })
        : say('reportHasThem');
  if (verdict === 'not_found') {
    const where = say.where(sessions);
    return [
      words === 'cannot tell'
        ? say('wordsNotTold', { where, why: say(reasons[why!]) })
        : say('wordsNotFound', { where }),
      byReport,
    ];
  }
  if (verdict === 'altered')
    return [
      say('saidNearly', { names }),
      ...contrastsIn(found!.text, verification.quote).map(({ said, quoted }) =>
        said === ''
          ? say('notSaid', { quoted: marked(quoted) })
          : quoted === ''
            ? say('leftOut', { said: marked(said) })
            : say('saidInstead', { said: marked(said), quoted: marked(quoted) }),
      ),
      byReport,
    ];
  const asked = inquiry.speakers[0]?.phrase ?? '';
  const whose =
    ofSpeaker === false
      ? say('saidByOthers', { asked, names })
      : ofSession === false
        ? say('saidElsewhere', { names })
        : (ofSpeaker === true || inquiry.yesNo) && !beside
          ? say('saidSo', { names })
          : say('saidBy', { names });
  // No yes comes before what turns it.
  return [beside ? say('senseChanges') : '', whose, byReport];
}

const marked = (words: string) => `“${words}”`;

const reasons = {
  'nothing to look in': 'whyNothing',
  'only a report': 'whyOnlyReport',
  'another language': 'whyLanguage',
  'masked names': 'whyMasked',
} as const;

type Place = NonNullable<Verification['found']>;

function isSame(one: Place, other: Place): boolean {
  return one.session.id === other.session.id && one.turn === other.turn && one.start === other.start;
}

/** The words with the rest of their sentence, so that what changes their sense is read with them. */
async function inItsSentence(place: Place, { ground }: Asked): Promise<Omit<Quote, 'n'>> {
  const [reading] = await readingsOf([place.session.id], ground);
  const { session, sentences } = reading!;
  const touched = sentences.filter(
    ({ turn, start, end }) => turn === place.turn && start < place.end && place.start < end,
  );
  const [first, last] = [touched[0], touched.at(-1)];
  const isShort = first !== undefined && last !== undefined && last.end - first.start <= longestShown;
  const [start, end] = isShort ? [first.start, last.end] : [place.start, place.end];
  return quoteAt(session, session.turns[place.turn]!, { turn: place.turn, start, end, seconds: place.time });
}

/** In characters. */
const longestShown = 700;

async function nearestTo(asked: Asked): Promise<Omit<Passage, 'n'>[]> {
  const { inquiry, ground, sessions } = asked;
  const ids = sessions.map(({ id }) => id);
  const { near } = await asked.looked();
  return nearestPassages(await candidatesFor({ ...near, words: inquiry.quotation!, people: [], among: ids }, ground));
}
