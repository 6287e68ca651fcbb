/** A paragraph of somebody's paper, and what is written in its margin. */

export interface Paragraph {
  text: string;
  /** Set apart as somebody's words, without marks around them. */
  isQuoted: boolean;
  /** A footnote or an endnote. */
  isNote: boolean;
}

/** On the words from `start` to `end` of a paragraph. */
export interface DocumentComment {
  paragraph: number;
  start: number;
  end: number;
  text: string;
}
