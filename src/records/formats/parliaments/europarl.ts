/**
 * Verbatim reports of the European Parliament: `<DEBATS>` with `<INTERVENTION><ORATEUR PP LG LIB><PARA>`. `LG` is the
 * language spoken; the words are in it, or in that of the edition, which their own language tells.
 */
import type { Format } from '../format.ts';
import { spokenIn as spokenInOf } from '../interpreted.ts';
import { recordLanguage } from '../language-tag.ts';
import { dayIn } from '../session-draft.ts';
import { element, elements, xmlRoot, xmlText, xmlWords, type XmlElement } from '../xml.ts';
import { bareLabel, nobody, readSitting, type Member, type Said, type Sitting } from './official-record.ts';

export const europarlXml: Format = {
  name: 'European Parliament debates (XML)',
  writtenIn: 'XML',
  example:
    '<DEBATS><CHAPTER><INTERVENTION><ORATEUR PP="NULL" LG="EN" LIB="Ana | Lind">' +
    '<EMPHAS NAME="B">President. –</EMPHAS></ORATEUR><PARA>We begin.</PARA></INTERVENTION>' +
    '</CHAPTER></DEBATS>',
  recognise: ({ text }) => ((xmlRoot(text) ?? '').startsWith('DEBATS') ? 1 : 0),
  parse: (source) => readSitting(source, sittingOf),
};

function sittingOf(root: XmlElement): Sitting {
  const said: Said[] = [];
  const leftOut: Sitting['leftOut'] = [];
  let clock: string | null = null;
  let day: string | null = null;
  const walk = (node: XmlElement) => {
    for (const child of node.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') leftOut.push({ line: null, text: child.trim(), why: 'text outside the speeches' });
      } else if (child.name === 'META') leftOut.push({ line: null, text: xmlWords(child), why: null });
      else if (child.name === 'NUMERO') {
        const moment = child.attributes['VOD-START'] ?? '';
        clock = /T(\d\d:\d\d)/.exec(moment)?.[1] ?? null;
        day ??= dayIn(moment);
      } else if (child.name === 'INTERVENTION') {
        intervention(child, clock, said, leftOut);
        clock = null;
      } else if (child.name.startsWith('TL-CHAP')) leftOut.push({ line: null, text: xmlText(child), why: 'headings' });
      else if (child.name === 'PARA') leftOut.push({ line: null, text: xmlText(child), why: 'notes of the record' });
      else walk(child);
    }
  };
  walk(root);
  const written = /(\d\d)-(\d\d)-(\d{4})/.exec(xmlText(element(root, 'META')));
  return {
    said,
    leftOut,
    facts: {
      title: 'European Parliament, verbatim report',
      date: day ?? (written ? dayIn(`${written[3]}-${written[2]}-${written[1]}`) : null),
    },
  };
}

function intervention(node: XmlElement, clock: string | null, said: Said[], leftOut: Sitting['leftOut']): void {
  const [speaker] = elements(node, 'ORATEUR');
  for (const text of besides(node)) leftOut.push({ line: null, text, why: 'notes of the record' });
  const printed = speaker ? xmlText(speaker) : '';
  const paragraphs = [...elements(node, 'PARA')].map((each) => xmlText(each).replace(/^\s*[–—-]\s+/, ''));
  if (inWriting.test(printed)) {
    leftOut.push({ line: null, text: [printed, ...paragraphs].join(' '), why: 'statements in writing' });
    return;
  }
  const language = recordLanguage(speaker?.attributes['LG']?.toLowerCase());
  const by = speaker ? memberOf(speaker, printed) : nobody;
  const spoken = spokenInOf(paragraphs.map((text) => ({ told: language, text })));
  for (const [index, text] of paragraphs.entries()) {
    if (/^\([^()]*\)\.?$/.test(text)) {
      leftOut.push({ line: null, text, why: 'notes of the record' });
      continue;
    }
    const spokenIn = spoken[index] ?? null;
    said.push({ by, text, spokenIn, ...(index === 0 && { clock, newVoice: true }) });
  }
}

/** What stands in a speech in no paragraph of it. */
function besides(node: XmlElement): string[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return child.trim() === '' ? [] : [child.trim()];
    return child.name === 'ORATEUR' || child.name === 'PARA' ? [] : besides(child);
  });
}

/** "Ana Lind, in writing. –", in the languages of the Union: nobody spoke it. */
const inWriting = new RegExp(
  [
    'in writing|par écrit|schriftlich|por escrito|per iscritto|schriftelijk|na piśmie|písemně|písomne|skriftlig[t]?',
    'kirjallinen|írásban|în scris|γραπτώς|в писмен вид|pisno|u pisanom obliku|raštu|rakstiski|kirjalikult|bil-miktub',
  ].join('|'),
  'iu',
);

function memberOf(speaker: XmlElement, printed: string): Member {
  const own = (speaker.attributes['LIB'] ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'NULL');
  const label = bareLabel(printed);
  const party = speaker.attributes['PP'];
  const affiliation = party && party !== 'NULL' ? party : null;
  const family = own.at(-1)?.toLowerCase() ?? '';
  if (own.length === 0) {
    const bare = label.split(/[(,]/)[0]!.trim();
    return bare === '' ? nobody : { name: bare, affiliation, role: label.split(', ').slice(1).join(', ') || null };
  }
  // What is printed is the office where it is not the name.
  const isName = label.toLowerCase().includes(family);
  const office = isName ? label.split(', ').slice(1).join(', ') : label;
  return { name: own.join(' '), affiliation, role: office || null };
}
