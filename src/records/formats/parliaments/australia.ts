/**
 * Hansard of Australia: `<hansard>` with `<speech><talk.start><talker>`. In its older version (2.0, 2.1) the words are
 * `<para>` and who speaks is `<name role="display">`; in the newer (2.2) they are `<p class="HPS-…">`, and who speaks is
 * printed in them, in a link `type="MemberSpeech"`, with the seat, the offices and the time in brackets behind.
 */
import type { Format } from '../format.ts';
import { dayIn } from '../session-draft.ts';
import { element, elements, readXml, xmlRoot, xmlText, xmlWords, type XmlElement } from '../xml.ts';
import { bareLabel, nobody, readSitting, type Member, type Sitting } from './official-record.ts';

export const australiaHansard: Format = {
  name: 'Hansard of Australia (XML)',
  writtenIn: 'XML',
  example:
    '<hansard version="2.1"><chamber.xscript><speech><talk.start><talker><name role="display">' +
    'Ms LIND</name></talker><para>—We begin.</para></talk.start></speech></chamber.xscript>' +
    '</hansard>',
  recognise(source) {
    if (xmlRoot(source.text)?.toLowerCase() !== 'hansard') return 0;
    const root = readXml(source);
    return root && element(root, 'talk.start', 'talk.text') ? 1 : 0;
  },
  parse: (source) => readSitting(source, sittingOf),
};

const talks = new Set(['speech', 'question', 'answer', 'interjection', 'continue']);

function sittingOf(root: XmlElement): Sitting {
  const said: Sitting['said'] = [];
  const leftOut: Sitting['leftOut'] = [];
  const members = new Map<string, Member>();
  let by: Member = nobody;
  let clock: string | null = null;
  /** Of the next who is printed as speaking. */
  let fullName: string | null = null;
  const aside = (node: XmlElement, why: string) => leftOut.push({ line: null, text: xmlWords(node), why });
  const walk = (node: XmlElement) => {
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      if (talks.has(child.name)) {
        const before = by;
        const talker = element(child, 'talker');
        by = talker === null ? nobody : talkerOf(talker);
        fullName = talker === null ? null : fullNameOf(talker);
        leftOut.push({ line: null, text: xmlWords(talker), why: null });
        clock = clockOf(xmlText(talker && element(talker, 'time.stamp')));
        walk(child);
        // Whoever was interrupted goes on.
        by = before;
      } else if (child.name === 'talker') continue;
      else if (child.name === 'para' && by !== nobody) {
        said.push({ by, text: xmlText(child).replace(/^[—–-]\s*/, ''), clock });
        clock = null;
      } else if (child.name === 'p' && isInTalk(child)) newer(child);
      else if (/^(?:debateinfo|subdebateinfo|debate\.text|subdebate\.text|business\.start)$/.test(child.name))
        aside(child, 'headings and procedure');
      else if (/^(?:division|petition|adjournment|amendments?)\b/.test(child.name)) aside(child, 'votes and papers');
      else if (child.name === 'para' || child.name === 'p') aside(child, 'headings and procedure');
      else walk(child);
    }
  };
  const newer = (paragraph: XmlElement) => {
    const link = [...elements(paragraph, 'a')].find(({ attributes }) =>
      /^(?:Member|Office)/.test(attributes['type'] ?? ''),
    );
    const label =
      link ?? [...elements(paragraph, 'span')].find(({ attributes }) => named.test(attributes['class'] ?? ''));
    if (/General(?:Interjecting|IInterjecting)|Debate|Subdebate|Division/.test(classesIn(paragraph)) && !label) {
      aside(paragraph, 'interjections and headings');
      return;
    }
    let text = xmlText(paragraph);
    if (label) {
      const printed = xmlText(label);
      text = behindLabel(text, printed);
      // Whoever was speaking goes on.
      if (/^(?:and .{2,60} )?(?:interjecting|dissenting)\W*$/.test(text)) {
        aside(paragraph, 'interjections and headings');
        return;
      }
      const name = bareLabel(printed);
      const known = members.get(name) ?? { name, affiliation: null, role: null };
      const place = part(paragraph, 'HPS-Electorate');
      const role = part(paragraph, 'HPS-MinisterialTitles');
      by = { name, affiliation: known.affiliation || place || null, role: known.role || role || null };
      members.set(name, by);
      if (fullName !== null && /^Member(?:Speech|Question|Answer)|^Office/.test(link?.attributes['type'] ?? ''))
        by = { ...by, writtenAs: fullName };
      fullName = null;
      clock = clockOf(part(paragraph, 'HPS-Time')) ?? clock;
    }
    if (by === nobody) aside(paragraph, 'headings and procedure');
    else said.push({ by, text, clock });
    clock = null;
  };
  walk(element(root, 'chamber.xscript') ?? root);
  const header = element(root, 'session.header');
  const fact = (name: string) => (header === null ? '' : xmlText(element(header, name)));
  return {
    said,
    leftOut,
    facts: { title: [fact('chamber'), 'Hansard'].filter(Boolean).join(' '), date: dayIn(fact('date')), language: 'en' },
  };
}

/** Of an element whose class says that it is a name. */
const named = /^HPS-(?:Member|Office)(?!.*Titles)/;

/** What is behind the name and its brackets: "Senator LIND (Kelp Bay—Minister for Ports) (14:05):  We begin." */
function behindLabel(text: string, printed: string): string {
  let rest = text.slice(text.indexOf(printed) + printed.length).trimStart();
  while (rest.startsWith('(')) {
    const end = closing(rest);
    if (end < 0) break;
    rest = rest.slice(end + 1).trimStart();
  }
  return rest.replace(/^[:—–-]\s*/, '');
}

/** Where the bracket that the text begins with is closed; -1 where it is not. */
function closing(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function isInTalk(node: XmlElement): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.name === 'talk.text') return true;
  return false;
}

function classesIn(node: XmlElement): string {
  return [...elements(node, 'p', 'span')].map(({ attributes }) => attributes['class'] ?? '').join(' ');
}

function part(paragraph: XmlElement, name: string): string {
  return xmlText([...elements(paragraph, 'span')].find(({ attributes }) => attributes['class'] === name) ?? null);
}

function talkerOf(talker: XmlElement): Member {
  const names = [...elements(talker, 'name')];
  const shown = names.find(({ attributes }) => attributes['role'] === 'display');
  if (!shown) return nobody;
  const fact = (name: string) => xmlText(element(talker, name)) || null;
  const full = fullNameOf(talker);
  return {
    name: xmlText(shown),
    ...(full !== null && { writtenAs: full }),
    affiliation: fact('electorate') ?? fact('party'),
    role: fact('role'),
  };
}

/** "Lind, Sen Ana" and "Lind, Ana, MP" are Ana Lind. */
function fullNameOf(talker: XmlElement): string | null {
  const written = [...elements(talker, 'name')].find(({ attributes }) => attributes['role'] === 'metadata');
  const [family = '', given = ''] = xmlText(written ?? null).split(/, ?/);
  const first = given.replace(/^(?:Sen|Hon|Dr|Mr|Mrs|Ms)\.? (?:the )?/i, '');
  return /^\p{Lu}/u.test(first) && family !== '' ? `${first} ${family}` : null;
}

function clockOf(text: string): string | null {
  return (
    /^\(?(\d{1,2})[:.](\d\d)/
      .exec(text)
      ?.slice(1, 3)
      .map((part) => part.padStart(2, '0'))
      .join(':') ?? null
  );
}
