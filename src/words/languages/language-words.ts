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
  /** What people are, who speak for a country or an organisation, and who do not; and what is said before their names. */
  speakingFor?: string;
  offices?: string;
  courtesies?: string;
  /** What those are who lead a discussion. */
  presiding?: string;
  /** What somebody has who spoke: "la position d'Okafor". */
  speechNouns?: string;
  /** What stands before the name of somebody whose words are told. */
  accordingTo?: string;
  /** What the program says in its own words. */
  replies?: Replies;
  /** How figures are said in it, and asked for. */
  counting?: Counting;
  /** What people say in it, by what that does. */
  spoken?: Spoken;
}

/** Words between blanks, ways with a | between them, lines of phrases where something is asked for. */
export interface Counting {
  /** Number words in every form; in Chinese their characters. */
  numbers: string;
  /** What joins two of them. */
  joints: string;
  /** "Nearly", before a figure and behind it. */
  hedges: string;
  hedgesBehind?: string;
  /** Between a figure and what is counted. */
  of?: string;
  money: string;
  times: string;
  /** A sum, a span or a point of time is asked for, or how many there are of what is taken out. */
  asksSum: string;
  asksSpan: string;
  asksCount: string;
  asksWhen: string;
}

/** Lines of phrases, as `src/words/phrase-line.ts` reads them; English has its own where they are looked for. */
export interface Spoken {
  /** Shows that they tell what others say or hold, or only suppose it. */
  tellsOfOthers?: string;
  /** Somebody's being for or against it in the third person; that the speaker is one of them; what may stand beside it. */
  takesSides?: string;
  own?: string;
  beside?: string;
  /** Says no to what is spoken of, says that it does not, says yes to it, and to somebody. */
  rejects?: string;
  isNotAgainst?: string;
  supports?: string;
  agrees?: string;
  disagrees?: string;
  /** Says that somebody will do something, asks for it, proposes it, and by when: the time is taken out. */
  promises?: string;
  requests?: string;
  proposes?: string;
  byWhen?: string;
  /** Warns or names what is wrong, finds fault, praises or thanks, hopes, announces, gives an example. */
  warns?: string;
  blames?: string;
  praises?: string;
  hopes?: string;
  announces?: string;
  examples?: string;
  /** Tells that something was decided; only supposes that it is. */
  decides?: string;
  supposes?: string;
  /** Tells where it is held, which is taken out. */
  meetsAt?: string;
  /** Says that the speaker presides; gives somebody the floor, or says who speaks, and nothing of a matter. */
  presides?: string;
  introduces?: string;
  /** Tells of the next meeting, and names a month or a day. */
  nextMeeting?: string;
  dates?: string;
  /** Before, behind and after words: what turns their sense. */
  turnsBefore?: string;
  turnsBehind?: string;
  takesBack?: string;
  /** Begins the first, the second … of a list, and the last. */
  ordinals?: string[];
  lastly?: string;
  /** Asks only for the reason. */
  why?: string;
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
