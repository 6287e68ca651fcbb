/**
 * Parliaments in TEI, as ParlaMint has them of 29 countries, and others like it: `<u who="#AnaLind" ana="#chair"><seg>`,
 * with the printed label in a `<note type="speaker">` before it, or `<sp><speaker>Ana Lind</speaker><p>`. Names stand in
 * `<person>` where the file has them; in a corpus they are in a file of their own, and the label or the id has to do.
 */
import type { Format } from '../format.ts';
import { recordLanguage } from '../language-tag.ts';
import { dayIn } from '../session-draft.ts';
import { element, elements, readXml, xmlRoot, xmlText, xmlWords, type XmlElement } from '../xml.ts';
import { bareLabel, nobody, readSitting, type Member, type Sitting } from './official-record.ts';
import { officeAndName } from './office.ts';

export const parlaMint: Format = {
  name: 'parliament in TEI',
  makers: ['ParlaMint', 'Parla-CLARIN'],
  writtenIn: 'XML',
  example:
    '<TEI xml:lang="en"><text><body><div type="debateSection"><note type="speaker">' +
    'The Chair:</note><u who="#AnaLind" ana="#chair"><seg>We begin.</seg></u>' +
    '</div></body></text></TEI>',
  recognise(source) {
    if (!/^(?:TEI|teiCorpus)$/.test(xmlRoot(source.text) ?? '')) return 0;
    const root = readXml(source);
    return root && element(root, 'u', 'sp') ? 1 : 0;
  },
  parse: (source) => readSitting(source, sittingOf),
};

function sittingOf(root: XmlElement): Sitting {
  const said: Sitting['said'] = [];
  const leftOut: Sitting['leftOut'] = [];
  const people = peopleIn(root);
  let label = '';
  let last = '';
  const walk = (node: XmlElement) => {
    for (const child of node.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') leftOut.push({ line: null, text: child.trim(), why: 'text outside the speeches' });
      } else if (child.name === 'u' || child.name === 'sp') {
        const who = child.attributes['who'] ?? '';
        // A label stands before the first of several stretches that one speaker has.
        const printed = xmlText(child.name === 'sp' ? element(child, 'speaker') : null) || label;
        const by = memberOf(who, printed, child, people, said.at(-1)?.by, who !== '' && who === last);
        for (const text of stretchesOf(child, leftOut)) said.push({ by, text });
        [label, last] = ['', who];
      } else if (child.name === 'note' && child.attributes['type'] === 'speaker') {
        label = bareLabel(xmlText(child));
      } else if (notSpeech.has(child.name)) {
        const text = xmlText(child);
        if (text !== '') leftOut.push({ line: null, text, why: child.name === 'head' ? 'headings' : 'notes' });
      } else walk(child);
    }
  };
  for (const text of elements(root, 'text')) walk(text);
  const header = element(root, 'teiHeader');
  leftOut.push({ line: null, text: xmlWords(header), why: null });
  const setting = header && element(header, 'settingDesc');
  const day = (setting ?? header) && element((setting ?? header)!, 'date');
  return {
    said,
    leftOut,
    facts: {
      title: header === null ? '' : titleIn(header),
      date: dayIn(day?.attributes['when'] ?? day?.attributes['from'] ?? '') ?? dayIn(root.attributes['id'] ?? ''),
      language: recordLanguage(root.attributes['lang']),
    },
  };
}

const notSpeech = new Set([
  'note',
  'head',
  'vocal',
  'kinesic',
  'incident',
  'gap',
  'pb',
  'stage',
  'speaker',
  'desc',
  'listPerson',
]);

/** Segments of one speech; notes inside it are nobody's. */
function stretchesOf(speech: XmlElement, leftOut: Sitting['leftOut']): string[] {
  const stretches: string[] = [];
  const walk = (node: XmlElement) => {
    for (const child of node.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') stretches.push(child);
      } else if (notSpeech.has(child.name)) {
        const text = xmlText(child);
        if (text !== '' && child.name !== 'speaker') leftOut.push({ line: null, text, why: 'notes' });
      } else if (/^(?:seg|p|ab|l)$/.test(child.name)) stretches.push(wordsOf(child, leftOut));
      else walk(child);
    }
  };
  walk(speech);
  return stretches.filter((text) => text.trim() !== '');
}

/** In the annotated edition each word and mark is an element, `join="right"` where no blank follows. */
function wordsOf(segment: XmlElement, leftOut: Sitting['leftOut']): string {
  for (const note of elements(segment, ...notSpeech))
    if (xmlText(note) !== '') leftOut.push({ line: null, text: xmlText(note), why: 'notes' });
  const tokens = [...elements(segment, 'w', 'pc')].filter((token) => token.parent?.name !== 'w');
  if (tokens.length === 0) return xmlText(segment, ...notSpeech);
  for (const text of besides(segment)) leftOut.push({ line: null, text, why: 'text outside the speeches' });
  // What the file has between words is its own layout.
  let text = '';
  for (const token of tokens)
    text += `${xmlText(token)}${/right|both/.test(token.attributes['join'] ?? '') ? '' : ' '}`;
  return text;
}

/** What stands in a segment in no word of it. */
function besides(node: XmlElement): string[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return child.trim() === '' ? [] : [child.trim()];
    return child.name === 'w' || child.name === 'pc' || notSpeech.has(child.name) ? [] : besides(child);
  });
}

function memberOf(
  who: string,
  printed: string,
  speech: XmlElement,
  people: Map<string, Member>,
  before: Member | undefined,
  goesOn: boolean,
): Member {
  const id = who.replace(/^.*#/, '').trim();
  const person = people.get(id);
  const own = printed === '' ? null : placed(printed);
  // "The Chair, Ana Lind" is later "Ana Lind": one id, and one person, unless the id stands for all guests.
  const isSame = own === null || (person !== undefined && shareName(own, person));
  const chairs = /(?:^|[\s#])chair\b/.test(speech.attributes['ana'] ?? '');
  if (person && isSame)
    return {
      ...person,
      role: own?.role ?? (chairs ? 'chair' : (person.role ?? null)),
      ...(printed && { writtenAs: printed }),
    };
  if (own !== null) {
    const member = { ...own, writtenAs: printed };
    if (id !== '' && !people.has(id)) people.set(id, member);
    return member;
  }
  if (goesOn && before) return before;
  const called = id.split(/[._-]?\d/)[0]!.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  // "AnaLind" is a name; "mp.EU.23" is the number of one.
  if (/^\p{Lu}\p{Ll}+(?: \p{Lu}\p{L}+)+$/u.test(called)) return { name: called, ...(chairs && { role: 'chair' }) };
  return id === '' ? nobody : { name: null, label: id };
}

/** Whether a part of the name is the same, in whatever letters. */
function shareName(one: Member, other: Member): boolean {
  const parts = (member: Member) => (member.name ?? '').toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const known = new Set(parts(other));
  return parts(one).some((part) => known.has(part));
}

/** "Ana Lind (SD)" sits for a party; "The HOUSE CHAIRPERSON (Ms M G Lind)" is Ms Lind. */
function placed(printed: string): Member {
  const office = officeAndName(printed);
  if (office.role !== null) return office;
  const match = /^([^()]{3,80}?)[\s,]*\(([^()]{1,80})\)$/.exec(printed);
  return match ? { name: match[1]!, affiliation: match[2]! } : office;
}

function peopleIn(root: XmlElement): Map<string, Member> {
  const people = new Map<string, Member>();
  const isHungarian = root.attributes['lang']?.startsWith('hu') === true;
  for (const person of elements(root, 'person')) {
    const called = element(person, 'persName');
    // The surname is mostly written first, whatever people are called.
    const partsOf = (kind: string) => (called === null ? [] : [...elements(called, kind)].map((part) => xmlText(part)));
    const parts = isHungarian ? ['surname', 'forename'] : ['forename', 'nameLink', 'surname'];
    const name = parts.flatMap(partsOf).join(' ') || xmlText(called);
    const party = [...elements(person, 'affiliation')].find(({ attributes }) => attributes['role'] === 'member');
    if (person.attributes['id'] && name !== '')
      people.set(person.attributes['id'], { name, affiliation: xmlText(party ?? null) || null });
  }
  return people;
}

/** The title proper, in English where there are several. */
function titleIn(header: XmlElement): string {
  const titles = [...elements(header, 'title')];
  const main = titles.filter(({ attributes }) => attributes['type'] === 'main');
  const chosen = main.find(({ attributes }) => attributes['lang'] === 'en') ?? main[0] ?? titles[0];
  return xmlText(chosen ?? null).split(' [ParlaMint')[0]!;
}
