/** Briefings, calls, talks and minutes laid out by another hand, as a second look for them found. All of it is invented. */
import { describe } from 'vitest';
import { checkFile } from '../fixtures/turn-lines.ts';

describe('by other hands, briefings and calls', () => {
  checkFile(
    'other-hands/briefing.md',
    [
      'MS. GIL: Good afternoon. The lamp is lit, and the oil will last until the spring.',
      '? Q: (Inaudible) -- who paid?',
      'MS. GIL: The port.',
      '? Q: "Paid" how?',
      'MS. GIL: In coins.',
    ],
    { title: 'Briefing by Port Speaker Rosa Gil and the Keeper, June 5', date: '2025-06-05' },
  );
  checkFile(
    'other-hands/earnings-call-b.txt',
    [
      'Operator: Good morning and welcome. [Operator Instructions]',
      'Ines Duarte: Thank you. We sold a thousand lamps.',
      'Paul Kerr: Margins fell.',
      'Operator: Our first question is from Hugo Wren with Bell & Sons.',
      'Hugo Wren: Why did they fall?',
      'Paul Kerr: Glass.',
      'Ines Duarte: And oil.',
      "Operator: This concludes today's call.",
    ],
    { title: 'Lantern Works plc (LNTN) Q2 2024 Earnings Conference Call July 9, 2024 8:30 AM ET', date: '2024-07-09' },
  );
  checkFile(
    'other-hands/earnings-call.txt',
    [
      'Operator: Good morning, and welcome to the first quarter call. All lines are muted. I will now hand over to Ines Duarte.',
      'Ines Duarte (Chief Executive Officer): Thank you, operator. We sold nine hundred lamps. The tenth hundred is on the way.',
      'Paul Kerr (Chief Financial Officer): Margins fell by two points.',
      'Operator: [Operator Instructions] Our first question comes from Hugo Wren.',
      'Hugo Wren (Bell & Sons, Analyst): Why did the margins fall?',
      'Paul Kerr (Chief Financial Officer): Glass.',
      'Operator: This concludes the call.',
    ],
    { title: 'Lantern Works plc (LNTN) Q1 2024 Earnings Call Transcript', date: '2024-04-09' },
  );
  checkFile(
    'other-hands/german-briefing.txt',
    [
      'SRS VOGT: Guten Tag! Der Leuchtturm brennt wieder.',
      'FRAGE JUNG: Wer hat ihn bezahlt?',
      'REH (BMV): Der Hafen.',
      'ZUSATZFRAGE JUNG: Ganz?',
      'REH (BMV): Ganz.',
      'VORS. DR. MARTENS: Vielen Dank.',
      '? FRAGE: Und die Fähre?',
      'SRS VOGT: Dazu kann ich Ihnen nichts sagen.',
    ],
    { title: 'Regierungspressekonferenz vom 14. Mai 2025', date: '2025-05-14' },
  );
  checkFile(
    'other-hands/press-briefing-d.html',
    [
      'MS LINDQVIST: Good afternoon, all. The lamp is lit. Abe, do you want to start us off?',
      '? QUESTION: Thank you. Who lit it?',
      'MS LINDQVIST: I would refer you to the port. I have nothing to add to that.',
      '? QUESTION: Can I follow up?',
      'MS LINDQVIST: Yeah.',
      '? QUESTION: (Inaudible.)',
      'MS LINDQVIST: All right. Thanks, everyone.',
    ],
    { title: 'Daily Press Briefing – March 12, 2024', date: '2024-03-12' },
  );
  checkFile(
    'other-hands/press-briefing-e.html',
    [
      "THE GOVERNOR: Hello, everybody. Cold, isn't it?",
      '? Q: Governor, did you sign the bill?',
      'THE GOVERNOR: I did.',
      '? Q: Will the mills reopen? And when —',
      'THE GOVERNOR: They will. Look, they never should have closed.',
      '? Q: (Inaudible) — the workers?',
      'THE GOVERNOR: Thank you.',
    ],
    { title: 'Remarks by the Governor in Press Gaggle', date: '2023-11-05' },
  );
});

describe('by other hands, talks, interviews and minutes', () => {
  checkFile(
    'other-hands/assistant-notes-b.txt',
    [
      'Rosa Gil: Six vases are cracked.',
      'Emil Dahl: From the cold?',
      'Rosa Gil: From the glaze.',
      'Emil Dahl: Then we fire them again.',
    ],
    { title: 'Pottery standup', date: '2025-06-03' },
  );
  checkFile('other-hands/bold-and-dash.md', [
    'Rosa Gil @3: Six vases are cracked.',
    'Emil Dahl @11: From the cold?',
    'Rosa Gil @21: From the glaze. All six.',
    'Emil Dahl @31: Then we fire them again.',
  ]);
  checkFile(
    'other-hands/court-lines.txt',
    [
      '? Q: Did you see the lamp?',
      '? A: I did.',
      '? Q: Was it lit?',
      '? A: It was not.',
      'MR. KERR: Objection, form.',
      'THE COURT: Overruled.',
      '? A: It was dark.',
      '? Q: Thank you.',
      'THE WITNESS: May I go?',
      'THE COURT: You may.',
    ],
    { title: 'Court of Lamps, hearing of 12 March 2024', date: '2024-03-12' },
  );
  checkFile(
    'other-hands/dash-beside-colons.txt',
    [
      'Chairman Brandt: The committee is in session.',
      'Ms. Gil: The kiln is cold.',
      'MR. DAHL: It is not.',
      'Ms. Gil: It is.',
      '? staff: The thermometer says eight.',
      'Chairman Brandt: Thank you.',
      'Gil, R. (Greens): Eight is cold.',
      'Chairman Brandt: Adjourned.',
    ],
    { title: 'Kiln committee' },
  );
  checkFile(
    'other-hands/front-matter-b.md',
    [
      '?: I have fired clay for thirty years. The first vase is still in my kitchen.',
      '?: Clay does not like the cold. Neither do I.',
    ],
    { title: 'Clay and cold', date: '2025-06-03' },
  );
  checkFile(
    'other-hands/igf-page-c.html',
    [
      'CHAIR: Good afternoon. Please be seated. Our first speaker is from the post office.',
      'NORA BLOM: Letters sank with the ship. All of them.',
      'EWAN PRYCE: Not mine.',
      'AUDIENCE: I have a question about stamps.',
      'CHAIR: Please.',
      '?: Who pays for them?',
      'NORA BLOM: You do.',
    ],
    { title: 'IGF 2023 – Day 1 – Open Forum #9 Letters by sea – RAW' },
  );
  checkFile('other-hands/interview-initials-b.txt', [
    'AS: Where did you learn it?',
    'RG: From my aunt.',
    'AS: Were you paid?',
    'RG: In clay. My aunt said: take it or leave it. I took it.',
    'AS: And now?',
    'RG: Now I pay others.',
  ]);
  checkFile('other-hands/log-with-initials.txt', [
    'Nora: The wick is too short. by an inch.',
    'ewan: Mine is too long.',
    'Nora Blom: Cut it then.',
    'Ewan Pryce: I will.',
    '? XY: Who pays?',
  ]);
  checkFile(
    'other-hands/names-of-a-class.html',
    [
      'INES DUARTE @2: Who rang first?',
      'PAUL KERR @9: I did. I was six.',
      'INES DUARTE @15: And who heard it?',
      'HUGO WREN @21: The lake.',
    ],
    { title: 'Bells and Lakes, episode 9 (transcript)' },
  );
  checkFile(
    'other-hands/note-marks.md',
    [
      'Rosa Gil: The kiln is cold.',
      'Emil Dahl: Since when?',
      'Rosa Gil: Since January. and nobody lit it.',
      "Ana O'Shea: I can light it on Friday.",
    ],
    { title: 'Kiln group 2025-06-03', date: '2025-06-03' },
  );
  checkFile(
    'other-hands/panel-in-headings.md',
    [
      'Ines Duarte: I rang the first bell when I was six. It was heard over the lake.',
      'Paul Kerr: I heard it. It was a Sunday.',
      'Hugo Wren: I slept.',
      'Ines Duarte: He always did.',
    ],
    { title: 'Lake panel' },
  );
  checkFile(
    'other-hands/panel-with-roles.txt',
    [
      'Moderator: Good evening. Who rang first?',
      'Ines Duarte (bell founder): I did. I was six.',
      'Moderator: And who heard it?',
      'Prof. Paul Kerr: I heard it over the lake. It was a Sunday.',
      'Moderator: Hugo?',
      'Hugo van der Wren: I slept.',
      'Moderator: Thank you all.',
    ],
    { title: 'Bells and lakes: a round table', date: '2023-11-05' },
  );
  checkFile('other-hands/voices-in-brackets.txt', [
    '? SPEAKER_00: Six vases are cracked.',
    '? SPEAKER_01: From the cold?',
    '? SPEAKER_00: From the glaze.',
    '?: Mine too.',
  ]);
});
