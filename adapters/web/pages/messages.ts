/** Pages that say one thing: who may come in, what is not there, what went wrong. */
import { html } from 'hono/html';
import type { Html } from './layout.ts';

export function enterHtml(wasWrong: boolean, next: string): Html {
  return html`<h1>Who may read here</h1>
    ${wasWrong ? html`<p class="notice" role="alert">This token is not good, or no longer.</p>` : ''}
    <p>
      This library is open to those who have a token. Whoever runs it makes one with
      <code>npm start -- tokens add NAME</code>.
    </p>
    <form class="find" method="post" action="/enter">
      <input type="hidden" name="next" value="${next}" />
      <label>Token <input type="password" name="token" autocomplete="current-password" required /></label>
      <button>Come in</button>
    </form>`;
}

export function messageHtml(title: string, text: string): Html {
  return html`<h1>${title}</h1>
    <p>${text}</p>
    <p><a href="/">All sessions</a></p>`;
}
