/**
 * Annotations of ELAN (`.eaf`): tiers of a participant each, whose annotations lie between two slots of time. Tiers that
 * hang on others tell of their words: translations, glosses, notes. https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf
 */
import type { Format, LeftOut, Parsed, Source } from '../format.ts';
import { voiceOf } from '../recogniser-output.ts';
import { withoutUnderscores } from '../turns.ts';
import { elements, parsedXml, readXml, xmlText, xmlWords, type XmlElement } from '../xml.ts';
import { annotatedSession, inOrderOfTime, isBesideSpeech, secondsIn, type Said } from './tiers.ts';

export const elan: Format = {
  name: 'ELAN annotations',
  writtenIn: 'XML',
  example:
    '<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2000"/>' +
    '</TIME_ORDER><TIER TIER_ID="A" PARTICIPANT="Ana Lind"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" ' +
    'TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>Hello.</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>',
  recognise: (source) => (readXml(source)?.name === 'ANNOTATION_DOCUMENT' ? 1 : 0),
  parse: (source) => parsedXml(source, (root) => parse(source, root)),
};

function parse(source: Source, root: XmlElement): Parsed {
  const slots = new Map<string, number>();
  for (const { attributes } of elements(root, 'TIME_SLOT')) {
    const value = secondsIn(attributes['TIME_VALUE']);
    if (value !== null) slots.set(attributes['TIME_SLOT_ID'] ?? '', value / 1000);
  }
  // Its licence, its settings and the kinds of its tiers.
  const leftOut = root.children.flatMap((child): LeftOut[] =>
    typeof child === 'string' || child.name === 'TIER' ? [] : [{ line: null, text: xmlWords(child), why: null }],
  );
  const tiers = [...elements(root, 'TIER')].flatMap((tier): Said[][] => {
    const { TIER_ID: id = '', PARTICIPANT: participant = '', PARENT_REF: parent } = tier.attributes;
    if (parent !== undefined || isBesideSpeech(id)) {
      leftOut.push({ line: null, text: xmlWords(tier), why: 'tiers that tell of others' });
      return [];
    }
    const called = participant.trim() || id;
    const voice = voiceOf(called).speaker === null ? called : withoutUnderscores(called);
    const said = [...elements(tier, 'ALIGNABLE_ANNOTATION')].map((annotation): Said => {
      const start = slots.get(annotation.attributes['TIME_SLOT_REF1'] ?? '') ?? null;
      return { voice, text: xmlText(annotation), start, line: null };
    });
    return [said];
  });
  return annotatedSession(source, inOrderOfTime(tiers), {}, leftOut);
}
