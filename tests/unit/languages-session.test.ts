/**
 * In five languages: who led and where, who spoke longest, a false figure denied, who was only introduced, the figures and the gist
 * of somebody, and a question after thanks that is of somebody else. All of it is invented.
 */
import { describe, expect, it } from 'vitest';
import { meetingIn } from '../fixtures/meeting.ts';

interface Meeting {
  turns: [speaker: string, text: string][];
  /** Each with what the answer says, and words of what is quoted. */
  asked: [question: string, says: RegExp, shown?: string][];
  /** In turn. */
  inTalk: [question: string, says: RegExp][];
}

const meetings: Record<string, Meeting> = {
  fr: {
    turns: [
      [
        'Anne Morel',
        'Bonjour. Je préside cette séance. Nous sommes réunis à Orm. Le phare nous est cher. La parole est à Paul Rey, du syndicat.',
      ],
      [
        'Paul Rey',
        'La formation dure six semaines. Le phare coûtera 14 millions d’euros et finira en 2031. Il a 45 lampes. La brume gêne les marins chaque hiver.',
      ],
      ['Léa Dubois', 'Je partage l’avis de M. Le Roy : il faut attendre.'],
    ],
    asked: [
      ['Qui présidait ?', /^Anne Morel\.$/u],
      ['Où a eu lieu la réunion ?', /^Orm,/u],
      ['Qui dirigeait les débats ?', /^Anne Morel\.$/u],
      ['Donne-moi une citation forte sur la brume', /^Paul Rey \[1\]/u, 'La brume gêne les marins'],
      ['Qui a parlé le plus longtemps ?', /^Paul Rey, .* sur \d+\.$/u],
      ['Le phare coûtera-t-il 20 millions d’euros ?', /^Non : 14 millions d’euros,/u],
      ['Le phare finira-t-il en 2030 ?', /^Non : 2031,/u],
      ['Qui partage l’avis de Le Roy ?', /Léa Dubois/u, 'Je partage l’avis de M. Le Roy : il faut attendre.'],
    ],
    inTalk: [
      ['Qu’a-t-on dit du phare ?', /Paul Rey/u],
      ['Combien de lampes ?', /45 lampes/u],
      ['Qui d’autre en a parlé ?', /^Anne Morel \[1\]/u],
      ['Y a-t-il des lampes ?', /^Paul Rey \[1\]/u],
      ['Qui partage l’avis de Le Roy ?', /Léa Dubois/u],
      ['Merci', /./u],
      ['Et sur la formation, qu’a dit le syndicat ?', /^Paul Rey \[1\]/u],
    ],
  },
  es: {
    turns: [
      [
        'Ana Mora',
        'Buenos días. Presido esta sesión. Estamos reunidos en Orm. Tiene la palabra Pablo Rey, del sindicato.',
      ],
      [
        'Pablo Rey',
        'La formación dura seis semanas. El faro costará 14 millones de euros y acabará en 2031. Tiene 45 lámparas. La niebla molesta.',
      ],
      ['Lea Duarte', 'Comparto la opinión del señor Rey. Rechazo la subida.'],
    ],
    asked: [
      ['¿Quién presidió?', /^Ana Mora\.$/u],
      ['¿Dónde tuvo lugar la reunión?', /^Orm,/u],
      ['¿Quién habló más tiempo?', /^Pablo Rey,/u],
      ['¿Cuántas personas tomaron la palabra?', /^3 /u],
      ['¿El faro costará 20 millones de euros?', /^No: 14 millones de euros,/u],
      ['¿Acabará el faro en 2030?', /^No: 2031,/u],
      ['Compara a Rey y Duarte sobre la subida', /Pablo Rey.*Lea Duarte/su, 'Rechazo la subida.'],
    ],
    inTalk: [
      ['¿Quién comparte la opinión de Rey?', /Lea Duarte/u],
      ['Gracias', /./u],
      ['Y sobre la formación, ¿qué dijo el sindicato?', /^Pablo Rey \[1\]/u],
    ],
  },
  ru: {
    turns: [
      ['Анна Морозова', 'Доброе утро. Я веду это заседание. Мы собрались в Орме. Слово имеет Павел Громов, профсоюз.'],
      [
        'Павел Громов',
        'Обучение длится шесть недель. Маяк обойдётся в 14 миллионов евро. Мы возьмём на себя половину расходов. У него 45 ламп.',
      ],
      ['Лия Дубова', 'Я против повышения.'],
    ],
    asked: [
      ['Кто вёл заседание?', /^Анна Морозова\.$/u],
      ['Кто говорил дольше всех?', /Павел Громов/u],
      ['Маяк обойдётся в 20 миллионов евро?', /^Нет: 14 миллионов евро,/u],
      ['Дай сильную цитату о маяке', /^Об этом говорит Павел Громов/u],
      ['Дай цифры Громова', /^Предложения с цифрами/u],
      ['Какие обязательства были взяты?', /^Обязательства/u, 'Мы возьмём на себя половину расходов.'],
      ['Изложи выступление Павла Громова в двух пунктах', /Павел Громов/u, 'Обучение длится шесть недель.'],
      ['Что сказал профсоюз про обучение?', /^Об этом говорит Павел Громов/u],
    ],
    inTalk: [
      ['Что сказал Громов об обучении?', /Павел Громов/u],
      ['Сколько оно длится?', /Павел Громов|недель/u],
    ],
  },
  zh: {
    turns: [
      ['周敏', '大家好。由我主持本次会议。我们今天在欧姆的旧仓库开会。请码头工会的高远发言。'],
      ['高远', '培训为期六周。灯塔需要1400万欧元。它有45盏灯。浓雾影响航行。设立夜间航线会受欢迎。'],
      ['林芳', '灯塔很漂亮,有120名游客来过。'],
      ['白桦(挪威)', '我反对禁止浓雾中航行。'],
    ],
    asked: [
      ['谁主持会议？', /^周敏。$/u],
      ['会议在哪里举行？', /^欧姆的旧仓库/u],
      ['谁发言最长？', /：周敏|：高远/u],
      ['给我高远的数字', /^含数字的句子/u],
      ['关于培训，工会说了什么？', /^高远 \[1\]/u],
      ['比较白桦和林芳对浓雾的看法', /^关于浓雾/u, '我反对禁止浓雾中航行。'],
      ['白桦建议设立夜间航线了吗？', /高远谈到过/u],
      ['请用一句话说：“灯塔”需要什么？', /^(?!.*一字不差)/u],
    ],
    inTalk: [
      ['培训为期多久？', /六周|高远/u],
      ['非常感谢，太好了', /^不客气/u],
    ],
  },
  ar: {
    turns: [
      ['أمل القاضي', 'صباح الخير. أرأس هذه الجلسة. نجتمع اليوم في أورما. الكلمة لبلال الراعي، النقابة.'],
      ['بلال الراعي', 'يستغرق التدريب ستة أسابيع. ستكلف المنارة 14 مليون يورو. فيها 45 مصباحا. أتعهد بنشر الأرقام.'],
      ['ليلى داود', 'أتفق مع السيد الراعي. البحر يعد الأمواج.'],
    ],
    asked: [
      ['من ترأس الجلسة؟', /^أمل القاضي\.$/u],
      ['أين عقدت الجلسة؟', /^أورما/u],
      ['من تحدث أطول وقت؟', /بلال الراعي/u],
      ['أعطني أرقام الراعي', /^جمل فيها أرقام/u],
      ['ما التعهدات التي قُدمت؟', /^التزامات \(1\)/u, 'أتعهد بنشر الأرقام.'],
      ['لخص مداخلة بلال الراعي في نقطتين', /بلال الراعي/u, 'يستغرق التدريب ستة أسابيع.'],
    ],
    inTalk: [
      ['من يتفق مع الراعي؟', /ليلى داود/u],
      ['شكرا', /./u],
      ['وماذا قالت النقابة عن التدريب؟', /بلال الراعي/u],
      ['كم يستغرق؟', /ستة أسابيع|بلال الراعي/u],
    ],
  },
};

describe.each(Object.entries(meetings))('%s', (language, { turns, asked, inTalk }) => {
  const ask = meetingIn(language, turns);

  it.each(asked)('%s', async (question, says, shown) => {
    const { text, quotes } = await ask(question);
    expect(text).toMatch(says);
    if (shown !== undefined) expect(quotes.map((quote) => quote.text).join('\n')).toContain(shown);
  });

  it.each(inTalk)('%s, in talk', async (question, says) => {
    const before = inTalk.slice(
      0,
      inTalk.findIndex(([other]) => other === question),
    );
    const { text } = await ask(
      question,
      before.map(([other]) => other),
    );
    expect(text).toMatch(says);
  });
});
