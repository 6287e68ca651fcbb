/** What is told to somebody who asked. */
import type { Answer, GivenWords, Verification } from '../answer.ts';

/** `id` is the question's: it names the reply in buttons, metadata and nonces. `note` says what else was read for it. */
export type Reply =
  /** A digest answers nobody: it tells of what is watched. */
  | {
      kind: 'answer';
      id: string;
      answer: Answer;
      note?: string;
      isDigest?: true;
      /** Where it was asked, people answer what somebody hands over. */
      offersPerson?: true;
      handed?: Handed;
    }
  | { kind: 'verification'; id: string; verification: Verification; note?: string }
  /** `offersPerson`: the question that can be handed over from here; `link` is where a question that was handed over was asked. */
  | { kind: 'panel'; id: string; panel: Panel; offersPerson?: string; link?: string | null }
  /** A file, and what is said beside it; `quotes` are what stands in both. */
  | { kind: 'paper'; id: string; panel: Panel; file: PaperFile; quotes: GivenWords[] }
  /** One sentence, where there is nothing else to say. */
  | { kind: 'notice'; id: string; why: 'failed' | 'refused' | 'late'; text: string };

/** Stands above the answer to a question that was handed over: who asks what, and where. */
export interface Handed {
  panel: Panel;
  link: string | null;
}

export interface PaperFile {
  name: string;
  base64: string;
}

/** A titled list: sessions, speakers, help, settings. Raw text. */
export interface Panel {
  title: string;
  lines: string[];
}
