/** More kinds of records laid out by other hands: times, labels, logs and heads as further makers write them. All of it is invented. */
import { describe } from 'vitest';
import { check, checkFile } from '../fixtures/turn-lines.ts';

describe('by further hands', () => {
  checkFile('other-hands/cue-names.srt', [
    'Lena Vogt @3.12: The router stood still.',
    'Jonas Reh @11: For two hours.',
    'Lena Vogt @21.5: Do we have another?',
  ]);
  checkFile('other-hands/name-at-time.txt', [
    'Lena Vogt @3: The router stood still.',
    'Jonas Reh @11: For two hours. We slept.',
    'Mira Kask @91: Do we have another?',
  ]);
  checkFile('other-hands/counted-units.txt', [
    'Lena Vogt @3: The router stood still.',
    'Jonas Reh @11: For two hours.',
    'Lena Vogt @91: Do we have another?',
    'Jonas Reh @3723: We do not.',
  ]);
  checkFile(
    'other-hands/linked-times.md',
    [
      'Lena Vogt (Net Office) @3: The router stood still.',
      'Jonas Reh @11: For two hours.',
      'Lena Vogt (Net Office) @21: Do we have another?',
    ],
    { title: 'Router call - March 12' },
  );
  checkFile('other-hands/times-at-ends.txt', [
    '? I: What broke that night?',
    'B1 @5: The router. It smelt.',
    '? I @11: And then?',
    'B2 @14: We slept.',
  ]);
  checkFile('other-hands/voices-with-colons.txt', [
    '? Speaker 0: The router stood still.',
    '? Speaker 1: For two hours.',
    '? Speaker 0: Do we have another?',
  ]);
  checkFile(
    'other-hands/bold-questions.md',
    [
      '? Q: What broke that night?',
      '? A: The router. It smelt. We slept through it.',
      '? Q: Do you have another?',
      '? A: Not yet.',
    ],
    { title: 'A talk with Lena Vogt', date: '2024-03-12' },
  );
  checkFile(
    'other-hands/written-meeting.txt',
    [
      'lvogt (10:00): good morning',
      'jreh (10:01): the router stood still',
      'mkask (10:02): for how long?',
      'jreh (10:03): two hours',
    ],
    { date: '2024-03-12' },
  );
  checkFile(
    'other-hands/tabbed-log.txt',
    ['lvogt (10:00): good morning', 'jreh (10:01): the router stood still', 'lvogt (10:02): for how long?'],
    { date: '2024-03-12' },
  );
  checkFile('other-hands/log-from-a-recording.txt', [
    'lena @2: the router stood still',
    'jonas @9: for two hours',
    'mira @72: do we have another?',
    'lena @75: we do not',
  ]);
  checkFile('other-hands/initials-of-the-list.txt', [
    'Lena Vogt: the router stood still for two hours',
    'Jonas Reh: do we have another?',
    'Lena Vogt: we do not',
  ]);
  checkFile('other-hands/carried-over.txt', [
    'ana (10:00): Do we rent the canoes again?',
    'cyn (10:00): I like canoes.',
    'ben (10:00): <cyn> likes them, and the lake is deep.',
    'dov (10:00): Kayaks are cheaper.',
    'ben (10:00): Then we rent kayaks.',
  ]);
  checkFile(
    'other-hands/heads-of-pages.txt',
    [
      'LENA VOGT: Good morning. The router stood still.',
      'JONAS REH: For two hours. We slept.',
      'LENA VOGT: Do we have another?',
      'JONAS REH: We do not.',
    ],
    { title: 'NETS 12 – Joint Session: Routers and Roofs', date: '2024-03-12' },
  );
  checkFile(
    'other-hands/un-arabic.txt',
    [
      'الرئيس: تنظر الجمعية العامة الآن في بند أجهزة التوجيه. أعطي الكلمة لممثل كاسكيا.',
      'السيد ريه (كاسكيا, fr): توقف الجهاز ساعتين كاملتين. ولم يكن لدينا جهاز آخر.',
      'الرئيس: أشكر ممثل كاسكيا على بيانه.',
    ],
    { date: '2024-03-12' },
  );
  checkFile('other-hands/eu-languages.txt', [
    'President: The next item is the debate on routers.',
    'Lena Vogt (PPE, de): Madam President, the router in our village stood still for two hours and nobody came to look at it.',
    'Jonas Reh (S&D): Madam President, do we have another router for this village?',
    'Lena Vogt (PPE): We do not.',
    'President: The debate is closed.',
  ]);
  checkFile('other-hands/french-numbers.txt', [
    'Mme la présidente: La séance est ouverte. La parole est à M. Jonas Reh.',
    "M. Jonas Reh: Le routeur s'est arrêté pendant deux heures. Avons-nous un autre routeur ?",
    'Mme la présidente: Non.',
  ]);
  checkFile('other-hands/brazil-hyphens.txt', [
    'Jonas Reh (O SR. PRESIDENTE, PXB - SP): Declaro aberta a reunião. Tem a palavra a Deputada Lena Vogt.',
    'A SRA. LENA VOGT (PYC - RJ): O roteador parou duas horas. Ninguém veio.',
    'Jonas Reh (O SR. PRESIDENTE, PXB - SP): Temos outro?',
  ]);
  checkFile(
    'other-hands/norway-clock.txt',
    [
      'Presidenten: Vi går til sak nr. 1.',
      'Jonas Reh (SV, 10:05): Ruteren sto stille i to timer. Ingen kom.',
      'Presidenten: Har vi en annen?',
      'Mira Kask (H, 10:09): Nei.',
    ],
    { date: '2024-03-12' },
  );
  checkFile('other-hands/sweden-replies.txt', [
    'LENA VOGT (S): Fru talman! Routern stod still. Ingen kom.',
    'JONAS REH (M): Fru talman! Har vi en annan?',
    'LENA VOGT (S): Fru talman! Nej.',
  ]);
  checkFile(
    'other-hands/japan-era.txt',
    [
      '山本一郎君 (委員長): これより会議を開きます。 林桜子君。',
      '林桜子君: 機器が二時間止まりました。',
      '山本一郎君 (委員長): 代わりはありますか。',
      '林桜子君: ありません。',
    ],
    { date: '2024-03-12' },
  );
  checkFile('other-hands/minister-after-name.txt', [
    'Präsidentin Lena Vogt: Die Sitzung ist eröffnet. Das Wort hat Jonas Reh.',
    'Jonas Reh (FRD): Der Router stand zwei Stunden still.',
    'Präsidentin Lena Vogt: Das Wort hat die Bundesministerin.',
    'Mira Kask (Bundesministerin für Netze): Wir haben keinen zweiten.',
  ]);
  checkFile('other-hands/argentina-dashes.txt', [
    'Sra. Presidenta (Vogt): Queda abierta la sesión.',
    'Sr. Reh: El equipo se detuvo dos horas. Nadie vino.',
    'Sra. Kask: ¿Tenemos otro?',
    'Sr. Reh: No.',
  ]);
  checkFile('other-hands/surnames.txt', [
    'LENA VOGT (HOST): The router stood still. Nobody came.',
    'JONAS REH: For two hours.',
    'LENA VOGT (HOST): Do we have another?',
    'JONAS REH: We do not.',
  ]);
  checkFile('other-hands/names-with-stops.html', [
    'Chairman VOGT: The router stood still. Nobody came, and that is why we meet.',
    'Mr. REH: For two hours.',
    'Chairman VOGT: Do we have another?',
    'Mr. REH: We do not.',
  ]);
  checkFile('other-hands/dots-around.txt', [
    'HON. SPEAKER: Shri Reh.',
    'SHRI JONAS REH (KASKIA): Sir, the router stood still.',
    'HON. SPEAKER: Nothing will go on record.',
    'SHRI JONAS REH (KASKIA): For two hours.',
  ]);
  checkFile('other-hands/council-sounds.txt', [
    'Mayor Vogt: THE ROUTER STOOD STILL. NOBODY CAME.',
    'Reh: FOR TWO HOURS.',
    '?: DO WE HAVE ANOTHER?',
    'Mayor Vogt: WE DO NOT.',
    'Reh: I KNOW.',
  ]);
  checkFile('other-hands/council-in-chinese.txt', [
    '主席: 現在開始。第一項質詢。林海生議員。',
    '林海生議員: 主席，路由器停了兩小時，請問： (一 ) 有關當局有否備用的機器：如有，在哪裏；及 (二 ) 何時修好。',
    '港務局局長: 主席，備用機器的數目如下：',
    '? 年份: 2022年 年份：2023年',
    '? 註: 數字由本局提供。',
    '主席: 何美儀議員。',
    '何美儀議員: 我只想問：誰付錢？',
    '港務局局長: 沒有人付錢。',
    '林海生議員: 多謝主席。',
  ]);
  checkFile(
    'other-hands/log-on-a-page.md',
    [
      'lvogt (17:00): hello all',
      'jreh (17:00): hi',
      'mkask (17:01): hi, why do they rest?',
      'jreh (17:02): they are hot',
      'lvogt (17:03): then we cool them',
    ],
    { title: 'Routers that rest', date: '2024-03-12' },
  );
  checkFile('other-hands/marks-of-a-corpus.txt', [
    'Mr. Vogt: The router stood still.',
    'Mr. Reh: For two hours.',
    'Mr. Vogt: Nobody came. Not even the Minister.',
    'Mr. Reh: On a point of order. Do we have another?',
    'Mr. Vogt: We do not.',
  ]);
  checkFile('other-hands/votes-by-name.txt', [
    'Mr. Speaker: Order! Let us vote.',
    'Mr. Vogt: I beg to move.',
    'Mr. Speaker: The Ayes have it.',
    'Mr. Vogt: I thank the House.',
  ]);
  checkFile('other-hands/names-once-with-stops.html', [
    'Chairman VOGT: And now I call upon my colleague.',
    'Chairman REH: Thank you. The router stood still. The short answer is that it was hot.',
  ]);
  checkFile(
    'other-hands/counted-lines.txt',
    [
      'MS. VOGT: The router stood still. It was hot, Your Honor.',
      'THE COURT: For how long?',
      'MR. REH: Two hours.',
      'THE COURT: Thank you.',
      'MS. VOGT: Nothing further.',
    ],
    { date: '2024-03-12' },
  );
  checkFile('other-hands/wiki-names.txt', [
    'Lena Vogt: The router stood still.',
    'Jonas Reh: For two hours.',
    'Lena Vogt: Do we have another?',
  ]);
  checkFile('other-hands/finnish-parties.txt', [
    'Toinen varapuhemies Lena Vogt: Keskustelu alkaa.',
    'Jonas Reh sd (esittelypuheenvuoro): Arvoisa puhemies! Reititin pysähtyi.',
    '? Mira Kask: Aivan oikein!',
    'Jonas Reh sd (esittelypuheenvuoro): Kukaan ei tullut.',
    'Toinen varapuhemies Lena Vogt: Kiitos.',
    'Mira Kask kok: Onko meillä toista?',
  ]);
  checkFile(
    'other-hands/russian-initials.txt',
    [
      'Председательствующий: Доброе утро! Слово предоставляется Рею.',
      'Рей И. И.: Уважаемые коллеги! Прибор стоял два часа. Никто не пришёл.',
      'Председательствующий: Спасибо.',
      'Каск М. П.: Есть ли другой?',
    ],
    { date: '2024-03-12' },
  );
  checkFile('other-hands/turkish-dashes.txt', [
    'BAŞKAN: Birleşimi açıyorum.',
    'JONAS REH (Kaskia): Sayın Başkan, cihaz iki saat durdu. Kimse gelmedi.',
    'BAŞKAN: Teşekkür ederim.',
    'MİRA KASK (Redonya): Başka cihaz var mı?',
    'BAŞKAN: Yok.',
  ]);
  checkFile('other-hands/austrian-minister.txt', [
    'Präsidentin Lena Vogt: Ich darf die Sitzung eröffnen.',
    'Abgeordneter Jonas Reh (FRD): Frau Präsidentin! Der Router stand still.',
    '? Kask: Na geh!',
    'Abgeordneter Jonas Reh (FRD): Niemand kam.',
    'Bundesministerin für Netze Mag. Mira Kask: Wir haben keinen zweiten.',
    'Präsidentin Lena Vogt: Danke.',
  ]);
  checkFile(
    'other-hands/converted.md',
    [
      'Jonas Reh @3: so the router stood still. For two hours.',
      'Mira Kask @3: Really.',
      'Lena Vogt @19: Yeah.',
      'Jonas Reh @62: we have no other.',
    ],
    { date: '2024-03-12' },
  );
});

describe('by further programs', () => {
  checkFile('meeting-tools-json/pairs-of-times.json', [
    '? Speaker 1 @0: The router stood still.',
    '? Speaker 2 @10: For how long?',
  ]);
  checkFile('meeting-tools-json/moments-of-words.json', ['Lena Vogt @1.2: Nobody came.', 'Jonas Reh @3.5: Indeed.'], {
    date: '2024-03-12',
  });
});

describe('what a house does', () => {
  check(
    'between paragraphs is told of, and nobody says it',
    [
      'Ms VOGT: The router stood still.',
      'A lamp having fallen from the ceiling—',
      'The PRESIDENT: Order! The minister having answered, I call Mr Reh.',
      'The member for Kask then left the chamber.',
      'Mr REH: We slept. Ordered that it be fixed, it was not.',
      'Ordered that the letter be printed.',
      'Ms VOGT: I do not know what the minister having slept has to do with it.',
    ].join('\n\n'),
    [
      'Ms VOGT: The router stood still.',
      'The PRESIDENT: Order! The minister having answered, I call Mr Reh.',
      'Mr REH: We slept. Ordered that it be fixed, it was not.',
      'Ms VOGT: I do not know what the minister having slept has to do with it.',
    ],
  );
  check(
    'between words is left out, in the languages in which houses write it there',
    [
      'El señor REH: ¿Quién paga el cable? (Risas en los bancos de la izquierda). Nadie (Protestas). Hubo disturbios (protestas, gritos) ayer.',
      'La señora VOGT: Es verdad.',
      'El señor REH: Sie schliefen. (Beifall bei der Mitte) Wir nicht.',
      'La señora VOGT: Ils dorment (Exclamations à droite) encore. They slept (laughter) well.',
    ].join('\n\n'),
    [
      'El señor REH: ¿Quién paga el cable? Nadie. Hubo disturbios (protestas, gritos) ayer.',
      'La señora VOGT: Es verdad.',
      'El señor REH: Sie schliefen. Wir nicht.',
      'La señora VOGT: Ils dorment encore. They slept (laughter) well.',
    ],
  );
  check(
    'and what a program marks, too',
    [
      '  Mr. VOGT of Redonia. Madam Speaker, the router stood still.',
      '',
      '                              {time}  1430',
      '',
      '  For two hours.',
      '  Ms. REH. We slept.',
      '  Mr. VOGT of Redonia. I yield back.',
    ].join('\n'),
    [
      'Mr. VOGT of Redonia: Madam Speaker, the router stood still. For two hours.',
      'Ms. REH: We slept.',
      'Mr. VOGT of Redonia: I yield back.',
    ],
  );
  check(
    'with a full stop in its brackets in live captions',
    '>> LENA VOGT: The router stood still.\n\n(Applause.)\n\nFor two hours.\n\n>> JONAS REH: We slept. (Laughter.)',
    ['LENA VOGT: The router stood still. For two hours.', 'JONAS REH: We slept. (Laughter.)'],
  );
});
