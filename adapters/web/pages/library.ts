/** The library: its sessions by words, event and day, with their true number. */
import { html } from 'hono/html';
import type { SessionSummary } from '../../../src/rapporteur.ts';
import { dayInWords } from '../../../src/words/dates.ts';
import { sessionPath, withQuery } from '../paths.ts';
import { count, pager, type Html } from './layout.ts';

export interface LibraryQuery {
  words: string;
  event: string;
  from: string;
  to: string;
  page: number;
}

const onPage = 50;

export function libraryHtml(all: SessionSummary[], query: LibraryQuery): Html {
  const meant = all.filter((session) => isMeant(session, query));
  const pages = Math.max(1, Math.ceil(meant.length / onPage));
  const page = Math.min(Math.max(query.page, 1), pages);
  const events = [...new Set(all.flatMap(({ event }) => event ?? []))].toSorted();
  return html`<h1>Sessions</h1>
    <form class="find" role="search">
      <label>Words of a title or a speaker <input type="search" name="words" value="${query.words}" /></label>
      ${
        events.length === 0
          ? ''
          : html`<label
              >Event
              <select name="event">
                <option value="">all</option>
                ${events.map((event) => html`<option ${event === query.event ? 'selected' : ''}>${event}</option>`)}
              </select></label
            >`
      }
      <label>From <input type="date" name="from" value="${query.from}" /></label>
      <label>to <input type="date" name="to" value="${query.to}" /></label>
      <button>Find</button>
    </form>
    <p>
      ${
        meant.length === all.length
          ? count(all.length, 'session')
          : `${meant.length} of ${count(all.length, 'session')}`
      }
    </p>
    <ul class="sessions">
      ${meant.slice((page - 1) * onPage, page * onPage).map(sessionItem)}
    </ul>
    ${pager(page, pages, (to) =>
      withQuery('/', { words: query.words, event: query.event, from: query.from, to: query.to, page: to }),
    )}`;
}

function sessionItem({ id, title, date, event, kind, turnCount, speakers }: SessionSummary): Html {
  const facts = [
    date === null ? 'no date' : dayInWords(date),
    event,
    kind,
    `${count(turnCount, 'turn')} by ${count(speakers.length, 'speaker')}`,
  ].filter((fact) => fact !== null);
  return html`<li>
    <a href="${sessionPath(id)}" dir="auto">${title}</a>
    <span class="when">${facts.join(' · ')}</span>
  </li>`;
}

function isMeant(
  { title, event, date, speakers }: SessionSummary,
  { words, event: wanted, from, to }: LibraryQuery,
): boolean {
  const text = [title, event ?? '', ...speakers].join(' ').toLowerCase();
  const isWithin =
    (from === '' && to === '') || (date !== null && (from === '' || date >= from) && (to === '' || date <= to));
  const asked = words.toLowerCase().split(/\s+/u).filter(Boolean);
  return isWithin && (wanted === '' || event === wanted) && asked.every((word) => text.includes(word));
}
