/**
 * Captions in XML: TTML (W3C) as broadcasters, podcasts and video sites write it, and YouTube's `timedtext` (srv1 to
 * srv3). Names of who speaks stand in the head of a TTML, by their number.
 */
import { readTime } from '../../words/timestamp.ts';
import { captionsOf } from './captions.ts';
import type { Cue } from './cues.ts';
import type { Format, Parsed, Source } from './format.ts';
import { spokenIn, type ToldLanguage } from './interpreted.ts';
import { recordLanguage } from './language-tag.ts';
import { element, elements, parsedXml, xmlRoot, xmlText, type XmlElement } from './xml.ts';

export const timedText: Format = {
  name: 'TTML and YouTube timed text',
  makers: ['TTML', 'DFXP', 'Apple Podcasts', 'YouTube (srv1, srv2, srv3)'],
  writtenIn: 'XML',
  example:
    '<tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><body><div><p begin="00:00:01.000" end="00:00:03.000">' +
    'Ana Lind: Hello.</p></div></body></tt>',
  recognise({ text }) {
    const root = xmlRoot(text);
    if (root === 'tt' || root === 'timedtext') return 1;
    return root === 'transcript' && /<text\s[^<>]*\bstart="/.test(text.slice(0, 5000)) ? 1 : 0;
  },
  parse: (source) => parsedXml(source, (root) => parse(source, root)),
};

function parse(source: Source, root: XmlElement): Parsed {
  const isTtml = root.name === 'tt';
  return captionsOf(source, isTtml ? ttmlCues(root) : youtubeCues(root), [], {
    // Only YouTube's recogniser tells one word from another.
    automatic: !isTtml && element(root, 's') !== null,
    language: recordLanguage(root.attributes['lang']),
    title: isTtml ? xmlText(element(root, 'title')) : '',
  });
}

function youtubeCues(root: XmlElement): Cue[] {
  return [...elements(root, 'p', 'text')].map((cue): Cue => {
    const { t, d, start, dur } = cue.attributes;
    const seconds = t === undefined ? Number(start) : Number(t) / 1000;
    const length = t === undefined ? Number(dur ?? 0) : Number(d ?? 0) / 1000;
    return {
      seconds: Number.isFinite(seconds) ? seconds : null,
      end: Number.isFinite(seconds + length) ? seconds + length : null,
      lines: textOf(cue).split('\n'),
      line: 1,
    };
  });
}

function ttmlCues(root: XmlElement): Cue[] {
  const names = new Map([...elements(root, 'agent')].map((agent) => [agent.attributes['id'] ?? '', xmlText(agent)]));
  const rates = { ticks: Number(root.attributes['tickRate'] ?? 1), frames: Number(root.attributes['frameRate'] ?? 30) };
  const told: ToldLanguage[] = [];
  const cues = [...elements(root, 'p')].flatMap((paragraph): Cue[] => {
    const sentences = [...elements(paragraph, 'span')].filter(({ attributes }) => attributes['unit'] === 'sentence');
    return (sentences.length > 0 ? sentences : [paragraph]).map((cue): Cue => {
      const timed = [...elements(cue), paragraph].find(({ attributes }) => attributes['begin'] !== undefined);
      const agent = agentOf(cue);
      const voice = agent === null ? null : names.get(agent) || agent;
      // Scripts for dubbing say of each text what it is translated from: https://www.w3.org/TR/dapt/
      const sources = [cue, ...elements(cue), paragraph].map(({ attributes }) => attributes['langSrc']);
      told.push({ told: sources.find(Boolean), text: textOf(cue) });
      return {
        seconds: timeOf(timed?.attributes['begin'], rates),
        end: timeOf(timed?.attributes['end'], rates),
        ...(voice !== null && { voice }),
        lines: textOf(cue).split('\n'),
        line: 1,
      };
    });
  });
  const spoken = spokenIn(told);
  return cues.map((cue, index) => ({ ...cue, ...(spoken[index] && { spokenIn: spoken[index] }) }));
}

/** An element without who speaks has it from the one around it. */
function agentOf(cue: XmlElement): string | null {
  for (let at: XmlElement | null = cue; at; at = at.parent) if (at.attributes['agent']) return at.attributes['agent'];
  return null;
}

/** Lines are parted by `<br/>`. Apple writes each word as an element of its own, with no blank between. */
function textOf({ name, children }: XmlElement): string {
  let text = '';
  for (const child of children) {
    if (typeof child === 'string') text += name === 'text' ? child : child.replace(/\s+/g, ' ');
    else if (child.name === 'br') text += '\n';
    else text += `${child.attributes['unit'] === 'word' && /\S$/.test(text) ? ' ' : ''}${textOf(child)}`;
  }
  return text;
}

/** A time of the clock, also with frames; a length such as `1.5s`, `900ms`, `3f` or `10000t`; or bare seconds. */
function timeOf(written: string | undefined, rates: { ticks: number; frames: number }): number | null {
  if (written === undefined) return null;
  const length = /^(\d+(?:\.\d+)?)(h|ms|m|s|f|t|)$/.exec(written);
  if (length) {
    const units = { h: 3600, m: 60, s: 1, ms: 0.001, f: 1 / rates.frames, t: 1 / rates.ticks, '': 1 };
    return Number(length[1]) * units[length[2] as keyof typeof units];
  }
  const frames = /^(\d+:\d\d:\d\d):(\d+)$/.exec(written);
  if (frames) return (readTime(frames[1]!) ?? 0) + Number(frames[2]) / rates.frames;
  return readTime(written);
}
