/** A quote: the words, who said them and where, and the ways to look them up and to copy them. */
import { html } from 'hono/html';
import type { QuoteView } from '../../../src/chat/quote-view.ts';
import { sessionPath, speakerPath } from '../paths.ts';
import type { Html } from './layout.ts';

/** `address` opens the words in the reader. */
export function quoteHtml(quote: QuoteView, address: string | null): Html {
  const { mark, text, name, role, title, place, found, asked, url, session } = quote;
  const isKnown = role !== null || !/^(?:unknown|voice)/iu.test(name);
  return html`<figure class="quote" id="${quote.key}">
    ${asked && html`<p class="asked" dir="auto">${asked.by}: <q>${asked.text}</q></p>`}
    <blockquote dir="auto" cite="${address ?? url ?? sessionPath(session.id)}">${text}</blockquote>
    <figcaption dir="auto">
      ${mark === '' ? '' : html`<span class="mark">${mark}</span> `}
      ${isKnown ? html`<a href="${speakerPath(name)}">${name}</a>` : name}${role === null ? '' : `, ${role}`} ·
      <a href="${sessionPath(session.id)}">${title}</a> ·
      <a href="${address ?? sessionPath(session.id)}">${place}</a>
      ${found === null ? '' : html` · <em>${found}</em>`}
      ${url === null ? '' : html` · <a href="${url}" rel="noopener noreferrer nofollow">source</a>`}
      ${copyButton(quote, address)}
    </figcaption>
  </figure>`;
}

/** Copies the words with who, where, when and the address; there for those whose browser runs scripts. */
function copyButton({ text, speaker, title, place }: QuoteView, address: string | null): Html {
  const copied = [`“${text}”`, `${speaker} · ${title} · ${place}`];
  return html`<button
    type="button"
    class="copy"
    hidden
    data-copy="${copied.join('\n')}"
    data-address="${address ?? ''}"
  >
    Copy
  </button>`;
}
