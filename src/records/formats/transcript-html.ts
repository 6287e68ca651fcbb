/**
 * Transcripts as pages of the web, of whatever maker: captions, press briefings, councils, hearings. The page is written
 * out as a plain transcript and read as one.
 */
import type { CheerioAPI } from 'cheerio';
import type { Session } from '../../session.ts';
import { notRead, type Format, type Parsed, type Source } from './format.ts';
import { loadHtml } from './html.ts';
import { liveCaptions } from './live-captions.ts';
import { pageText, type PageText } from './page-text.ts';
import { dayOfSitting } from './plain-preamble.ts';
import { linesIn, plainText } from './plain-text.ts';
import { unVerbatim } from './un-verbatim.ts';
import { pageOfVideo, placeInVideo } from './video-links.ts';

export const transcriptHtml: Format = {
  name: 'transcript page (HTML)',
  example:
    '<h1>Captions of the harbour session</h1><p>&gt;&gt; ANA LIND: We begin.</p><p>&gt;&gt; BEN SEN: Yes.</p><p>&gt;&gt; ANA LIND: With boats.</p>',
  mostSure: 0.8,
  recognise(source) {
    const { text } = source;
    if (
      !/^\s*<(?:!doctype html|html|head|body|main|article|div|p|pre|section|h\d|meta|title|dl|table|cite|time|ul|ol|span|b|strong|blockquote)\b/i.test(
        text.slice(0, 2000),
      )
    )
      return 0;
    const page = readPage(text.length > 300_000 ? { ...source, text: text.slice(0, 300_000) } : source);
    if (!page?.found) return 0;
    if (page.found.format !== plainText) return 0.8;
    const lines = linesIn(page.inner, page.inner.text).filter(({ aside }) => aside === undefined);
    const labelled = lines.filter(({ label }) => label !== null).length;
    if (labelled < 2 && !(labelled === 1 && /\[Congressional Record Volume \d/.test(page.inner.text.slice(0, 2000))))
      return 0;
    // A press briefing has questions that no parliament's record has.
    return lines.some(({ label }) => label === 'Q') ||
      /\b(?:press (?:briefing|conference)|captioning)\b/i.test(page.inner.text.slice(0, 2000))
      ? 0.6
      : 0.35;
  },
  parse,
};

/** Layouts of text that a page may hold. */
const inner: Format[] = [unVerbatim, liveCaptions, plainText];

function surest(source: Source): { format: Format; sure: number } | null {
  let best: { format: Format; sure: number } | null = null;
  for (const format of inner) {
    const sure = format.recognise(source);
    if (sure > (best?.sure ?? 0)) best = { format, sure };
  }
  return best;
}

interface Page {
  title: string;
  leftOut: PageText['leftOut'];
  video: Session['page'];
  day: string | null;
  /** Its words, and the layout they are in. */
  inner: Source;
  found: ReturnType<typeof surest>;
}

/** The page that a source was recognised by, which is most of the work of reading it. */
const recognised = new WeakMap<Source, Page | null>();

/** Null where its elements are nested too deep. */
function readPage(source: Source): Page | null {
  const known = recognised.get(source);
  if (known !== undefined) return known;
  const $ = loadHtml(source.text);
  const page = $ === null ? null : pageIn($, source);
  recognised.set(source, page);
  return page;
}

function pageIn($: CheerioAPI, source: Source): Page {
  const video = videoOf($, source.address);
  const { title, text, leftOut } = pageText($);
  const inner = { ...source, text };
  const day = dayOfSitting($('time').first().attr('datetime') ?? '');
  return { title, leftOut, video, day, inner, found: surest(inner) };
}

function parse(source: Source): Parsed {
  const page = readPage(source);
  if (!page) return notRead(source, 'its elements are nested too deep for a record; save the page anew');
  const { title, leftOut, video, inner, found } = page;
  if (found === null) return notRead(source, 'no words that somebody said can be told on this page');
  const parsed = found.format.parse(inner);
  const isOne = parsed.sessions.length === 1;
  return {
    sessions: parsed.sessions.map((session) => ({
      ...session,
      // The title of a page is not that of each session on it.
      ...(isOne
        ? { title: found.format === unVerbatim ? session.title : title || session.title }
        : { event: session.event ?? (title || null) }),
      date: (isOne ? dayOfSitting(title) : null) ?? session.date ?? dayOfSitting(title) ?? page.day,
      page:
        (session.turns.every(({ times }) => times.length > 0) ? video : null) ??
        session.page ??
        (source.address === null ? null : { address: source.address, placeBy: 'text' }),
    })),
    // Lines of the page are not those of its text.
    problems: parsed.problems.map(({ message }) => ({ line: null, message })),
    leftOut: [
      ...leftOut,
      // What the text itself has for a title.
      ...parsed.sessions.flatMap((session) =>
        session.title === title ? [] : [{ line: null, text: session.title, why: null }],
      ),
      ...(parsed.leftOut ?? []).map((part) => ({ ...part, line: null })),
    ],
  };
}

/** The recording that the times beside the words link to. */
function videoOf($: CheerioAPI, address: string | null): Session['page'] {
  const places = $('a[href]')
    .toArray()
    .flatMap((link) =>
      timeAlone.test($(link).text().trim()) ? (placeInVideo($(link).attr('href')!, address) ?? []) : [],
    );
  return pageOfVideo(places);
}

const timeAlone = /^[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?$/;
