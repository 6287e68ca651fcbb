/** What is told to somebody who asked. */
import type { Answer, GivenWords, Verification } from '../answer.ts';

/** `id` is the question's: it names the reply in buttons, metadata and nonces. `note` says what else was read for it. */
export type Reply =
  /** A digest answers nobody: it tells of what is watched. */
  | { kind: 'answer'; id: string; answer: Answer; note?: string; isDigest?: true }
  | { kind: 'verification'; id: string; verification: Verification; note?: string }
  | { kind: 'panel'; id: string; panel: Panel }
  /** A file, and what is said beside it; `quotes` are what stands in both. */
  | { kind: 'paper'; id: string; panel: Panel; file: PaperFile; quotes: GivenWords[] }
  /** One sentence, where there is nothing else to say. */
  | { kind: 'notice'; id: string; why: 'failed' | 'refused' | 'late'; text: string };

export interface PaperFile {
  name: string;
  base64: string;
}

/** A titled list: sessions, speakers, help, settings. Raw text. */
export interface Panel {
  title: string;
  lines: string[];
}
