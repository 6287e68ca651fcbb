/** What stood at an address before its words changed, beside what stands there now. */
import { html } from 'hono/html';
import { wordsCompared } from '../../../src/library/changes.ts';
import { shownSpeaker } from '../../../src/people/unnamed.ts';
import type { FormerPassage } from '../../../src/rapporteur.ts';
import type { Session } from '../../../src/session.ts';
import { turnsOf, type AnchoredPlace } from '../../../src/words/anchor.ts';
import { dayInWords } from '../../../src/words/dates.ts';
import { sessionPath, withQuery } from '../paths.ts';
import type { Html } from './layout.ts';

interface Said {
  speaker: string;
  text: string;
}

/** `place` is where words stand now; null where nothing stands there. */
export function changedHtml(
  session: Session,
  place: AnchoredPlace | null,
  isAlike: boolean,
  former: FormerPassage | null,
): Html {
  const now = place && saidAt(place, session);
  return html`<div class="notice" role="status">
    <p>
      ${
        now === null
          ? 'The words at this address are no longer in this record.'
          : isAlike
            ? 'What stands around the words at this address has changed since it was given; they may be others that are alike.'
            : 'The words at this address have changed since it was given. What stands there now is marked.'
      }
    </p>
    ${former === null ? '' : comparedHtml(session, former, now)}
  </div>`;
}

export function goneHtml({ id, title }: Session, notice: Html): Html {
  return html`<h1 dir="auto">${title}</h1>
    ${notice}
    <p><a href="${sessionPath(id)}">The record as it is now</a></p>`;
}

/** Of a version that is no longer the newest. */
export function versionHtml({ id }: Session, number: number): Html {
  return html`<p class="notice" role="status">
    This is the record as it was in version ${number}. <a href="${sessionPath(id)}">The record as it is now</a>
  </p>`;
}

function comparedHtml({ id }: Session, former: FormerPassage, now: Said[] | null): Html {
  const [then, today] = [asOne(former.parts), asOne(now ?? [])];
  const steps = now === null ? [{ kind: 'same' as const, text: then.text }] : wordsCompared(then.text, today.text);
  const until = former.until === null ? '' : ` until ${dayInWords(former.until.slice(0, 10))}`;
  return html`<dl class="former">
      <dt>Then${until}, ${then.speaker}</dt>
      <dd dir="auto">
        ${steps.map(({ kind, text }) => (kind === 'added' ? '' : kind === 'removed' ? html`<del>${text}</del>` : text))}
      </dd>
      ${
        now === null
          ? ''
          : html`<dt>Now, ${today.speaker}</dt>
              <dd dir="auto">
                ${steps.map(({ kind, text }) => (kind === 'removed' ? '' : kind === 'added' ? html`<ins>${text}</ins>` : text))}
              </dd>`
      }
    </dl>
    <p><a href="${withQuery(sessionPath(id), { version: former.version })}">The record as it was then</a></p>`;
}

function saidAt(place: AnchoredPlace, { turns }: Session): Said[] {
  return turnsOf(place, turns).map(({ turn, start, end }) => ({
    speaker: shownSpeaker(turns[turn]!),
    text: turns[turn]!.text.slice(start, end),
  }));
}

function asOne(said: Said[]): Said {
  return {
    speaker: [...new Set(said.map(({ speaker }) => speaker))].join(', '),
    text: said.map(({ text }) => text).join(' '),
  };
}
