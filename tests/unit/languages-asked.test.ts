/** The same kinds of questions in five languages more, on invented hearings in them: what is quoted, and in which words it is said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { tideForum } from '../fixtures/tide-forum.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

interface Hearing {
  title: string;
  turns: [speaker: string, text: string][];
  /** Each with what the answer says, and words that are quoted. */
  asked: [question: string, says: RegExp, quoted: string][];
}

const hearings: Record<string, Hearing> = {
  fr: {
    title: 'Audience du port de Varn',
    turns: [
      [
        'Inès Okafor',
        'La digue coûte 40 millions de couronnes. Le plan a trois éléments. Premièrement, la digue. Deuxièmement, le port. Troisièmement, les bateaux.',
      ],
      ['Paul Lindqvist', 'Je suis contre la taxe sur les pêcheurs, parce qu’elle frappe les plus petits bateaux.'],
      ['Mei Tanaka', 'Les navires ont besoin d’une eau plus profonde. La taxe est nécessaire.'],
    ],
    asked: [
      ['Combien coûte la digue ?', /Inès Okafor/u, '40 millions'],
      ['Qu’a dit Lindqvist sur la taxe ?', /^Paul Lindqvist \[1\] en a parlé\./u, 'contre la taxe'],
      ['Quelqu’un a-t-il parlé des baleines ?', /^Non : personne ne nomme baleines/u, ''],
      ['Compare ce qu’ont dit Okafor et Lindqvist sur la taxe', /Inès Okafor n’en a rien dit/u, 'contre la taxe'],
      ['Quels sont les trois éléments du plan ?', /les énumère/u, 'Troisièmement'],
      [
        'Tanaka a dit « les navires ont besoin d’une eau plus profonde », exact ?',
        /^Oui, mot pour mot/u,
        'eau plus profonde',
      ],
      ['Qui soutient la taxe ?', /^Pour, dans leurs propres mots : Mei Tanaka/u, 'La taxe est nécessaire'],
      ['Donne-moi toute l’intervention de Lindqvist', /^L’intervention complète de Paul/u, 'petits bateaux'],
      ['merci beaucoup, c’est très utile', /^Je vous en prie/u, ''],
      ['Qui n’a pas parlé de la taxe ?', /^Inès Okafor : aucune mention de taxe\. Mentionné par /u, 'taxe'],
      ['Qui n’a jamais évoqué la taxe ?', /^Inès Okafor : aucune mention de taxe\. Mentionné par /u, 'taxe'],
      ['Qui n’a rien dit sur la digue ?', /^Paul Lindqvist et Mei Tanaka : aucune mention/u, 'digue'],
      ['Quels intervenants n’ont pas mentionné la digue ?', /^Paul Lindqvist et Mei Tanaka : aucune mention/u, 'digue'],
      ['Qui ne parle pas de la taxe ?', /^Inès Okafor : aucune mention/u, 'taxe'],
      ['Bonjour', /^Bonjour\./u, ''],
    ],
  },
  es: {
    title: 'Audiencia del puerto de Varn',
    turns: [
      ['Inés Okafor', 'El dique cuesta 40 millones de coronas. Hoy hablamos del dique.'],
      ['Pablo Lindqvist', 'Estoy en contra del impuesto a los pescadores, porque golpea a los barcos más pequeños.'],
      ['Mei Tanaka', 'Los barcos necesitan agua más profunda.'],
    ],
    asked: [
      ['¿Qué dijo Lindqvist sobre el impuesto?', /habló de esto/u, 'en contra'],
      ['¿Alguien habló de ballenas?', /^No: nadie menciona ballenas/u, ''],
      ['Compara lo que dijeron Okafor y Lindqvist sobre el dique', /Pablo Lindqvist no dijo nada/u, 'El dique'],
      ['¿Quién no mencionó el impuesto?', /ninguna mención de impuesto\. Mencionado por Pablo/u, 'impuesto'],
      ['¿Quién nunca habló del impuesto?', /^Inés Okafor y Mei Tanaka: ninguna mención de/u, 'impuesto'],
      ['¿Quiénes no dijeron nada sobre el dique?', /^Pablo Lindqvist y Mei Tanaka: ninguna mención de/u, 'dique'],
      ['¿Qué oradores no han mencionado el dique?', /^Pablo Lindqvist y Mei Tanaka: ninguna mención de/u, 'dique'],
      ['Dame toda la intervención de Tanaka', /^La intervención completa de Mei/u, 'más profunda'],
      ['muchas gracias, muy útil', /^De nada/u, ''],
      ['Hola', /^Hola\./u, ''],
    ],
  },
  ru: {
    title: 'Слушания о гавани',
    turns: [
      ['Инес Окафор', 'Дамба стоит 40 миллионов крон. Сегодня мы говорим о дамбе.'],
      ['Павел Линдквист', 'Я против налога на рыбаков, потому что он бьёт по самым маленьким лодкам.'],
      ['Мэй Танака', 'Кораблям нужна более глубокая вода.'],
    ],
    asked: [
      ['Что сказал Линдквист о налоге?', /^Об этом говорит Павел Линдквист/u, 'против налога'],
      ['Кто-нибудь упомянул китов?', /^Нет: никто не упоминает/u, ''],
      ['Кто не упомянул дамбу?', /ни слова об этом \(дамбу\)\. Упоминают: Инес/u, 'Дамба'],
      ['Кто не говорил о дамбе?', /^Павел Линдквист и Мэй Танака: ни слова/u, 'Дамба'],
      ['Кто ничего не сказал о налоге?', /^Инес Окафор и Мэй Танака: ни слова/u, 'налог'],
      ['Кто из выступавших не упоминал дамбу?', /^Павел Линдквист и Мэй Танака: ни слова/u, 'Дамба'],
      ['Кто промолчал о дамбе?', /^Павел Линдквист и Мэй Танака: ни слова/u, 'Дамба'],
      ['Дай всё выступление Танаки', /^Выступление целиком: Мэй/u, 'глубокая'],
      ['большое спасибо, очень полезно', /^Пожалуйста/u, ''],
      ['Привет', /^Здравствуйте/u, ''],
    ],
  },
  zh: {
    title: '港口听证会',
    turns: [
      ['王海', '堤坝要花四千万元。今天我们讨论堤坝。'],
      ['李文', '我反对向渔民征税，因为它打击最小的渔船。'],
      ['陈波', '船只需要更深的水。'],
    ],
    asked: [
      ['李文关于征税说了什么？', /^李文 \[1\]谈到了这一点。/u, '征税'],
      ['有没有人提到鲸鱼？', /^没有：/u, ''],
      ['谁没有提到堤坝?', /^李文和陈波没有提到堤坝/u, '堤坝'],
      ['哪些发言人没谈到征税?', /^王海和陈波没有提到征税/u, '征税'],
      ['谁对堤坝只字未提?', /^李文和陈波没有提到堤坝/u, '堤坝'],
      ['哪位发言人从未谈及堤坝?', /^李文和陈波没有提到堤坝/u, '堤坝'],
      ['请给我陈波的全部发言', /^陈波 \[1\]的完整发言/u, '更深的水'],
      ['非常感谢，很有帮助', /^不客气/u, ''],
      ['你好', /^您好。/u, ''],
    ],
  },
  ar: {
    title: 'جلسة استماع الميناء',
    turns: [
      ['إيناس عكافور', 'يكلف السد أربعين مليون دينار. نتحدث اليوم عن السد.'],
      ['سامي حداد', 'أنا ضد الضريبة على الصيادين لأنها تضر بأصغر القوارب.'],
      ['مي تاناكا', 'تحتاج السفن إلى مياه أعمق.'],
    ],
    asked: [
      ['ماذا قال سامي حداد عن الضريبة؟', /^تحدث عن ذلك سامي حداد/u, 'ضد الضريبة'],
      ['هل ذكر أحد الحيتان؟', /^لا: لم يذكر أحد الحيتان/u, ''],
      ['من لم يذكر السد؟', /السد.*سامي حداد.*مي تاناكا/u, 'السد'],
      ['من لم يتحدث عن الضريبة؟', /الضريبة.*إيناس عكافور.*مي تاناكا/u, 'الضريبة'],
      ['أي المتحدثين لم يقل شيئا عن السد؟', /السد.*سامي حداد.*مي تاناكا/u, 'السد'],
      ['شكرا جزيلا، هذا مفيد جدا', /^عفوا/u, ''],
      ['مرحبا', /^مرحبا/u, ''],
    ],
  },
};

describe.each(Object.entries(hearings))('%s', (language, { title, turns, asked }) => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const record = { id: language, title, language, turns: turns.map(([speaker, text]) => ({ speaker, text })) };
    await rapporteur.ingest([{ name: 'hearing.json', bytes: Buffer.from(JSON.stringify(record)) }]);
  });
  afterAll(() => rapporteur.close());

  it.each(asked)('%s', async (question, says, quoted) => {
    const answer = await rapporteur.ask({ text: question });
    expect(answer.text).toMatch(says);
    expect(answer.language).toBe(language);
    expect(answer.quotes.map(({ text }) => text).join('\n')).toContain(quoted);
    if (quoted === '') expect(answer.quotes).toEqual([]);
  });
});

describe('of records in another language', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    await rapporteur.ingest([{ name: 'tides.json', bytes: Buffer.from(JSON.stringify(tideForum)) }]);
  });
  afterAll(() => rapporteur.close());

  it.each([
    ['Qui a parlé de la réglementation des marées ?', /dans une autre langue \(anglais\)/u],
    ['¿Quién habló de los impuestos de la pesca?', /en otro idioma \(inglés\)/u],
    ['Кто говорил о налогах?', /Язык записей — английский/u],
    ['谁谈到了税收?', /记录的语言是英语/u],
    ['ماذا قيل عن الضريبة؟', /السجلات بلغة أخرى \(الإنجليزية\)/u],
    ['Quelqu’un a-t-il parlé des baleines ?', /dans une autre langue \(anglais\)/u],
  ])('"nothing" is said with that: %s', async (text, says) => {
    const answer = await rapporteur.ask({ text });
    expect(answer.status).not.toBe('answered');
    expect(answer.text).toMatch(says);
  });

  it.each(['Who spoke about whales?', 'Did anyone mention gender?'])('but not in their own: %s', async (text) => {
    const answer = await rapporteur.ask({ text });
    expect(answer.status).not.toBe('answered');
    expect(answer.text).not.toMatch(/Records here are in/u);
  });
});
