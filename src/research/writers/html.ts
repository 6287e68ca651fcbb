/** A paper as one page of HTML, with its notes at the end. */
import { html, raw } from 'hono/html';
import type { NoteForm } from '../citations/notes.ts';
import { noteOf } from '../citations/notes.ts';
import { imprintOf } from '../imprint.ts';
import type { Block, Paper } from '../paper.ts';

type Html = ReturnType<typeof html>;

export async function asHtml(paper: Paper, form: NoteForm): Promise<string> {
  const { title, facts, sections } = paper;
  const notes: string[] = [];
  const body = sections.map(
    ({ heading, blocks }) =>
      html`<h2>${heading}</h2>
        ${blocks.map((block) => blockHtml(block, notes, form))}`,
  );
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <meta name="rapporteur" content="${imprintOf(paper)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>
          body {
            font: 1.05rem/1.55 serif;
            max-width: 42rem;
            margin: 2rem auto;
            padding: 0 1rem;
            overflow-wrap: anywhere;
          }
          table {
            border-collapse: collapse;
          }
          td,
          th {
            border: 1px solid;
            padding: 0.2rem 0.5rem;
            text-align: start;
          }
          .report,
          .facts {
            font-size: 0.95rem;
          }
          blockquote {
            margin: 0.3rem 0 1rem 1.2rem;
          }
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${facts.map((fact) => html`<p class="facts">${fact}</p>`)} ${body}
        <h2>Notes</h2>
        <ol>
          ${notes.map((note, at) => html`<li id="note-${at + 1}">${note} <a href="#reference-${at + 1}" aria-label="Back">↩</a></li>`)}
        </ol>
      </body>
    </html>`;
  return String(page);
}

function blockHtml(block: Block, notes: string[], form: NoteForm): Html {
  if (block.kind === 'text') return html`<p>${block.text}</p>`;
  if (block.kind === 'report') return html`<p class="report"><em>${block.by}, nobody’s words:</em> ${block.text}</p>`;
  if (block.kind === 'picture') return html`<figure>${raw(block.svg)}</figure>`;
  if (block.kind === 'table')
    return html`<table>
      <tr>
        ${block.head.map((cell) => html`<th>${cell}</th>`)}
      </tr>
      ${block.rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </table>`;
  const number = notes.push(noteOf(block.cited, form));
  const mark = html`<sup><a id="reference-${number}" href="#note-${number}">${number}</a></sup>`;
  return html`<p><strong>${block.lead}:</strong></p>
    <blockquote dir="auto">“${block.cited.quote.text}”${mark}</blockquote>`;
}
