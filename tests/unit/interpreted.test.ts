/** Original or interpretation, where a record tells it. All that is said here is invented. */
import { describe, expect, it } from 'vitest';
import { trackOf } from '../../src/records/formats/interpreted.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';

function read(name: string, text: string) {
  const [session] = parseRecord({ name, text, address: null }).sessions;
  return session!;
}
const spoken = (name: string, text: string) => read(name, text).turns.map((turn) => [turn.text, turn.spokenIn ?? null]);

const inEnglish = 'We will pay for the gauges, and the levy is to stay as it is.';
const inFrench = 'Nous allons payer les stations, et la taxe reste comme elle est pour les villes.';
const inPortuguese = 'Nós vamos pagar as estações, e a taxa fica como está para as cidades do rio.';

describe('the language a turn was spoken in', () => {
  it('is told of words that are in another: interchange JSON', () => {
    const turns = [
      { speaker: 'Ana Lind', text: inEnglish, language: 'en' },
      { speaker: 'Luc Morel', text: inEnglish, language: 'fr' },
      // Too short to tell, as what else was spoken in French.
      { speaker: 'Luc Morel', text: 'Merci.', language: 'fr' },
      { speaker: 'Rita Melo', text: inPortuguese, language: 'pt' },
      { speaker: 'Rita Melo', text: inEnglish, language: 'Portuguese' },
      // The record tells nothing that could be believed.
      { speaker: 'Ana Lind', text: inFrench, language: 'und' },
    ];
    expect(spoken('a.json', JSON.stringify({ title: 'Gauges', language: 'en', turns })).map(([, tag]) => tag)).toEqual([
      null,
      'fr',
      'fr',
      null,
      'pt',
      null,
    ]);
  });

  it('is no other where a text may be in it, though its words look like those of another', () => {
    const catalan = 'Pagarem les estacions, i la taxa es queda com és per a les ciutats del riu.';
    const turns = [{ speaker: 'Pau Serra', text: catalan, language: 'ca' }];
    expect(spoken('a.json', JSON.stringify({ title: 'Gauges', turns }))).toEqual([[catalan, null]]);
  });

  it('is told of the rows of a table', () => {
    const table = `Speaker,Language,Text\nLuc Morel,French,"${inEnglish}"\nAna Lind,English,"${inEnglish}"\n`;
    expect(spoken('a.csv', table)).toEqual([
      [inEnglish, 'fr'],
      [inEnglish, null],
    ]);
  });

  it('is told of the items of a meeting tool', () => {
    const utterances = [
      { speaker: 'Luc Morel', text: inEnglish, language: 'fr', start: 0, end: 6 },
      { speaker: 'Ana Lind', text: inEnglish, language: 'en', start: 7, end: 12 },
    ];
    expect(spoken('a.json', JSON.stringify({ meeting: { utterances } })).map(([, tag]) => tag)).toEqual(['fr', null]);
  });

  it('is told of a script for dubbing', () => {
    const cue = (at: number, agent: string, source: string) =>
      `<p begin="${at}s" end="${at + 4}s" ttm:agent="${agent}"><span daptm:langSrc="${source}">${inEnglish}</span></p>`;
    const xml = `<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
      xmlns:daptm="http://www.w3.org/ns/ttml/profile/dapt#metadata" xml:lang="en"><head><metadata>
      <ttm:agent type="character" xml:id="a"><ttm:name>Luc Morel</ttm:name></ttm:agent>
      <ttm:agent type="character" xml:id="b"><ttm:name>Ana Lind</ttm:name></ttm:agent></metadata></head>
      <body><div>${cue(0, 'a', 'fr')}${cue(5, 'b', 'en')}</div></body></tt>`;
    expect(spoken('a.xml', xml).map(([, tag]) => tag)).toEqual(['fr', null]);
  });
});

describe('the track of a record', () => {
  it.each([
    ['interpretation', 'interpretation'],
    ['English (interpreters)', 'interpretation'],
    ['Floor', 'original'],
    ['перевод', 'interpretation'],
    ['main', undefined],
    [null, undefined],
  ] as const)('%s', (told, track) => expect(trackOf(told)).toBe(track));

  it('is read from captions and from the interchange', () => {
    const captions = `WEBVTT\n\nNOTE title: Gauges\nNOTE track: interpretation\n\n00:01.000 --> 00:03.000\n<v Ana Lind>${inEnglish}\n`;
    expect(read('a.vtt', captions).track).toBe('interpretation');
    expect(read('a.vtt', captions.replace('NOTE track: interpretation', '')).track).toBeUndefined();
    const record = { title: 'Gauges', track: 'floor', turns: [{ speaker: 'Ana Lind', text: inEnglish }] };
    expect(read('a.json', JSON.stringify(record)).track).toBe('original');
  });
});
