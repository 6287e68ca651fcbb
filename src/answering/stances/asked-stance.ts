/** For and against by a reply: "Does anybody here support the levy?" – "I do, as long as it is low." */
import { phrases } from '../../words/matcher.ts';
import { isStopWord, termsOf } from '../../words/terms.ts';
import { textOf, type Text } from '../../words/text-words.ts';
import type { Reading } from '../../retrieval/reading.ts';
import { asks, repliesTo, type Run } from '../talk/replies.ts';

export interface RepliedStance {
  run: Run;
  isAgainst: boolean;
}

/**
 * Who says for themselves, in reply to the sentence at `index`, that they are for or against the matter it asks about.
 * None where it asks of somebody else, or with a "not", or about something next to the matter.
 */
export function stancesReplied(reading: Reading, index: number, matter: string[]): RepliedStance[] {
  const sentence = reading.sentences[index]!;
  if (!asks(sentence)) return [];
  const asked = textOf(sentence.text);
  if (turned.in(asked)) return [];
  const asksAgainst = isOn(matter, rejecting, asked);
  if (!asksAgainst && !isOn(matter, backing, asked)) return [];
  const ofAnybody = toAnybody.in(asked);
  return repliesTo(reading, index).flatMap((run) => {
    const reply = textOf(reading.sentences[run.first]!.text);
    // A bare "yes" tells of whoever was asked about.
    const says = own.yes.in(reply) || (ofAnybody && bare.yes.in(reply));
    const denies = own.no.in(reply) || (ofAnybody && bare.no.in(reply));
    // Who does not oppose it need not be for it.
    if (says === denies || (denies && asksAgainst)) return [];
    return [{ run, isAgainst: asksAgainst || denies }];
  });
}

/** Whether such words stand right before the matter, all of it, with nothing else that is meant between. */
function isOn(matter: string[], table: typeof backing, asked: Text): boolean {
  return table.all(asked).some(({ end }) => {
    const behind = asked.words.filter(({ start }) => start >= end);
    const rest = asked.text.slice(end);
    const said = new Set(termsOf(rest));
    const at = behind.findIndex(({ word }) => termsOf(word).some((term) => matter.includes(term)));
    // Chinese terms are of more than one of its words.
    const first = at < 0 && /^\p{Script=Han}/u.test(rest.trim()) ? 0 : at;
    return (
      first >= 0 &&
      first <= mostBetween &&
      behind.slice(0, first).every(({ word }) => isStopWord(word) || word.length <= shortWord) &&
      matter.every((term) => said.has(term))
    );
  });
}

/** In words: articles of each language, which are short. */
const mostBetween = 3;
const shortWord = 4;

const backing = phrases(
  {
    lines: `
      (~support|~endorse|~favour|~favor|~back|~welcome)
      (~vote|be|are|is|am|stand) [all] (for|in favour of|in favor of)
      ~agree (with|to)
      (soutient|soutiennent|soutenez|soutiens|approuve|approuvent|approuvez) [vous|tu|il|elle]
      (favorable|favorables) (à|au|aux)
      (voterait|voteriez|vote|votez) [vous] pour
      (apoya|apoyan|apoyas|apoyáis|respalda|respaldan) [usted|ustedes] [a]
      (votaría|votarían|está|están|votaríais) (a favor de|a favor del|por)`,
  },
  {
    lines: `
      (поддерживает|поддерживаете|поддерживают|поддерживаешь)
      (支持|赞成)
      (يؤيد|تؤيد|تؤيدون|يؤيدون|يدعم|تدعم|تدعمون)`,
    beyondLatin: true,
  },
);
const rejecting = phrases(
  {
    lines: `
      (~oppose|~reject)
      (~object|opposed) to
      (~vote|be|are|is|am|stand) [all] against
      (rejette|rejettent|rejetez|refuse|refusez) [vous]
      (oppose|opposent|opposez|opposé|opposés) [vous] (à|au|aux)
      (est|êtes|sont|voterait) [vous] contre
      (rechaza|rechazan|rechazas) [usted|ustedes]
      (opone|oponen|está|están) [usted|ustedes] (a|al|en contra de|en contra del|contra)`,
  },
  {
    lines: `
      (отвергает|отвергаете) 
      (против|возражает против|возражаете против)
      反对
      (يعارض|تعارض|تعارضون|يرفض|ترفض|ترفضون)`,
    beyondLatin: true,
  },
);
/** "Does nobody support it?", "Don't you?": a yes may mean either. */
const turned = phrases(
  {
    lines: `
      (not|nobody|never|no one|none|don t|doesn t|isn t|aren t|wouldn t|won t|didn t|or)
      (ne|n|personne|pas|ou)
      (no|nadie|nunca|o)`,
  },
  { lines: '(не|никто|или)\n(不|没有人|没人|还是)\n(لا|ألا|أحد لا|أم)', beyondLatin: true },
);
/** It asks whoever hears it for themselves. */
const toAnybody = phrases(
  {
    lines: `
      (you|anybody|anyone|somebody|someone|who|any of us|everybody|everyone)
      (vous|quelqu'un|qui|tu)
      (usted|ustedes|alguien|quién|quiénes|vosotros)`,
  },
  {
    lines: '(вы|кто|кто-нибудь|кто-то|ты)\n(谁|你|您|你们|有人|哪位)\n(من|أحد|هل تؤيد|هل تدعم|أنتم)',
    beyondLatin: true,
  },
);

const lists = {
  does: 'do|would|am|are|will|did|should|can',
  doesnt: 'don t|wouldn t|won t|can t|cannot|shouldn t|aren t|am not|are not|do not|would not|will not|did not|didn t',
  ends: '($|,|because|as long as|if|when|provided|but|and|since|so long as|for|in principle|unless|only)',
};
/** In the first person, with all else that was asked left out. */
const own = {
  yes: phrases(
    {
      lines: `
        ^ [yes|yeah|oh yes|of course|certainly|well|indeed] [,] (i|we) [certainly|surely|really|all] ({does}) [indeed|too] ({ends})
        ^ [yes] [,] (me too|so do (i|we)|so would (i|we))
        ^ (moi|nous) [aussi] ({ends})
        ^ oui [,] (je|nous) (le|la|les|y) [*] ({ends})
        ^ (yo|nosotros) [sí|también] ({ends})`,
      lists,
    },
    {
      lines: `
        ^ [да] [,] (я|мы) [тоже|да] ({ends})
        ^ [да] [,] (я|мы) [тоже] (за|поддерживаю|поддерживаем) ({ends})
        ^ [是|是的] [,] (我|我们) [也] (支持|赞成)
        ^ [نعم] [,] (أنا|نحن) [أيضا] ({ends})`,
      lists,
      beyondLatin: true,
    },
  ),
  no: phrases(
    {
      lines: `
        ^ [no|well|sorry] [,] (i|we) [certainly|really] ({doesnt}) ({ends})
        ^ [no] [,] (not (i|me|us)|neither (do|would) (i|we)) ({ends})
        ^ [non] [,] pas (moi|nous) ({ends})
        ^ [no] [,] (yo|nosotros) no ({ends})`,
      lists,
    },
    {
      lines: `
        ^ [нет] [,] (я|мы) (нет|не поддерживаю|не поддерживаем|против) ({ends})
        ^ [нет] [,] не (я|мы) ({ends})
        ^ [不] [,] (我|我们) (不|不支持|反对)
        ^ [لا] [,] (لست أنا|ليس أنا|لا أؤيد|لا نؤيد)`,
      lists,
      beyondLatin: true,
    },
  ),
};
const bare = {
  yes: phrases(
    { lines: '^ (yes|of course|certainly|absolutely|oui|bien sûr|sí|claro) $' },
    { lines: '^ (да|конечно|是|是的|当然|نعم|أجل|طبعا) $', beyondLatin: true },
  ),
  no: phrases(
    { lines: '^ (never|not at all|certainly not|jamais|nunca|jamás) $' },
    { lines: '^ (никогда|ни за что|绝不|从不|أبدا|كلا) $', beyondLatin: true },
  ),
};
