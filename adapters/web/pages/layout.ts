/** What every page has around it. */
import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

export interface Page {
  title: string;
  body: Html;
  /** For who shares its address: the words and where they are from; `picture` is a whole address, or null. */
  card?: { title: string; description: string; picture: string | null } | undefined;
  /** Address of a feed of what the page shows. */
  feed?: string;
  /** Whether search engines may keep it. */
  isListed: boolean;
}

export function layout({ title, body, card, feed, isListed }: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title} · Rapporteur</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${isListed ? '' : html`<meta name="robots" content="noindex, nofollow" />`}
        ${
          card &&
          html`<meta property="og:type" content="article" />
            <meta property="og:title" content="${card.title}" />
            <meta property="og:description" content="${card.description}" />
            ${
              card.picture &&
              html`<meta property="og:image" content="${card.picture}" />
                <meta property="og:image:width" content="1200" />
                <meta property="og:image:height" content="630" />
                <meta property="og:image:alt" content="${card.description}" />
                <meta name="twitter:card" content="summary_large_image" />`
            }`
        }
        ${feed && html`<link rel="alternate" type="application/atom+xml" href="${feed}" />`}
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
        <script src="/reader.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Go to the words</a>
        <header>
          <nav aria-label="Rapporteur">
            <a class="home" href="/">Rapporteur</a>
            <a href="/ask">Ask</a>
            <a href="/search">Search</a>
            <a href="/speakers">Speakers</a>
            <a href="/agreements">Agreement</a>
            <a href="/verify">Verify</a>
          </nav>
        </header>
        <main id="main" tabindex="-1">${body}</main>
      </body>
    </html>`;
}

/** Links to the pages before and after; nothing where there is one page. */
export function pager(page: number, pages: number, addressOf: (page: number) => string): Html | '' {
  if (pages < 2) return '';
  return html`<nav class="pager" aria-label="Pages">
    ${page > 1 ? html`<a rel="prev" href="${addressOf(page - 1)}">Before</a>` : ''}
    <span>Page ${page} of ${pages}</span>
    ${page < pages ? html`<a rel="next" href="${addressOf(page + 1)}">More</a>` : ''}
  </nav>`;
}

export function count(number: number, of: string): string {
  return `${number} ${of}${number === 1 ? '' : 's'}`;
}
