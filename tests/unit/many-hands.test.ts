/** More kinds of records laid out by another hand, as a second look for them found. All of it is invented. */
import { describe } from 'vitest';
import { checkFile } from '../fixtures/turn-lines.ts';

describe('by other hands, United Nations', () => {
  checkFile(
    'other-hands/un-chinese-assembly.txt',
    [
      '代理主席: 我请高地国代表发言。',
      '雷耶斯女士 (高地国): 我们没有灯。',
      '彼得罗夫先生 (草原联邦, ru): 我们也没有。',
      '代理主席: 谢谢。 大会现在结束对议程项目31的审议。',
    ],
    { title: '大会, 第77次全体会议', date: '2024-06-06' },
  );
  checkFile(
    'other-hands/un-copied.txt',
    [
      'The President: I wish to remind all speakers to limit their statements to no more than three minutes. I now give the floor to the representative of Lowland.',
      'Mrs. de Wit (Lowland): I thank you, Mr. President. We align ourselves with the statement to be delivered by the European Group. First, the lamps. Secondly, the oil.',
      'The President (zh): I give the floor to Mr. O’Dea.',
      'Mr. O’Dea (Erin): Go raibh maith agat. There is no oil.',
    ],
    { title: 'Security Council, 9996th meeting', date: '2024-03-12' },
  );
  checkFile(
    'other-hands/un-french-votes.txt',
    [
      "La Présidente (en): Conformément à l'article 37, j'invite la représentante de la Basse-Terre à participer à la présente séance. Je donne la parole à M. Bello.",
      "M. Bello (Lagunie): Le phare est éteint depuis octobre. Personne ne l'a rallumé.",
      'La Présidente (en): Je remercie M. Bello. Le projet de résolution est adopté.',
    ],
    { title: 'Conseil de sécurité, 9998e séance: La situation des phares', date: '2025-05-14' },
  );
  checkFile(
    'other-hands/un-noon-briefing.txt',
    [
      'Spokesman: All right. Good afternoon. The lamp is lit. We will be joined by the keeper. The ferry is late. I will stop there and take questions.',
      '? Question: Thank you, Sam. Who paid?',
      'Spokesman: The port.',
      '? Question: Yes. And the bridge?',
      'Correspondent: I just want to say that the bridge is closed.',
      'Spokesman: Okay. Noted. One at a time. Maggie, then Toby.',
      '? Question: My name is Toby Finch from the Harbour Times. Is it true?',
      'Spokesman: No. Thank you.',
    ],
    {
      title: 'Daily Press Briefing by the Office of the Spokesperson for the Secretary of the Port',
      date: '2024-03-12',
    },
  );
});

describe('by other hands, parliaments and councils', () => {
  checkFile(
    'other-hands/bare-speaker.txt',
    [
      'The SPEAKER: I call on question No. 1.',
      'Hana Taureka: Does she stand by her statement?',
      'Hon MOANA WIREMU (Minister for Ports): Yes.',
      'Hana Taureka: When will the crane be mended?',
      'Hon MOANA WIREMU (Minister for Ports): In June.',
      'The SPEAKER: Order! The member will resume her seat.',
      'Dr JOHN PEEL (Green Coast): I raise a point of order, Mr Speaker.',
      "The SPEAKER: No, you don't.",
      'Rua Pene (ASSISTANT SPEAKER): The House stands adjourned.',
    ],
    { title: 'TUESDAY, 12 MARCH 2024', date: '2024-03-12' },
  );
  checkFile(
    'other-hands/columns-in-words.txt',
    [
      'Mr. Speaker: Order. Questions to the Minister for Lamps.',
      'Jane Pell (Ashby): When will the lamp be lit?',
      'Sir Tom Orme (The Minister for Lamps): In May. I have said so before, and I say so again.',
      'Mr. Speaker: Order.',
      'Jane Pell (Ashby): Which May?',
      'Sir Tom Orme (The Minister for Lamps): The next.',
    ],
    { title: 'House of Commons', date: '2024-03-12' },
  );
  checkFile(
    'other-hands/congress-house.txt',
    [
      'Mr. ABERNATHY of Oregon: Mr. Speaker, I move to suspend the rules and pass the bill (H.R. 9999) to light the lamps of the coast, as amended.',
      'The SPEAKER pro tempore: Pursuant to the rule, the gentleman from Oregon (Mr. Abernathy) and the gentlewoman from Guam (Ms. Reyes) each will control 20 minutes. The Chair recognizes the gentleman from Oregon.',
      'Mr. ABERNATHY of Oregon: Mr. Speaker, I ask unanimous consent that all Members may have 5 legislative days to revise and extend their remarks.',
      'The SPEAKER pro tempore: Is there objection to the request of the gentleman from Oregon?',
      'Ms. REYES: Mr. Speaker, the lamps are out. They have been out since the storm.',
      'The SPEAKER pro tempore: The question is on the motion.',
    ],
    { title: 'LAMPS FOR THE COAST ACT', date: '2024-03-12' },
  );
  checkFile(
    'other-hands/congress-printed.htm',
    [
      'Ms. GIL-SOTO: Mr. President, I ask that a letter of the keeper be printed. I read this letter twice. Then I wrote to the port. Senate Oil Office: none. That is the answer I got.',
      "The PRESIDING OFFICER: The Senator's time has expired.",
    ],
    { title: 'Congressional Record, Volume 171 Issue 90 (Thursday, June 5, 2025)', date: '2025-06-05' },
  );
  checkFile(
    'other-hands/council-changes.txt',
    [
      "PRESIDENT NYSTROM: WE HAVE A QUORUM. LET'S BEGIN.",
      'COUNCIL MEMBER PARK: MOVE TO APPROVE THE MINUTES.',
      'COUNCIL MEMBER DIETZ: SECOND.',
      'CLERK: DIETZ.',
      'COUNCIL MEMBER DIETZ: AYE.',
      'CLERK: PARK.',
      'COUNCIL MEMBER PARK: AYE.',
      'CLERK: MOTION CARRIES, TWO TO NOTHING.',
      'PRESIDENT NYSTROM: THANK YOU. PUBLIC COMMENT.',
      '?: MY NAME IS JOE VANCE. THE DAM IS LEAKING.',
      'PRESIDENT NYSTROM: THANK YOU, MR. VANCE.',
    ],
    { title: 'CITY OF LAKE HOLLOW', date: '2024-03-12' },
  );
  checkFile(
    'other-hands/council-clock.txt',
    [
      'The Hon. R. GIL (14:20): I seek leave to make a brief explanation about kilns. The kiln at Elm is cold.',
      'The PRESIDENT: Order!',
      'The Hon. E. DAHL (Minister for Kilns, 14:22): I thank the honourable member for her question. It will be lit.',
      'The Hon. A. Park: When?',
      'The Hon. E. DAHL (Minister for Kilns): In winter.',
    ],
    { title: 'LEGISLATIVE COUNCIL', date: '2025-06-03' },
  );
  checkFile('other-hands/czech.txt', [
    'Předsedkyně PSP Jana Malá: Dobré ráno, zahajuji schůzi.',
    'Poslanec Karel Vrba: Paní předsedkyně, maják zhasl. Nikdo ho nerozsvítil.',
    '? Ministr dopravy Petr Klen: Rozsvítíme ho v květnu.',
    'Poslanec Karel Vrba: Kterého roku?',
    'Předsedkyně PSP Jana Malá: Děkuji. Končím schůzi.',
  ]);
  checkFile('other-hands/danish-clock.txt', [
    'Ida Roe (Formanden): Mødet er åbnet.',
    'Jens Holm (PX): Tak, formand. Fyret er slukket.',
    'Ida Roe (Formanden): Tak. Så er det ministeren.',
    'Havneministeren (Karen Lund): Det bliver tændt i maj.',
    'Jens Holm (PX): Hvilket år?',
    'Ida Roe (Formanden): Mødet er hævet.',
  ]);
  checkFile('other-hands/dutch-bold.txt', [
    'De voorzitter: Ik open de vergadering.',
    'Mevrouw Bos (PXV): Voorzitter. De sluis lekt.',
    'De heer Kuiper (Dijk): Sinds wanneer?',
    'Mevrouw Bos (PXV): Sinds maandag.',
    'Minister Smit: Dat klopt.',
    'De voorzitter: Dank u wel.',
  ]);
  checkFile('other-hands/hebrew.txt', [
    'היו"ר דנה לוי: בוקר טוב, אני פותחת את הישיבה.',
    'משה כהן (המגדלור): גברתי היושבת-ראש, המגדלור כבה.',
    'היו"ר דנה לוי: תודה. השר?',
    'שר הנמלים יוסי ברק: נדליק אותו במאי.',
    '? קריאה: איזה שנה?',
    'משה כהן (המגדלור): בדיוק, איזו שנה?',
    'היו"ר דנה לוי: תודה רבה, הישיבה נעולה.',
  ]);
  checkFile('other-hands/hungarian.txt', [
    'ELNÖK: Megnyitom az ülést. Megadom a szót Kis János képviselő úrnak.',
    'DR. KIS JÁNOS (PXD): Elnök Úr! A világítótorony kialudt. Senki sem gyújtotta meg.',
    'ELNÖK: Köszönöm. Válaszol a miniszter asszony.',
    '? NAGY ÉVA tengerészeti miniszter: Májusban meggyújtjuk.',
    'DR. KIS JÁNOS (PXD): Melyik évben?',
    'ELNÖK: Az ülést bezárom.',
  ]);
  checkFile('other-hands/long-office-senate.txt', [
    'Senator BREKKE-LUNDE (Minister for Ports, Harbours and Coastal Affairs, Minister Assisting the Premier and Leader of the Government in the Council, Halden, 14:05): The pier is gone.',
    'The PRESIDENT (14:06): Order!',
    'Senator AUNE (Skien, 14:07): My question is to the minister: who pays?',
    'The PRESIDENT: Order! Senator Aune, start again.',
    'Senator AUNE (Skien): Who pays?',
    'Senator BREKKE-LUNDE (Minister for Ports, Harbours and Coastal Affairs, Minister Assisting the Premier and Leader of the Government in the Council, Halden): The Commonwealth. I table a document.',
  ]);
  checkFile(
    'other-hands/mentions-in-paragraphs.html',
    [
      'The SPEAKER: Order, hon members!',
      'Mr R T GIL: Speaker, the lamp is out.',
      'An HON MEMBER: Since when?',
      'The SPEAKER: Hon Gil, continue.',
      'Mr R T GIL: Since May.',
      'The CHIEF WHIP OF THE OPPOSITION: On a point of order!',
      'The MINISTER OF LAMPS (Ms Dahl): It was April.',
    ],
    { title: 'Hansard: Debate on lamps' },
  );
  checkFile('other-hands/polish.txt', [
    'Marszałek: Otwieram posiedzenie. Głos ma poseł Kowal.',
    'Poseł Adam Kowal: Panie Marszałku! Wysoka Izbo! Latarnia zgasła. Nikt jej nie zapalił.',
    '? Głos z sali: To prawda!',
    'Minister Żeglugi Ewa Lis: Zapalimy ją w maju.',
    'Marszałek: Dziękuję, pani minister.',
    'Poseł Adam Kowal: Którego roku?',
    'Marszałek: Zamykam dyskusję.',
  ]);
  checkFile('other-hands/romanian.txt', [
    'Domnul Radu Munteanu: Bună ziua. Declar deschisă ședința. Are cuvântul doamna deputat Ana Vlad.',
    'Doamna Ana Vlad: Mulțumesc, domnule președinte. Farul s-a stins. Nimeni nu l-a aprins.',
    'Domnul Radu Munteanu: Vă mulțumesc.',
    'Domnul Ion Rusu (din sală): Nu e adevărat!',
    'Domnul Radu Munteanu: Vă rog, domnule coleg.',
  ]);
  checkFile('other-hands/spanish-cortes-d.txt', [
    'El señor PRESIDENTE: Se abre la sesión. Tiene la palabra la señora Gil.',
    'La señora GIL MORA (Grupo Barro): Gracias, presidente. El horno está frío.',
    '? El señor DAHL RUIZ: ¡No es verdad!',
    'El señor PRESIDENTE: Señor Dahl, por favor.',
    'Brandt Sáez (El señor VICEPRESIDENTE): Continúe, señora Gil.',
    'La señora GIL MORA (Grupo Barro): Está frío desde enero.',
    'Dahl Ruiz (El señor MINISTRO DE HORNOS): Lo encenderemos.',
  ]);
});
