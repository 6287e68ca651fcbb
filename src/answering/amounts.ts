/** The figures of a text, in digits or in words, in a form in which equal amounts are equal. */
import { fold } from '../words/terms.ts';

/**
 * Amounts as `value unit`: `40000`, `40 %`, `2 year`, `0.5`. Digits are read in any script and grouping, English number
 * words as whole numbers, those of other languages one by one. "One" counts only before a unit or a magnitude.
 */
export function amountsIn(text: string): string[] {
  const tokens = tokensOf(text);
  const amounts: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const read = amountAt(tokens, at);
    if (!read) {
      at += 1;
      continue;
    }
    const unit = unitOf(tokens, at, read);
    // What looks like a year has no unit: in some languages a word for "year" stands beside every one.
    const year = Number.isInteger(read.value) && read.value >= 1500 && read.value < 2100 && unit === 'year';
    if (!read.needsUnit || unit !== '')
      amounts.push([String(read.value), year ? '' : [read.kind, unit].join(' ').trim()].join(' ').trim());
    at = read.past;
  }
  return amounts;
}

interface Token {
  /** Folded. */
  word: string;
  value: number | null;
}

interface Read {
  value: number;
  /** `th` of ordinals, `times` of "twice": neither is a plain number. */
  kind: string;
  past: number;
  needsUnit: boolean;
}

function tokensOf(text: string): Token[] {
  const plain = fold(asciiDigits(text.normalize('NFKC'))).replaceAll(
    /\b(?:per|pour|por) (?:cent|ciento|cento)\b/g,
    '%',
  );
  return [...plain.matchAll(pattern)].map(([word]) => ({
    word,
    value: /^\d/.test(word) ? Number.parseFloat(numeral(word)) : null,
  }));
}

// Figures, also grouped by blanks; signs of units; words, where Chinese numerals and units are one character each.
const pattern =
  /(?<![\d.,])\d{1,3}(?:[\u0020\u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*|[%‰°\p{Sc}]|[零一二两三四五六七八九十百千万亿年月日天]|(?:(?!\p{Script=Han})\p{L})+/gu;

function amountAt(tokens: Token[], at: number): Read | null {
  const { word, value } = tokens[at]!;
  if (value !== null) {
    const ordinal = /^(?:st|nd|rd|th|er|eme)$/.test(tokens[at + 1]?.word ?? '');
    return withMagnitudes(tokens, { value, kind: ordinal ? 'th' : '', past: at + (ordinal ? 2 : 1), needsUnit: false });
  }
  if (word in special) return { ...special[word]!, past: at + 1, needsUnit: false };
  if (!(word in small) && !(word in magnitudes)) return null;
  if (word in magnitudes) return withMagnitudes(tokens, { value: 1, kind: '', past: at, needsUnit: false });
  // "twenty-one", "three hundred and twelve".
  let past = at;
  let [total, part] = [0, 0];
  let last = Infinity;
  for (; past < tokens.length; past += 1) {
    const next = tokens[past]!.word;
    const following = tokens[past + 1]?.word ?? '';
    if (next === 'and' && last >= 100 && last !== Infinity && following in small) continue;
    if (
      next in small &&
      (last === Infinity || last >= 100 || (last >= 20 && last < 100 && last % 10 === 0 && small[next]! < 10))
    ) {
      part += small[next]!;
      last = small[next]!;
    } else if (next in magnitudes && last !== Infinity) {
      const size = magnitudes[next]!;
      if (size === 100) part *= 100;
      else {
        total += part * size;
        part = 0;
      }
      last = size;
    } else break;
  }
  const whole = total + part;
  if (past === at) return null;
  // "one in the morning" tells no amount, "one third" and "one year" do.
  const alone = past === at + 1 && whole === 1;
  if (alone && tokens[past] && tokens[past]!.word in special)
    return { ...special[tokens[past]!.word]!, past: past + 1, needsUnit: false };
  return { value: whole, kind: '', past, needsUnit: alone };
}

function withMagnitudes(tokens: Token[], read: Read): Read {
  let { value, past } = read;
  for (let last = 0; (tokens[past]?.word ?? '') in magnitudes; past += 1) {
    const size = magnitudes[tokens[past]!.word]!;
    // "17 trillion, trillion dollars" is a slip of the tongue.
    if (size !== last) value *= size;
    last = size;
  }
  return { ...read, value, past };
}

/** The unit beside an amount: a sign on either side, or a word among the next two. */
function unitOf(tokens: Token[], at: number, { past }: Read): string {
  const sign = signs.get(tokens[at - 1]?.word ?? '');
  if (sign && sign !== '%') return sign;
  for (const next of tokens.slice(past, past + 2)) {
    if (next.value !== null || next.word in small) break;
    const unit = signs.get(next.word) ?? units.get(next.word);
    if (unit) return unit;
  }
  return '';
}

/** Digits of other scripts stand in blocks of ten. */
function asciiDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    for (let zero = code; zero > code - 10; zero -= 1) {
      if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
    }
    return String(code % 10);
  });
}

/** "40.000" and "40,000" are forty thousand, "1,5" is one and a half. */
function numeral(written: string): string {
  const text = written.replaceAll(/['’\s]/g, '');
  const lastMark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (lastMark === -1) return text;
  const mark = text[lastMark]!;
  const groups = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(text);
  if (groups) return text.replaceAll(/[.,]/g, '');
  // Two of the same mark that are no groups are parts, as in a version or a date: the first is kept.
  const whole = text.slice(0, lastMark).replaceAll(mark === '.' ? ',' : '.', '');
  return `${whole.replaceAll(/[.,]/g, '.')}.${text.slice(lastMark + 1)}`;
}

function table(text: string): Record<string, number> {
  const entries = text.split(/\s*;\s*/).flatMap((line) => {
    const [value, ...words] = line.trim().split(/\s+/);
    return words.map((word): [string, number] => [fold(word), Number(value)]);
  });
  return Object.assign(Object.create(null) as Record<string, number>, Object.fromEntries(entries));
}

const small =
  table(`0 zero нуль cero 零; 1 one 一; 2 two deux dos zwei два две dois duas due 二 两 اثنان اثنين; 3 three trois tres drei три tre 三 ثلاثة ثلاث;
  4 four quatre cuatro vier четыре quatro quattro 四 أربعة أربع; 5 five cinq cinco funf пять cinque 五 خمسة خمس; 6 six seis sechs шесть sei 六 ستة ست; 7 seven sept siete sieben семь sete sette 七 سبعة سبع;
  8 eight huit ocho acht восемь oito otto 八 ثمانية ثماني; 9 nine neuf nueve neun девять nove 九 تسعة تسع; 10 ten dix diez zehn десять dez dieci 十 عشرة عشر; 11 eleven onze once elf одиннадцать undici;
  12 twelve douze doce zwolf двенадцать doze dodici; 13 thirteen treize trece dreizehn тринадцать; 14 fourteen quatorze catorce vierzehn четырнадцать; 15 fifteen quinze quince funfzehn пятнадцать;
  16 sixteen seize sechzehn шестнадцать; 17 seventeen siebzehn семнадцать; 18 eighteen achtzehn восемнадцать; 19 nineteen neunzehn девятнадцать; 20 twenty vingt veinte zwanzig двадцать vinte venti عشرون عشرين;
  30 thirty trente treinta dreissig тридцать trinta trenta ثلاثون ثلاثين; 40 forty quarante cuarenta vierzig сорок quarenta quaranta أربعون أربعين; 50 fifty cinquante cincuenta funfzig пятьдесят cinquenta cinquanta خمسون خمسين;
  60 sixty soixante sesenta sechzig шестьдесят sessenta sessanta ستون ستين; 70 seventy septante setenta siebzig семьдесят settanta سبعون سبعين; 80 eighty huitante ochenta achtzig восемьдесят oitenta ottanta ثمانون ثمانين;
  90 ninety nonante noventa neunzig девяносто novanta تسعون تسعين; 100 cent cien ciento сто cem cento مئة مائة 百`);

const magnitudes =
  table(`100 hundred hundreds cents cientos hundert сотни centinaia; 1000 thousand thousands mille mil miles milliers tausend тысяча тысячи тысяч mila 千 ألف آلاف; 10000 万;
  1000000 million millions millon millones millionen миллион миллиона миллионов milhao milhoes milione milioni مليون ملايين; 100000000 亿;
  1000000000 billion billions bn milliard milliards milliarde milliarden миллиард миллиарда миллиардов miliardo miliardi مليار; 1000000000000 trillion trillions`);

const th = (value: number) => ({ value, kind: 'th' });
const times = (value: number) => ({ value, kind: 'times' });
const share = (value: number) => ({ value, kind: '' });
const special: Record<string, { value: number; kind: string }> = Object.assign(Object.create(null) as object, {
  half: share(0.5),
  halves: share(0.5),
  halved: share(0.5),
  moitie: share(0.5),
  mitad: share(0.5),
  halfte: share(0.5),
  половина: share(0.5),
  половину: share(0.5),
  نصف: share(0.5),
  metade: share(0.5),
  meta: share(0.5),
  quarter: share(0.25),
  quarters: share(0.25),
  dozen: share(12),
  dozens: share(12),
  douzaine: share(12),
  docena: share(12),
  dutzend: share(12),
  second: th(2),
  third: th(3),
  thirds: th(3),
  tiers: th(3),
  tercio: th(3),
  drittel: th(3),
  треть: th(3),
  fourth: th(4),
  fifth: th(5),
  sixth: th(6),
  seventh: th(7),
  eighth: th(8),
  ninth: th(9),
  tenth: th(10),
  eleventh: th(11),
  twelfth: th(12),
  twentieth: th(20),
  fiftieth: th(50),
  hundredth: th(100),
  twice: times(2),
  double: times(2),
  doubled: times(2),
  doubles: times(2),
  doubling: times(2),
  triple: times(3),
  tripled: times(3),
  triples: times(3),
  thrice: times(3),
  fourfold: times(4),
  tenfold: times(10),
});

const signs = new Map(['%', '‰', '°', '$', '€', '£', '¥', '₹', '₽'].map((sign) => [sign, sign]));
const units = new Map(
  Object.entries({
    '%': 'percent percentage prozent процент процента процентов pourcent',
    $: 'dollar dollars dolar dolares usd доллар доллара долларов دولار',
    '€': 'euro euros eur евро يورو',
    '£': 'pound pounds gbp',
    '¥': 'yen yuan',
    year: 'year years annual an ans annee annees ano anos anno anni jahr jahre jahren год года лет 年 سنة سنوات عام أعوام',
    month: 'month months mois mes meses mese mesi monat monate monaten месяц месяца месяцев 月 شهر أشهر',
    week: 'week weeks semaine semaines semana semanas woche wochen неделя недели недель أسبوع أسابيع',
    day: 'day days jour jours dia dias giorno giorni tag tage tagen день дня дней 日 天 يوم أيام',
    hour: 'hour hours heure heures hora horas stunde stunden час часа часов ساعة ساعات',
    minute: 'minute minutes minuto minutos minuten минута минуты минут دقيقة دقائق',
    second: 'seconds secondes segundos sekunden секунд',
    decade: 'decade decades decennie decennies decada decadas jahrzehnt jahrzehnte',
    century: 'century centuries siecle siecles siglo siglos jahrhundert',
    km: 'km kilometre kilometres kilometer kilometers kilometros',
    metre: 'metre metres meter meters metros',
    tonne: 'tonne tonnes ton tons toneladas',
    kg: 'kg kilo kilos kilogram kilograms',
    degree: 'degree degrees',
  }).flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [fold(word), unit])),
);
