/** What the program has of one language. */

export interface Language {
  /** Words that tell it from the others of its script, between blanks. */
  commonest?: string;
  /** Words a question begins with, which are nobody's name there. */
  asking?: string;
  /** Forms of its commonest verbs of saying. English has a list of its own. */
  saying?: string;
  /** What stands before the name of somebody whose words are told. */
  accordingTo?: string;
  /** What the program says in its own words. */
  replies?: Replies;
}

export interface Replies {
  /** Before what only the report says. */
  reportSays: string;
  /** When the model finds that the evidence does not answer. */
  notAnswered: string;
}
