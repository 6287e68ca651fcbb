/** What a page shows, where turns stand in it, and the fragment that opens it there; `tests/wire/links.test.ts` opens them. */
import { describe, expect, it } from 'vitest';
import { placeOnPage, textFragment } from '../../src/answering/quotes/text-fragment.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';
import { shownText } from '../../src/records/formats/shown-page.ts';

describe('what a page shows', () => {
  it.each([
    ['<p>One\n  two</p><p>three</p>', 'One two|three'],
    ['<p>One<br>two</p>', 'One\ntwo'],
    ['<p>One&nbsp; two</p>', 'One\u00A0 two'],
    ['<pre>one\n  two</pre>', 'one\n  two'],
    ['<p>One <b>t</b>wo <span style="display:none">three</span></p>', 'One two'],
    [
      '<style>.a { display: none } .b { display: block }</style><p>One <i class="a">two</i><i class="b">three</i></p>',
      'One|three',
    ],
    ['<div hidden>no</div><td>a</td><td>b</td>', 'a|b'],
  ])('%j', (html, shown) => {
    expect(shownText(html)!.replaceAll('\u2029', '|')).toBe(shown);
  });
});

describe('a turn on its page', () => {
  const html =
    '<html><body><p><b>Ana Lind:</b> We begin.</p><p>It goes on<sup>1</sup> here.</p><p><b>Bo Rask:</b> We begin?</p>' +
    '<p><b>Ana Lind:</b> Yes.</p><p><b>Bo Rask:</b> Yes.</p></body></html>';
  const [session] = parseRecord({ name: 'x.html', text: html, address: 'https://records.example/x' }).sessions;
  const shown = session!.page!.shown!;
  it.each(session!.turns.map((turn, index) => [index, turn.text] as const))('%i is found: %s', (index, text) => {
    const place = placeOnPage(shown, index, text, { start: 0, end: text.length })!;
    const letters = (words: string) => words.replaceAll(/[^\p{L}]/gu, '');
    expect(letters(shown.text.slice(place.start, place.end))).toBe(letters(text));
  });
  it('is nowhere where the page reads otherwise', () => {
    expect(placeOnPage(shown, 0, 'Something else was said.', { start: 0, end: 9 })).toBeNull();
  });
  it('has no place in a file that only names an address', () => {
    const [named] = parseRecord({ name: 'x.html', text: html, address: null }).sessions;
    expect(named!.page).toBeNull();
  });
});

describe('a fragment', () => {
  const at = (page: string, words: string, room = 400, from = 0) => {
    const start = page.indexOf(words, from);
    return decodeURIComponent(textFragment(page, { start, end: start + words.length }, room));
  };
  it('has the three words before', () =>
    expect(at('One two three four. Five six.', 'Five six.')).toBe('two three four.-,Five six.'));
  it('has the words of the block before', () =>
    expect(at('One two.\u2029Five six.', 'Five six.')).toBe('One two.-,Five six.'));
  it('is of the first and last words of a long one', () =>
    expect(at('Go. a b c d e f g h i j k l', 'a b c d e f g h i j k l')).toBe('Go.-,a b c d e,h i j k l'));
  it('is longer where the same stands before', () => {
    const page = 'Any words? I hear none. So decided. Point taken. Any words? I hear none. So decided.';
    expect(at(page, 'So decided.', 400, 40)).toBe('taken. Any words? I hear none.-,So decided.');
  });
  it('fits the room in Russian', () => {
    const words = 'Сегодня мы обсуждаем предложение о прекращении дноуглубительных работ во внешней гавани на два года';
    const fragment = textFragment(`Доброе утро, коллеги. ${words}`, { start: 22, end: 22 + words.length }, 380);
    expect(fragment.length).toBeLessThanOrEqual(380);
    expect(decodeURIComponent(fragment)).toMatch(/^Доброе утро, коллеги\.-,Сегодня мы.*,.*года$/u);
  });
  it('takes in what a browser takes for one word', () =>
    expect(at('It was so in 2019.2 Then not.', 'It was so in 2019.')).toBe('It was so in 2019.2'));
});
