/** The forms of English verbs. */

/** `say`, `says`, `said`, `saying` of `say`; those of a regular verb where no others are known. */
export function formsOf(verb: string): string[] {
  const known = irregular.get(verb);
  return known ? [verb, ...known] : [verb, ...regular(verb)];
}

/** The bare form: `say` of `said`; the word itself where it is no irregular form. */
export function bareForm(word: string): string {
  return bare.get(word) ?? word;
}

function regular(verb: string): string[] {
  const doubled = doubling.has(verb) ? verb + verb.at(-1)! : verb;
  const ing = `${/[^e]e$/.test(verb) ? verb.slice(0, -1) : doubled}ing`;
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, ing];
  return [`${verb}${/(?:s|sh|ch|x|z)$/.test(verb) ? 'es' : 's'}`, `${doubled}${verb.endsWith('e') ? 'd' : 'ed'}`, ing];
}

const doubling = new Set('plan stop admit refer commit prefer submit permit rub'.split(' '));

const irregular = new Map(
  `say says said saying
  tell tells told telling
  speak speaks spoke spoken speaking
  think thinks thought thinking
  feel feels felt feeling
  see sees saw seen seeing
  mean means meant meaning
  begin begins began begun beginning
  write writes wrote written writing
  take takes took taken taking
  make makes made making
  give gives gave given giving
  get gets got gotten getting
  hear hears heard hearing
  lead leads led leading
  run runs ran running
  hold holds held holding
  have has had having
  do does did done doing
  be is are was were been being am
  go goes went gone going
  come comes came coming
  find finds found finding
  put puts putting
  know knows knew known knowing
  show shows showed shown showing`
    .split('\n')
    .map((line): [string, string[]] => {
      const [verb, ...forms] = line.trim().split(' ');
      return [verb!, forms];
    }),
);

const bare = new Map([...irregular].flatMap(([verb, forms]) => forms.map((form): [string, string] => [form, verb])));
