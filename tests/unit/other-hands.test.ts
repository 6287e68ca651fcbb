/** The kinds of records laid out by another hand: other makers, languages and forms of labels. All of it is invented. */
import { describe } from 'vitest';
import { checkFile } from '../fixtures/turn-lines.ts';

describe('by another hand, notes', () => {
  checkFile(
    'other-hands/assistant-notes-a.md',
    [
      'Lena Vogt: Der Router stand zwei Stunden still.',
      'Jonas Reh: Das Netzteil war verbrannt.',
      'Lena Vogt: Haben wir ein zweites?',
      'Jonas Reh: Leider nicht.',
    ],
    { title: 'Wochenrunde Netzbetrieb' },
  );
  checkFile(
    'other-hands/front-matter-a.md',
    [
      'Zoë Kramer: The tide left a boat on our roof.',
      'Pavel Novák: Whose boat was it?',
      'Zoë Kramer: Nobody ever asked for it.',
    ],
    { title: 'What the tide left', date: '2023-11-05' },
  );
  checkFile(
    'other-hands/google-meet-b.txt',
    [
      'Lucía Ferrer @0: Perdimos la señal en el mar.',
      'Bruno Paz: ¿Por cuánto tiempo?',
      'Lucía Ferrer @303: Once minutos, y otra vez de noche.',
    ],
    { title: 'Llamada de la boya', date: '2024-03-12' },
  );
  checkFile('other-hands/bold2.md', [
    'Nadia Petrova @5: The pump broke.',
    'Olu Bello @11: I will ask.',
    'Nadia Petrova @15: Thank you.',
  ]);
  checkFile('other-hands/ta4.txt', [
    'Nadia Petrova @5.12: The pump broke.',
    'Olu Bello @11: I will ask.',
    'Nadia Petrova @15: Thank you.',
  ]);
  checkFile('other-hands/webex.txt', [
    'Nadia Petrova @5: The pump broke.',
    'Bello, Olu (Ministry) @11: I will ask.',
    'Nadia Petrova @15: Thank you.',
    '? Meeting Room 4 @20: Can you hear us?',
  ]);
});

describe('by another hand, parliaments', () => {
  checkFile(
    'other-hands/congress-b.htm',
    [
      'Ms. Vander Meer (The SPEAKER pro tempore): The Chair recognizes the gentleman from Ohio (Mr. DELGADO) for 5 minutes.',
      'Mr. DELGADO: Mr. Speaker, the lighthouse at Point Ash has been dark since 1998. Ms. LEE of Nevada knows that coast. Mr. Speaker, I reserve the balance of my time.',
      "Ms. LEE of Nevada: Mr. Speaker, I yield 2 minutes to the gentlewoman from Guam (Mrs. O'NEAL-CRUZ).",
      "Mrs. O'NEAL-CRUZ: I thank the gentlewoman. Our harbor has no light at all.",
      'The SPEAKER pro tempore: The question is on the motion.',
      'Mr. DELGADO: Mr. Speaker, on that I demand the yeas and nays.',
    ],
    { date: '2024-03-12' },
  );
  checkFile(
    'other-hands/headings-in-capitals-b.txt',
    [
      'Chair Delgado: Good evening, everybody. I see a quorum.',
      'Mr. Okonkwo: The lighthouse has been dark since October.',
      'Chair Delgado: We have written to the Coast Guard.',
      'Town Clerk: The bids are in the folder.',
      'Ms. Vander Meer: Which is the lowest?',
      'Chair Delgado: The one from Bell and Sons.',
    ],
    { title: 'TOWN OF ASHPORT', date: '2024-03-12' },
  );
  checkFile('other-hands/interjections-in-brackets-a.txt', [
    'Präsident Alois Berger: Zu Wort gemeldet hat sich Abgeordnete Moser.',
    'Abgeordnete Dr. Greta Moser (Grüne): Herr Präsident! Die Brücke ist seit Montag gesperrt.',
    '? Huber: Seit Sonntag!',
    'Abgeordnete Dr. Greta Moser (Grüne): Seit Montag, Herr Kollege.',
    '? Huber: Falsch!',
    '? Wallner: Hört, hört!',
    'Abgeordnete Dr. Greta Moser (Grüne): Und niemand hat die Taucher bezahlt.',
    'Präsident Alois Berger: Zu Wort kommt nun Abgeordneter Huber.',
    'Abgeordneter Karl Huber (ÖVP): Seit Sonntag, sage ich.',
  ]);
  checkFile(
    'other-hands/long-office-hansard-b.txt',
    [
      'Senator DELGADO (Minister for Lighthouses, Minister Assisting the Prime Minister for the Coast and Deputy Leader of the Government in the Senate, Ashport, 14:02): The lamp has been dark since October.',
      'Senator OKONKWO (Skye): By whose order?',
      "Senator DELGADO (Minister for Lighthouses, Minister Assisting the Prime Minister for the Coast and Deputy Leader of the Government in the Senate, Ashport, 14:04): By nobody's order. The bulb broke.",
      'The PRESIDENT: Order!',
    ],
    { date: '2024-03-12' },
  );
  checkFile(
    'other-hands/procedure-lines-a.txt',
    [
      'Ruth Delgado (Ashport) (Lab): I beg to move, That the Lighthouse Bill be read a Second time. The lamp is dark.',
      'Piet Okonkwo (Skye) (SNP): How much does it cost?',
      'Ruth Delgado (Ashport) (Lab): Less than a wreck.',
      'Dame Ada Finch (Madam Deputy Speaker): Order. I will now put the Question.',
      'Madam Deputy Speaker: We now come to the next motion.',
      'Piet Okonkwo (Skye) (SNP): On a point of order, Madam Deputy Speaker.',
    ],
    { date: '2024-03-12' },
  );
  checkFile(
    'other-hands/procedure-lines-b.txt',
    [
      'Hon RUTH DELGADO (Minister of Lighthouses): I move, That the Lighthouse Bill be now read a third time.',
      'PIET OKONKWO (Skye): Our side opposes it.',
      'Ada Finch (ASSISTANT SPEAKER): The question is that the motion be agreed to.',
      'Hon RUTH DELGADO (Minister of Lighthouses): I thank the House.',
      'Ada Finch (ASSISTANT SPEAKER): The House is resumed.',
    ],
    { date: '2024-03-12' },
  );
  checkFile('other-hands/spanish-cortes-b.txt', [
    'Bruno Paz (O SR. PRESIDENTE, PXB - CE): Está aberta a sessão.',
    'A SRA. LÚCIA FERRER (Como Líder., PYB - SP): Senhor Presidente, o farol está apagado desde outubro.',
    'Bruno Paz (O SR. PRESIDENTE, PXB - CE): Muito obrigado.',
    'O SR. TIAGO LOBO (PZB - RS): Quem paga a lâmpada?',
    'A SRA. LÚCIA FERRER (Como Líder., PYB - SP): O porto paga.',
  ]);
  checkFile(
    'other-hands/un-verbatim-a.txt',
    [
      'The Acting President: I give the floor to the representative of Lowland to introduce draft resolution A/79/L.99.',
      'Mr. van der Meer (Lowland): The lamp of Point Ash has been dark since October. No ship was warned. We ask for a bulb.',
      'The Acting President: We shall now consider draft resolution A/79/L.99.',
      'Ms. Okafor (Coastland, ar): We voted against it, for nobody asked us.',
    ],
    { title: 'General Assembly, 91st plenary meeting', date: '2024-03-12' },
  );
  checkFile('other-hands/brackets.txt', [
    'Sprecher Nationalrat Beat Huber: Das Wort hat Frau Meier.',
    'Meier Ruth (SVX, ZH): Der Brunnen ist seit einem Monat trocken.',
    '? Kunz: Seit zwei!',
    'Meier Ruth (SVX, ZH): Seit einem, Herr Kunz.',
    'Kunz Peter (SPX, BE): Seit zwei Monaten, Frau Meier.',
    '? Meier: Nein!',
    'Kunz Peter (SPX, BE): Ich habe gezählt.',
    'Sprecher Nationalrat Beat Huber: Wir kommen zur Abstimmung.',
  ]);
  checkFile('other-hands/eu.txt', [
    'President: The next item is the debate on wells.',
    'Bruno Paz (rapporteur): Madam President, the well has been dry for a month.',
    'Camila Rojas (on behalf of the XYZ Group): Señora presidenta, ¿quién paga la bomba?',
    'President: Thank you.',
    'Per Berg (ABC): Fru talman! Vi gräver en ny.',
  ]);
  checkFile(
    'other-hands/kenya.txt',
    [
      'Hon. Petrova (The Speaker): Hon. Senators, I have a petition to convey.',
      'Sen. Bello: Thank you, Mr. Speaker, Sir. The well is dry.',
      'Hon. Petrova (The Speaker): Order, Sen. Cissé!',
      'Sen. Cissé: I withdraw and apologise, Mr. Speaker, Sir.',
      'The Senate Majority Leader (Sen. Mbarga): Mr. Speaker, Sir, we shall buy a pump.',
    ],
    { date: '2023-03-03' },
  );
  checkFile('other-hands/procedure.txt', [
    'Ms PETROVA (Dry Fork) (10.05): I move that the bill be read a second time.',
    'Mr BELLO (Lagoon): The Opposition supports it.',
    'The ACTING SPEAKER: Order! Members will be heard in silence.',
    'Ms PETROVA (Dry Fork) (10.05): I thank the member for Lagoon.',
    'The ACTING SPEAKER: The time for government business has expired. I call the next item.',
  ]);
  checkFile('other-hands/question.txt', [
    'Mr. Speaker: Next Question by Mr. Otieno!',
    '?: Mr. Otieno asked the Minister for Roads:- (a) why the road is not mended; and, (c) when the Ministry will mend it.',
    'Dr. Wanjiru (The Minister for Roads): Mr. Speaker, Sir, I beg to reply. (a) The road was under water. (c) It will be mended in May.',
    'Mr. Otieno: Mr. Speaker, Sir, which May?',
    'Dr. Wanjiru (The Minister for Roads): The next one, Mr. Speaker, Sir.',
    'Mr. Speaker: Next Question!',
    'Mr. Otieno: Mr. Speaker, Sir, I beg to ask it.',
  ]);
  checkFile(
    'other-hands/sponsors.htm',
    [
      '? By Mr. BREKKE: By Mr. BREKKE (for himself and Ms. Aune): S. 226. A bill to dredge the harbor of Halden; to the Committee on Ports.',
      'Mr. BREKKE: Mr. President, I introduce the Harbor Act. It is short.',
      '? By Ms. AUNE: By Ms. AUNE (for herself, Mr. Brekke, Mr. Haan, Mrs. Lund, Mr. Vik and Mr. WILDE): S. 227. A bill to light the lamp of Halden; to the Committee on Ports.',
      'Ms. AUNE: Mr. President, the lamp is dark.',
      'Mr. BREKKE: It is.',
    ],
    { date: '2025-05-15' },
  );
});

describe('by another hand, pages', () => {
  checkFile('other-hands/igf-page-a.html', [
    'LENA VOGT: Good afternoon. Is the sound all right?',
    'MARIAM SOW: We hear you.',
    "LENA VOGT: Then let's begin. The mast was iced over. Nobody climbed it for nine days.",
    'AUDIENCE: Why not?',
    'MARIAM SOW: There was no rope. (Laughter)',
  ]);
  checkFile('other-hands/igf-page-b.html', [
    'TEUILA FANENE: Welcome to you all. We are five on this panel.',
    'MINH TRAN: Our cable is as thin as a finger.',
    'TEUILA FANENE: And who repairs it?',
    'MINH TRAN: A ship from very far away.',
  ]);
  checkFile(
    'other-hands/press-briefing-b.txt',
    [
      'MS. DELGADO: Morning. The ferry is late because of ice.',
      '? Q: How late?',
      'MS. DELGADO: An hour, I think.',
      '? Q: And tomorrow? Will there be a ferry at all?',
      'MS. DELGADO: There will.',
      '? Q: Do you promise?',
      'MR. OKONKWO: She cannot promise ice.',
    ],
    { date: '2024-03-12' },
  );
  checkFile(
    'other-hands/press-briefing-c.txt',
    [
      'Spokesman: Good afternoon. The lamp is lit again.',
      '? Question: Thank you, Sam. Who paid for it?',
      'Spokesman: The port did. Yes, Maria?',
      '? Question: Is the bridge open?',
      'Deputy Spokesman: Not yet.',
      'Spokesman: Thank you all.',
    ],
    { date: '2024-03-12' },
  );
  checkFile('other-hands/panel-names-over-words-b.txt', [
    'RUTH DELGADO (MODERATOR): Welcome. Who has seen the ice this year?',
    'PIET OKONKWO (PORT OF ASHPORT): We broke it twice in one week. The tug lost a screw.',
    'RUTH DELGADO (MODERATOR): And on the other side?',
    "Dr. MARA O'NEAL (ICE INSTITUTE): The ice is thinner than ten years ago, and it moves.",
    'RUTH DELGADO (MODERATOR): Thank you both.',
  ]);
  checkFile('other-hands/panel-names-over-words-d.txt', [
    'Ruth Delgado (moderator): Welcome. Who has seen the ice this year?',
    'Piet Okonkwo: We broke it twice in one week. The tug lost a screw.',
    'Mara O’Neal: The ice is thinner than ten years ago.',
    'Samuel Adeyemi: On our side it never came.',
    'Yuki Tanabe: Ours came late.',
    'Ruth Delgado (moderator): Thank you all.',
  ]);
  checkFile('other-hands/nt1.html', [
    'Nadia Petrova @5: The pump broke.',
    'Olu Bello @11: I will ask.',
    'Nadia Petrova @15: Thank you.',
  ]);
  checkFile('other-hands/panel1.txt', [
    'Nadia Petrova (modératrice): Bonjour à tous. Qui commence ?',
    'Olu Bello (Université de Lagune): Le puits est à sec depuis un mois.',
    'Nadia Petrova (modératrice): Merci. Et les agriculteurs ?',
    "Awa Cissé (Coopérative du Sud): Nous achetons l'eau au camion.",
    'Nadia Petrova (modératrice): Qui répond pour la ville ?',
    "Jean-Paul Mbarga (Ville de Lagune): La ville n'a pas de pompe.",
    'Nadia Petrova (modératrice): Merci à tous.',
  ]);
  checkFile('other-hands/running.html', [
    'Madam Speaker: We begin. The well is dry again.',
    'Councillor Brekke: Since when?',
    'Madam Speaker: Since March.',
    'Councillor Brekke: Then we dig.',
  ]);
});

describe('by another hand, tables', () => {
  checkFile('other-hands/speakers-a.csv', [
    'Lena Vogt @4: Das Signal war weg; elf Minuten lang.',
    'Mariam Sow @12: Warum?',
    'Lena Vogt @15: Der Mast war vereist.',
  ]);
  checkFile('other-hands/speakers-b.csv', [
    'Lena Vogt (Buoy Office) @4: We lost the signal at sea.',
    'Mariam Sow @12.5: For how long?',
    'Lena Vogt (Buoy Office) @15.25: Eleven minutes, "or so".',
  ]);
  checkFile('other-hands/utterances-in-seconds-b.json', [
    '? Speaker A @4: We lost the signal at sea.',
    '? Speaker B @12.5: For how long?',
    '? Speaker A @130.25: Eleven minutes.',
  ]);
  checkFile('other-hands/voice-without-name-d.txt', [
    '? Sprecher 1 @4: Wir haben das Signal verloren.',
    '? Sprecher 2 @12: Wie lange?',
    '? Sprecher 1 @15: Elf Minuten.',
  ]);
  checkFile('other-hands/arrow.vtt', [
    'Nadia Petrova @1: First file --> open. Then edit --> paste.',
    'Olu Bello @6.5: And if it is grey?',
  ]);
  checkFile('other-hands/csv1.csv', [
    'Lúcia Ferrer @5: A bomba quebrou.',
    'Bruno Paz @11: Vou perguntar.',
    'Lúcia Ferrer @15: Obrigada.',
  ]);
  checkFile('other-hands/csv3.tsv', [
    'Nadia Petrova: The pump broke on Monday morning.',
    'Olu Bello: I will ask three shops for a price.',
    'Nadia Petrova: Thank you very much.',
    'Olu Bello: And a spare part.',
  ]);
  checkFile('other-hands/ttml.ttml', [
    'Nadia Petrova @5: The pump broke.',
    'OLU BELLO @11: I will ask.',
    'Nadia Petrova @15: Thank you.',
  ]);
  checkFile('other-hands/voice3.txt', [
    '? 参会人1 @5: 水泵坏了。',
    '? 参会人2 @11: 我去问三家店。',
    '? 参会人1 @15: 谢谢。',
  ]);
});
