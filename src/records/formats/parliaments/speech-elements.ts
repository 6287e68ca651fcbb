/**
 * Any other XML of speeches: elements of one name, most of which hold words and, beside them, who says them, in an
 * attribute or an element of its own. What the elements are called is told by the record itself.
 */
import type { Format } from '../format.ts';
import { recordLanguage } from '../language-tag.ts';
import { dayIn } from '../session-draft.ts';
import { element, elements, readXml, xmlText, type XmlElement } from '../xml.ts';
import { bareLabel, nobody, readSitting, type Member, type Said, type Sitting } from './official-record.ts';
import { officeAndName } from './office.ts';

export const speechElements: Format = {
  name: 'speeches in XML',
  makers: ['Assemblée nationale', 'other parliaments'],
  writtenIn: 'XML',
  example:
    '<sitting date="2025-05-14"><speech><speaker>Ana Lind</speaker><p>We begin.</p>' +
    '</speech><speech><speaker>Ben Sen</speaker><p>Yes.</p></speech></sitting>',
  recognise(source) {
    const root = readXml(source);
    return root && speechesIn(root).length > 1 ? 0.4 : 0;
  },
  parse: (source) => readSitting(source, sittingOf),
};

const lower = (name: string) => name.toLowerCase().replace(/[._-]/g, '');
const wordsIn = (...lines: string[]) => new Set(lines.join(' ').split(' '));
/** Elements and attributes that name nobody but who speaks. */
const speakers = wordsIn(
  'speaker speakers speakername speakerlabel spokenby membername orateur orateurs intervenant orador oradora oratore',
  'redner rednerin talare taler spreker puhuja mowca interviniente deputat',
);
/** Those that name anybody, and so only inside an element that is a speech. */
const names = wordsIn('name nom nome nombre navn namn nimi naam member from who by person participant');
const speeches = wordsIn(
  'speech speeches turn utterance intervention intervencion intervencao intervento interventie rede anforande anforing',
  'inlegg tale contribution statement paragraphe sp talk remark puheenvuoro wypowiedz',
);
const places = wordsIn(
  'constituency memberconstituency electorate party parti partei fraktion groupe grupo affiliation',
);
const offices = wordsIn('role qualite office title function fonction cargo titel');

/** The elements that each hold what one speaker says; empty where the record has none. */
function speechesIn(root: XmlElement): XmlElement[] {
  const byName = new Map<string, XmlElement[]>();
  for (const each of elements(root)) {
    if (speakerOf(each) === null || wordsOf(each).length === 0) continue;
    const alike = byName.get(each.name);
    if (alike) alike.push(each);
    else byName.set(each.name, [each]);
  }
  let best: XmlElement[] = [];
  let most = 0;
  for (const found of byName.values()) {
    // Of elements in each other the inner ones are the speeches.
    const outer = new Set(found.flatMap((each) => [...around(each)]));
    const inner = found.filter((each) => !outer.has(each));
    const words = inner.reduce((sum, each) => sum + wordsOf(each).join(' ').length, 0);
    if (inner.length > 1 && words > most) [best, most] = [inner, words];
  }
  return best;
}

function sittingOf(root: XmlElement): Sitting {
  const said: Said[] = [];
  const leftOut: Sitting['leftOut'] = [];
  const found = speechesIn(root);
  const name = found[0]?.name ?? '';
  const chosen = new Set(found);
  const walk = (node: XmlElement) => {
    for (const child of node.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') leftOut.push({ line: null, text: child.trim(), why: 'headings and facts' });
      } else if (chosen.has(child)) say(child, said);
      else if (
        child.name === name &&
        xmlText(child) !== '' &&
        ![...elements(child, name)].some((each) => chosen.has(each))
      )
        // The same kind of element with nobody beside it: a note of the record, or words of somebody not named.
        note(child, said, leftOut);
      else walk(child);
    }
  };
  walk(root);
  const day = [...elements(root)].flatMap(datesOf).find((date) => date !== null);
  const title = element(root, 'title', 'titre', 'heading', 'titulo', 'titel');
  return {
    said,
    leftOut,
    facts: {
      title: title && !chosen.has(title) ? xmlText(title).slice(0, 200) : '',
      date: day ?? null,
      language: recordLanguage(root.attributes['lang']),
    },
  };
}

function say(speech: XmlElement, said: Said[]): void {
  const by = speakerOf(speech)!;
  for (const text of wordsOf(speech)) said.push({ by, text });
}

function note(node: XmlElement, said: Said[], leftOut: Sitting['leftOut']): void {
  const text = xmlText(node);
  if (/^\([^()]*\)\.?$/.test(text)) leftOut.push({ line: null, text, why: 'notes of the record' });
  else said.push({ by: nobody, text, newVoice: true });
}

function speakerOf(node: XmlElement): Member | null {
  const isSpeech = speeches.has(lower(node.name));
  const fits = (name: string) => speakers.has(name) || (isSpeech && names.has(name));
  for (const [key, value] of Object.entries(node.attributes))
    if (fits(lower(key)) && /\p{L}/u.test(value) && !value.startsWith('#')) return memberOf(value, node);
  for (const child of node.children) {
    if (typeof child === 'string' || !fits(lower(child.name))) continue;
    // `<orateurs><orateur><nom>`: the innermost names, what stands beside it are numbers and offices.
    const inner = [...elements(child)].findLast(({ name }) => names.has(lower(name)) || speakers.has(lower(name)));
    const text = xmlText(inner ?? child);
    if (text !== '' && text.length <= 160) return memberOf(text, child);
  }
  return null;
}

function memberOf(printed: string, within: XmlElement): Member {
  const label = bareLabel(printed);
  const part = (known: Set<string>) => {
    const found = [...elements(within)].find(({ name }) => known.has(lower(name)));
    return found ? xmlText(found) || null : null;
  };
  const office = officeAndName(label);
  const match = /^([^()]{3,80}?)[\s,]*\(([^()]{1,80})\)$/.exec(label);
  if (office.role !== null) return { ...office, writtenAs: label };
  const own = match ? { name: match[1]!, affiliation: match[2]! } : { name: label, affiliation: null };
  return {
    name: own.name === '' ? null : own.name,
    affiliation: own.affiliation ?? part(places),
    role: within.attributes['role'] ?? part(offices),
    writtenAs: label,
  };
}

/** Paragraph by paragraph, without who says them. */
function wordsOf(speech: XmlElement): string[] {
  const paragraphs: string[] = [];
  let loose = '';
  const walk = (node: XmlElement) => {
    for (const child of node.children) {
      if (typeof child === 'string') loose += child;
      else if (speakers.has(lower(child.name)) || (node === speech && isBeside(child))) continue;
      else if (/^(?:p|para|paragraph|paragraphe|text|texte|texto|seg|line|br)$/i.test(child.name)) {
        finish();
        walk(child);
        finish();
      } else walk(child);
    }
  };
  const finish = () => {
    const text = loose.replace(/\s+/g, ' ').trim();
    if (text !== '') paragraphs.push(text);
    loose = '';
  };
  walk(speech);
  finish();
  return paragraphs;
}

/** What tells of the speech, and is none of its words. */
function isBeside({ name }: XmlElement): boolean {
  const own = lower(name);
  return (
    names.has(own) ||
    places.has(own) ||
    offices.has(own) ||
    /^(?:id|time|date|timestamp|url|page|number|num|meta\w*)$/.test(own)
  );
}

function* around(node: XmlElement): Generator<XmlElement> {
  for (let at = node.parent; at; at = at.parent) yield at;
}

function datesOf(node: XmlElement): (string | null)[] {
  const isDate = /^(?:date|dateseance|datum|fecha|data|sittingdate|sessiondate|day|dato|datasesji|paivays)$/;
  const written = Object.entries(node.attributes)
    .filter(([key]) => isDate.test(lower(key)))
    .map(([, value]) => value);
  if (isDate.test(lower(node.name))) written.push(xmlText(node));
  return written.map((text) => dayIn(text) ?? dayIn(/^(\d{8})\d{4,}$/.exec(text)?.[1] ?? ''));
}
