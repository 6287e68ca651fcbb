import { describe, expect, it } from 'vitest';
import { phrases } from '../../src/words/matcher.ts';
import { textOf } from '../../src/words/text-words.ts';

/** What a line matches of a text, and what it takes out; null where it is not in it. */
function check(line: string, text: string): string | null {
  const table = phrases({ lines: line, lists: { people: 'speaker(s)|guest(s)' } });
  const first = table.first(textOf(text));
  expect(table.in(textOf(text))).toBe(first !== null);
  return first && (first.taken ?? text.slice(first.start, first.end));
}

describe('a line of phrases', () => {
  it.each([
    ['took part', 'Who took part?', 'took part'],
    ['took part', 'who TOOK  part', 'TOOK  part'],
    ['took part', 'Who took, part by part, the boat?', null],
    ['took part', 'the undertook parts', null],
    ['who [all] (came|took part)', 'Who came?', 'Who came'],
    ['who [all] (came|took part)', 'who all took part', 'who all took part'],
    ['who [all] (came|took part)', 'who else came', null],
    ['view(s)', 'her views', 'views'],
    ['chair(|ed|man)', 'she chaired it', 'chaired'],
    ['summar(y|ies)', 'summar', null],
    ['~say', 'saying so', 'saying'],
    ['participat*', 'were participating', 'participating'],
    ['which *s', 'Which boats?', 'Which boats'],
    ['which * s', 'Which s', null],
    ['who … chaired', 'Who of the five guests, if any, chaired?', 'Who of the five guests, if any, chaired'],
    ['who … chaired', 'Who was it? She chaired.', null],
    ['who …2 chaired', 'who of the guests chaired', null],
    ['who spoke !(about|of !(the))', 'Who spoke about seals?', null],
    ['who spoke !(about|of !(the))', 'Who spoke of seals?', null],
    ['who spoke !(about|of !(the))', 'Who spoke of the seals?', 'Who spoke'],
    ['view =(of|on)', 'a view on it', 'view'],
    ['view =(of|on)', 'a sea view', null],
    ['^ [and] who', 'And who?', 'And who'],
    ['^ who', 'And who?', null],
    ['dates $', 'the dates?', 'dates'],
    ['in the <…3> session', 'in the open data session', 'open data'],
    ['in the <…3> session', 'in the hall, a session', null],
    ['which <* [*]>', 'which follow-up questions', 'follow-up'],
    ['how many {people}', 'How many guests?', 'How many guests'],
    ['to do', 'a to-do list', 'to-do'],
    ['what’s', "What's new?", "What's"],
    ['séance', 'la SEANCE', 'SEANCE'],
    ['说什么', '她说什么？', '说什么'],
    ['кто', 'Кто пришёл?', 'Кто'],
  ])('%s in “%s” is %s', (line, text, expected) => expect(check(line, text)).toBe(expected));

  it('matches the longest of several, from left to right', () => {
    const table = phrases({ lines: 'the\nthe sea\nsea wall' });
    const text = 'the sea wall and the sea';
    expect(table.all(textOf(text)).map(({ start, end }) => text.slice(start, end))).toEqual(['the sea', 'the sea']);
    expect(table.cutFrom(text)).toBe('  wall and  ');
  });

  it.each(['who (came', 'who came)', '{nobody}', '[all who'])('%s is refused', (lines) =>
    expect(() => phrases({ lines }).in(textOf('who came'))).toThrow(/phrases: "/),
  );

  it('goes on in a line that begins with |', () => {
    const asked = phrases({ lines: '(we|they) (want|need\n      |seek) rules\n    no rules' });
    for (const text of ['We want rules.', 'They seek rules.', 'No rules.']) expect(asked.in(textOf(text))).toBe(true);
    expect(asked.in(textOf('They make rules.'))).toBe(false);
  });
  it('reads each language with its own lists', () => {
    const table = phrases({ lines: '{x}', lists: { x: 'boat' } }, { lines: '{x}', lists: { x: 'bateau' } });
    expect(['boat', 'bateau', 'barco'].map((text) => table.in(textOf(text)))).toEqual([true, true, false]);
  });

  it('looks at a long text word by word', () => {
    const table = phrases({ lines: '… a … b … c … d' });
    expect(table.all(textOf('a b '.repeat(3000)))).toEqual([]);
  });
});

describe('tables of several languages', () => {
  const ways = phrases(
    { lines: 'who spoke\n… <*> spoke' },
    { lines: 'who <*>' },
    { lines: 'من <*>', beyondLatin: true },
  );

  it.each([
    ['Who spoke?', 'Who spoke', null],
    ['who sang', 'who sang', 'sang'],
    // What can begin with any word is looked for beside what begins with this one.
    ['the guest spoke', 'the guest spoke', 'guest'],
    ['ومن تحدث', 'ومن تحدث', 'تحدث'],
    ['nobody sang', null, null],
  ])('%s', (text, said, taken) => {
    const found = ways.first(textOf(text));
    expect(found && text.slice(found.start, found.end)).toBe(said);
    expect(found?.taken ?? null).toBe(taken);
  });
});
