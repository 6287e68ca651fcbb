/** English words by which a question asks what somebody said, or asks about them. */
import { stemmer } from 'stemmer';
import { wordList } from '../words/word-list.ts';

/** Words a question begins with or is made of, which are nobody's name where the question starts. */
export const wordsOfAsking = set(`
  what who whom whose which when where why how did does do is are was were will would can could shall should may
  might must has have had and or but so then if in on at of to by for from with about the a an any some all list
  give tell show name mark describe summarise summarize find explain please compare quote according i we you he
  she they it this that these those there here also not no yes hi hello hey thanks thank ok okay didn't let me
  us my our your his her their said say says think tell talk discuss mention whats whos hows wheres what's who's
  how's where's that's
  draft put set place both each either neither write make create produce compose prepare get send provide draw read pick translate tabulate turn
  convert contrast check verify identify outline highlight extract collect gather present compile cite rank sort
  count search look pull open expand recap rephrase paraphrase shorten simplify everything everybody everyone
  anything anybody anyone nothing nobody somebody someone briefly`);

/** Before a name whose verb follows: "did Okafor say". */
export const doing = set(`
  did does do didn't doesn't don't has have had hasn't haven't hadn't would could can will should might must
  shall may hat haben`);

/** Before a name of whom something is said to be. */
export const being = set(`
  is was are were isn't wasn't`);

/** After these somebody is spoken of, and does not speak. */
export const notBefore = set(`
  about on regarding with without to against toward towards for at in into concerning mention mentions mentioned
  mentioning thank thanked thanks ask asked introduce introduced invite invited welcome welcomed criticise
  criticize criticised criticized like named called besides except excluding than`);

/** What is done with what somebody is spoken of for: "Were Okafor's ideas discussed?". */
export const spokenOf = set(`
  mentioned discussed raised covered addressed quoted introduced criticised criticized praised`);

/** Those compared are all asked for. */
export const comparing = set(`
  compare comparing contrast differ differs differed versus vs`);

/** Between a name and its verb. */
export const adverbs = set(`
  also ever even just not first then already explicitly personally still all really actually only again both each
  himself herself themselves you`);

/** What somebody is, who has said so: "is Okafor for the pause". */
export const stances = set(`
  for against in opposed opposing optimistic pessimistic concerned worried critical supportive sceptical skeptical happy afraid
  positive negative convinced certain sure hopeful`);

/** What somebody means to do, which they tell themselves: "How does the Board plan to …". */
export const intending = stemsOf('plan intend aim hope want mean propose seek promise commit pledge');

/** Asks for the words of the name that follows. */
export const requesting = set(`
  quote summarise summarize show find give get read`);

/** Verbs of those whose words are asked for. */
export const sayingVerbs = stemsOf(`
  say tell state mention argue claim note stress emphasise emphasize highlight underline underscore point warn
  caution recommend propose suggest advise call urge explain describe define present discuss talk speak comment
  remark respond reply answer ask add observe report announce predict forecast think mean believe feel fear worry
  hope want expect see view consider regard agree disagree object criticise criticize praise admit acknowledge
  concede conclude declare insist maintain quote cite refer raise share outline illustrate demand request
  promise pledge deny reject favour favor prefer oppose elaborate clarify envision envisage assert contend
  reiterate express summarise summarize characterise characterize thank complain appeal encourage appreciate
  wish assess estimate conclude react anticipate disclose reveal testify narrate invoke recall remind condemn
  write plead identify name list compare contrast`);

/** Those after which even a single unknown word in capitals is somebody. */
export const strictSaying = stemsOf(`
  say tell think argue mention comment speak talk remark reply state claim believe ask answer respond promise pledge
  propose recommend suggest announce insist object complain`);

/** Verbs whose bare form or plural is as often a noun beside a name. */
export const nouns = set(`
  report reports question questions comment comments claim claims call calls address addresses view views note
  notes state states present presents share shares request requests demand demands point points quote quotes
  answer answers reply object objects hope fear worry mean add start end open close wish maintain see plan plans
  name names list lists highlights highlight raise raises welcome promise promises call forecast forecasts refer ask thought talk
  talks`);

/** What somebody did besides speaking. */
export const factVerbs = set(`
  represent work belong live attend join participate take`);

/** What somebody has who spoke: "Okafor's view". */
export const speechNouns = set(`
  position view opinion argument recommendation proposal point answer advice concern stance thought take
  perspective statement remark comment speech presentation intervention talk keynote quote quotation word
  suggestion reply response warning criticism reaction explanation call claim belief conclusion message
  standpoint viewpoint eye contribution testimony address attitude observation reflection assessment prediction plea
  appeal objection feeling hope fear summary principle pillar priority lesson demand`);

/** What somebody has besides. */
export const factNouns = set(`
  role title name job affiliation organisation organization employer background team company biography bio age
  country gender office post function institution profession work photo email colleague predecessor successor
  assistant boss critic opponent supporter student friend family`);

/** What somebody gives or makes in what they say. */
export const givenNouns = set(
  'commitment promise pledge undertaking figure number statistic date year proposal recommendation suggestion argument',
);

function set(words: string): Set<string> {
  return new Set(wordList(words));
}

function stemsOf(verbs: string): Set<string> {
  return new Set(wordList(verbs).map((verb) => stemmer(verb)));
}
