/** The kinds of answers, in the order in which they are tried: the first that is asked for and has something answers. */
import { isMarked } from '../../asking/parts/quotation.ts';
import { isEnglish } from '../../words/language.ts';
import { shareSaidAtAll } from '../matter/most-of-matter.ts';
import { acts } from './acts.ts';
import { aboutSession } from './about-session.ts';
import { agreement } from './agreement.ts';
import { bodiesNamed } from './bodies-named.ts';
import { both } from './both.ts';
import { commitments } from './commitments.ts';
import { comparison } from './comparison.ts';
import { countries } from './countries.ts';
import { ends } from './ends.ts';
import { everything } from './everything.ts';
import { fact } from './fact.ts';
import { figures } from './figures.ts';
import { followingUp } from './following-up.ts';
import { fromAfar } from './from-afar.ts';
import { fromThere } from './from-there.ts';
import { fromWhere } from './from-where.ts';
import { goingOn } from './going-on.ts';
import type { Asked, Kind, Made } from './kind.ts';
import { holders } from './holders.ts';
import { howOften } from './how-often.ts';
import { introducers } from './introducers.ts';
import { mentions } from './mentions.ts';
import { noSuchSession } from './no-such-session.ts';
import { oneSided } from './one-sided.ts';
import { nothingRead } from './nothing-read.ts';
import { onlyReported } from './only-reported.ts';
import { overview } from './overview.ts';
import { announced } from './announced.ts';
import { ofSector } from './of-sector.ts';
import { ownThings } from './own-things.ts';
import { claimedWords, quotation } from './quotation.ts';
import { reactions } from './reactions.ts';
import { said } from './said.ts';
import { sessionsOn } from './sessions-on.ts';
import { silent } from './silent.ts';
import { smallTalk } from './small-talk.ts';
import { spokeBeside } from './spoke-beside.ts';
import { spokenOf } from './spoken-of.ts';
import { stance } from './stance.ts';
import { inRows } from './table.ts';
import { timeline } from './timeline.ts';
import { weighing } from './weighing.ts';
import { whatElse } from './what-else.ts';
import { whether } from './whether.ts';
import { whetherWho } from './whether-who.ts';
import { who } from './who.ts';
import { whole } from './whole.ts';

const kinds: Kind[] = [
  smallTalk,
  nothingRead,
  quotation,
  claimedWords,
  goingOn,
  whatElse,
  both,
  noSuchSession,
  ofSector,
  spokeBeside,
  ends,
  whetherWho,
  whole,
  timeline,
  comparison,
  everything,
  commitments,
  figures,
  announced,
  followingUp,
  ownThings,
  acts,
  silent,
  agreement,
  fromAfar,
  holders,
  aboutSession,
  introducers,
  fromWhere,
  sessionsOn,
  howOften,
  bodiesNamed,
  mentions,
  oneSided,
  weighing,
  whether,
  stance,
  countries,
  reactions,
  who,
  fact,
  said,
  overview,
  onlyReported,
  fromThere,
  spokenOf,
];

/** Null where nothing certain was found. */
export async function ofKind(asked: Asked): Promise<Made | null> {
  const { inquiry } = asked;
  // A claim is told from a matter in English alone (`claims` in judge.ts).
  if (
    inquiry.quotation === null ||
    asked.all.length === 0 ||
    isMarked(inquiry.question) ||
    !isEnglish(inquiry.language)
  )
    return firstOf(asked);
  // "Who says the port is too small?" may only be what was meant: words without marks are also read as a question.
  const told = await quotation.answer(asked);
  if (told === null || told.quotes.length > 0) return told;
  const { wanted, heard } = await asked.looked();
  if (shareSaidAtAll(wanted, heard) < leastSaid) return told;
  const meant = await firstOf({ ...asked, inquiry: { ...inquiry, quotation: null } });
  return meant !== null && meant.quotes.length > 0 ? meant : told;
}

/** Of a claim's weight, that anybody must have said for it to be meant by anybody. */
const leastSaid = 0.8;

async function firstOf(asked: Asked): Promise<Made | null> {
  for (const kind of kinds) {
    const made = kind.isAskedBy(asked.inquiry) ? await kind.answer(asked) : null;
    if (made) return asked.inquiry.form?.kind === 'table' ? inRows(made, asked) : made;
  }
  return null;
}
