/** "What commitments were made, by whom and by when?": who promises what, and when where it is said. */
import type { Passage } from '../../answer.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { candidatesFor } from '../candidates.ts';
import { readingsOf } from '../ground.ts';
import { nearestPassages } from '../nearest.ts';
import { reportItem, shareOf } from '../report-items.ts';
import { numbered, type Asked, type Kind, type Made } from './kind.ts';
import { ofItsSession, sentencesOfKind } from './listing.ts';

export const commitments: Kind = {
  isAskedBy: ({ asksFor, quotation }) => asksFor.has('commitments') && quotation === null,

  async answer(asked): Promise<Made | null> {
    const { say } = asked;
    const found = await sentencesOfKind(asked, ({ text }) => isPromise(text), structural);
    if (found.length === 0) return none(asked);
    const quotes = found.slice(0, mostShown);
    const byWhen = Map.groupBy(numbered(quotes), ({ speaker, turn, session, text }) => {
      const when = whenIn(text);
      return JSON.stringify([when, speaker, ...(speaker === null || when !== null ? [session.id, turn] : [])]);
    });
    const names = say.listed(
      [...byWhen.values()].map((of) => {
        const when = whenIn(of[0]!.text);
        return when === null ? say.names(of) : say('byWhen', { name: say.names(of), when });
      }),
    );
    return {
      text: ofItsSession(say('commitments', { number: found.length, names }), found, asked),
      quotes,
      report: await byReport(asked),
      rest: found.slice(mostShown),
      marked: true,
    };
  },
};

/** A promise is what somebody says they will do, and not the word: of whoever made none, what they mean to do is nearest. */
async function none(asked: Asked): Promise<Made | null> {
  const { say, people, sessions, inquiry } = asked;
  if (people.length === 0 || termsOf(inquiry.words).some((term) => !structural.has(term))) return null;
  const intended = await sentencesOfKind(asked, ({ text }) => intends.in(textOf(text)), structural);
  const nearest: Omit<Passage, 'n'>[] =
    intended.length > 0
      ? intended.map((quote) => ({ ...quote, by: 'words' }))
      : nearestPassages(await candidatesFor((await asked.looked()).near, asked.ground));
  const names = say.listed([...new Set(people.map(({ name }) => name))]);
  const no = say('noPromise', { names, where: say.where(sessions) });
  return {
    text: nearest.length > 0 ? `${no} ${say('nearest')}` : no,
    quotes: [],
    report: [],
    nearest: nearest.slice(0, mostNear),
    denied: true,
    marked: true,
  };
}

const mostNear = 3;
const mostShown = 8;
const mostOfReport = 8;
/** Of the matter's weight in an item. */
const leastShare = 0.5;

async function byReport({ sessions, ground, people, inquiry }: Asked): Promise<Made['report']> {
  if (sessions.length !== 1 || people.length > 0) return [];
  const topic = termsOf(inquiry.words).filter((term) => !structural.has(term));
  const counts = await ground.library.counts(topic);
  const [reading] = await readingsOf([sessions[0]!.id], ground);
  return reading!.findings
    .filter((finding) => finding.kind === 'action item')
    .filter((finding) => topic.length === 0 || shareOf(topic, finding, counts) >= leastShare)
    .slice(0, mostOfReport)
    .map((finding) => reportItem(finding, reading!));
}

/** A sentence in which somebody says that they or others will do something, rather than what they will say. */
function isPromise(sentence: string): boolean {
  const text = textOf(sentence);
  return (
    !/[?？]\W*$/u.test(sentence) &&
    !wished.in(text) &&
    (bound.in(text) || boundElsewhere.in(text) || (doing.in(text) && !speaking.in(text)))
  );
}

/** "By 2030", "in 2027", "next year". Null where nothing tells it. */
function whenIn(sentence: string): string | null {
  const text = textOf(sentence);
  const year = /\b(?:19|20)\d{2}\b/u.exec(sentence)?.[0] ?? null;
  return times.all(text)[0]?.taken ?? year;
}

const acts = `host|release|publish|launch|provide|fund|finance|build|set up|create|open|deliver|support|increase|send|pay|invest
  |contribute|organise|organize|hold|develop|continue|establish|train|certify|certificate|double|cut|reduce|join|sign
  |adopt|start|begin|expand|prepare|bring|plant|buy|hire|repair|finish|install|offer|double|extend|restore|close|put|make|help
  |gather|convene|collect|update|translate|print|replace|test|map|measure|teach|lend|share|report|monitor|review|propose|lobby`;
const lists = { acts, month: 'january|february|march|april|may|june|july|august|september|october|november|december' };

const doing = phrases({
  lines: `
    (we|i|he|she) (will|shall|are going to|am going to|is going to|ll) [also|now|therefore|all|both|soon] ({acts})
    !(which|that|who|it|they|this|what|to) * (will|shall|are going to|is going to) [also|then|soon|therefore] ({acts})
    (we|i) [will] (remain|stay|are|am) (dedicated|committed)`,
  lists,
});
const bound = phrases({
  lines: `
    (commit|commits|committed) [ourselves|myself|itself|themselves|firmly|fully] to ({acts}|*ing|spend|ending|the)
    (pledge|pledges|pledged|promised|undertake|undertakes|undertook) [ourselves|myself] (to|that|#)
    (commitment|pledge) … to ({acts})
    (have|has|had) [now|just|already] (decided|agreed|resolved) to
    (we|i) (promise|pledge|commit)
    (nous|je|on) [nous|m'] (engageons|engage|promettons|promets) [à|de]
    (comprometemos|comprometo|prometemos|prometo) [a]`,
  lists,
});
const boundElsewhere = phrases({
  lines: `
    (обязуемся|обязуюсь|обещаем|обещаю)
    (承诺|保证)
    (نتعهد|نلتزم|أتعهد|نعد)`,
  beyondLatin: true,
});
/** What somebody means, hopes or is about to do. */
const intends = phrases({
  lines: `
    (we|i) [also|still|really|now] (plan|aim|intend|hope|want|wish|expect|try|continue|need|propose|seek|contribute|participate) [to]
    (we|i) [would|d] (like|love|be happy|be glad) to !({speech})
    (we|i) (are|am|re|m) [also|now|very|much] (going|ready|willing|prepared|planning|working|preparing|keen|determined) [to|on]
    [we|i] (look|looking) forward to`,
  lists: {
    speech:
      'say|speak|talk|share|make|highlight|dwell|thank|start|begin|add|mention|give|express|congratulate|salute|take|invite',
  },
});
/** What somebody asks of others is no promise of theirs. */
const wished = phrases({
  lines: '(should|could|must|would|need to|ought to) [also|all|now|always] (stay|be|remain|get) (committed|dedicated)',
});
/** What is said about the speech itself is no promise. */
const speaking = phrases({
  lines: `
    (i|we) (will|shall|ll) [not|now|just|only|therefore] ({speech})
    will (be|become) *`,
  lists: {
    speech: `be|say|speak|talk|share (my|with|about|some|a|our)|make some|make a|make my|go|stop|skip|end|start with
      |begin with|close with|close by|put it`,
  },
});
const times = phrases({
  lines: `
    (by|before|until|in|on|from|this|next) [the] <[end|beginning|start|middle|spring|summer|autumn|winter] [of] [#] ({month}) [#]>
    <(next|this) (week|month|year|spring|summer|autumn|winter)>
    (by|before|until) <the end of [the|this|next] *>
    <(within|in) (#|two|three|four|five|six|seven|eight|nine|ten|twelve) (days|weeks|months|years)>`,
  lists,
});

const structural = new Set(
  termsOf(`commitment commitments promise promises pledge pledges made make given give undertaking undertakings
    promesse promesses promis engagement engagements compromiso compromisos promesa promesas prometió prometieron
    обещал обещала обещали обещания обязательства 承诺 保证 وعود وعد التزامات
    who whom when what list deadline deadlines committed commit promised pledged concrete speaker speakers`),
);
