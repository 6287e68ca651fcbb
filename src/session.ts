/** The record of one discussion: what every format is read into and everything else is derived from. */

/** Who made the record, which decides how much its words can be trusted. */
export type RecordKind =
  | 'automatic transcript'
  | 'official record'
  | 'captions'
  | 'notes'
  | 'transcript'
  | 'report only';

export interface Session {
  /** Stable, readable and unique in a library, such as `open-data-for-rivers-2025-03-04`. */
  id: string;
  title: string;
  /** ISO 8601 day, `2025-07-11`, or null where the record names none. */
  date: string | null;
  /** As on the clock of the place, `09:00`; null where unknown. */
  startTime: string | null;
  endTime: string | null;
  event: string | null;
  kind: RecordKind;
  /** BCP 47 tag of the language spoken, where the record says so. */
  language: string | null;
  /** Where the record says which track it is of: the floor's (`original`), or that of the interpreters. */
  track?: 'original' | 'interpretation';
  /** File name or address the record was read from. */
  source: string;
  /** Whose it is, `slack:T0123`; absent where it is the operator's. The library gives it. */
  origin?: string;
  /** Which version of the record these words are from: the start of the hash of what was read. The library gives it. */
  version?: string;
  /** Seen under the Chatham House rule: nobody is named, names in its words are masked, and its turns are in no order. */
  chathamHouse?: true;
  /** What the record says of who may see it, as `src/access/confidentiality.ts` reads it. */
  rule?: string;
  /** Other records of the same session, as whoever runs the library linked them. The library gives it; absent where there are none. */
  links?: RecordLink[];
  /** Address of a page that shows these words, and how a place in it is addressed; null for a bare file. */
  page: {
    address: string;
    placeBy: 'text' | 'seconds';
    /** What the address calls a place in seconds, where that is not `t`. */
    parameter?: string;
    /**
     * What the page shows, where the record is the page: its blocks parted by U+2029, and the offset of each turn's first
     * word, -1 where it is not found. Links are made of it; it is no part of the record.
     */
    shown?: {
      text: string;
      turns: number[];
      /** Of a document in pages: where in `text` those begin whose beginning is known, in order; `number` counts from 1. */
      pages?: { number: number; at: number }[];
    };
  } | null;
  speakers: Speaker[];
  turns: Turn[];
  findings: Finding[];
}

/** What one record of a session is to another: the words as spoken, what interpreters made of them, or what is kept of them for good. */
export type RecordRole = 'original' | 'interpretation' | 'official record' | 'record';

/** Another record of the same session. */
export interface RecordLink {
  /** Its id. */
  session: string;
  /** What it is to this one. */
  theirs: RecordRole;
  /** What this one is to it. */
  ours: RecordRole;
}

/** One person, as a session names them. `name` is unique within its session. */
export interface Speaker {
  name: string;
  /** Other spellings of the same name met in the record. */
  otherNames: string[];
  role: string | null;
  affiliation: string | null;
}

/** What one speaker said without another speaking between. Quotations are slices of `text`. */
export interface Turn {
  /** A `Speaker.name` of the session, or null where the record does not say who spoke. */
  speaker: string | null;
  /**
   * Where `speaker` is null, the label as the record writes it: one that is not trusted to name a person (`Clerk`, seen
   * once), or a voice that nobody has named (`SPEAKER_06`). Turns with one label are one voice of the session; a
   * correction of the label names them all.
   */
  label?: string;
  /**
   * The language the words were spoken in, where the record says that `text` is a translation or an interpretation of
   * them: a BCP 47 tag (`es`), or as written where no tag is known. Absent where `text` is what was said.
   */
  spokenIn?: string;
  /** When the turn began by the clock of the place, `15:18`, where the record tells that instead of a time of a recording. */
  clock?: string;
  text: string;
  /** Times known inside the turn, in order: at UTF-16 `offset` of `text`, `seconds` from the start of the recording. */
  times: { offset: number; seconds: number }[];
}

/** A sentence of a turn: `turn.text.slice(start, end)`. */
export interface Sentence {
  /** UTF-16 offsets into the turn's text. */
  start: number;
  end: number;
  /** Seconds from the start of the recording, of the last known time at or before `start`; null where there is none. */
  seconds: number | null;
}

/**
 * An item of an AI-written report about the session, or of what the record itself tells of its decisions. It is never
 * speech: it may be shown as "the report says" or "the record says", and never proves that something was said.
 */
export interface Finding {
  kind: FindingKind;
  /** Who writes it: absent, an AI; `record`, who kept the record: a resolution, a vote, a conclusion. */
  by?: 'record';
  text: string;
  /** `Speaker.name`s where they could be matched, otherwise as written. */
  speakers: string[];
  /** The labelled parts that stand with it, in order: `{ label: 'Explanation', text: '…' }`. */
  details: { label: string; text: string }[];
  topics: string[];
  /** Headings from the outermost in, such as `['Differences', 'Different viewpoints']`. */
  section: string[];
}

export const findingKinds = [
  'summary',
  'discussion point',
  'purpose',
  'tone',
  'report',
  'speaking',
  'argument',
  'agreement',
  'similar viewpoint',
  'unexpected consensus',
  'consensus level',
  'disagreement',
  'unexpected difference',
  'disagreement level',
  'partial agreement',
  'takeaway',
  'action item',
  'unresolved issue',
  'compromise',
  'thought provoking comment',
  'follow-up question',
  'overall assessment',
  'decision',
  'vote',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Something in a record that could not be read as it should; the rest was. */
export interface Problem {
  /** Counted from 1; null where no line can be named. */
  line: number | null;
  message: string;
}

/** Stands in a source between the name of an archive and that of a file in it. */
export const inArchive = ' › ';

export type Correction =
  /** The speaker is called otherwise. */
  | { kind: 'rename'; from: string; to: string }
  /** Two names are one person's. */
  | { kind: 'merge'; from: string; to: string }
  /** Somebody else spoke this turn, counted from 0; its words tell it when the record changes. */
  | { kind: 'turn'; turn: number; text: string; to: string };

/** A correction as it is asked for: `turn` without the words. */
export type CorrectionRequest =
  | Extract<Correction, { kind: 'rename' | 'merge' }>
  | { kind: 'turn'; turn: number; to: string };

/** What may be told of a session, and where (`src/access/confidentiality.ts`). Nothing set is open. */
export interface Confidentiality {
  /** The Chatham House rule: the words may be used, and nobody who was there may be known by them. */
  chathamHouse?: true;
  /** Seen in these places only, each a place, `slack:T0123/C42`, or an origin. */
  places?: string[];
  /** Not seen before: a day of UTC, `2026-12-01`, or a time, `2026-12-01T10:00:00Z`. */
  until?: string;
  /** Not searched at all. */
  offTheRecord?: true;
}
