/**
 * Protocols of the German Bundestag: `<dbtplenarprotokoll>`. A speech is a `<rede>` that begins with a paragraph
 * `klasse="redner"`; the words of the chair stand inside it after a bare `<name>`, until the next such paragraph.
 */
import type { Format } from '../format.ts';
import { dayIn } from '../session-draft.ts';
import { element, elements, xmlRoot, xmlText, xmlWords, type XmlElement } from '../xml.ts';
import { nobody, readSitting, type Member, type Sitting } from './official-record.ts';
import { officeAndName } from './office.ts';

export const bundestagXml: Format = {
  name: 'Bundestag protocol (XML)',
  writtenIn: 'XML',
  example:
    '<dbtplenarprotokoll sitzung-datum="14.05.2025"><sitzungsverlauf><sitzungsbeginn>' +
    '<name>Präsidentin Ana Lind:</name><p klasse="J_1">Guten Morgen!</p></sitzungsbeginn>' +
    '</sitzungsverlauf></dbtplenarprotokoll>',
  recognise: ({ text }) => (/^(?:dbtplenarprotokoll|sitzungsverlauf)$/.test(xmlRoot(text) ?? '') ? 1 : 0),
  parse: (source) => readSitting(source, sittingOf),
};

function sittingOf(root: XmlElement): Sitting {
  const { said, leftOut } = { said: [] as Sitting['said'], leftOut: [] as Sitting['leftOut'] };
  let by: Member = nobody;
  // Other classes are headings of the agenda; in a speech all that are not such are its words.
  const isSpeech = (kind: string, inSpeech: boolean) =>
    inSpeech ? !/^(?:T_|AL_|redner)/.test(kind) : /^(?:J|J_1|O|Z)$/.test(kind);
  const walk = (node: XmlElement, inSpeech: boolean) => {
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      const kind = child.attributes['klasse'] ?? '';
      if (child.name === 'name') by = chairOf(child);
      else if (kind === 'redner') {
        by = speakerOf(child);
        leftOut.push({ line: null, text: xmlWords(child), why: null });
      } else if (child.name === 'p' && isSpeech(kind, inSpeech)) {
        said.push({ by, text: xmlText(child, 'fussnote', 'kommentar') });
        for (const note of elements(child, 'fussnote', 'kommentar'))
          leftOut.push({ line: null, text: xmlText(note), why: note.name === 'fussnote' ? 'notes' : 'interjections' });
      } else if (child.name === 'kommentar') leftOut.push({ line: null, text: xmlText(child), why: 'interjections' });
      else if (child.name === 'p' || child.name === 'fussnote' || child.name === 'table')
        leftOut.push({ line: null, text: xmlText(child), why: child.name === 'fussnote' ? 'notes' : 'headings' });
      else if (child.name === 'rede') {
        by = nobody;
        walk(child, true);
        by = nobody;
      } else walk(child, inSpeech);
    }
  };
  walk(element(root, 'sitzungsverlauf') ?? root, false);
  for (const name of ['vorspann', 'anlagen', 'rednerliste'])
    leftOut.push({ line: null, text: xmlWords(element(root, name)), why: 'what stands before and behind the sitting' });
  return { said, leftOut, facts: factsOf(root) };
}

function factsOf(root: XmlElement): Sitting['facts'] {
  const { attributes } = root;
  const head = element(root, 'kopfdaten');
  const number = attributes['sitzung-nr'] ?? xmlText(element(root, 'sitzungsnr'));
  const house = xmlText(element(root, 'herausgeber')) || attributes['herausgeber'] || 'Deutscher Bundestag';
  const day = attributes['sitzung-datum'] ?? (head && element(head, 'datum')?.attributes['date']) ?? '';
  const clock = (name: string) => /^\d{1,2}:\d\d/.exec(attributes[name] ?? '')?.[0].padStart(5, '0') ?? null;
  return {
    title: number === '' ? house : `${house}, ${number}. Sitzung`,
    date: dayIn(day),
    startTime: clock('sitzung-start-uhrzeit'),
    endTime: clock('sitzung-ende-uhrzeit'),
    language: 'de',
  };
}

function chairOf(name: XmlElement): Member {
  const printed = xmlText(name).replace(/:$/, '');
  return { ...officeAndName(printed), writtenAs: printed };
}

function speakerOf(paragraph: XmlElement): Member {
  const parts = element(paragraph, 'name');
  const part = (name: string) => (parts === null ? '' : xmlText(element(parts, name)));
  const name = ['titel', 'vorname', 'namenszusatz', 'nachname'].map(part).filter(Boolean).join(' ');
  const printed = xmlText(paragraph, 'redner').replace(/:$/, '');
  const role = part('rolle_lang') || part('rolle_kurz') || null;
  if (name === '') return printed === '' ? nobody : { ...officeAndName(printed), writtenAs: printed };
  return { name, role, affiliation: part('fraktion') || part('bundesland') || null };
}
