/** Questions in other languages than the record: matters come near by what its language calls them. All of it is invented. */
import { describe, expect, it } from 'vitest';
import { meetingIn } from '../fixtures/meeting.ts';

const ask = meetingIn('en', [
  ['Olga Petrenko', 'Welcome to the hearing on the ferries and on the new school of the town.'],
  ['Mei Tanaka', 'We need minerals for the lamps, and the minerals come from the north. Minerals are dear this year.'],
  ['Ines Okafor', 'There are 17 lawsuits over the ferries. BRICS met in our town, and Brazil sent a ship.'],
  ['Ke Hong', 'The engineers mend the lock. They sleep in the old mill.'],
]);

describe('what comes near', () => {
  it.each([
    ['Qu’a dit Tanaka sur les minerais ?', 'minerals'],
    ['¿Quién habló de los minerales?', 'minerals'],
    ['Кто говорил о минералах?', 'minerals'],
    ['谁谈到了矿产？', 'minerals'],
    ['من تحدث عن المعادن؟', 'minerals'],
    ['Combien de procès y a-t-il ?', '17 lawsuits'],
    ['有多少起诉讼？', '17 lawsuits'],
    ['ماذا قال وزيرنا عن المهندسين؟', 'engineers'],
    // Of somebody whom nobody knows by that name, what is said of the country.
    ['ماذا قال بيلنسكي عن البرازيل؟', 'Brazil'],
  ])('%s', async (question, words) => {
    const { status, text, related } = await ask(question);
    expect(status, text).toBe('nearest');
    expect(related.map((passage) => passage.text).join(' ')).toContain(words);
    expect(text).toMatch(/anglais|inglés|английский|英语|الإنجليزية/u);
  });

  it('is an answer where an organisation has its name in each language', async () => {
    const { status, quotes } = await ask('谁谈到了金砖国家？');
    expect(status).toBe('answered');
    expect(quotes[0]?.text).toContain('BRICS');
  });
});

describe('where nothing comes near', () => {
  it.each(['谁谈到了鲸鱼？', 'من تحدث عن الحيتان؟', 'Кто говорил о китах?'])(
    'nothing is said of what was said in other words: %s',
    async (question) => {
      const { status, text } = await ask(question);
      expect(status).toBe('not_found');
      expect(text).toMatch(/并不说明|ولا يدل|ничего не говорит/u);
    },
  );
});
