/**
 * Transcripts of EXMARaLDA (`.exb`): a table of speakers, a line of time, and tiers; those of the type `t` hold what was said,
 * the others tell of it.
 */
import type { Format, LeftOut, Parsed, Source } from '../format.ts';
import { element, elements, parsedXml, readXml, xmlText, xmlWords, type XmlElement } from '../xml.ts';
import { annotatedSession, inOrderOfTime, namesApart, secondsIn, type Said } from './tiers.ts';

export const exmaralda: Format = {
  name: 'EXMARaLDA',
  writtenIn: 'XML',
  example:
    '<basic-transcription><head><speakertable><speaker id="SPK0"><abbreviation>Ana Lind</abbreviation></speaker></speakertable></head>' +
    '<basic-body><common-timeline><tli id="T0" time="1.0"/><tli id="T1" time="2.0"/></common-timeline><tier id="TIE0" speaker="SPK0" ' +
    'category="v" type="t"><event start="T0" end="T1">Hello.</event></tier></basic-body></basic-transcription>',
  recognise: (source) => (readXml(source)?.name === 'basic-transcription' ? 1 : 0),
  parse: (source) => parsedXml(source, (root) => parse(source, root)),
};

function parse(source: Source, root: XmlElement): Parsed {
  const names = namesApart(
    new Map(
      [...elements(root, 'speaker')].map((speaker) => {
        const [called] = elements(speaker, 'abbreviation');
        const id = speaker.attributes['id'] ?? '';
        return [id, (called && xmlText(called)) || id];
      }),
    ),
  );
  const points = [...elements(root, 'tli')].map(({ attributes }) => ({
    id: attributes['id'] ?? '',
    time: secondsIn(attributes['time']),
  }));
  // Most points of a line of time have no time of their own: their order is what tells who came first.
  const times = new Map(points.map(({ id, time }, order) => [id, { time, order }]));
  const leftOut: LeftOut[] = [{ line: null, text: xmlWords(element(root, 'head')), why: null }];
  const tiers = [...elements(root, 'tier')].flatMap((tier): Said[][] => {
    const { type, speaker: id = '' } = tier.attributes;
    if (type !== 't') {
      leftOut.push({ line: null, text: xmlWords(tier), why: 'tiers that tell of others' });
      return [];
    }
    const events = [...elements(tier, 'event')].map((event): Said => {
      const { time = null, order } = times.get(event.attributes['start'] ?? '') ?? {};
      const voice = names.get(id) || id || null;
      return { voice, text: xmlText(event), start: time, ...(order !== undefined && { order }), line: null };
    });
    return [events.filter(({ text }) => text !== '')];
  });
  return annotatedSession(source, inOrderOfTime(tiers), {}, leftOut);
}
