/**
 * Minutes of W3C groups as HTML: made from a scribe's IRC log by scribe.perl (`<p class="phone"><cite>Name:</cite> words</p>`)
 * or by the Credentials Community Group (`<div class="information">Name: words</div>`). Chat (`<nick> text`) is not speech.
 */
import { notRead, type Format, type LeftOut, type Parsed, type Source } from './format.ts';
import { minutesProblems, readNickLabel, withAffiliations } from './w3c-minutes.ts';
import { hiddenWords, loadHtml, withoutHidden, wordsIn } from './html.ts';
import { dayIn, sessionDraft } from './session-draft.ts';
import type { Utterance } from './turns.ts';
import { gatherTurns, withoutUnderscores } from './turns.ts';
import { recordFinding } from './record-findings.ts';
import type { Finding, Problem } from '../../session.ts';

export const w3cMinutesHtml: Format = {
  name: 'W3C minutes (HTML)',
  example:
    '<h1>Kites WG</h1><p>scribe: Ben</p>\n<p class="phone"><cite>Ana:</cite>' +
    ' We begin.</p>\n<p class="phone"><cite>Ben:</cite> Yes.</p>\n<p class="phone">' +
    '<cite>Ana:</cite> With boats.</p>\n<p class="phone"><cite>Ben:</cite> Why?</p>' +
    '\n<p class="phone"><cite>Ana:</cite> They float.</p>',
  recognise({ text }) {
    if (!/^\s*<[!a-z]/i.test(text.slice(0, 500))) return 0;
    const head = text.slice(0, 200_000);
    const lines = head.split(/class=["'](?:phone|irc|information|comment)\b/).length - 1;
    const w3c = /\bW3C\b|scribe\.perl|RRSAgent|\bscribe\b/i.test(head);
    return lines > 4 && w3c ? 0.9 : lines > 4 ? 0.4 : 0;
  },
  parse,
};

const spoken = 'p.phone, p.irc, div.information, div.comment, div.comment-continuation, p.comment';

function parse(source: Source): Parsed {
  const $ = loadHtml(source.text);
  if (!$) return notRead(source, 'its elements are nested too deep for a page; save it anew');
  const hidden = withoutHidden($);
  $('script, style').remove();
  const utterances: Utterance[] = [];
  let speaker: string | null = null;
  let chat = 0;
  const findings: Finding[] = [];
  const leftOut: LeftOut[] = [];
  const leave = (text: string, why: string | null) => leftOut.push({ line: null, text, why });
  for (const text of hidden) leave(text, hiddenWords);
  const from = new Map<string, string>();
  const sayOf = (written: string, words: string) => {
    const named = readNickLabel(`${written}: ${words}`, from);
    say(named?.label ?? written, words);
  };
  const say = (label: string, words: string) => {
    speaker = label;
    if (/^https?:\/\/\S+$/.test(words)) leave(words, null);
    else
      utterances.push({ speaker: withoutUnderscores(label), writtenAs: label, text: words, seconds: null, line: null });
  };
  for (const element of $(spoken).toArray()) {
    const node = $(element).clone();
    // The mark that links a line to itself is no word of it.
    node.find('a[href^="#"]').remove();
    // scribe.perl puts what the same person goes on with into the same paragraph, each after "…".
    for (const more of node.find('br + span').toArray())
      $(more).text(
        $(more)
          .text()
          .replace(/^\s*(?:…|\.{3})\s*/, ''),
      );
    node.find('br').replaceWith(' ');
    const words = node.text().replace(/\s+/g, ' ').trim();
    const cite = node.find('cite, .name').first().text().trim();
    const labelled = readNickLabel(words, from);
    const continued = /^(?:…|\.\.\.)\s*/.exec(words);
    const finding = recordFinding(words);
    if (/^<[^>]{1,200}>/.test(words) || (node.hasClass('irc') && cite.startsWith('<'))) {
      chat += 1;
      leave(words, null);
    } else if (finding) findings.push(finding);
    else if (cite !== '' && words.startsWith(cite))
      sayOf(cite.replace(/:$/, '').trim(), words.slice(cite.length).replace(/^\s*:\s*/, ''));
    else if (continued && speaker !== null) say(speaker, words.slice(continued[0].length));
    else if (node.hasClass('comment-continuation') && speaker !== null) say(speaker, words);
    else if (labelled && !isScribeCommand(labelled.label)) say(labelled.label, labelled.rest);
    else leave(words, 'lines of the minutes that name nobody');
  }
  // What stands in other elements.
  for (const element of $('.resolution, .action, p.resolution, p.action').toArray()) {
    const finding = recordFinding($(element).text().replace(/\s+/g, ' '));
    if (finding && findings.every(({ text }) => text !== finding.text)) findings.push(finding);
  }

  const { turns, speakers } = gatherTurns(utterances);
  if (turns.length === 0) return notRead(source, 'these minutes name nobody who spoke');
  const problems: Problem[] = [];
  problems.push(...minutesProblems({ chat }));
  const headings = $('h1, h2')
    .toArray()
    .map((heading) => $(heading).text().replace(/\s+/g, ' ').trim());
  const dated = headings.find((heading) => dayIn(heading) !== null);
  // The heading beside the date is the meeting's; those above it belong to the site.
  const title = dated === undefined ? headings[0] : (headings[headings.indexOf(dated) - 1] ?? headings[0]);
  const robot = /(?:Scribe|Scribes)<\/dt>\s*<dd>[^<]*Robot/i.test(source.text);
  const named = (title ?? $('title').text()).replace(/^[\s–—-]{0,5}DRAFT[\s–—-]{0,5}/, '');
  const day = dayIn(dated ?? $('title').text());
  $(spoken).remove();
  leave(wordsIn($.root().children()), null);
  const session = sessionDraft(source, {
    kind: robot ? 'automatic transcript' : 'notes',
    turns,
    speakers: withAffiliations(speakers, from),
    findings,
    title: named,
    date: day,
    page: source.address === null ? null : { address: source.address, placeBy: 'text' },
  });
  return { sessions: [session], problems, leftOut };
}

/** Whether the label is of what scribes tell their programs, and of nobody. */
export function isScribeCommand(label: string): boolean {
  return scribeCommand.test(label);
}

const scribeCommand = new RegExp(
  String.raw`^(?:topic|subtopic|action|issue|resolution|resolved|proposal|proposed|scribe|chair|chairs|present|regrets|agenda|` +
    String.raw`meeting|date|note|summary of)\b`,
  'i',
);
