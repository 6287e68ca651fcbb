/**
 * Records of parliaments as HTML. Speakers stand in capitals with `.-`, a colon or a dash after them
 * ("HON. A. B. NAME.- words", "Mr ANA LIND (Kelp Bay) — words"), in markup of their own, at the start
 * of a paragraph or inside the running text.
 */
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { hiddenWords, loadHtml, withoutHidden, wordsIn } from './html.ts';
import { looksLikeName } from './labels.ts';
import { dayIn, sessionDraft } from './session-draft.ts';
import type { Utterance } from './turns.ts';
import { isOffice } from './offices.ts';
import { gatherTurns } from './turns.ts';

export const hansardHtml: Format = {
  name: 'Hansard (HTML)',
  writtenIn: 'HTML or XML',
  example: '<h1>Hansard</h1>\n<p>HON. A. LIND.- I rise.</p>\n<p>MR. B. SEN.- So do I.</p>\n<p>HON. A. LIND.- Good.</p>',
  recognise({ text }) {
    if (!/^\s*<[!?a-z]/i.test(text.slice(0, 500))) return 0;
    const head = text.slice(0, 300_000);
    const marks =
      (head.match(/[A-Z]{2}\.-\s/g)?.length ?? 0) +
      (head.match(
        /class=["'](?:speaker|HPS-(?:Member|Office)\w*|primary-text)["']|<member\b|<membercontribution\b|\bspeakername=|<speech\b[^<>]{0,300}>\s{0,20}<from>/g,
      )?.length ?? 0);
    const parliament = /\bhansard\b|<publicwhip\b|<akomaNtoso\b|\bparliament\b|<membercontribution\b/i.test(head);
    if (marks > 2 || (marks > 0 && isXml.test(head))) return parliament ? 0.9 : 0.6;
    const bold = head.match(/<(?:b|strong)>[^<]{2,80}/g)?.length ?? 0;
    const isTitled =
      /<(?:title|h1|h2)\b[^<>]{0,200}>[^<]{0,200}(?:hansard|parliament|assembly|senate|house of|sitting|debates?\b)/i.test(
        head,
      );
    if ((parliament && isTitled && bold > 4) || (titleFirst.test(head) && (parliament || chair.test(head)))) return 0.5;
    return (parliament && bold > 4) || titleFirst.test(head) ? 0.3 : 0;
  },
  parse,
};

/** As the UK prints it, TheyWorkForYou and its kin gather it, and Akoma Ntoso (OASIS) writes it. */
const isXml = /<membercontribution\b|<publicwhip\b|<akomaNtoso\b/;

const chair = /\b(?:mr|madam)\.?\s{1,4}(?:deputy\s{1,4})?speaker\b/i;

/** A title and a name in capitals at the start of an element: `<span>MR SPEAKER:`, `<p>Mr ANA LIND (Kelp Bay) —`. */
const titleFirst = new RegExp(
  String.raw`<(?:p|div|span|b|strong)(?:\s[^<>]{0,200})?>\s{0,20}(?:MR|MRS|MS|MISS|DR|HON|PROF|SIR|MADAM|THE|Mr|Mrs|Ms|Miss|Dr|Hon)` +
    String.raw`\.?\s{1,4}\p{Lu}[\p{Lu}.'’\s-]{2,60}(?:\([^<>()]{1,80}\)\s{0,4})?(?::|\s?[–—])`,
  'u',
);

function parse(source: Source): Parsed {
  const $ = loadHtml(source.text, isXml.test(source.text.slice(0, 300_000)) ? 'xml' : 'html');
  if (!$) return notRead(source, 'its elements are nested too deep for a record; save the page anew');
  const heading = clean($('h1, h2, h3, major-heading, docTitle').first().text());
  const pageTitle = clean($('title').first().text());
  const leftOut: LeftOut[] = [];
  const leave = (text: string, why: string | null) => leftOut.push({ line: null, text, why });
  for (const text of withoutHidden($)) leave(text, hiddenWords);
  for (const [selector, why] of [
    ['script, style', null],
    ['head, nav, header, footer, preface', 'menus and the like around the record'],
    ['col, image', null],
  ] as const) {
    if (why !== null || selector.startsWith('col'))
      $(selector).each((_, element) => void leave(wordsIn($(element)), why));
    if (!selector.startsWith('col')) $(selector).remove();
  }
  // Columns and page numbers stand inside speeches.
  $('col, image').replaceWith(' ');
  const paragraphs: string[] = [];
  // Then what begins as a label does is said: "Mr Speaker — words".
  const isBeside = $('speech[speakername], speech > from').length > 0;
  const dashed = /\p{Lu}{2}\.-\s/u.test(source.text.slice(0, 300_000));
  const inPages = $('p').toArray();
  // Some converters make everything bold.
  const boldIsHeading = inPages.filter(isAllBold).length < inPages.length / 3;
  /** The day printed over the pages, or above the first words. */
  let printed: string | null = null;
  for (const element of $('p, h2, h3, h4, h5, member, membercontribution, div, speech').toArray()) {
    const node = $(element);
    // Some name who speaks beside the paragraphs: in an attribute, or in a heading of the speech.
    const beside =
      element.tagName === 'speech'
        ? (node.attr('speakername') ?? (clean(node.children('from').text()).replace(/:$/, '') || 'Unknown speaker'))
        : node.is('.primary-text')
          ? clean(node.text())
          : null;
    if (beside !== null) {
      paragraphs.push(`${mark(beside.slice(0, 100))} `);
      continue;
    }
    if (node.is('.secondary-text')) {
      leave(clean(node.text()), null);
      continue;
    }
    // Of boxes in boxes the innermost holds the paragraph.
    if (
      element.tagName === 'div' &&
      node.find('p, div, h1, h2, h3, h4, h5, table, ul, ol, membercontribution').length > 0
    )
      continue;
    if (element.tagName === 'member') {
      // UK: the words follow in an element of their own.
      const place = clean(node.find('memberconstituency').remove().text()).replace(/^\(|\)$/g, '');
      const member = clean(node.text())
        .slice(0, 300)
        .replace(/[:.\s-]+$/, '');
      if (member !== '')
        paragraphs.push(`${mark(place === '' || member.includes('(') ? member : `${member} (${place})`)} `);
      continue;
    }
    if (node.find('membercontribution').length > 0) continue;
    const isBold = boldIsHeading && isAllBold(element);
    for (const [index, label] of node
      .find('.speaker, b, strong, [class^="HPS-Member"], [class^="HPS-Office"]')
      .toArray()
      .entries()) {
      const after = label.nextSibling && 'data' in label.nextSibling ? label.nextSibling.data : '';
      const written = clean($(label).text());
      const isFirst = index === 0 && clean(node.text()).startsWith(written);
      // Where names have no marks of their own, what is bold up to a colon at the start of a paragraph is one.
      const plain = written.slice(0, 300).replace(/[:.\s-]+$/, '');
      if ($(label).is('[class^="HPS-"]')) $(label).replaceWith(` ${mark(plain)} `);
      else if (
        !dashed &&
        isFirst &&
        plain.length <= 80 &&
        (written.endsWith(':') || /^\s*:/.test(after)) &&
        (looksLikeName(plain) || /^(?:some|several|an?) (?:hon|members?)\b/i.test(plain))
      )
        $(label).replaceWith(` ${mark(plain)} `);
      else $(label).replaceWith(markedLabel(/^\s*:/.test(after) ? `${written}:` : written));
    }
    const afterPage = /^\s*Page \d+\s*$/.test(node.prev('div').text());
    const text =
      element.tagName === 'membercontribution' ? clean(node.text()).replace(/^:\s*/, '') : clean(node.text());
    if (ofThePage.test(text)) {
      printed ??= dayIn(text);
      leave(text, null);
      continue;
    }
    // What the record tells of the sitting is nobody's speech: "Question put and agreed to."
    if (text !== '' && (node.is('.procedural') || clean(node.children('i, em').text()) === text)) {
      paragraphs.push(`${mark('')} ${text} ${mark('')}`);
      continue;
    }
    // Converters take a short interjection for a heading; a true one is nobody's words.
    if ((/^h\d$/.test(element.tagName) || isBold) && splitAtLabels(text).every(({ label }) => label === null)) {
      printed ??= paragraphs.length < 10 && text.length < 100 ? dayIn(text) : null;
      leave(text, 'headings');
      continue;
    }
    if (afterPage) leave(pageHead.exec(text)?.[0] ?? '', null);
    paragraphs.push(afterPage ? text.replace(pageHead, '') : text);
  }
  const spellings = new Map<string, string>();
  const places = new Map<string, string>();
  const utterances: Utterance[] = [];
  let speaker: string | null = null;
  for (const text of paragraphs) {
    const headings: string[] = [];
    const parts = splitAtLabels(text.replace(/ ?Page: \d{1,5}(?:, \d{1,5})+$/, ''), isBeside, headings);
    for (const heading of headings) leave(heading, 'headings');
    for (const { label, words } of parts) {
      if (label === '') {
        // The one who spoke before goes on after it, unless another is named.
        if (words.trim() !== '')
          utterances.push({ speaker: null, text: words, seconds: null, line: null, newVoice: true });
        continue;
      }
      const [named, place] = label === null ? [] : withoutPlace(label);
      // The Speaker of a house is somebody, unlike a "Speaker 1".
      if (named !== undefined) speaker = spelling(spellings, /^speaker$/i.test(named) ? 'The Speaker' : named);
      if (place && speaker !== null) places.set(speaker, place);
      // Capitals before the first name are the heading of the debate.
      else if (speaker === null && !/\p{Ll}/u.test(words)) {
        leave(words, 'headings');
        continue;
      }
      const told = narrative.exec(words);
      const spoken = told ? words.slice(0, told.index) : words;
      utterances.push({
        speaker,
        ...(named === undefined ? {} : { writtenAs: named }),
        text: spoken,
        seconds: null,
        line: null,
      });
      if (told)
        utterances.push({ speaker: null, text: words.slice(told.index), seconds: null, line: null, newVoice: true });
      if (told) speaker = null;
    }
  }
  const { turns, speakers } = gatherTurns(utterances);
  if (speakers.length === 0) return notRead(source, 'no speaker can be told in this record');
  const session = sessionDraft(source, {
    kind: 'official record',
    turns,
    title: heading || pageTitle,
    speakers: speakers.map((known) => ({ ...known, affiliation: places.get(known.name) ?? null })),
    date:
      dayIn(pageTitle) ??
      dayIn($('date').first().attr('format') ?? $('FRBRdate').first().attr('date') ?? heading) ??
      dayIn($('speech').first().attr('id') ?? '') ??
      printed,
    page: source.address === null ? null : { address: source.address, placeBy: 'text' },
  });
  return { sessions: [session], problems: [], leftOut };
}

function isAllBold({ children }: { children: { type: string; data?: string; name?: string }[] }): boolean {
  const words = children.filter(({ type, data }) => type !== 'text' || data?.trim() !== '');
  return words.length > 0 && words.every(({ name }) => name === 'b' || name === 'strong');
}

/** `12 th March, 2024 Debate on … 79`, or the other way round, printed over each page. */
const pageHead = new RegExp(
  String.raw`^(?:\d{1,2} ?(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4} .{0,150}? \d{1,4}(?=\s|$)|\d{1,4} .{0,150}? \d{1,2} ?(?:st|nd|` +
    String.raw`rd|th)? [A-Z][a-z]{2,8},? \d{4}(?=\s|$))\s*`,
);

/** Printed on a page beside the words: its number, its day, the number of a tape. */
const ofThePage =
  /^(?:Page:? ?\d{1,5}:?|\d{1,4}|\d{1,3}\/\d{1,3}|(?:\d{1,4} )?\d{1,2} ?(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}(?: \d{1,4})?)$/;

/** What the record itself tells at the end of a sitting. */
const narrative = new RegExp(
  String.raw`(?:The )?(?:Parliament|House|Assembly|Senate|Council|Committee) (?:was )?(?:then )?(?:adjourned|resumed|rose|` +
    String.raw`suspended) (?:at|until|on) [^.]{0,60}\d[\d.:]{0,6}\s?(?:[ap]\.?m\.?)? ?$`,
);

// A label found in markup is carried through the text between two characters that no text holds.
const [opens, closes] = ['\uE000', '\uE001'];

function mark(label: string): string {
  return `${opens}${label}${closes}`;
}

/**
 * Text in the markup of a label. Converters put too much there ("HON. A. NAME.- Very bad:", cut at the first
 * full stop, with a colon in its place) or words only ("Mr:"); what is no label is given back as words.
 */
function markedLabel(written: string): string {
  const text = clean(written);
  const cut = /^(.{2,80}?)\.-\s*(.*)$/.exec(text);
  if (cut && isSpeakerLabel(cut[1]!)) return ` ${mark(cut[1]!)} ${cut[2]!.replace(/:$/, '.')} `;
  if (text.length > 300) return ` ${text} `;
  const label = text.replace(/[.\s]*[:.-]*$/, '').trim();
  if (/[:.-]$/.test(text) && isSpeakerLabel(label)) return ` ${mark(label)} `;
  return ` ${text.replace(/:$/, '.')} `;
}

/** In capitals, or with a title before the name: "Hon. A. Name", "Mr Speaker". */
function isSpeakerLabel(label: string): boolean {
  if (label.length > 80 || !/\p{L}{2}/u.test(label)) return false;
  if (!/\p{Ll}/u.test(label.replace(/^(?:The|An?)\s/, ''))) return label.split(/\s+/).length <= 12;
  return (
    /^(?:the\s+)?(?:hon|honourable|mr|mrs|ms|miss|dr|prof|professor|sir|madam|lord|baroness|speaker|deputy|chair|president|senator|minister)\b/i.test(
      label,
    ) &&
    /\s\S/.test(label) &&
    looksLikeName(label)
  );
}

/** `marked`: only where a mark was put before. Capitals before a name go to `headings`. */
function splitAtLabels(
  text: string,
  marked = false,
  headings: string[] = [],
): { label: string | null; words: string }[] {
  const parts: { label: string | null; words: string }[] = [];
  let label: string | null = null;
  let from = 0;
  const first = (marked ? capitalsFirst : labelFirst).exec(text.slice(0, 300));
  // Other capitals at the start are the heading of the debate.
  if (first && office.test(first[1]!) && isSpeakerLabel(first[1]!.trim())) {
    label = `${first[1]!.trim()}${first[2] ?? ''}`;
    from = first[0].length;
  }
  for (const match of text.matchAll(
    /\uE000([^\uE000\uE001]*)\uE001|(?<![\p{L}.])((?:\p{Lu}[\p{Lu}.'’-]{0,30}\s){0,14}\p{Lu}[\p{Lu}.'’-]{0,30}\p{Lu})\.\s?([-–—])(?=\s|\p{Lu})/gu,
  )) {
    const found = match[1] ?? (marked ? null : withoutHeading(match[2]!));
    if (found === null || match.index < from) continue;
    // "the U.S. – and" is no label.
    if (match[3] !== undefined && match[3] !== '-' && !office.test(found)) continue;
    if (match[2] !== undefined && found.length < match[2].length) headings.push(match[2].slice(0, -found.length));
    parts.push({ label, words: text.slice(from, match.index) });
    label = found;
    from = match.index + match[0].length;
  }
  parts.push({ label, words: text.slice(from) });
  return parts
    .map((part) => ({
      ...part,
      words: part.label === null ? part.words : part.words.replace(/^\s*(?:\([^()]{1,80}\)\s*){0,3}[:–—-]\s*/, ''),
    }))
    .filter((part) => part.label !== null || part.words.trim() !== '');
}

/** "MR SPEAKER: words", "HON. A. LIND: words", "Mr ANA LIND (Kelp Bay) — words". */
const labelFirst = new RegExp(
  String.raw`^(?:\d{1,3}\. )?((?:The |An? )?(?:\p{Lu}[\p{Lu}.'’-]*\.? ){0,8}\p{Lu}[\p{Lu}.'’-]+|(?:Mr|Mrs|Ms|Miss|Dr|Hon|Sir|Madam)` +
    String.raw`\.? (?:\p{Lu}[\p{L}.'’-]* ?){1,5})( ?\([^()]{1,80}\))?(?: ?: ?| [–—]-? )`,
  'u',
);
/** Somebody else in a speech whose speaker is told beside it: "The SPEAKER: Order!" */
const capitalsFirst =
  /^((?:The|An?|Mr|Mrs|Ms|Miss|Dr|Hon) (?:\p{Lu}[\p{Lu}.'’-]* ){0,6}\p{Lu}[\p{Lu}'’-]{2,})( ?\([^()]{1,80}\))?: /u;
const office = new RegExp(
  String.raw`(?<!\p{L})(?:mr|mrs|ms|miss|dr|prof|professor|hon|honourable|sir|madam|lord|lady|speaker|members?|chair\p{L}*|` +
    String.raw`president|premier|minister|senator|whip|clerk|attorney[ -]general)(?!\p{L})`,
  'iu',
);

/** "Mr ANA LIND (Kelp Bay)" sits for Kelp Bay; in "The Minister (Mr. Lind)" the name is inside. */
function withoutPlace(label: string): [string, string?] {
  const match = /^((?:Mr|Mrs|Ms|Miss|Dr|Hon|Sir)\.? [^()]{2,60}?) ?\(([^()]{2,80})\)$/i.exec(label);
  return match && !isOffice(match[1]!) && !/^(?:Mr|Mrs|Ms|Miss|Dr|Hon|Sir|Lord|Lady)\b/i.test(match[2]!)
    ? [match[1]!, match[2]]
    : [label];
}

/** Capitals before a name are the heading of the debate: the name starts at its last title. */
function withoutHeading(capitals: string): string | null {
  const start = [
    ...capitals.matchAll(/(?<!\p{L})(?:(?:THE |AN? )?HON|MR|MRS|MS|MISS|DR|MADAM|MADAME|SIR|THE)(?=[.\s])/gu),
  ].findLast(
    (title) => !/^(?:DR|PROF|SIR)/.test(title[0]) || !/HON\.?\s*$/.test(capitals.slice(0, title.index)),
  )?.index;
  if (start === undefined) return capitals.split(/\s+/).length <= 5 ? capitals : null;
  return capitals.slice(start);
}

/** "HON. A.B. NAME" and "HON. A. B. NAME" are one person, shown as first written. */
function spelling(spellings: Map<string, string>, label: string): string {
  const key = label.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  const known = spellings.get(key);
  if (known !== undefined) return known;
  spellings.set(key, label);
  return label;
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
