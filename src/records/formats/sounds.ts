/** What captions and recognisers write for what was heard and is no word: `[BLANK_AUDIO]`, `(applause)`, `♪`. */

/**
 * The words without the marks of sounds at their ends, and those marks. A mark inside the words stays, as does one that
 * says that words were not understood: without it the words about it would stand side by side.
 */
export function withoutSounds(text: string): { said: string; sounds: string } {
  let said = text.trim();
  const sounds: string[] = [];
  for (let first = opening.exec(said); first && isSound(first[1]!); first = opening.exec(said)) {
    sounds.push(first[1]!);
    said = said.slice(first[0].length);
  }
  const ending: string[] = [];
  for (let last = closing.exec(said); last && isSound(last[1]!); last = closing.exec(said)) {
    ending.unshift(last[1]!);
    said = said.slice(0, last.index);
  }
  return { said: said.trim(), sounds: [...sounds, ...ending].join(' ') };
}

const mark = String.raw`(\[[^[\]]{1,60}\]|\([^()]{1,60}\)|<[A-Za-z_ ]{1,30}>|\*[^*]{1,60}\*|[♪♫]+)`;
const opening = new RegExp(`^${mark}(?:\\s+|$)`);
const closing = new RegExp(`(?<=^|\\s)${mark}$`);

function isSound(written: string): boolean {
  const inside = written
    .replace(/^[[(<*]|[\])>*]$/g, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .replace(/[.!]$/, '')
    .toLowerCase();
  if (/^[♪♫\s]*$/.test(inside)) return true;
  return /^♪.*♪$/.test(inside) || inside.split(/ (?:and|&) |, ?/).every((part) => soundPattern.test(part));
}

const manner =
  'soft|loud|light|long|brief|gentle|general|audience|crowd|background|upbeat|dramatic|indistinct|all|heavy';
const sound = [
  'blank audio|blank|silence|silent|no audio|no speech|pause|long pause|break|beep|beeps|beeping|noise|noises|static',
  'background noise|background music|theme music|intro music|outro music|music|music playing|music plays|singing|jingle',
  'applause|applauds|clapping|claps|cheers|cheering|laughter|laugh|laughs|laughing|chuckle|chuckles|chuckling|giggles|giggling',
  'sigh|sighs|sighing|cough|coughs|coughing|sneeze|sneezes|sniffs|gasp|gasps|breathing|breathes|breath|clears throat',
  'throat clearing|crosstalk|bell|bell rings|bell ringing|phone ringing|phone rings|door closes|door opens|footsteps',
  'typing|whistling|whistles|hum|hums|humming|groans|crying|screaming|gavel|gavel bangs|gavel pounds|event|speaker change',
  'beg|eot|sot|end|endoftext|no speech detected|sound|sounds|audio|chatter|chattering|mouse clicking|rustling',
  'applaus|musik|gelächter|lachen|beifall|stille|applaudissements|rires|musique|silence|aplausos|risas|música|silencio',
  'аплодисменты|смех|музыка|тишина|掌声|笑声|音乐|拍手|笑|音楽|تصفيق|ضحك|موسيقى',
].join('|');
const soundPattern = new RegExp(
  `^(?:(?:${manner}) )?(?:${sound})(?: (?:continues?|stops?|fades?|playing|ends?))?$`,
  'u',
);
