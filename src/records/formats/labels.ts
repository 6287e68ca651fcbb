/** Which `Words: ` at the start of a line name a speaker. A wrong name is worse than none. */
import { readTime, timePattern } from '../../words/timestamp.ts';
import { languageTag } from '../../words/language-tags.ts';
import { isCourtesy, isCourtesyOrOffice, isOffice } from './offices.ts';
import { namesNobody } from './turns.ts';

/** The words before a colon at the start of a line, and what follows it. */
export interface Labelled {
  label: string;
  rest: string;
  /** Of a time beside the label, as in `Ana Lind [1:02]: text`; null where there is none. */
  seconds: number | null;
  /** Language spoken, where the label says that the words are a translation: `(spoke in French)`. */
  spokenIn?: string;
}

/**
 * Reads `Label: rest`; null where the line cannot start with a label. Looks at the first 100 characters, brackets with a
 * long office of at most 200 aside.
 */
export function readLabel(line: string): Labelled | null {
  const colon = colonOf(line.slice(0, longestLabel + longestBrackets));
  if (colon < 1) return null;
  const { name, spokenIn } = withoutLanguage(line.slice(0, colon));
  const { label, seconds } = withoutTime(
    name
      .trim()
      .replace(/(?<=\p{Lu}{3})\.$/u, '')
      .replace(/^\[([^[\]]+)\]$/, '$1'),
  );
  const rest = line.slice(colon + 1).trim();
  return couldBeLabel(label) && !/^https?:\/\/\S*$/.test(rest)
    ? { label, rest, seconds, ...(spokenIn !== null && { spokenIn }) }
    : null;
}

const longestBrackets = 200;

/** The first colon outside brackets that ends a word; -1 where what is before it, brackets aside, is too long for a name. */
function colonOf(head: string): number {
  let depth = 0;
  let outside = 0;
  for (let at = 0; at < head.length && outside <= longestLabel; at += 1) {
    const letter = head[at]!;
    const ends = letter === '：' || (letter === ':' && /^(?:\s|$)/.test(head.slice(at + 1, at + 2)));
    if (ends && depth === 0) return at;
    if (ends && !head.slice(at).includes(')')) return at;
    if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += 1;
  }
  return -1;
}

/** "Ms. Lind (Kelp Bay) (spoke in French)" is Ms. Lind (Kelp Bay), whatever she spoke; `spokenIn` is the tag of the language. */
export function withoutLanguage(label: string): { name: string; spokenIn: string | null } {
  const match = inWhichLanguage.exec(label);
  if (!match) return { name: label, spokenIn: null };
  const name = label.slice(0, match.index);
  const told = match[1] ?? '';
  // "through an interpreter" does not say from what.
  const [, written] = namedLanguage.exec(told) ?? [];
  return { name, spokenIn: written === undefined ? null : (languageTag(written) ?? written) };
}

const inWhichLanguage = new RegExp(
  String.raw`\s*[（(]((?:spoke|speaking|speaks|continue[sd]|interpret\p{L}+|translat\p{L}+|through|via|by|hablando|habló|habla|interviene|` +
    String.raw`(?:parle|parlant|intervient|s’exprime|s'exprime|a parlé)|(?:parla|fala|falou|spricht|spreekt)|(?:говорит|выступает)|以|تكلم|تكلمت|تحدث|تحدثت)` +
    String.raw`[^()（）]{0,80})[)）]\s*$`,
  'iu',
);

/** The name of the language in such a note. */
const namedLanguage =
  /(?:\b(?:in|from|en|em|auf|in het|in lingua)\s+|по-|на\s+|以\s?|\sب)(?:the\s+|het\s+)?([\p{L}-]{2,30}?)(?=\s|[;,.]|$|发言|發言)/iu;

/** Takes a time from the end of a label: `Ana Lind  1:02`, `Ana Lind [1:02]`. */
export function withoutTime(label: string): { label: string; seconds: number | null } {
  const match = trailingTime.exec(label);
  const seconds = match ? readTime(match[1]!) : null;
  return seconds === null ? { label, seconds } : { label: label.slice(0, match!.index).trim(), seconds };
}

const trailingTime = new RegExp(
  `[\\s,·|•]*[[(]?(?<![\\d:])(${timePattern})(?: ?(?:-->|[-–—]) ?${timePattern})?[\\])]?$`,
);

const longestLabel = 100;

/**
 * The labels that are trusted to name speakers, judged over the whole record: those that recur and look
 * like names, and once seen ones that look like names where nearly everything is labelled. `labels` are
 * all candidates in order; `lines` is how many lines, cues or paragraphs could have had one.
 */
export function trustedLabels(labels: Iterable<string>, lines: number): Set<string> {
  const counts = new Map<string, number>();
  let labelled = 0;
  for (const label of labels) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
    labelled += 1;
  }
  const share = lines === 0 ? 0 : labelled / lines;
  const trusted = new Set<string>();
  // In questions and answers Q and A are two voices, however few there are.
  if (counts.has('Q')) for (const label of ['Q', 'A']) if (counts.has(label)) trusted.add(label);
  // Reporters are not named: "Question: …" again and again beside one who answers is a voice of its own.
  const asking = [...counts].flatMap(([label, count]) => (count > 1 && asks.test(label) ? [label] : []));
  const isAnswered = () => [...counts].some(([label, count]) => count > 1 && !asks.test(label) && looksLikeName(label));
  if (asking.length > 0 && (share > 0.6 || isAnswered())) for (const label of asking) trusted.add(label);
  // Initials, of which "AS" and "IT" are words as well.
  const initials = [...counts].filter(([label, count]) => count > 1 && /^\p{Lu}{2,3}$/u.test(label));
  if (share > 0.6 && initials.length > 1) for (const [label] of initials) trusted.add(label);
  let names = 0;
  for (const [label, count] of counts) {
    if (count < 2) continue;
    if (isTrusted(label, count, share)) {
      trusted.add(label);
      names += 1;
    }
  }
  for (const [label, count] of counts) {
    if (count > 1) continue;
    if (
      isTrusted(label, count, share) ||
      (names > 0 && looksLikeName(label) && (share > 0.6 || /\S\s\S/.test(label) || isOffice(label)))
    )
      trusted.add(label);
  }
  return withTitlesInHan(trusted, counts);
}

/** Where people are called by their titles, "議員", "局長", what has none is a heading or a head of a table, alone or before a colon. */
export function withTitlesInHan(trusted: Set<string>, counts: Map<string, number>): Set<string> {
  const inHan = [...trusted].filter((label) => /^\p{sc=Han}/u.test(label));
  const sum = (labels: string[]) => labels.reduce((all, label) => all + (counts.get(label) ?? 0), 0);
  const bareOf = (label: string) => label.replace(/[（(][^（）()]*[)）]/gu, '').trim();
  const titled = inHan.filter((label) => endsInTitle(bareOf(label)));
  if (titled.length < 3 || sum(titled) < sum(inHan) * 0.5) return trusted;
  return new Set([...trusted].filter((label) => !inHan.includes(label) || titled.includes(label)));
}

const asks =
  /^(?:question|answer|frage|antwort|pregunta|respuesta|réponse|pergunta|resposta|domanda|risposta|vraag|antwoord|вопрос|ответ)$/i;

/** Whether the words could be the name or office of a person, from their form alone. */
export function looksLikeName(label: string): boolean {
  const bare = label
    .replace(/\([^()]*\)/g, ' ')
    .split(/\s[|/]\s|\s-\s/)[0]!
    .trim();
  if (/^\p{sc=Han}/u.test(bare) && (/\p{sc=Han}{7}/u.test(bare) || !/\p{sc=Latin}/u.test(bare)))
    return couldBeHan(label.trim());
  // "Tuesday, 31 January 2017".
  if (/\s(?:19|20)\d\d$/.test(bare)) return false;
  const [name, ...office] = bare.split(', ');
  // "Ana Lind, Bundesministerin für Häfen".
  if (office.length > 0 && /\S\s\S/.test(name!) && isOffice(office.join(' ')) && looksLikeName(name!)) return true;
  const words = bare.split(/[\s,]+/).filter(Boolean);
  // "Ana Lind sd", as Finland has the party.
  if (words.length > 2 && finnishParties.has(words.at(-1)!)) words.pop();
  if (words.length === 0 || words.length > 9 || isCommon(label)) return false;
  // "La señora PRESIDENTA", "Le président", "De heer Brekke": articles, courtesies and offices in small letters.
  if (words.length > 1 && words.some(isCourtesyOrOffice) && isTitled(words)) return true;
  // "RFC9000", "CRC-32" and "H3" are names of things.
  if (words.some((word) => /\p{L}-?\d|\d-?\p{L}/u.test(word))) return false;
  if (words.length > 1 && (commonWords.has(words[0]!.toLowerCase()) || /^(?:re|fwd)$/i.test(words[0]!))) return false;
  const capitals = words.filter((word) => /^["'‘]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(word)).length;
  const particles = words.filter((word) => particle.test(word)).length;
  const last = words.at(-1)!;
  return (
    capitals > 0 && capitals + particles === words.length && (/^[\p{Lu}\p{Lo}\d]/u.test(last) || !particle.test(last))
  );
}

const finnishParties = new Set(['sd', 'kok', 'kesk', 'ps', 'vihr', 'vas', 'r', 'kd', 'liik']);

/** In Chinese and Japanese every sign could begin a name: one is short, or ends in an office or a courtesy. */
function couldBeHan(label: string): boolean {
  const bare = label.replace(/[（(][^（）()]*[)）]/gu, '').trim();
  if (!/^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー·・ ]+$/u.test(bare) || !/^\p{sc=Han}/u.test(label)) return false;
  if (endsInTitle(bare)) return bare.length <= 20 && !/[的在是我你他們为為將将就]/u.test(bare);
  return bare.length > 1 && bare.replace(/\s/g, '').length <= 5 && !/[的在是我你他們为為有不了]/u.test(bare);
}

function endsInTitle(label: string): boolean {
  return titleInHan.test(label);
}

const titleInHan = new RegExp(
  String.raw`(?:主席|议长|議長|委員長|委员长|大臣|部长|部長|局长|局長|司长|司長|署长|署長|处长|處長|总理|總理|總統|总统|参考人|參考人|` +
    String.raw`证人|證人|議員|议员|委員|委员|秘书|秘書|秘书长|秘書長|先生|女士|小姐|夫人|博士|教授|代表|主持人|大使|君|氏|さん|官|長|长)$`,
  'u',
);

function isTitled(words: string[]): boolean {
  return (
    /^["'‘]?[\p{Lu}\p{Lt}\p{Lo}]/u.test(words[0]!) &&
    words.every(
      (word) => /^["'‘(]?[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(word) || particle.test(word) || isCourtesyOrOffice(word),
    ) &&
    // "Minister of" is cut off.
    (isCourtesyOrOffice(words.at(-1)!) || !particle.test(words.at(-1)!)) &&
    !isCourtesy(words.at(-1)!)
  );
}

function isTrusted(label: string, count: number, share: number): boolean {
  if (namesNobody(label)) return !/^(?:q|a|question|answer)$/i.test(label);
  if (isCommon(label)) return false;
  const named = looksLikeName(label);
  if (count > 2 && share > 0.3 && isHandle(label)) return true;
  if (count > 1 && share > 0.6)
    return named || isHandle(label) || (count > 2 && /^(?:\p{Lu}\S*(?:\s|$)){2,4}$/u.test(label));
  // "Python: …" may be said twice in a long talk; a name recurs, or has two words.
  if (count > 1) return named && (share > 0.2 || count > 2 || /\S\s\S/.test(label) || label === label.toUpperCase());
  return share > 0.85 && (named || (share > 0.95 && isHandle(label)));
}

/** Names of the platforms' making: `nixo`, `@ana / Ana Lind (Org)`. */
export function isHandle(label: string): boolean {
  if (/\p{sc=Han}/u.test(label)) return looksLikeName(label);
  return !isCommon(label) && (/^@?[\p{L}\p{N}_.@'-]+$/u.test(label) || /[|/(@]/.test(label) || looksLikeName(label));
}

/** Whether the form of the words allows a label at all. */
export function couldBeLabel(label: string): boolean {
  const hasBrackets = /[()]/.test(label);
  const outside = hasBrackets && label.length > longestLabel ? label.replace(/\([^()]*\)/g, '') : label;
  // "… and Mr. LIND)" ends a bracket of the line before.
  if (hasBrackets && label.split('(').length !== label.split(')').length) return false;
  if (outside.trim() === '' || outside.length > longestLabel || label.length > longestLabel + longestBrackets)
    return false;
  // "[Ana Lind" begins a call in brackets.
  if (/^\[[^\]]*$/.test(label)) return false;
  // "(Applause)" is no name.
  if (/^[([（【〔][^)\]）】〕]*[)\]）】〕]$/.test(label)) return false;
  if (/\/\/|:|https?$/i.test(label) || !/\p{L}/u.test(label)) return false;
  // Hebrew shortens words with a mark: היו"ר.
  if (/[?!;"“”«»<>{}=*#\\]|…|\.\.|。|，|、/u.test(label.replace(/(?<=\p{sc=Hebrew})["״](?=\p{sc=Hebrew})/gu, '')))
    return false;
  // A full stop inside a label only follows an abbreviation or an initial.
  if (label.includes('.') && /\p{L}{5,}\.(?:\s|$)/u.test(label.replace(/\([^()]*\)/g, ''))) return false;
  return outside.split(/\s+/).length <= 14;
}

/** Whether the words stand before a colon in speech, headings and lists, and name nobody. */
export function isCommon(label: string): boolean {
  const words = label.toLowerCase().split(/\s+/);
  const joined = words.join(' ');
  return (
    commonWords.has(joined) ||
    /^(?:tellers of the \p{L}+|ayes|noes|yeas|nays)$/u.test(joined) ||
    /^(?:the|an|of|for|not|all|some|any|both|each|(?:time|speaker|name)(?: (?:time|speaker|name|text|start|words))+)$/.test(
      joined,
    ) ||
    (words.length <= 2 && commonWords.has(words[0]!) && /^(?:\d+|[a-z])?$/.test(words[1] ?? ''))
  );
}

const particle = new RegExp(
  String.raw`^(?:de|del|della|di|da|das|dos|do|du|des|la|le|el|al|al-\S+|bin|bint|ibn|ben|van|von|der|den|ter|ten|zu|zur|af|av|of|` +
    String.raw`the|for|and|on|to|y|e|i|et|und|für|voor|för|til|aux|per|и|по|при|&|[–—-]|\d+|d['’]\S+|[a-z]['’]\p{Lu}\S*)$`,
  'u',
);

/** Words that stand before a colon in speech, headings and lists, and name nobody. */
const commonWords = new Set(
  (
    'note|notes|question|questions|answer|answers|q|a|example|examples|for example|warning|caution|important|remember|' +
    'summary|agenda|topic|topics|subject|date|time|times|' +
    'title|location|venue|place|present|regrets|attendees|participants|speakers|action|actions|action item|action items|' +
    'decision|decisions|resolution|resolved|' +
    'conclusion|conclusions|first|second|third|fourth|fifth|finally|lastly|next|then|step|point|points|part|chapter|' +
    'section|item|day|session|problem|solution|result|results|' +
    'reason|reasons|fact|tip|ps|p.s.|re|fw|fwd|cc|to|from|link|links|url|source|sources|quote|disclaimer|language|' +
    'languages|transcript|category|duration|recording|' +
    'update|updates|issue|issues|option|options|today|tomorrow|yesterday|and|so|but|or|well|yes|no|okay|ok|now|because|' +
    'therefore|however|also|this|that|these|those|here|there|' +
    'it|we|i|you|they|he|she|if|when|what|why|how|who|where|which|my|our|your|his|her|their|in|on|at|by|with|as|is|are|was|' +
    'were|do|does|did|let|please|thanks|thank you|' +
    'one|two|three|four|five|again|still|maybe|perhaps|sure|right|look|listen|see|hear|think|imagine|say|said|see also|' +
    'meaning|namely|i.e.|e.g.|warning|todo|idea|goal|goals|' +
    'purpose|background|overview|introduction|discussion|proposal|proposed|status|version|type|name|names|email|phone|' +
    'address|website|keywords|tags|event|host|file|' +
    'notice of motion|notices of motion|petition|petitions|bill|bills|motion|motions|orders of the day|statement|' +
    'statements|hearing|sitting|debate|report|reports|item no|' +
    'tagesordnungspunkt|tagesordnungspunkte|zusatzpunkt|zusatztagesordnungspunkt|' +
    'themen|thema|thème|thèmes|tema|temas|temi|onderwerp|onderwerpen|тема|темы|' +
    'vote|votes|show of hands|kl|kl.|klo|in the chair|whereas|and whereas|be it resolved|now therefore|' +
    'kind|record|meeting|minutes|scribe|scribes|chairs|slides|slide|figure|table|chat|file name|recorded|posted|published|start|end|total|' +
    'remarque|exemple|réponse|ordre du jour|nota|pregunta|respuesta|ejemplo|orden del día|вопрос|ответ|пример|примечание|итак|注意|注|註|附註|年份|附件|' +
    '问题|問題|答案|例如|سؤال|جواب|ملاحظة|مثال'
  ).split('|'),
);
