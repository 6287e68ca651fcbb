/** A few words that are all of an answer, and name nothing that was asked: "I do.", "It is not.", "Never." */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';

/** Whether a reply says yes or no in so many words, and need not say more. */
export function isShortReply(reply: string): boolean {
  return whole.in(textOf(reply));
}

const lists = {
  who: 'i|we|it|they|he|she|that|there|you|this|some|most|many|few|all',
  does: 'do|does|did|is|are|am|was|were|has|have|had|can|could|will|would|should|must|may|might',
  /** "We don't." is read in two words, and with a typographer's apostrophe too. */
  doesnt: 'don|doesn|didn|isn|aren|wasn|weren|hasn|haven|hadn|can|couldn|won|wouldn|shouldn|mustn',
  yes: 'yes|yeah|oh yes|of course|certainly|indeed|absolutely|definitely|sure|no|nope|never|well|not really|alas|sadly',
};
const whole = phrases(
  {
    lines: `
      ^ [{yes}] [,] ({who}) [still|certainly|surely|really] ({does}) [indeed|too|also|still] $
      ^ [{yes}] [,] ({who}) ({does}) (not|never) [yet|really|at all|any more] $
      ^ [{yes}] [,] ({who}) (({doesnt}) t|cannot) [yet|really|at all|any more] $
      ^ [{yes}] [,] (i|we|they|it) (think|hope|believe|suppose|guess|fear|am afraid) (so|not) $
      ^ (not|never) (at all|yet|really|me|us|now|today|again|quite|i|in my life) $
      ^ [mais] (oui|non|si|jamais|personne|rien|aucun|aucune|moi|nous) [,] [non plus|aussi|pas du tout|bien sûr] $
      ^ (bien sûr|certainement|pas du tout|pas encore|en aucun cas) [que] [oui|non] $
      ^ [oui|non] [,] (je|nous|il|elle|on) [ne|n'] [le|l'|la|y|en] (suis|sommes|est|fais|faisons|ferai|ferais|soutiens|pense|crois) [pas] $
      ^ (sí|no|nunca|jamás|nadie|nada|ninguno|ninguna|yo|nosotros) [,] [claro|tampoco|también|señor|señora] $
      ^ (claro|por supuesto|desde luego|en absoluto|todavía no|aún no|de ninguna manera) [que] [sí|no] $
      ^ [sí|no] [,] [yo|nosotros] [no] [lo|la] (es|está|estoy|estamos|son|hay|hago|hacemos|haré|apoyo|apoyamos|creo) $`,
    lists,
  },
  {
    lines: `
      ^ (да|нет|никогда|никто|ничего|конечно|разумеется|нисколько|отнюдь|пока нет|ещё нет|еще нет|ни за что|я|мы|не я) [,] [нет|да|конечно] $
      ^ [да|нет] [,] (я|мы|он|она|они) [тоже|не] (буду|будем|поддерживаю|поддерживаем|против|за|могу|можем|думаю) $
      ^ (是|是的|对|对的|不|不是|没有|有|会|不会|从不|从来没有|当然|当然不|绝不|可以|不可以|能|不能|我|我们|没人) [,] [会|不会|是的|没有] $
      ^ (我|我们|他|他们|它) [也] (会|不会|支持|不支持|反对|不反对|同意|不同意|是|不是|没有) $
      ^ (نعم|لا|أبدا|كلا|أجل|بلى|طبعا|بالطبع|بالتأكيد|لا أحد|ليس بعد|أنا|نحن|إطلاقا) [,] [لا|نعم|طبعا] $
      ^ [نعم|لا] [,] [أنا|نحن] (لا|لن) (أؤيد|نؤيد|أعتقد|نعتقد|أفعل|نفعل) [ذلك|ه] $`,
    lists,
    beyondLatin: true,
  },
);
