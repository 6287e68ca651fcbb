import { describe, expect, it } from 'vitest';
import { shownSpeaker, voiceOf } from '../../src/people/unnamed.ts';
import { languageTag } from '../../src/words/language-tags.ts';

describe('who is shown where nobody is named', () => {
  it.each([
    ['Ana Lind', undefined, 'Ana Lind'],
    [null, undefined, 'unknown speaker'],
    [null, 'SPEAKER_06', 'voice 6'],
    [null, 'Speaker B', 'voice B'],
    [null, 'S2', 'voice 2'],
    [null, 'Clerk', 'unknown speaker (as written: Clerk)'],
    [null, 'Person on the pier', 'unknown speaker (as written: Person on the pier)'],
  ])('%s, %s: %s', (speaker, label, shown) => {
    expect(shownSpeaker({ speaker, ...(label !== undefined && { label }) })).toBe(shown);
  });

  it('is no voice where a name has a number', () => {
    expect(voiceOf('Henry 8')).toBeNull();
  });
});

describe('the tag of a language', () => {
  it.each([
    ['Spanish', 'es'],
    ['espagnol', 'es'],
    ['французский', 'fr'],
    ['французском', 'fr'],
    ['на французском', null],
    ['法语', 'fr'],
    ['法文', 'fr'],
    ['俄语', 'ru'],
    ['inglés', 'en'],
    ['الفرنسية', 'fr'],
    ['Klingon', null],
  ])('%s: %s', (name, tag) => {
    expect(languageTag(name)).toBe(tag);
  });
});
