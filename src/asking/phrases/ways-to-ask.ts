/** What people say in one language to ask for something, as lines of phrases: see `src/words/phrase-line.ts`. */

/** Every part may be missing: a language can begin with a few lines. */
export interface WaysToAsk {
  /** What stands for a name in braces. `{number}` and `{tongue}` are made of the next two. */
  lists?: Record<string, string>;
  /** The numbers from one on, those of the same value with a slash between. */
  numbers?: string;
  /** What it calls languages, by their tags. */
  tongues?: Record<string, string>;

  /** Words and turns that no other language of its script has, in questions too short to tell by the commonest words. */
  tells?: string;

  /** Small talk, by its kind: lines that hold the whole of a message. */
  smallTalk?: Record<string, string>;
  /** What is said to be polite. */
  courtesy?: string;
  /** For whom or for what an answer is, which is taken out. */
  audience?: string;
  /** How it should look, by the kind of form; a number or a language is taken out. */
  forms?: Record<string, string>;
  /** What the columns of a table are called, by their names in `parts/columns.ts`, and what asks for such a table. */
  columns?: Record<string, string>;
  /** What begins a question whose rest is looked up as it stands. */
  looksUp?: string;
  /** Right before words in quotation marks: somebody said them. */
  opensQuotation?: string;
  /** Beside words in quotation marks: they are looked up, however few. */
  asksOfQuotation?: string;

  /** Before words without marks: whether somebody said them in these words, or only whether somebody said so. */
  asksOfWording?: string;
  asksOfMeaning?: string;
  /** Behind them, what doubts them. */
  doubts?: string;

  /** What tells a question or a request from talk, where people talk with each other and no question mark is set. */
  opensRequest?: string;
  /** The whole of a question about the message it stands under: whether it is so, who said it. */
  ofMessageAbove?: string;

  /** What is asked of a session itself, by its name in `structure.ts`. */
  subjects?: Record<string, string>;
  /** The report of a session is named. */
  ofReport?: string;
  /** What it says is asked for. */
  reported?: string;
  /** Somebody's words on a matter are asked for, whatever the matter is called. */
  wordsOfSomebody?: string;
  /** A resolution that no session is asked to have reached. */
  otherResolutions?: string;
  /** The session as a whole, which a form alone may be asked of. */
  wholeSession?: string;
  /** What the session is called is taken out. */
  sessionName?: string;
  /** What stands before the name of an event, which is taken out with what follows. */
  atEvent?: string;

  /** Whoever spoke is asked for. */
  who?: string;
  /** "Who" only tells which of those: something else is asked. */
  whoOfThem?: string;
  /** A figure or a time, a list, a name is asked for. */
  number?: string;
  list?: string;
  name?: string;
  /** The kind of thing that is asked for is taken out. */
  kind?: string;
  /** Lists and the like by their names in `AskedFor`; of the parts of a list their number is taken out. */
  asksFor?: Record<string, string>;
  /** What names what is done by saying something, rather than what it is about. */
  namesAct?: string;
  /** Every speaker is asked of, one by one. */
  each?: string;
  /** Whether something is so is asked. */
  yesNo?: string;
  /** Words that ask for more than yes or no. Where they are told, a question with none of them and a question mark asks that. */
  interrogatives?: string;
  /** How somebody ended or began is asked for. */
  atEnd?: string;
  atBeginning?: string;
  /** What somebody's words are called where all of them are wanted. */
  remarks?: string;
  /** Some are held against each other. */
  compares?: string;
  /** Before or behind who holds what is compared to be so. */
  inViewOf?: string;
  /** Whether two are of one mind is asked. */
  ofOneMind?: string;
  /** Of several who are named each is asked of. */
  apart?: string;
  /** All that stands before the first of those of whom together something is asked, and between them. */
  opensWithBoth?: string;
  /** What stands around those whose views are held against each other: "how A and B see it". */
  beforeViewers?: string;
  afterViewers?: string;
  joinsBoth?: string;
  /** What stands before two that are compared. */
  between?: string;
  /** What was said or thought of a matter is asked for, all of it, rather than a single fact. */
  discussion?: string;
  /** What was being spoken of when what is asked for was said: "when discussing the budget". */
  occasion?: string;
  /** Words that make a question of a few words. */
  asking?: string;
  /** What asks rather than says what for: it stands in every question, and hardly in the sentence that answers it. */
  frame?: string;

  /** The question goes on from the one before. */
  followsOn?: string;
  somebodyBefore?: string;
  somethingBefore?: string;
  /** Nothing but another time of the same: "And today?" */
  timeAlone?: string;
  /** What does or is a thing that was spoken of: nothing is asked of the program then. */
  ofThingBefore?: string;
  /** With, from or to whom or which something was, that was spoken of. */
  withWhich?: string;
  /** What "them" means where somebody is for it or against it. */
  thingsBefore?: string;
  /** Asks for the words of somebody else than before, whoever that is. */
  ofAnother?: string;
  /** Those of the kind asked for before that are so: "the new ones". */
  onesBefore?: string;
  /** The kind of what was counted before, which is taken out. */
  countedBefore?: string;
  /** Some of those that were listed. */
  listedBefore?: string;
  /** Several that were spoken of, people or things. */
  severalBefore?: string;
  /** More than was shown is asked for, of the same matter or of the same people. */
  whatElse?: string;
  /** Asks only why, how or when of what was spoken of. */
  asksMore?: string;
  /** Somebody else is asked for. */
  somebodyElse?: string;
  /** "How many people took part?", of a session or of what was spoken of. */
  countsThere?: string;
  /** What people take part in and is no session: a training, a course. */
  heldElsewhere?: string;
  /** Corrects the question before; what it was not is taken out. */
  corrects?: string;
  wasNot?: string;
  /** What a correction holds where it only tells another place or time of the same. */
  correctsPlace?: string;
  /** Goes on from the answer before, by where to; a number is taken out. */
  goesOn?: Record<string, string>;
}
