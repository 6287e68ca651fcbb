/** Number words of ten languages, folded: what each language calls the amounts that it does not write in digits. */
import { fold } from '../../words/terms.ts';

export interface NumberWords {
  /** 0 to 90. */
  small: Map<string, number>;
  /** What a number before it is multiplied by. */
  magnitudes: Map<string, number>;
  /** "Thousands": of no certain number where none stands before it. */
  many: Set<string>;
  /** "Third", "quarter": a part where "a" or a number stands before it. */
  parts: Map<string, number>;
  /** Half and its like, which need nothing before them. */
  halves: Set<string>;
  /** Numbers of times: "twice", "tenfold". */
  times: Map<string, number>;
  /** Places in an order: "second", "third". */
  ordinals: Map<string, number>;
}

/** Those of one language; where it is not known, those of English and of the scripts that no other language shares. */
export function numberWordsOf(language: string | null): NumberWords {
  return byLanguage.get(language ?? '') ?? unknown;
}

/** Words in the order of their values, `-` where there is none, `/` between two for one value. "Un" and "una" count nothing for certain. */
function counted(ones: string, tens = '', more = ''): Map<string, number> {
  return new Map([
    ...ones.split(' ').flatMap((words, value) => valued(words, value)),
    ...tens.split(' ').flatMap((words, at) => valued(words, (at + 2) * 10)),
    ...valuedList(more),
  ]);
}

function valued(words: string, value: number): [string, number][] {
  return words
    .split('/')
    .filter((word) => word !== '' && word !== '-')
    .map((word) => [fold(word), value]);
}

/** `third=3 quarter=4`. */
function valuedList(list: string): [string, number][] {
  return list
    .split(' ')
    .filter(Boolean)
    .flatMap((each) => {
      const [words, value] = each.split('=') as [string, string];
      return valued(words, Number(value));
    });
}

const words = (list: string) => new Set(list.split(' ').filter(Boolean).map(fold));

function language(
  small: Map<string, number>,
  magnitudes: string,
  { many = '', parts = '', halves = '', times = '', ordinals = '' } = {},
): NumberWords {
  return {
    small,
    magnitudes: new Map(valuedList(magnitudes)),
    many: words(many),
    parts: new Map(valuedList(parts)),
    halves: words(halves),
    times: new Map(valuedList(times)),
    ordinals: new Map(valuedList(ordinals)),
  };
}

const english = language(
  counted(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'twenty thirty forty fifty sixty seventy eighty ninety',
  ),
  'dozen=12 hundred/hundreds=100 thousand/thousands=1e3 million/millions=1e6 billion/billions/bn=1e9 trillion/trillions=1e12',
  {
    many: 'dozens hundreds thousands millions billions trillions',
    parts:
      'third/thirds=3 quarter/quarters=4 fourth/fourths=4 fifth/fifths=5 sixth/sixths=6 seventh/sevenths=7 eighth/eighths=8 ninth/ninths=9 ' +
      'tenth/tenths=10 twentieth/twentieths=20 hundredth/hundredths=100',
    halves: 'half halves halved',
    times: 'twice/double/doubled/doubles/doubling=2 triple/tripled/triples/thrice=3 fourfold=4 tenfold=10',
    ordinals:
      'second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 twentieth=20 fiftieth=50',
  },
);
const russian = language(
  counted(
    'нуль/ноль - два/две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать ' +
      'семнадцать восемнадцать девятнадцать',
    'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто',
    'сто=100',
  ),
  'сотни=100 тысяча/тысячи/тысяч=1e3 миллион/миллиона/миллионов=1e6 миллиард/миллиарда/миллиардов=1e9',
  { parts: 'треть=3 четверть=4', halves: 'половина половину' },
);
const arabic = language(
  counted(
    '- - اثنان/اثنين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني تسعة/تسع عشرة/عشر',
    'عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين',
    'مئة/مائة=100',
  ),
  'ألف/آلاف=1e3 مليون/ملايين=1e6 مليار=1e9',
  { halves: 'نصف' },
);
const chinese = language(counted('零 一 二/两 三 四 五 六 七 八 九 十', '', '百=100'), '千=1e3 万=1e4 亿=1e8');

const byLanguage = new Map<string, NumberWords>([
  ['en', english],
  ['ru', russian],
  ['ar', arabic],
  ['zh', chinese],
  [
    'fr',
    language(
      counted(
        'zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
        'vingt trente quarante cinquante soixante septante huitante nonante',
        'cent=100',
      ),
      'cents=100 mille=1e3 million/millions=1e6 milliard/milliards=1e9',
      { many: 'milliers', parts: 'tiers=3 quart/quarts=4', halves: 'moitié', times: 'double=2 triple=3' },
    ),
  ],
  [
    'es',
    language(
      counted(
        'cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince',
        'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
        'cien/ciento=100',
      ),
      'cientos=100 mil=1e3 millón/millones=1e6',
      { many: 'miles', parts: 'tercio/tercios=3 cuarto/cuartos=4', halves: 'mitad', times: 'doble=2 triple=3' },
    ),
  ],
  [
    'de',
    language(
      counted(
        'null - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
        'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
      ),
      'dutzend=12 hundert=100 tausend=1e3 million/millionen=1e6 milliarde/milliarden=1e9',
      { many: 'tausende millionen', parts: 'drittel=3 viertel=4', halves: 'hälfte', times: 'doppelt=2' },
    ),
  ],
  [
    'pt',
    language(
      counted(
        'zero - dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis dezessete dezoito dezenove',
        'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
        'cem/cento=100',
      ),
      'mil=1e3 milhão/milhões=1e6 bilhão/bilhões=1e9',
      { many: 'milhares', parts: 'terço/terços=3 quarto/quartos=4', halves: 'metade' },
    ),
  ],
  [
    'it',
    language(
      counted(
        'zero - due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici',
        'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
        'cento=100',
      ),
      'centinaia=100 mille/mila=1e3 milione/milioni=1e6 miliardo/miliardi=1e9',
      { many: 'migliaia', parts: 'terzo/terzi=3 quarto/quarti=4', halves: 'metà' },
    ),
  ],
]);

const unknown: NumberWords = {
  ...english,
  small: new Map([english, russian, arabic, chinese].flatMap(({ small }) => [...small])),
  magnitudes: new Map([english, russian, arabic, chinese].flatMap(({ magnitudes }) => [...magnitudes])),
  halves: new Set([english, russian, arabic].flatMap(({ halves }) => [...halves])),
};
