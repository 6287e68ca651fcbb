/** Transcripts of Transcriber (`.trs`): a list of speakers, and turns with their times, `<Sync time="3.2"/>` before the words. */
import type { Format, LeftOut, Parsed, Source } from '../format.ts';
import { recordLanguage } from '../language-tag.ts';
import { elements, parsedXml, readXml, type XmlElement } from '../xml.ts';
import { annotatedSession, secondsIn, type Said } from './tiers.ts';

export const transcriber: Format = {
  name: 'Transcriber',
  writtenIn: 'XML',
  example:
    '<Trans><Speakers><Speaker id="spk1" name="Ana Lind"/></Speakers><Episode><Section><Turn speaker="spk1" startTime="1" endTime="2">' +
    '<Sync time="1"/>Hello.</Turn></Section></Episode></Trans>',
  recognise: (source) => (readXml(source)?.name === 'Trans' ? 1 : 0),
  parse: (source) => parsedXml(source, (root) => parse(source, root)),
};

function parse(source: Source, root: XmlElement): Parsed {
  const names = new Map([...elements(root, 'Speaker')].map(({ attributes }) => [attributes['id'], attributes['name']]));
  const leftOut: LeftOut[] = [];
  const said: Said[] = [];
  for (const turn of elements(root, 'Turn')) {
    // Two who speak at once have a `<Who nb="2"/>` before the words of the second.
    const voices = (turn.attributes['speaker'] ?? '').split(/\s+/).map((id) => names.get(id) || id || null);
    let voice = voices[0] ?? null;
    let start = secondsIn(turn.attributes['startTime']);
    for (const child of turn.children) {
      if (typeof child === 'string') {
        const text = child.replace(/\s+/g, ' ').trim();
        if (text !== '') said.push({ voice, text, start, line: null });
        if (text !== '') start = null;
      } else if (child.name === 'Sync') start = secondsIn(child.attributes['time']);
      else if (child.name === 'Who') voice = voices[Number(child.attributes['nb'] ?? 1) - 1] ?? null;
      else noteOf(child, leftOut);
    }
  }
  return annotatedSession(source, said, { language: recordLanguage(root.attributes['lang']) }, leftOut);
}

/** Noises and remarks of the transcriber. */
function noteOf({ attributes }: XmlElement, leftOut: LeftOut[]): void {
  leftOut.push({ line: null, text: attributes['desc'] ?? '', why: 'marks of sounds' });
}
