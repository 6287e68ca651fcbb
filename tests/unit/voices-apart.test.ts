/** Words of others inside and beside a speech, as records of different houses print them: each is who said it, or nobody's. */
import { describe, expect, it } from 'vitest';
import { quoteAt } from '../../src/answering/quotes/quote.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';

const read = (text: string, name = 'record.txt') => parseRecord({ name, text, address: null });

function check(what: string, text: string, turns: string[], people: { [name: string]: string | null } = {}) {
  it(what, () => {
    const { sessions } = read(text);
    expect(
      sessions.flatMap((session) =>
        session.turns.map(({ speaker, label, text: words }) => `${speaker ?? `? ${label ?? ''}`.trim()}: ${words}`),
      ),
    ).toEqual(turns);
    for (const [name, affiliation] of Object.entries(people))
      expect(sessions[0]!.speakers.find((speaker) => speaker.name === name)).toMatchObject({ affiliation });
  });
}

describe('calls in brackets', () => {
  check(
    'of several people, one of whom is not known',
    [
      'Präsidentin Ulla Kern: Das Wort hat Kollege Hauser.',
      '',
      'Jan Hauser (GRÜNE): Die Drachen steigen um zwölf.',
      '(Beifall bei der SPD – Dr. Petra Lang [FDP]: Wer zahlt denn das? – Zuruf von der AfD: Quatsch!)',
      'Sie warten nie.',
      '',
      'Präsidentin Ulla Kern: Danke.',
      '',
      'Dr. Petra Lang (FDP): Wir haben kein Geld.',
    ].join('\n'),
    [
      'Präsidentin Ulla Kern: Das Wort hat Kollege Hauser.',
      'Jan Hauser: Die Drachen steigen um zwölf.',
      'Dr. Petra Lang: Wer zahlt denn das?',
      '? AfD: Quatsch!',
      'Jan Hauser: Sie warten nie.',
      'Präsidentin Ulla Kern: Danke.',
      'Dr. Petra Lang: Wir haben kein Geld.',
    ],
  );
  it('tell what stands beside them as left out', () => {
    const { leftOut } = read(
      'Ana Lind: We begin.\n(Applause – Bo Rask [Kelp]: Hear, hear!)\n\nBo Rask: Yes.\n\nAna Lind: Good.\n',
    );
    expect(leftOut).toContainEqual(
      expect.objectContaining({ text: 'Applause', why: expect.stringMatching(/remarks/u) }),
    );
  });
});

describe('before a full stop', () => {
  check(
    'members of one place, and the clerk, in a hearing',
    [
      '    Chairwoman Lind. The committee will come to order. The kites fly at noon.',
      '    Mr. Rask. Thank you. String is dear. Mr. Ortiz knows that.',
      '    Ms. Ortiz of Maine. I do.',
      '    The Clerk. There are nine.',
      '    Chairwoman Lind. Thank you. Mr. Rask?',
      '    Mr. Rask. I yield back.',
    ].join('\n'),
    [
      'Chairwoman Lind: The committee will come to order. The kites fly at noon.',
      'Mr. Rask: Thank you. String is dear. Mr. Ortiz knows that.',
      'Ms. Ortiz of Maine: I do.',
      'The Clerk: There are nine.',
      'Chairwoman Lind: Thank you. Mr. Rask?',
      'Mr. Rask: I yield back.',
    ],
  );
  check(
    'several deputies whom the record does not tell apart',
    [
      'Mme la présidente. La parole est à M. Paul Girard.',
      'M. Paul Girard. Les cerfs-volants partent à midi.',
      'Mme Anne Petit, ministre des ports. Le ministère paie.',
      'Plusieurs députés du groupe LR. C’est faux !',
      'Mme la présidente. La séance est levée.',
      'M. Paul Girard. Merci.',
    ].join('\n\n'),
    [
      'Mme la présidente: La parole est à M. Paul Girard.',
      'M. Paul Girard: Les cerfs-volants partent à midi.',
      'Mme Anne Petit: Le ministère paie.',
      'Plusieurs députés du groupe LR: C’est faux !',
      'Mme la présidente: La séance est levée.',
      'M. Paul Girard: Merci.',
    ],
  );
  check(
    'surnames in capitals with their groups',
    [
      'PRESIDENTE. Dichiaro aperta la seduta.',
      'ROSSI (PD). Gli aquiloni partono a mezzogiorno.',
      'BIANCHI (FdI). Chi paga?',
      'PRESIDENTE. La seduta è tolta.',
      'ROSSI (PD). Grazie.',
    ].join('\n\n'),
    [
      'PRESIDENTE: Dichiaro aperta la seduta.',
      'ROSSI: Gli aquiloni partono a mezzogiorno.',
      'BIANCHI: Chi paga?',
      'PRESIDENTE: La seduta è tolta.',
      'ROSSI: Grazie.',
    ],
    { ROSSI: 'PD', BIANCHI: 'FdI' },
  );
});

describe('names in brackets over captions', () => {
  const cue = (at: number, ...lines: string[]) => `${at}\n00:00:0${at},000 --> 00:00:0${at},900\n${lines.join('\n')}\n`;
  check(
    'are names where they recur',
    [
      cue(1, '[Ana Lind]', 'Kites fly.'),
      cue(2, '[Bo Rask] They', 'do.'),
      cue(3, '[applause]'),
      cue(4, '[Ana Lind]', 'Good.'),
    ].join('\n'),
    ['Ana Lind: Kites fly.', 'Bo Rask: They do.', 'Ana Lind: Good.'],
  );
  check(
    'are words where they do not',
    [cue(1, '[Speaks Welsh]', 'Kites fly.'), cue(2, 'They do.'), cue(3, 'So.'), cue(4, 'Good.'), cue(5, 'Yes.')].join(
      '\n',
    ),
    ['?: [Speaks Welsh] Kites fly. They do. So. Good. Yes.'],
  );
});

describe('nicks that tell more', () => {
  check(
    'in a log',
    [
      '[10:00:05] <kit> scribe: bo_',
      '[10:00:09] <bo_> ana (she/her, Kite Club): Kites fly.',
      '[10:00:12] <bo_> … at noon.',
      '[10:00:15] <bo_> cy: String is dear.',
      '[10:00:18] <cy [ACME]> +1',
      '[10:00:21] <bo_> ana: We have none.',
    ].join('\n'),
    ['ana: Kites fly. at noon.', 'cy: String is dear.', 'ana: We have none.'],
    { ana: 'Kite Club', cy: 'ACME' },
  );
  check(
    'in minutes, with a line that goes on',
    [
      'Kites WG\n14 May 2025\n\nAttendees\nPresent: ana, bo, cy\nChair: ana\nScribe: bo\n\nMeeting minutes\n',
      'ana (she/her, Kite Club): Kites fly',
      'at noon, and never later.',
      'bo_ [ACME]: String is dear.',
      'cy (they/them): So it is.',
      'ana (she/her, Kite Club): We have none.',
    ].join('\n'),
    ['ana: Kites fly at noon, and never later.', 'bo: String is dear.', 'cy: So it is.', 'ana: We have none.'],
    { ana: 'Kite Club', bo: 'ACME', cy: null },
  );
});

describe('a row whose link is a place in a recording', () => {
  const quoted = (text: string, name: string) => {
    const [session] = read(text, name).sessions;
    const turn = session!.turns[0]!;
    return quoteAt({ ...session!, id: 'council' }, turn, { turn: 0, start: 0, end: 5, seconds: turn.times[0]!.seconds })
      .url;
  };
  it('opens the recording there, from a table in Markdown', () =>
    expect(
      quoted(
        '| Transcript | Video |\n|---|---|\n| Moved. | [video](https://v.example/12?start=9543) |\n| Seconded. | [video](https://v.example/12?start=9550) |\n',
        'council.md',
      ),
    ).toBe('https://v.example/12?start=9543'));
  it('opens the recording there, from a table of a page', () =>
    expect(
      quoted(
        `<h1>Council</h1><table>${[3, 11, 21].map((at, index) => `<tr><td><a href="https://v.example/w?v=9&amp;t=${at}">0:${String(at).padStart(2, '0')}</a></td><td>${index % 2 ? 'Bo Rask' : 'Ana Lind'}</td><td>Kites fly.</td></tr>`).join('')}</table>`,
        'council.html',
      ),
    ).toBe('https://v.example/w?v=9&t=3'));
});

describe('words that a page hides', () => {
  it('are nobody’s, and told', () => {
    const page =
      '<html><head><style>.gone { display: none }</style></head><body><h1>Hearing</h1>' +
      '<p><b>Ana Lind:</b> We will <span class="gone">never</span> pay.</p><p><b>Bo Rask:</b> Good <i style="display:none">bad</i> news.</p>' +
      '<p><b>Ana Lind:</b> Yes.</p><p><b>Bo Rask:</b> Yes.</p></body></html>';
    const { sessions, problems } = read(page, 'x.html');
    expect(sessions[0]!.turns.map(({ text }) => text)).toEqual(['We will pay.', 'Good news.', 'Yes.', 'Yes.']);
    expect(problems.map(({ message }) => message).join('\n')).toMatch(
      /hidden words of the page \(2 words in 2 places/u,
    );
  });
});
