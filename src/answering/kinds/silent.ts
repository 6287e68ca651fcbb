/** "Who did not mention energy?": of one session, who took part and does not name it, and who does. */
import { termsOf } from '../../words/terms.ts';
import { matchTerms } from '../matter/evidence.ts';
import { phrases } from '../../words/matcher.ts';
import { perhapsOn } from '../perhaps.ts';
import { readingsOf } from '../ground.ts';
import { sameSpeaker } from '../same-speaker.ts';
import { otherLanguage } from '../spoken-language.ts';
import { askedInstead, matterOf, numbered, type Asked, type Kind, type Made } from './kind.ts';
import { nothingShared } from './findings.ts';
import { mentioning, surely } from './mentions.ts';

export const silent: Kind = {
  isAskedBy: ({ asksFor, asksWho, words, quotation }) =>
    asksFor.has('silence') && asksWho && quotation === null && termsOf(words).length > 0,

  async answer(given): Promise<Made | null> {
    const asked = amongThem(given);
    const { inquiry, say, sessions } = asked;
    const said = await mentioning(asked);
    // To whoever asks who was silent, who speaks of a part of it is no answer.
    if (said.length === 0) return nothingShared(null, asked);
    const firsts = [...Map.groupBy(said, sameSpeaker(asked.directory)).values()].map(([first]) => first!);
    const quotes = firsts.slice(0, mostShown);
    // In another language than theirs nobody can be said to be silent.
    const isTheirs = (await otherLanguage(inquiry.language, sessions, asked.ground)) === null;
    const unnamed = sessions.length === 1 && isTheirs ? await silentOnes(asked) : [];
    const perhaps =
      unnamed.length > 0 ? await perhapsOn(unnamed, sessions[0]!.id, await asked.looked(), asked.ground) : [];
    const others = unnamed.filter((name) => !perhaps.some(({ speaker }) => speaker === name));
    const who =
      sessions.length > 1
        ? say('silentOfOne')
        : others.length > 0
          ? say('silent', { names: say.listed(others), matter: matterOf(inquiry) })
          : '';
    const shown = numbered([...quotes, ...perhaps]);
    const named = say('namedBy', { names: say.names(shown.slice(0, quotes.length)) });
    const inOthers = perhaps.length > 0 ? say('perhaps', { names: say.names(shown.slice(quotes.length)) }) : '';
    return {
      text: [who, named, inOthers].filter(Boolean).join(' '),
      quotes: [...quotes, ...perhaps],
      report: [],
      rest: said.filter((quote) => !quotes.includes(quote)),
      marked: true,
    };
  },
};

/** "Who of the ministers said nothing about tides?" is of them, and not on ministers. */
function amongThem(asked: Asked): Asked {
  const words = amongWhom.cutFrom(asked.inquiry.words);
  if (words === asked.inquiry.words || termsOf(words).length === 0) return asked;
  return askedInstead(asked, { inquiry: { ...asked.inquiry, words: words.trim() } });
}

const amongWhom = phrases({
  lines: `
    (among|amongst|out of|from among) [all] (the|these|those|our) [*] [*] ({crowd})
    (among|amongst) (the|these|those|our) =(about|on|of|$)
    ^ [who|which] [of] [the|these|those|our] [*] [*] ({crowd})`,
  lists: {
    crowd:
      'speakers|participants|panellists|panelists|ministers|members|delegates|delegations|experts|people|guests|mps|senators',
  },
});

const mostShown = 8;

/** Names of those who spoke and in whose sentences, taken together, a part of the matter never comes up. */
async function silentOnes({ sessions, looked, ground }: Asked): Promise<string[]> {
  const [reading] = await readingsOf([sessions[0]!.id], ground);
  const { wanted } = await looked();
  const { has } = matchTerms(reading!, wanted);
  const named = new Map<string, Set<number>>();
  for (const [index, { speaker }] of reading!.sentences.entries()) {
    if (speaker === null) continue;
    const terms = named.get(speaker) ?? new Set();
    named.set(speaker, terms);
    for (const [which, value] of has[index]!.entries()) if (value >= surely) terms.add(which);
  }
  return [...named].filter(([, terms]) => terms.size < wanted.terms.length).map(([name]) => name);
}
