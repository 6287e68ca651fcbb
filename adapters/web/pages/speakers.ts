/** Who spoke, and what one of them said where. */
import { html } from 'hono/html';
import type { QuotesView } from '../../../src/chat/quotes-view.ts';
import type { SpeakerSummary } from '../../../src/rapporteur.ts';
import { titleAndDay } from '../../../src/chat/quote-view.ts';
import { sessionPath, speakerPath, withQuery } from '../paths.ts';
import { count, pager, type Html } from './layout.ts';
import { quoteHtml } from './quote.ts';

const onPage = 100;

export function speakersHtml(all: SpeakerSummary[], words: string, page: number): Html {
  const wanted = words.toLowerCase();
  const meant = all.filter((each) =>
    [each.name, ...each.otherNames, each.role, each.affiliation].some((text) => text?.toLowerCase().includes(wanted)),
  );
  const pages = Math.max(1, Math.ceil(meant.length / onPage));
  const shown = Math.min(Math.max(page, 1), pages);
  return html`<h1>Speakers</h1>
    <form class="find" role="search">
      <label>Name, role or organisation <input type="search" name="words" value="${words}" /></label>
      <button>Find</button>
    </form>
    <p>
      ${meant.length === all.length ? count(all.length, 'speaker') : `${meant.length} of ${count(all.length, 'speaker')}`}
    </p>
    <ul class="people">
      ${meant.slice((shown - 1) * onPage, shown * onPage).map(
        ({ name, role, affiliation, sessions, turnCount }) =>
          html`<li>
            <a href="${speakerPath(name)}">${name}</a>${[role, affiliation].filter(Boolean).map((fact) => `, ${fact}`)}
            <span class="when">${count(turnCount, 'turn')} in ${count(sessions.length, 'session')}</span>
          </li>`,
      )}
    </ul>
    ${pager(shown, pages, (to) => withQuery('/speakers', { words, page: to }))}`;
}

export function speakerHtml(
  { name, otherNames, role, affiliation, sessions }: SpeakerSummary,
  about: string,
  quotes: QuotesView,
  addresses: (string | null)[],
  next: string | null,
): Html {
  return html`<h1>${name}</h1>
    <p class="facts">${[role, affiliation].filter(Boolean).join(', ')}</p>
    ${otherNames.length > 0 ? html`<p class="facts">Also written ${otherNames.join(', ')}</p>` : ''}
    <section aria-labelledby="where">
      <h2 id="where">Spoke in ${count(sessions.length, 'session')}</h2>
      <ul class="sessions">
        ${sessions.map((session) => html`<li><a href="${sessionPath(session.id)}">${titleAndDay(session)}</a></li>`)}
      </ul>
    </section>
    <section aria-labelledby="said">
      <h2 id="said">What was said</h2>
      <form class="find" role="search">
        <label>On <input type="search" name="about" value="${about}" /></label>
        <button>Find</button>
      </form>
      <p>${quotes.heading}</p>
      ${quotes.quotes.map((quote, at) => quoteHtml(quote, addresses[at] ?? null))}
      ${next === null ? '' : html`<nav class="pager" aria-label="Pages"><a rel="next" href="${next}">More</a></nav>`}
    </section>`;
}
