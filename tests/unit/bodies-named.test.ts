/** What is asked for by its kind alone: the organisations and countries that were named, and all that somebody raised, over an invented forum. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyNamesIn } from '../../src/answering/names/body-names.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { recordOf } from '../fixtures/harbour.ts';
import { rapporteurIn, temporaryFolder } from '../fixtures/temporary.ts';

describe('names of organisations', () => {
  it.each<[string, string[]]>([
    ['At UNESCO we know that the Tide Board and UNESCO met.', ['UNESCO', 'Tide Board']],
    ['He is Head of the Reef Office, and Chair of the Council of Harbours.', ['Reef Office', 'Council of Harbours']],
    ['Study Group 4 of Professor Alder is on nets.', ['Study Group 4']],
    ['The topic is Building the Kelp Board. AI and 5G are new. The Board is small.', []],
    ['Ida Vik, Minister for Ports and Ferry Services, met the Ferry Services Board.', ['Ferry Services Board']],
    ['The United Nations Working Group on Nets met.', ['United Nations Working Group on Nets']],
  ])('%s', (text, names) => {
    expect(bodyNamesIn(text)).toEqual(names);
  });
});

describe('asked for by their kind', () => {
  let rapporteur: Rapporteur;
  beforeAll(async () => {
    rapporteur = await rapporteurIn(temporaryFolder());
    const turns = [
      [
        'Runa Teale',
        'The nets were tested by the Lake Institute for the Council of Harbours. Norway and Peru buy them.',
      ],
      ['Bo Harrow', 'We in the Kelp Union sell to Chile. The harvest is late because the sea is warm this spring.'],
    ].map(([speaker, text]) => ({ speaker: speaker!, text: text! }));
    await rapporteur.ingest([recordOf({ id: 'kelp', title: 'Kelp forum', date: '2031-03-04', turns })]);
  });
  afterAll(() => rapporteur.close());

  it.each([
    ['List the organisations that were named', /^Lake Institute, Council of Harbours and Kelp Union\. Named by /u],
    [
      'Which organisations did Teale mention?',
      /^Lake Institute and Council of Harbours\. Named by Runa Teale \[1\]\.$/u,
    ],
    ['Which countries did Teale name?', /^Norway and Peru\. Named by Runa Teale \[1\]\.$/u],
    ['List the countries that were named', /^Norway, Peru and Chile\. Named by /u],
  ])('%s', async (text, told) => {
    const answer = await rapporteur.ask({ text });
    expect(answer.text).toMatch(told);
    expect(answer.status).toBe('answered');
  });

  it.each(['Which topics did Harrow raise?', 'What themes did Harrow touch on?', 'Which subjects did Harrow cover?'])(
    'all that somebody spoke of: %s',
    async (text) => {
      const { status, quotes } = await rapporteur.ask({ text });
      expect(status).toBe('answered');
      expect(quotes.map(({ speaker }) => speaker)).toContain('Bo Harrow');
    },
  );
});
