/** Who shares which point of an event: the picture, then each point with the words. */
import { html, raw } from 'hono/html';
import { viewQuote, type QuoteView } from '../../../src/chat/quote-view.ts';
import type { AgreementMap } from '../../../src/rapporteur.ts';
import { agreementPicture, stanceNames } from '../../../src/research/agreement-picture.ts';
import { count, type Html } from './layout.ts';
import { quoteHtml } from './quote.ts';

export async function agreementsHtml(
  { event, about }: { event: string; about: string },
  map: AgreementMap | null,
  addressOf: (quote: Pick<QuoteView, 'session' | 'anchor'>) => string,
): Promise<Html> {
  return html`<h1>Who agrees on what</h1>
    <form class="find" role="search">
      <label>Event <input type="search" name="event" value="${event}" /></label>
      <label>Points, parted by semicolons <input type="search" name="about" value="${about}" /></label>
      <button>Show</button>
    </form>
    ${map === null ? '' : await shown(map, addressOf)}`;
}

async function shown(
  map: AgreementMap,
  addressOf: (quote: Pick<QuoteView, 'session' | 'anchor'>) => string,
): Promise<Html> {
  if (map.points.length === 0)
    return html`<p>No point was found on which two people spoke and one took a position; name some above.</p>`;
  return html`<p>
      From ${count(map.sessions.length, 'session')}. A position is given only where a sentence says so beside the words
      of the point.
    </p>
    <figure class="map" tabindex="0">${raw(await agreementPicture(map))}</figure>
    ${map.points.map(
      ({ matter, said, silent }, point) =>
        html`<section>
          <h2>${matter}</h2>
          ${said.map(({ speaker, stance, quotes }, who) => {
            const view = viewQuote({ ...quotes[0]!, n: 0 }, `a${point}-${who}`, '');
            return html`<h3>${speaker}: ${stanceNames[stance ?? 'spoke']}</h3>
              ${quoteHtml(view, addressOf(view))}`;
          })}
          ${silent.length === 0 ? '' : html`<p>Nothing found on it of ${silent.join('; ')}.</p>`}
        </section>`,
    )}`;
}
