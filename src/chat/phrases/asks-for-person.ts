/** How people say that they want a person to answer, in each language. Compared without case, accents and marks. */
import { fold } from '../../words/names.ts';

/** Whether a text says that and nothing else. */
export function asksForPerson(text: string): boolean {
  return phrases.has(plain(text));
}

function plain(text: string): string {
  return fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const phrases = new Set(
  `
  person | a person | a person please | human | a human | a human please
  I want a person | I want a human | I would like a person | I would like a human | I need a person | I need a human
  I want to talk to a person | I want to talk to a human | I want to talk to somebody | I want to ask a person
  I would like to talk to a person | I would like to speak to a person | I would like to speak to somebody
  can I talk to a person | can I talk to a human | can I talk to somebody | can I speak to a person | can I ask a person
  could I talk to a person | could I speak to a person | ask a person | ask a human | ask somebody
  talk to a person | talk to a human | speak to a person | speak to a human | get me a person | get me a human
  hand this to a person | hand it to a person | please hand this to a person | let a person answer

  une personne | une personne s'il vous plaît | un humain | un humain s'il vous plaît
  je veux une personne | je veux un humain | je voudrais une personne | je voudrais un humain
  je veux parler à une personne | je veux parler à quelqu'un | je voudrais parler à une personne
  je voudrais parler à quelqu'un | puis-je parler à une personne | puis-je parler à quelqu'un
  demander à une personne | demander à quelqu'un | parler à une personne | parler à quelqu'un

  una persona | una persona por favor | un humano | un humano por favor
  quiero una persona | quiero un humano | quiero hablar con una persona | quiero hablar con alguien
  quisiera hablar con una persona | quisiera hablar con alguien | puedo hablar con una persona
  puedo hablar con alguien | preguntar a una persona | preguntar a alguien | hablar con una persona

  человек | человека | человека пожалуйста | мне нужен человек | хочу человека | позовите человека
  хочу поговорить с человеком | я хочу поговорить с человеком | хочу спросить человека | спросить человека
  можно поговорить с человеком | можно спросить человека | поговорить с человеком | нужен человек

  人工 | 转人工 | 我要人工 | 找人 | 请人回答 | 我想找人 | 我想问人 | 我要找人 | 我想和人说话 | 请找人回答 | 真人 | 我要真人

  شخص | أريد شخصا | أريد إنسانا | أريد التحدث إلى شخص | أريد أن أتحدث إلى شخص | هل يمكنني التحدث إلى شخص
  اسأل شخصا | أريد أن أسأل شخصا | أريد التحدث مع شخص | أريد أن أتحدث مع شخص
  `
    .split(/[|\n]/)
    .map((phrase) => plain(phrase))
    .filter((phrase) => phrase !== ''),
);
