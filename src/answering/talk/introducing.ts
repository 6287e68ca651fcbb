/** What names a matter and says nothing of it: who introduces somebody, gives the floor, or says what they will speak of. */
import { spokenElsewhere } from '../../words/languages/spoken-phrases.ts';
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';

export function introduces(sentence: string): boolean {
  return introducing.in(textOf(sentence));
}

const introducingInEnglish = {
  lines: `
    (i am|i m) (mister|mr|mrs|ms|miss|doctor|dr)
    (my name is|i am [a|the] (professor|director|head|chair|from)|i m [a|the] (professor|director|head|chair|from))
    (let us|let s|now i|i) [now] [would like to|am happy to|have the honor to|have the honour to] (invite|welcome|introduce|give the floor|call on)
    thank you [very much] [,] (mr|ms|mrs|dr|professor|prof|madam)
    (our|the) next speaker
    [very|so|really|most] (glad|happy|pleased|delighted|honoured|honored) to [now|first|next] (invite|welcome|introduce|call on|give the floor)
    ^ [a] [warm] welcome to
    (let us|let s) [now] (move|turn|go) [on] to [the|our] (next|first|second|third|last|final) (topic|session|part|panel|speaker|item)
    (we|i) have (convened|gathered|invited|brought together)
    (i|we) [warmly] welcome (all|you)
    (i|we) (am|m|are|re) [very|so|really|most|truly] (glad|happy|pleased|delighted|honoured|honored|grateful) to (join|be|speak|share|present|have)
    (it s|it is) (a|an|my|our) [great|real] (pleasure|honour|honor|privilege) [for me] to
    {announcing} [just|now|briefly|quickly|also] (share|speak|talk) (with|about|on|some|a|to)
    ^ on [*] behalf of … to (give|show|present) [to] you
    {announcing} (give|show|present) [to] you {some} (example(s)|overview|picture|update|introduction) (of|on|about|from)`,
  lists: {
    some: '[a|an|some|the|one|two] [*] [,] [*]',
    announcing: '(i ll|i will|i would like to|i d like to|i want to|i m going to|i am going to|let me|let s|let us)',
  },
};
const introducing = phrases(introducingInEnglish, ...spokenElsewhere('introduces'));

/** Who only says that they will tell it: "I want to show you what people like". */
export function announces(sentence: string): boolean {
  return announcing.in(textOf(sentence)) && !tellsIt.test(sentence);
}

const announcing = phrases({
  lines: `
    {willI} {also} (tell|show) (you|everyone|everybody) [*] [*] [about] ({matter})
    {willI} {also} (talk|speak) [to you] [*] [*] about ({matter})
    {willI} {also} (present|explain|describe|discuss|summarise|summarize) [to you] ({matter})
    {willI} {also} (go|run|walk you) through ({matter})`,
  lists: {
    willI: `((i|we) [just] (ll|will|want to|wanna|would like to|d like to|m going to|am going to|re going to|are going to|m gonna)
      |let me|allow me to)`,
    also: '[just|now|briefly|quickly|also|first|then]',
    matter: 'what *|how *|why|which|the|our|my|some of the',
  },
});
/** "I will tell you what went wrong: the sluice stuck". */
const tellsIt = /[:;—]|\s[-–]\s|\b(?:because|namely|that is)\b/u;
