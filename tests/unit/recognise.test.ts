import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../src/records/formats/recognise.ts';

function check(what: string, text: string, format: string | null) {
  it(`takes ${what} for ${format ?? 'nothing it knows'}`, () => {
    const parsed = parseRecord({ name: 'notes/some file.txt', text, address: null });
    expect(parsed.format).toBe(format);
    expect(parsed.sessions.length).toBe(format === null ? 0 : 1);
    expect(parsed.problems.filter(({ message }) => /^notes\/some file\.txt: .*WebVTT/.test(message))).toHaveLength(
      format === null ? 1 : 0,
    );
  });
}

describe('parseRecord', () => {
  check('an empty text', '  \n', null);
  check('a table of values', 'a,b,c\n1,2,3\n4,5,6\n', null);
  check('a program', '{"name": "x", "scripts": {}}', null);
  check('a page of the web', '<!doctype html><html><body><p>Hello.</p></body></html>', null);
  it('refuses a page that is nested deeper than any is, however deep', () => {
    const page = (deep: number) =>
      `<html><body>${'<b>'.repeat(deep)}<p>Ana Lind: We begin.</p><p>Ben Sen: Yes.</p><p>Ana Lind: With boats.</p></body></html>`;
    const formatOf = (deep: number) => parseRecord({ name: 'page.html', text: page(deep), address: null }).format;
    expect([formatOf(300), formatOf(600), formatOf(200_000)]).toEqual(['transcript page (HTML)', null, null]);
  });
  check('a list of names', Array.from({ length: 40 }, (_, index) => `Ana Lind (AL${index})`).join('\n'), null);
  check(
    'a written summary',
    'Meeting summary\n\nThe group met on Monday. It agreed on the fence. It will meet again.\n\nNext steps\n\nAna will call the town.',
    null,
  );
  check('captions', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n', 'WebVTT');
  check('captions without their number', '00:00:01,000 --> 00:00:02,000\nHello.\n', 'SubRip');
  check('one labelled line', 'Ana Lind: Hello to you all.', 'plain text');
  check('prose', 'We met. We spoke of rivers. Nobody wrote down who said what.', 'plain text');
  check('marks of a stenographer', '>> Hello.\n\n>> Hello to you.', 'live captions');
  it('tells what is wrong without the marks that turn text round', () => {
    const text = '{"title": "Boats", "turns": fa\u202Else}';
    const [problem] = parseRecord({ name: 'boats.json', text, address: null }).problems;
    expect(problem!.message).toMatch(/^boats\.json: is not whole JSON \([^\u202E]+$/);
  });
  check('an answer by mail', 'Hello Ana,\n\n> I wrote this.\n>> And you wrote that.\n\nBest,\nBo', null);
});

it('a title of marks that nobody sees is none', () => {
  const text =
    '\u200F\nTranscript\nOrla Finch: Kites sink.\nBenno Kray: Do they?\nOrla Finch: They do.\nMeeting ended after 00:01:00 👋\n';
  expect(parseRecord({ name: 'kites.txt', text, address: null }).sessions.map(({ title }) => title)).toEqual(['kites']);
});
