/** What the program has of one language. */

export interface Language {
  /** Words that tell it from the others of its script, between blanks. */
  commonest?: string;
  /** Words a question begins with, which are nobody's name there. */
  asking?: string;
  /** Forms of its commonest verbs of saying. English has a list of its own. */
  saying?: string;
  /** What stands between a name and such a form: "Okafor a dit". */
  having?: string;
  /** What somebody has who spoke: "la position d'Okafor". */
  speechNouns?: string;
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
  /** After who speaks. */
  colon: string;
  unknownSpeaker: string;
  /** Before what a model made of a quote. */
  translated: string;
  /** Before prose that is not cut from what was said. */
  modelsWords: string;
}
