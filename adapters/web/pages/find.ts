/** The places to search, to ask and to have a quotation checked. */
import { html } from 'hono/html';
import type { AnswerView, VerificationView } from '../../../src/chat/answer-view.ts';
import type { QuoteView } from '../../../src/chat/quote-view.ts';
import type { Html } from './layout.ts';
import { quoteHtml } from './quote.ts';

type Addressed = (quote: QuoteView) => string | null;

export function searchHtml(
  words: string,
  hits: { parts: QuoteView[]; by: 'words' | 'meaning' }[] | null,
  addressOf: Addressed,
): Html {
  return html`<h1>Search</h1>
    <form class="find" role="search">
      <label>Words <input type="search" name="q" value="${words}" autofocus /></label>
      <button>Search</button>
    </form>
    ${
      hits === null
        ? ''
        : hits.length === 0
          ? html`<p>Nothing was found.</p>`
          : html`<ol class="hits">
              ${hits.map(
                ({ parts, by }) =>
                  html`<li>
                    ${by === 'meaning' ? html`<p class="when">Near in meaning; the words are others.</p>` : ''}
                    ${parts.map((part) => quoteHtml(part, addressOf(part)))}
                  </li>`,
              )}
            </ol>`
    }`;
}

export function askHtml(question: string, answer: Html | ''): Html {
  return html`<h1>Ask</h1>
    <form class="find ask" role="search" action="/ask">
      <label>Question <input type="search" name="q" value="${question}" maxlength="4000" autofocus /></label>
      <button>Ask</button>
    </form>
    <p class="progress" role="status" aria-live="polite"></p>
    <div class="answer" aria-live="polite">${answer}</div>`;
}

/** An answer that a chat was given, to be read on. */
export function keptAnswerHtml(question: string, answer: Html): Html {
  return html`<h1 dir="auto">${question}</h1>
    ${answer}`;
}

export function answerHtml(view: AnswerView, addressOf: Addressed): Html {
  return html`${view.notice === null ? '' : html`<p class="notice">${view.notice}</p>`}
  ${view.prose.split(/\n{2,}/u).map((paragraph) => html`<p dir="auto">${paragraph}</p>`)}
  ${view.quotes.map((quote) => quoteHtml(quote, addressOf(quote)))}
  ${view.extent === null ? '' : html`<p dir="auto">${view.extent}</p>`}
  ${view.report.map(
    ({ label, text }) =>
      html`<aside class="report">
        <p class="when" dir="auto">${label}</p>
        <p dir="auto">${text}</p>
      </aside>`,
  )}
  ${
    view.related.length === 0
      ? ''
      : html`<h2 dir="auto">${view.relatedHeading}</h2>
          ${view.related.map((quote) => quoteHtml(quote, addressOf(quote)))}`
  }`;
}

export function verifyHtml(quotation: string, view: VerificationView | null, addressOf: Addressed): Html {
  return html`<h1>Did they really say that?</h1>
    <form class="find">
      <label>Quotation <textarea name="quote" rows="3" maxlength="5000">${quotation}</textarea></label>
      <button>Check</button>
    </form>
    ${
      view === null
        ? ''
        : html`<div role="status">
            <p dir="auto"><strong>${view.verdict}</strong></p>
            ${view.found ? quoteHtml(view.found, addressOf(view.found)) : ''}
            ${view.formerly === null ? '' : html`<p dir="auto">${view.formerly}</p>`}
            ${
              view.differences.length === 0
                ? ''
                : html`<ul>
                    ${view.differences.map((one) => html`<li dir="auto">${one}</li>`)}
                  </ul>`
            }
          </div>`
    }`;
}
