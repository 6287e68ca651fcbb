/** "Which meetings talked about tides?", "In which sessions was it mentioned?": the sessions, each with words of it. */
import { phrases } from '../../words/matcher.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';
import { extentOf } from '../matter/extent.ts';
import type { Kind, Made } from './kind.ts';
import { mentioning, mostRead } from './mentions.ts';

export const sessionsOn: Kind = {
  isAskedBy: ({ question, words, subject, quotation }) =>
    (subject === null || subject.of === 'sessions') &&
    quotation === null &&
    termsOf(words).length > 0 &&
    (asksWhichSessions.in(textOf(question)) || asksWhen.in(textOf(question))),

  async answer(asked): Promise<Made | null> {
    const { people, sessions, spokenIn, ground, say, inquiry } = asked;
    if (asked.all.length === 1 && !asksWhichSessions.in(textOf(inquiry.question))) return null;
    const said = await mentioning(asked);
    if (said.length === 0) return null;
    const each = [...Map.groupBy(said, ({ session }) => session.id).values()].map(([first]) => first!);
    const quotes = each.slice(0, mostShown);
    const { wanted } = await asked.looked();
    // Not every session is read where there are many; all are counted, but not those of one speaker.
    const extent = people.length === 0 ? await extentOf(wanted, sessions, ground) : null;
    const number = Math.max(each.length, extent?.sessions ?? 0);
    const titles = quotes.map(({ session }, at) => `${say.titleAndDay(session)} [${at + 1}]`);
    const listed = [...titles, ...(number > quotes.length ? ['…'] : [])].join('; ');
    const isPart = extent === null && spokenIn.length > mostRead;
    const among = isPart ? [say('amongSessions', { count: mostRead })] : [];
    return {
      text: [say('sessionsOnIt', { number, titles: listed }), ...among].join(' '),
      quotes,
      report: [],
      rest: said.filter((quote) => !quotes.includes(quote)),
      extent,
      marked: true,
    };
  },
};

const mostShown = 8;
/** Of one session it is asked when in it, and not in which. */
const asksWhen = phrases({
  lines: `
    ^ [and|but|so|please] when [else] (did|was|were|has|have) … {speaking}
    ^ [and|but|so|please] when [else] (did|was|were|has|have) … been {speaking}`,
  lists: { speaking: '(mention*|talk*|discuss*|debate*|speak|spoken|addressed|raised|covered|brought up|come up)' },
});
const asksWhichSessions = phrases({
  lines: `
    ^ [and|but|so|please] [in|at|during] (which|what|how many) [of the] [*] {sessions} … {speaking}
    ^ [and|but|so|please] (which|what|how many) [of the] [*] {sessions} [do you have|are there|(is|are|was|were) [there]] (about|on)
    ^ [and|but|so|please] (list|show [me]) [all] [the] {sessions} (about|on|that {speaking})`,
  lists: {
    sessions: '(session(s)|meeting(s)|hearing(s)|transcript(s)|record(s))',
    speaking: '(~mention|~talk|~speak|~discuss|~debate|~address|~raise|~touch|~cover|come up|came up|brought up)',
  },
});
