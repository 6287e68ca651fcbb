/**
 * Debates and committees of the House of Commons of Canada: `<Intervention><PersonSpeaking><Affiliation>` and
 * `<Content><ParaText>`. `<FloorLanguage language="FR">` begins words that were spoken in French.
 */
import type { Format } from '../format.ts';
import { recordLanguage } from '../language-tag.ts';
import { dayIn } from '../session-draft.ts';
import { element, elements, readXml, xmlRoot, xmlText, xmlWords, type XmlElement } from '../xml.ts';
import { nobody, readSitting, type Member, type Sitting } from './official-record.ts';
import { officeAndName } from './office.ts';

export const canadaHansard: Format = {
  name: 'Hansard of Canada (XML)',
  writtenIn: 'XML',
  example:
    '<Hansard xml:lang="EN"><HansardBody><Intervention><PersonSpeaking><Affiliation>' +
    'Ana Lind (Kelp Bay, Ind.):</Affiliation></PersonSpeaking><Content><ParaText>' +
    'We begin.</ParaText></Content></Intervention></HansardBody></Hansard>',
  recognise(source) {
    if (!/^(?:Hansard|House|Committee|Publication)\w*$/.test(xmlRoot(source.text) ?? '')) return 0;
    const root = readXml(source);
    return root && element(root, 'PersonSpeaking') ? 1 : 0;
  },
  parse: (source) => readSitting(source, sittingOf),
};

const paragraphs = new Set(['ParaText', 'QuotePara', 'Verse', 'Line']);

function sittingOf(root: XmlElement): Sitting {
  const said: Sitting['said'] = [];
  const leftOut: Sitting['leftOut'] = [];
  const edition = recordLanguage(root.attributes['lang']?.toLowerCase());
  let by: Member = nobody;
  let floor: string | null = null;
  let clock: string | null = null;
  let changed = false;
  const walk = (node: XmlElement) => {
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'FloorLanguage') {
        const language = recordLanguage(child.attributes['language']?.toLowerCase());
        const next = language !== null && edition !== null && language !== edition ? language : null;
        changed ||= next !== floor;
        floor = next;
        leftOut.push({ line: null, text: xmlText(child), why: null });
      } else if (child.name === 'Timestamp') {
        const [hour, minute] = [child.attributes['Hr'], child.attributes['Mn']];
        clock = hour && minute ? `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : null;
      } else if (child.name === 'PersonSpeaking') by = memberOf(xmlText(child));
      else if (child.name === 'Intervention') {
        walk(child);
        by = nobody;
      } else if (paragraphs.has(child.name) && by !== nobody) {
        // What is translated and what is not are two turns.
        said.push({ by, text: xmlText(child), spokenIn: floor, clock, newVoice: changed });
        [clock, changed] = [null, false];
      } else if (holdsSpeech(child)) walk(child);
      else leftOut.push({ line: null, text: xmlWords(child), why: 'headings and procedure' });
    }
  };
  walk(element(root, 'HansardBody') ?? root);
  leftOut.push({ line: null, text: xmlWords(element(root, 'ExtractedInformation')), why: null });
  const item = (name: string) =>
    xmlText([...elements(root, 'ExtractedItem')].find(({ attributes }) => attributes['Name'] === name) ?? null);
  return {
    said,
    leftOut,
    facts: {
      title: [item('Institution') || 'House of Commons', item('Number') || item('MeetingNumber')]
        .filter(Boolean)
        .join(', '),
      date:
        dayIn(item('Date')) ??
        dayIn(item('MetaDate')) ??
        dayIn(element(root, 'PublicationItem')?.attributes['Date'] ?? ''),
      language: edition,
    },
  };
}

function holdsSpeech(node: XmlElement): boolean {
  return (
    element(node, 'Intervention', 'PersonSpeaking', 'ParaText', 'QuotePara', 'FloorLanguage', 'Timestamp') !== null
  );
}

/** "Hon. Ana Lind (Kelp Bay, Ind.):", "The Deputy Speaker (Mrs. Ana Lind):", "The Speaker:". */
function memberOf(text: string): Member {
  const printed = text.replace(/:$/, '').trim();
  const office = officeAndName(printed);
  if (office.role !== null || printed === '') return printed === '' ? nobody : { ...office, writtenAs: printed };
  const match = /^([^()]{3,80}?) ?\(([^()]{1,160})\)$/.exec(printed);
  return match ? { name: match[1]!, affiliation: match[2]! } : { name: printed };
}
