/** What was warned of, regretted, praised, hoped for, proposed, announced and given as an example, asked in five languages of invented negotiations. */
import { describe, expect, it } from 'vitest';
import { meetingIn } from '../fixtures/meeting.ts';

interface Negotiation {
  turns: [speaker: string, text: string][];
  /** Each with all that is quoted. */
  asked: [question: string, quoted: string[]][];
}

const negotiations: Record<string, Negotiation> = {
  fr: {
    turns: [
      ['Claire Aubin, présidente', 'Nous ouvrons la séance sur les phares. Nous espérons un accord.'],
      ['Kenya', 'Le Kenya met en garde contre les risques d’un accord sans moyens. Le phare est haut.'],
      ['Chine', 'Le phare est vieux. Nous annonçons l’ouverture d’une école de gardiens en mai.'],
      ['Japon', 'Le Japon regrette que le texte ne nomme pas les séismes. Par exemple, un séisme a coupé le phare.'],
      ['Brésil', 'Le Brésil salue l’offre de la Chine. Nous promettons douze lampes avant la fin de 2027.'],
      ['Inde', 'L’Inde propose de remplacer un mot. L’Inde espère un texte court.'],
    ],
    asked: [
      [
        'De quels risques le Kenya a-t-il averti ?',
        ['Le Kenya met en garde contre les risques d’un accord sans moyens.'],
      ],
      ['Qu’a annoncé la Chine ?', ['Nous annonçons l’ouverture d’une école de gardiens en mai.']],
      ['Que regrette le Japon ?', ['Le Japon regrette que le texte ne nomme pas les séismes.']],
      ['Quels exemples a-t-on donnés ?', ['Par exemple, un séisme a coupé le phare.']],
      ['Qu’a salué le Brésil ?', ['Le Brésil salue l’offre de la Chine.']],
      ['Qu’a proposé l’Inde ?', ['L’Inde propose de remplacer un mot.']],
      ['Qu’espère l’Inde ?', ['L’Inde espère un texte court.']],
      ['Quels engagements ont été pris ?', ['Nous promettons douze lampes avant la fin de 2027.']],
    ],
  },
  es: {
    turns: [
      ['Rosa Medina', 'Abrimos la sesión sobre el faro. Anuncio que la provincia pagará la mitad.'],
      ['Julián Soto', 'La luz es demasiado fuerte. El faro tiene cien años.'],
      ['Carmen Vidal', 'Advertimos de un peligro para las aves. Felicito a los vecinos que pintaron la puerta.'],
      ['Elena Quiroga', 'Esperamos que el faro abra en mayo. Por ejemplo, en agosto vinieron cien niños.'],
      ['Tomás Ibarra', 'Me comprometo a encargar el filtro antes de fin de mes. Propongo una luz ámbar.'],
    ],
    asked: [
      ['¿Qué anunció Rosa Medina?', ['Anuncio que la provincia pagará la mitad.']],
      ['¿De qué se quejó Julián Soto?', ['La luz es demasiado fuerte.']],
      ['¿De qué peligro advirtió Carmen Vidal?', ['Advertimos de un peligro para las aves.']],
      ['¿A quién felicitó Carmen Vidal?', ['Felicito a los vecinos que pintaron la puerta.']],
      ['¿Qué espera Elena Quiroga?', ['Esperamos que el faro abra en mayo.']],
      ['¿Qué ejemplos se dieron?', ['Por ejemplo, en agosto vinieron cien niños.']],
      ['¿Qué propuso Tomás Ibarra?', ['Propongo una luz ámbar.']],
    ],
  },
  ru: {
    turns: [
      ['Анна Волкова', 'Открываем встречу о маяке. Например, в мае маяк стоял без света.'],
      ['Кения', 'Кения предупреждает об опасности для птиц. Маяк высокий.'],
      ['Китай', 'Мы объявляем о запуске школы смотрителей. Маяк старый.'],
      ['Бразилия', 'Сожалею, что в тексте нет слов о землетрясениях. Хвалю соседей: они покрасили дверь.'],
      ['Индия', 'Индия предлагает заменить одно слово. Мы надеемся на короткий текст.'],
    ],
    asked: [
      ['Что сказала делегация Кении о птицах?', ['Кения предупреждает об опасности для птиц. Маяк высокий.']],
      ['О какой опасности предупредила Кения?', ['Кения предупреждает об опасности для птиц.']],
      ['Что объявил Китай?', ['Мы объявляем о запуске школы смотрителей.']],
      ['О чём сожалеет Бразилия?', ['Сожалею, что в тексте нет слов о землетрясениях.']],
      ['Кого похвалила Бразилия?', ['Хвалю соседей: они покрасили дверь.']],
      ['Что предложила Индия?', ['Индия предлагает заменить одно слово.']],
      ['На что надеется Индия?', ['Мы надеемся на короткий текст.']],
      ['Какие примеры приводились?', ['Например, в мае маяк стоял без света.']],
    ],
  },
  zh: {
    turns: [
      ['周敏', '今天讨论灯塔。'],
      ['肯尼亚代表', '肯尼亚警告，强光对鸟类是一个危险。灯塔很高。'],
      ['中国代表', '我们宣布五月开设一所学校。中国欢迎瑞士关于审计的建议。'],
      ['瑞士代表', '瑞士提议改用黄光。灯塔很旧。'],
      ['日本代表', '例如，去年地震损坏了灯塔。我们希望夏天之前完成文本。'],
      ['巴西代表', '很遗憾，草案没有提到地震。'],
    ],
    asked: [
      ['肯尼亚代表团关于强光说了什么？', ['肯尼亚警告，强光对鸟类是一个危险。灯塔很高。']],
      ['肯尼亚警告了什么风险？', ['肯尼亚警告，强光对鸟类是一个危险。']],
      ['中国宣布了什么？', ['我们宣布五月开设一所学校。']],
      ['中国欢迎什么？', ['中国欢迎瑞士关于审计的建议。']],
      ['瑞士提出了什么建议？', ['瑞士提议改用黄光。']],
      ['有人举了哪些例子？', ['例如，去年地震损坏了灯塔。']],
      ['日本希望什么？', ['我们希望夏天之前完成文本。']],
      ['巴西对什么表示遗憾？', ['很遗憾，草案没有提到地震。']],
    ],
  },
  ar: {
    turns: [
      ['ليلى منصور', 'نفتتح الجلسة عن المنارة.'],
      ['كينيا', 'تحذر كينيا من مخاطر الضوء القوي. المنارة عالية.'],
      ['الصين', 'نعلن افتتاح مدرسة في مايو. ترحب الصين باقتراح سويسرا.'],
      ['سويسرا', 'نقترح ضوءا أصفر. المنارة قديمة.'],
      ['اليابان', 'مثلا، تضررت المنارة من الزلزال. نأمل أن ننجز النص قبل الصيف.'],
      ['البرازيل', 'نأسف لأن النص لا يذكر الزلازل. نعد بتوزيع مئة مصباح قبل مارس 2027.'],
    ],
    asked: [
      ['ماذا قال مندوب كينيا عن الضوء؟', ['تحذر كينيا من مخاطر الضوء القوي. المنارة عالية.']],
      ['مم حذرت كينيا؟', ['تحذر كينيا من مخاطر الضوء القوي.']],
      ['ماذا أعلنت الصين؟', ['نعلن افتتاح مدرسة في مايو.']],
      ['بماذا رحبت الصين؟', ['ترحب الصين باقتراح سويسرا.']],
      ['ماذا اقترحت سويسرا؟', ['نقترح ضوءا أصفر.']],
      ['ما الأمثلة التي ذكرت؟', ['مثلا، تضررت المنارة من الزلزال.']],
      ['ماذا تأمل اليابان؟', ['نأمل أن ننجز النص قبل الصيف.']],
      ['علام أسفت البرازيل؟', ['نأسف لأن النص لا يذكر الزلازل.']],
      ['ما التعهدات التي قدمت؟', ['نعد بتوزيع مئة مصباح قبل مارس 2027.']],
    ],
  },
};

describe.each(Object.entries(negotiations))('%s', (language, { turns, asked }) => {
  const ask = meetingIn(language, turns);

  it.each(asked)('%s', async (question, quoted) => {
    const answer = await ask(question);
    expect(answer.language).toBe(language);
    expect(answer.quotes.map(({ text }) => text)).toEqual(quoted);
  });
});
