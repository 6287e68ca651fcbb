/** English words whose forms do not follow from their letters. */

/**
 * The bare form of an irregular verb or noun: `take` of `took`, `child` of `children`; the word itself where
 * it is none. Forms that are as often another word (`left`, `rose`, `lives`, `ground`, `data`) are left as they stand.
 */
export function bareForm(word: string): string {
  return bare.get(word) ?? word;
}

/** The forms of an irregular word, itself first; undefined where it is none. */
export function irregularFormsOf(word: string): string[] | undefined {
  return forms.get(word);
}

/** The bare forms of all irregular words. */
export function irregularBareForms(): string[] {
  return [...forms.keys()];
}

/** A line a word: the bare form, then the others. */
const table = `
  arise arises arose arisen arising
  awake awakes awoke awoken awaking
  be is are was were been being am
  beat beats beaten beating
  become becomes became becoming
  begin begins began begun beginning
  bend bends bent bending
  bind binds bound binding
  bite bites bit bitten biting
  blow blows blew blown blowing
  break breaks broke broken breaking
  breed breeds bred breeding
  bring brings brought bringing
  build builds built building
  burn burns burnt burned burning
  buy buys bought buying
  catch catches caught catching
  choose chooses chose chosen choosing
  cling clings clung clinging
  come comes came coming
  creep creeps crept creeping
  deal deals dealt dealing
  dig digs dug digging
  do does did done doing
  draw draws drew drawn drawing
  dream dreams dreamt dreamed dreaming
  drink drinks drank drunk drinking
  drive drives drove driven driving
  eat eats ate eaten eating
  fall falls fell fallen falling
  feed feeds fed feeding
  feel feels felt feeling
  fight fights fought fighting
  find finds found finding
  flee flees fled fleeing
  fly flies flew flown flying
  forbid forbids forbade forbidden forbidding
  foresee foresees foresaw foreseen foreseeing
  forget forgets forgot forgotten forgetting
  forgive forgives forgave forgiven forgiving
  freeze freezes froze frozen freezing
  get gets got gotten getting
  give gives gave given giving
  go goes went gone going
  grow grows grew grown growing
  hang hangs hung hanging
  have has had having
  hear hears heard hearing
  hide hides hid hidden hiding
  hold holds held holding
  keep keeps kept keeping
  know knows knew known knowing
  lead leads led leading
  learn learns learnt learned learning
  leave leaves leaving
  lend lends lent lending
  lose loses lost losing
  make makes made making
  mean means meant meaning
  meet meets met meeting
  mislead misleads misled misleading
  mistake mistakes mistook mistaken mistaking
  overcome overcomes overcame overcoming
  overtake overtakes overtook overtaken overtaking
  pay pays paid paying
  prove proves proved proven proving
  put puts putting
  ride rides rode ridden riding
  ring rings rang rung ringing
  run runs ran running
  say says said saying
  see sees saw seen seeing
  seek seeks sought seeking
  sell sells sold selling
  send sends sent sending
  shake shakes shook shaken shaking
  shine shines shone shining
  shoot shoots shot shooting
  show shows showed shown showing
  shrink shrinks shrank shrunk shrinking
  sing sings sang sung singing
  sink sinks sank sunk sinking
  sit sits sat sitting
  sleep sleeps slept sleeping
  slide slides slid sliding
  speak speaks spoke spoken speaking
  spend spends spent spending
  spin spins spun spinning
  spring springs sprang sprung springing
  stand stands stood standing
  steal steals stole stolen stealing
  stick sticks stuck sticking
  strike strikes struck stricken striking
  strive strives strove striven striving
  swear swears swore sworn swearing
  sweep sweeps swept sweeping
  swell swells swelled swollen swelling
  swim swims swam swum swimming
  swing swings swung swinging
  take takes took taken taking
  teach teaches taught teaching
  tear tears tore torn tearing
  tell tells told telling
  think thinks thought thinking
  throw throws threw thrown throwing
  undergo undergoes underwent undergone undergoing
  understand understands understood understanding
  undertake undertakes undertook undertaken undertaking
  uphold upholds upheld upholding
  wake wakes woke woken waking
  wear wears wore worn wearing
  weave weaves wove woven weaving
  weep weeps wept weeping
  win wins won winning
  withdraw withdraws withdrew withdrawn withdrawing
  withhold withholds withheld withholding
  withstand withstands withstood withstanding
  write writes wrote written writing
  child children
  foot feet
  goose geese
  man men
  mouse mice
  tooth teeth
  woman women
  wife wives
  knife knives
  half halves
  shelf shelves
  thief thieves
  leaf leaves
  loaf loaves
  crisis crises
  analysis analyses
  thesis theses
  hypothesis hypotheses
  diagnosis diagnoses
  criterion criteria
  phenomenon phenomena
`;

const lines = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));
const forms = new Map(lines.map((line) => [line[0]!, line]));
// The first line that has a form is meant: "leaves" is what somebody does more often than what a tree has.
const bare = new Map(lines.toReversed().flatMap(([word, ...others]) => others.map((other) => [other, word!])));
