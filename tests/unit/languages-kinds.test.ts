/** What a session decided, who led it, a table, whole remarks and questions across languages, on invented meetings. */
import { describe, expect, it } from 'vitest';
import { meetingIn } from '../fixtures/meeting.ts';

const digue = 'La digue coûte entre deux et trois millions d’euros. Elle sera prête le 1er mai 2028.';

interface Meeting {
  turns: [speaker: string, text: string][];
  /** Each after the ones before. */
  inTalk?: [question: string, says: RegExp][];
  /** Each with what the answer says, and all that is quoted, or comes nearest. */
  asked: [question: string, says: RegExp, shown: string[]][];
}

const meetings: Record<string, Meeting> = {
  fr: {
    turns: [
      ['Claire Aubin, présidente', 'Bienvenue. L’article 7 est adopté tel que modifié. Le siège reste ouvert.'],
      ['Suisse', 'Nous proposons Genève pour le secrétariat.'],
      ['Sofia Brandt, Fédération des pêcheurs', 'Les pêcheurs craignent les zones interdites.'],
      ['Kenya', 'Le secrétariat devrait être installé à Nairobi.'],
      ['Inde', 'La Suisse soutient la taxe.'],
      ['Japon', 'Le câble a été coupé par les séismes. Le Japon soutient la taxe.'],
      ['Chine', 'La digue coûte entre deux et trois millions d’euros. Elle sera prête le 1er mai 2028.'],
    ],
    inTalk: [
      ['Qu’a dit la Suisse sur le secrétariat ?', /^Suisse \[1\]/u],
      ['Qui d’autre en a parlé ?', /^Kenya \[1\] en a parlé/u],
    ],
    asked: [
      ['De quoi les pêcheurs ont-ils peur ?', /Sofia Brandt/u, ['Les pêcheurs craignent les zones interdites.']],
      ['Combien coûte la digue ?', /^Entre deux et trois millions d’euros/u, [digue]],
      ['Quand la digue sera-t-elle prête ?', /^Le 1er mai 2028/u, ['Elle sera prête le 1er mai 2028.']],
      ['Qui présidait la séance ?', /^Claire Aubin, présidente\.$/u, []],
      ['Qu’est-ce qui a été décidé ?', /^Décidé/u, ['L’article 7 est adopté tel que modifié.']],
      [
        'Fais un tableau des positions sur le secrétariat',
        /Suisse.*Kenya|Kenya.*Suisse/u,
        ['Nous proposons Genève pour le secrétariat.', 'Le secrétariat devrait être installé à Nairobi.'],
      ],
      ['Qui soutient la taxe ?', /^Pour, dans leurs propres mots : Japon/u, ['Le Japon soutient la taxe.']],
    ],
  },
  es: {
    turns: [
      ['Rosa Medina', 'El filtro queda aprobado con ochenta votos a favor.'],
      ['Julián Soto', 'La luz deslumbra.'],
    ],
    asked: [
      ['¿Qué se decidió?', /^Lo decidido/u, ['El filtro queda aprobado con ochenta votos a favor.']],
      ['¿Qué decidió la asamblea?', /^Lo decidido/u, ['El filtro queda aprobado con ochenta votos a favor.']],
      [
        '¿Con cuántos votos se aprobó el filtro?',
        /^Ochenta votos/u,
        ['El filtro queda aprobado con ochenta votos a favor.'],
      ],
    ],
  },
  ru: {
    turns: [
      ['Анна Волкова, модератор', 'Статья о праве на ответ принята. Сегодня мы говорим о данных.'],
      ['Китай', 'Мы предлагаем хранить данные внутри страны.'],
    ],
    asked: [
      ['Кто вёл сессию?', /^Анна Волкова, модератор\.$/u, []],
      ['Что было решено?', /^Что решено/u, ['Статья о праве на ответ принята.']],
      ['Что сказал Китай о хранении данных?', /Китай \[1\]/u, ['Мы предлагаем хранить данные внутри страны.']],
    ],
  },
  zh: {
    turns: [
      ['周敏，主持人', '第七条修改后通过。'],
      ['林芳，数字权利中心', '我们反对人脸识别。'],
      ['巴西代表', '巴西有两百七十四种土著语言。协定应当在2028年1月1日生效。'],
    ],
    inTalk: [
      ['谁反对人脸识别？', /^反对者（原话）：林芳/u],
      ['还有谁谈到了这个？', /没有其他人/u],
    ],
    asked: [
      [
        '巴西有多少种土著语言？',
        /^两百七十四种土著语言/u,
        ['巴西有两百七十四种土著语言。协定应当在2028年1月1日生效。'],
      ],
      ['谁主持会议？', /^周敏，主持人。$/u, []],
      ['作出了什么决定？', /^决定/u, ['第七条修改后通过。']],
      ['请给我林芳的全部发言', /完整发言/u, ['我们反对人脸识别。']],
    ],
  },
  ar: {
    turns: [
      ['ليلى منصور، الرئيسة', 'اعتمدت المادة السابعة بصيغتها المعدلة.'],
      ['سامي حداد، اتحاد المزارعين', 'ننتظر تسعة أشهر للحصول على التراخيص.'],
      ['منى الكاتب، شركة المياه', 'انقطعت المياه أربع مرات. نعد بتوزيع مئة مضخة قبل مارس 2027.'],
      ['نادية قاسم', 'نهنئ شركة المياه على هذا العرض.'],
      ['الهند', 'تعارض الهند الصندوق.'],
      ['سويسرا', 'تؤيد سويسرا الصندوق. يفتتح السد في الأول من يناير 2028.'],
    ],
    inTalk: [
      ['من يؤيد الصندوق؟', /سويسرا \[1\]/u],
      ['ومن يعارضه؟', /^ضده.*الهند \[1\]/u],
    ],
    asked: [
      ['من ترأس الجلسة؟', /^ليلى منصور، الرئيسة\.$/u, []],
      ['بماذا وعدت شركة المياه؟', /منى الكاتب.*قبل مارس 2027/u, ['نعد بتوزيع مئة مضخة قبل مارس 2027.']],
      ['ماذا تقرر؟', /^ما تقرر/u, ['اعتمدت المادة السابعة بصيغتها المعدلة.']],
      ['كم شهرا ينتظر سامي حداد للحصول على الترخيص؟', /./u, ['ننتظر تسعة أشهر للحصول على التراخيص.']],
    ],
  },
  en: {
    turns: [
      ['China', 'China holds that the harbour fund must be voluntary.'],
      ['Kenya', 'Kenya warns of the risks for the reefs. Last year the cable was cut four times.'],
    ],
    asked: [
      ['Что сказал Китай о фонде?', /^China.*английский/u, ['China holds that the harbour fund must be voluntary.']],
      ['中国对基金说了什么？', /China.*英语/u, ['China holds that the harbour fund must be voluntary.']],
      ['ماذا قالت الصين عن الصندوق؟', /China.*الإنجليزية/u, ['China holds that the harbour fund must be voluntary.']],
      ['De quoi le Kenya a-t-il averti ?', /^Mises en garde/u, ['Kenya warns of the risks for the reefs.']],
    ],
  },
};

describe.each(Object.entries(meetings))('%s', (language, { turns, asked, inTalk = [] }) => {
  const ask = meetingIn(language, turns);

  it.each(inTalk)('%s, in talk', async (question, says) => {
    const at = inTalk.findIndex(([each]) => each === question);
    const answer = await ask(
      question,
      inTalk.slice(0, at).map(([each]) => each),
    );
    expect(answer.text).toMatch(says);
    expect(answer.language).toBe(language);
  });

  it.each(asked)('%s', async (question, says, shown) => {
    const answer = await ask(question);
    expect(answer.text).toMatch(says);
    expect([...answer.quotes, ...answer.related].map(({ text }) => text).toSorted()).toEqual(shown.toSorted());
  });
});
