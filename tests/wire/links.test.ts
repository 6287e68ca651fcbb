/** Links into pages, opened in a real Chromium: what it marks is the sentence that was quoted, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoteAt } from '../../src/answering/quotes/quote.ts';
import { parseRecord } from '../../src/records/formats/recognise.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { noBrowser, openBrowser, type Browser } from '../fakes/browser.ts';

const address = 'https://records.example/hearings/harbour';
/** Without blanks and marks, and without the digits of notes, which a link may take in. */
const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').replace(/\d$/u, '');

/** Opens the link of every sentence of the page, and gives what each marks beside what it should. */
async function opened(
  browser: Browser,
  page: { html: string } | { plain: string },
): Promise<{ quoted: string; marked: string }[]> {
  const text = 'html' in page ? page.html : page.plain;
  const { sessions } = parseRecord({ name: 'harbour.html', text, address });
  const shown = await browser.open(page);
  const seen: { quoted: string; marked: string }[] = [];
  for (const session of sessions) {
    for (const [index, turn] of session.turns.entries()) {
      for (const sentence of splitIntoSentences(turn)) {
        const { text: quoted, url } = quoteAt({ ...session, id: 'harbour' }, turn, { turn: index, ...sentence });
        expect(url!.length).toBeLessThanOrEqual(512);
        const runs = await shown.marked(url!);
        const [first, last] = [runs[0]?.[0] ?? 0, runs.at(-1)?.[1] ?? 0];
        const marked = runs.map(([start, end]) => shown.text.slice(start, end)).join('');
        // One stretch of the page, the blanks of which are not seen.
        expect(words(shown.text.slice(first, last))).toBe(words(marked));
        seen.push({ quoted: words(quoted), marked: words(marked) });
      }
    }
  }
  return seen;
}

const page = (...blocks: string[]) => ({
  html: `<!doctype html><html><head><meta charset="utf-8"><title>The harbour</title></head><body>${blocks.join('\n')}</body></html>`,
});
const said = (name: string, ...speech: string[]) =>
  speech.map((text, at) => (at === 0 ? `<p><b>${name}:</b> ${text}</p>` : `<p>${text}</p>`)).join('\n');
const [ines, mei] = ['Ines Okafor', 'Mei Tanaka'];

describe.skipIf(noBrowser !== null)(
  `links open at the words${noBrowser === null ? '' : ` (skipped: ${noBrowser})`}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(async () => browser.close());

    it.each([
      [
        'sentences that a summary above has too',
        page(
          '<h2>Summary</h2><p>The council will vote on the dredging of the outer harbour in the first week of June.</p>',
          said(
            ines,
            'Good morning. The council will vote on the dredging of the outer harbour in the first week of June.',
          ),
          said(mei, 'Thank you. The council will vote on the dredging of the inner harbour in the last week of June.'),
          said(ines, 'Thank you.', 'Thank you.'),
        ),
      ],
      [
        'the same words again and again',
        page(
          said(ines, 'Any objection? I hear none. It is so decided.'),
          said(mei, 'I have a point of order. It is so decided.'),
          said(ines, 'Any objection? I hear none. It is so decided.'),
          said(mei, 'Any objection? I hear one. It is so decided.'),
        ),
      ],
      [
        'line breaks inside a paragraph',
        page(
          said(
            ines,
            'We begin with<br>the boats. There are ninety boats<br/>in the harbour, and each has<br>two nets and a lamp that burns all night.',
          ),
          said(mei, 'Ninety boats<br>are too many.<br>We said so before.'),
          said(ines, 'We did<br>not hear it.'),
          said(mei, 'We said<br>it aloud.'),
        ),
      ],
      [
        'tags inside sentences, and marks of notes',
        page(
          said(
            ines,
            'The <i>outer</i> harbour is <a href="#n"><b>deep</b> enough</a> for ships of <em>that</em> size.<sup>1</sup> It was not so before.<sup>2</sup>',
          ),
          said(
            mei,
            'So <span>it</span> is. We <strong>measured</strong> the depth at <span style="color:red">forty-one</span> places last year.',
          ),
        ),
      ],
      [
        'blanks that do not break',
        page(
          said(
            ines,
            'It costs 12&nbsp;000&nbsp; euros a year,&nbsp;&nbsp;no more. The ships&nbsp; pay &nbsp;half of that.',
          ),
          said(
            mei,
            'Article&nbsp;7 says so. &nbsp; It has said so since the year&nbsp;1999, and nobody has asked why.',
          ),
        ),
      ],
      [
        'marks that an address must escape',
        page(
          said(
            ines,
            'The well-known two-year pause - as agreed, in part - ends in June; 50% of it, say. A&B do not agree: “never”, they said (twice).',
          ),
          said(
            mei,
            '“Never”, they said, and #1 on the list is: no dredging, no ships – not one. What now? C++ & more.',
          ),
        ),
      ],
      [
        'Russian',
        page(
          said(
            'Анна Петрова',
            'Доброе утро, уважаемые коллеги. Сегодня мы обсуждаем предложение о прекращении дноуглубительных работ во внешней гавани на два года, начиная с первого июня. Мы против.',
          ),
          said(
            'Иван Сидоров',
            'Благодарю. Сегодня мы обсуждаем предложение о прекращении дноуглубительных работ во внутренней гавани на один год. Мы за.',
          ),
        ),
      ],
      [
        'Chinese',
        page(
          said(
            '主席',
            '各位代表上午好。今天我们讨论外港疏浚工程暂停两年的提案，该提案由渔民协会于今年三月提出，并得到了环境部门的支持。我们开始吧。',
          ),
          said('李明', '谢谢主席。今天我们讨论内港疏浚工程暂停一年的提案，我认为这个时间太短了，应该延长。谢谢主席。'),
        ),
      ],
      [
        'Arabic',
        page(
          said(
            'ليلى حداد',
            'صباح الخير أيها الزملاء الكرام. نناقش اليوم اقتراح وقف أعمال التجريف في الميناء الخارجي لمدة سنتين اعتبارا من أول يونيو. نحن نعارض ذلك.',
          ),
          said(
            'سامي خليل',
            'شكرا جزيلا. نناقش اليوم اقتراح وقف أعمال التجريف في الميناء الداخلي لمدة سنة واحدة فقط. نحن نؤيد ذلك.',
          ),
        ),
      ],
      [
        'words that the page hides, or shows as blocks by its own rules',
        page(
          '<style>.speaker { display: block } .secret { display: none }</style>',
          '<p><span class="speaker"><b>Ines Okafor:</b></span> The harbour is closed <span class="secret">open</span> in winter. Nobody asked us.</p>',
          '<p><span class="speaker"><b>Mei Tanaka:</b></span> Nobody asked us. <span style="display:none">not</span> The boats stay where they are until spring.</p>',
          '<p><span class="speaker"><b>Ines Okafor:</b></span> Good.</p><p><span class="speaker"><b>Mei Tanaka:</b></span> Good.</p>',
        ),
      ],
      [
        'plain text with wrapped lines',
        {
          plain:
            'Hearing on the harbour\n\nInes Okafor: We begin with the boats.\nThere are ninety boats in the harbour, and each of them\nhas two nets and a lamp.\n\n' +
            'Mei Tanaka: We begin with the boats? There are ninety boats in the harbour, and nobody\ncounted the nets.\n\nInes Okafor: We begin with the boats.\n',
        },
      ],
    ])('%s', async (_what, given) => {
      const seen = await opened(browser, given);
      expect(seen.length).toBeGreaterThan(3);
      expect(seen.map(({ marked }) => marked)).toEqual(seen.map(({ quoted }) => quoted));
    });
  },
);
