/** Records of parliaments in XML, each layout on its fixture; and what is refused. */
import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../src/records/formats/recognise.ts';
import { reads } from '../fixtures/reads.ts';

const person = (name: string, role: string | null, affiliation: string | null): unknown =>
  expect.objectContaining({ name, role, affiliation });

describe('parliaments', () => {
  reads('bundestag-xml/sitting.xml', {
    format: 'Bundestag protocol (XML)',
    facts: {
      title: 'Erfundener Landtag, 12. Sitzung',
      date: '2025-03-04',
      startTime: '09:00',
      endTime: '17:31',
      language: 'de',
      kind: 'official record',
      speakers: [
        person('Benno Kray', 'Vizepräsident', null),
        person('Dr. Orla von Finch', 'Bundesministerin für Wind', null),
        person('Kit Vo', null, 'Wind/90'),
      ],
    },
    turns: [
      'Benno Kray |  | Die Sitzung über Drachen ist eröffnet.',
      'Dr. Orla von Finch |  | Drachen sinken. Sie sinken langsam.',
      'Benno Kray |  | Gestatten Sie eine Frage?',
      'Kit Vo |  | Sinken sie wirklich?',
      '? |  | Wir kommen zur Abstimmung.',
    ],
    told: [/headings/, /interjections \(5 words in 2 places/, /notes \(2 words/, /before and behind/],
  });
  reads('parliament-tei/labels.xml', {
    format: 'parliament in TEI',
    facts: {
      title: 'Invented assembly, sitting 3',
      date: '2025-03-04',
      language: 'en',
      speakers: [
        person('Ms Orla Finch', 'The Deputy Speaker', null),
        person('Benno Kray', null, 'Wind'),
        person('Kit Vo', null, null),
        person('DR. LIA MOOR', 'PREDSEDNIK', null),
      ],
    },
    turns: [
      'Ms Orla Finch |  | Kites sink. They sink today.',
      'Benno Kray |  | Do they? They do.',
      'Kit Vo |  | All of them.',
      'DR. LIA MOOR |  | We close. Not yet.',
      '?mp.77 |  | Some.',
    ],
    told: [/headings/, /notes \(4 words in 3 places/],
  });
  reads('parliament-tei/annotated.xml', {
    format: 'parliament in TEI',
    facts: { language: 'sl', speakers: [person('Orla Finch', null, 'Wind')] },
    turns: ['Orla Finch |  | Zmaji tonejo, res. Ne vem.'],
  });
  reads('europarl-xml/debate.xml', {
    format: 'European Parliament debates (XML)',
    facts: {
      date: '2025-03-04',
      speakers: [
        person('Orla Finch', 'President', null),
        person('Benno Kray', 'on behalf of the Wind Group', 'Wind'),
        person('Kit Vo', null, 'Water'),
      ],
    },
    turns: [
      'Orla Finch | 09:05 | The next item is the debate on the kites that sink.',
      'Benno Kray | 09:06 | Madame la Présidente, les cerfs-volants ne sont pas des bateaux, et ils coulent dans la mer. Voilà ce que nous avons vu.',
      'Kit Vo |  | [de] I would say that the kites of this house are not the ones that sink in the water.',
    ],
    told: [/headings/, /notes of the record/, /statements in writing \(11 words: “Lia Moor \(Water\), in writing/],
  });
  reads('canada-hansard/debate.xml', {
    format: 'Hansard of Canada (XML)',
    facts: {
      title: 'House of Kites, 12',
      date: '2025-03-04',
      speakers: [
        person('Hon. Orla Finch', null, 'Kelp Bay, Wind'),
        person('Mr. Benno Kray', 'The Deputy Speaker', null),
      ],
    },
    turns: [
      'Hon. Orla Finch | 14:05 | Mr. Speaker, the minister says kites sink.',
      'Hon. Orla Finch |  | [fr] Do they sink?',
      'Hon. Orla Finch |  | Do they?',
      'Mr. Benno Kray |  | Order.',
    ],
    told: [/headings and procedure/],
  });
  reads('australia-hansard/paragraphs.xml', {
    format: 'Hansard of Australia (XML)',
    facts: {
      date: '2025-03-04',
      speakers: [
        person('Ms FINCH', null, 'Kelp Bay'),
        person('Mr VO', 'Minister for Wind', 'Halden'),
        person('Ms Moor', null, null),
      ],
    },
    turns: [
      'Ms FINCH | 14:05 | Do kites sink?',
      'Mr VO |  | They sink. They sink slowly.',
      'Ms Moor |  | No!',
      'Mr VO |  | They do.',
    ],
    told: [/headings and procedure/, /votes and papers/],
  });
  reads('australia-hansard/styles.xml', {
    format: 'Hansard of Australia (XML)',
    facts: {
      speakers: [
        person('Senator FINCH', 'Minister for Wind (Acting)', 'Kelp Bay'),
        person('The PRESIDENT', null, null),
      ],
    },
    turns: [
      'Senator FINCH | 09:31 | Kites sink.',
      'The PRESIDENT |  | Order! (He rose.)',
      'Senator FINCH |  | I said: they sink.',
    ],
    told: [/headings and procedure/, /interjections and headings/],
  });
  reads('australia-hansard/short-interruptions.xml', {
    format: 'Hansard of Australia (XML)',
    facts: { speakers: [{ name: 'Ms FINCH' }] },
    turns: ['Ms FINCH | 09:31 | Kites sink. They sink at noon. They sink at night.'],
    told: [/headings and procedure/, /interjections and headings/],
  });
  reads('speech-elements/speakers.xml', {
    format: 'speeches in XML',
    facts: {
      title: 'Kite council',
      date: '2025-03-04',
      speakers: [person('Cllr Orla Finch', null, 'Kelp Bay'), person('Mr Benno Kray', 'The Chair', null)],
    },
    turns: ['Cllr Orla Finch |  | Kites sink. They sink today.', 'Mr Benno Kray |  | Do they?'],
    told: [/headings and facts/, /notes of the record/],
  });
  reads('speech-elements/orateurs.xml', {
    format: 'speeches in XML',
    facts: { date: '2025-03-04' },
    turns: ['Mme la présidente |  | La parole est à M. Benno Kray.', 'M. Benno Kray |  | Les cerfs-volants coulent.'],
    told: [/headings and facts/, /notes of the record/],
  });
});

describe('what is not read', () => {
  const long = 'The harbour must be dredged first, and the tender leaves at ten. '.repeat(20);
  it.each([
    [
      'a feed',
      `<?xml version="1.0"?><rss><channel><item><title>A</title><description>${long}</description></item></channel></rss>`,
      /XML of a kind that is not read here \(<rss>\)/,
    ],
    ['a drawing', `<svg xmlns="http://www.w3.org/2000/svg"><text>${long}</text></svg>`, /XML of a kind.*<svg>/],
    ['settings', `{"name": "x", "description": "${long}"}`, /JSON in no layout known/],
    [
      'messages of a chat',
      JSON.stringify([{ type: 'message', user: 'U1', text: long, ts: '1747216800.1' }]),
      /JSON in no layout known/,
    ],
    [
      'a talk with a machine',
      JSON.stringify([
        { role: 'user', content: long },
        { role: 'assistant', content: long },
      ]),
      /JSON in no layout known/,
    ],
    ['half of a JSON file', '{"segments": [{"start": 0, "text": "We beg', /not whole JSON/],
  ])('%s is refused with its name, and never taken for text', (_what, text, why) => {
    const { sessions, problems, format } = parseRecord({ name: 'x.dat', text, address: null });
    expect(format).toBeNull();
    expect(sessions).toEqual([]);
    expect(problems[0]!.message).toMatch(why);
  });
});
