/** A session to read on in: what it is, who spoke, the transcript, and apart from it the report. */
import { html } from 'hono/html';
import { quoteAt } from '../../../src/answering/quotes/quote.ts';
import { shownSpeaker } from '../../../src/people/unnamed.ts';
import type { AnchoredPlace } from '../../../src/words/anchor.ts';
import { anchorsOf } from '../../../src/words/anchor.ts';
import { dayInWords } from '../../../src/words/dates.ts';
import { languageName } from '../../../src/words/language.ts';
import { splitIntoSentences } from '../../../src/words/sentences.ts';
import { formatTime } from '../../../src/words/timestamp.ts';
import type { Finding, Session, Turn } from '../../../src/session.ts';
import { sessionPath, speakerPath, withQuery, wordsPath } from '../paths.ts';
import { count, pager, type Html } from './layout.ts';

/** Turns and letters on a page: what a phone loads at once, and no long session is more of it. */
const mostTurns = 200;
const mostLetters = 120_000;

/** The first turn of each page of a session. */
export function pagesOf({ turns }: Session): number[] {
  const firsts = [0];
  let letters = 0;
  for (const [turn, { text }] of turns.entries()) {
    const first = firsts.at(-1)!;
    if (turn > first && (turn - first >= mostTurns || letters + text.length > mostLetters)) {
      firsts.push(turn);
      letters = 0;
    }
    letters += text.length;
  }
  return firsts;
}

/** The page, counted from 1, that a turn is on. */
export function pageOf(session: Session, turn: number): number {
  return pagesOf(session).filter((first) => first <= turn).length;
}

/** What of a session is shown, besides the page of it. */
export interface Shown {
  /** Words that were looked for. */
  place: AnchoredPlace | null;
  /** What is to be known of them first. */
  notice: Html | '';
  /** A former version of the record, or undefined. */
  version: number | undefined;
}

export const asItIs: Shown = { place: null, notice: '', version: undefined };

export function sessionHtml(session: Session, page: number, { place, notice, version }: Shown): Html {
  const firsts = pagesOf(session);
  const [first, next] = [firsts[page - 1]!, firsts[page] ?? session.turns.length];
  const turns = session.turns.slice(first, next);
  return html`<article class="session">
    <h1 dir="auto">${session.title}</h1>
    <p class="facts">${factsOf(session, version)}</p>
    ${notice} ${page === 1 ? peopleHtml(session) : ''}
    <section aria-labelledby="transcript">
      <h2 id="transcript">Transcript</h2>
      ${pager(page, firsts.length, (to) => withQuery(sessionPath(session.id), { version, page: to }))}
      <ol class="turns" start="${first + 1}" ${languageOf(session)}>
        ${turns.map((turn, at) => turnHtml(session, turn, first + at, place))}
      </ol>
      ${pager(page, firsts.length, (to) => withQuery(sessionPath(session.id), { version, page: to }))}
    </section>
    ${page === 1 ? reportHtml(session.findings) : ''}
  </article>`;
}

function languageOf({ language }: Session): Html | '' {
  return language === null ? '' : html`lang="${language}"`;
}

function factsOf({ id, date, event, kind, language, page, turns }: Session, version: number | undefined): Html {
  const facts = [
    date === null ? 'no date' : dayInWords(date),
    event,
    kind,
    language === null ? null : languageName(language, 'en'),
    count(turns.length, 'turn'),
  ].filter((fact) => fact !== null);
  const hasTimes = turns.some(({ times }) => times.length > 0);
  const files = ['txt', 'md', 'json', ...(hasTimes ? ['vtt'] : [])].map(
    (kindOf) => html` <a href="${withQuery(`${sessionPath(id)}.${kindOf}`, { version })}">.${kindOf}</a>`,
  );
  return html`${facts.join(' · ')}${
    page === null ? '' : html` · <a href="${page.address}" rel="noopener noreferrer nofollow">source</a>`
  }
  · as${files}`;
}

function peopleHtml({ speakers }: Session): Html | '' {
  if (speakers.length === 0) return '';
  return html`<section aria-labelledby="speakers">
    <h2 id="speakers">Speakers</h2>
    <ul class="people">
      ${speakers.map(
        ({ name, role, affiliation }) =>
          html`<li>
            <a href="${speakerPath(name)}">${name}</a>${[role, affiliation].filter(Boolean).map((fact) => `, ${fact}`)}
          </li>`,
      )}
    </ul>
  </section>`;
}

function turnHtml(session: Session, turn: Turn, number: number, here: AnchoredPlace | null): Html {
  const name = shownSpeaker(turn);
  const when = turn.times[0] === undefined ? turn.clock : formatTime(turn.times[0].seconds);
  const spokenIn = turn.spokenIn === undefined ? '' : ` · interpretation from ${languageName(turn.spokenIn, 'en')}`;
  return html`<li class="turn" id="turn-${number + 1}" value="${number + 1}">
    <h3>
      ${turn.speaker === null ? name : html`<a href="${speakerPath(turn.speaker)}">${name}</a>`}
      <span class="when"
        >${when === undefined ? '' : whenHtml(when, recordingAt(session, turn, number))}${spokenIn}</span
      >
    </h3>
    <p dir="auto">${wordsHtml(session, turn, number, here)}</p>
  </li>`;
}

function whenHtml(when: string, recording: string | null): Html | string {
  return recording === null ? when : html`<a href="${recording}" rel="noopener noreferrer nofollow">${when}</a>`;
}

/** Opens the recording where the turn begins; null where its address or the time is not known. */
function recordingAt(session: Session, turn: Turn, number: number): string | null {
  if (session.page?.placeBy !== 'seconds' || turn.times[0] === undefined || turn.text.trim() === '') return null;
  const whole = { turn: number, start: 0, end: turn.text.length, seconds: turn.times[0].seconds };
  return quoteAt(session, turn, whole).url;
}

/** Each sentence with its own address; the words that were looked for are marked. */
function wordsHtml(session: Session, turn: Turn, number: number, here: AnchoredPlace | null): Html[] {
  const marked = markedIn(turn, number, here);
  const sentences = splitIntoSentences(turn);
  const anchors = anchorsOf(session.turns, number, sentences);
  return sentences.map(({ start, end }, which) => {
    const before = turn.text.slice(which === 0 ? 0 : sentences[which - 1]!.end, start);
    const anchor = anchors[which]!;
    const parts = partsOf(turn.text, start, end, marked);
    const words = parts.map(({ text, isMarked, isFirst }) =>
      isMarked
        ? html`<mark id="${isFirst ? 'words' : `words-${number + 1}-${start}`}" tabindex="-1">${text}</mark>`
        : text,
    );
    const address =
      anchor === null
        ? ''
        : html`<a class="place" href="${wordsPath(session.id, anchor)}" aria-label="Address of this sentence"></a>`;
    return html`${before}<span class="sentence">${words}${address}</span>`;
  });
}

interface Marked {
  from: number;
  to: number;
  isFirstTurn: boolean;
}

function markedIn({ text }: Turn, number: number, here: AnchoredPlace | null): Marked | null {
  if (!here || number < here.from.turn || number > here.to.turn) return null;
  return {
    from: number === here.from.turn ? here.from.offset : 0,
    to: number === here.to.turn ? here.to.offset : text.length,
    isFirstTurn: number === here.from.turn,
  };
}

function partsOf(text: string, start: number, end: number, marked: Marked | null) {
  const whole = [{ text: text.slice(start, end), isMarked: false, isFirst: false }];
  if (!marked || marked.to <= start || marked.from >= end) return whole;
  const [from, to] = [Math.max(marked.from, start), Math.min(marked.to, end)];
  return [
    { text: text.slice(start, from), isMarked: false, isFirst: false },
    { text: text.slice(from, to), isMarked: true, isFirst: marked.isFirstTurn && marked.from >= start },
    { text: text.slice(to, end), isMarked: false, isFirst: false },
  ].filter((part) => part.text !== '');
}

/** Never among what was said: what an AI, or whoever kept the record, wrote of it. */
function reportHtml(findings: Finding[]): Html | '' {
  if (findings.length === 0) return '';
  const byWriter = Map.groupBy(findings, ({ by }) => by ?? 'AI');
  return html`${[...byWriter].map(
    ([writer, items]) =>
      html`<section class="report" aria-label="Report">
        <h2>${writer === 'AI' ? 'Report, written by an AI' : 'What the record tells of its decisions'}</h2>
        <p class="notice">
          ${writer === 'AI' ? 'Nobody said these words; an AI wrote them about the session.' : 'Written by whoever kept the record; nobody’s words.'}
        </p>
        ${[...Map.groupBy(items, ({ section, kind }) => section.join(' › ') || kind)].map(
          ([heading, alike]) =>
            html`<h3>${heading}</h3>
              <ul>
                ${alike.map(itemHtml)}
              </ul>`,
        )}
      </section>`,
  )}`;
}

function itemHtml({ text, speakers, details }: Finding): Html {
  return html`<li dir="auto">
    ${text}${speakers.length > 0 ? html` <span class="when">(${speakers.join(', ')})</span>` : ''}
    ${
      details.length > 0
        ? html`<dl>
            ${details.map(
              ({ label, text: detail }) =>
                html`<dt>${label}</dt>
                  <dd>${detail}</dd>`,
            )}
          </dl>`
        : ''
    }
  </li>`;
}
