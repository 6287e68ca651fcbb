/** What a question calls in one way and speakers in another: "young people" and "the youth", which is the same, and minors, which come near children. */
import type { OtherWords } from '../../retrieval/stands-for.ts';
import { phrases } from '../../words/matcher.ts';
import { termsOf } from '../../words/terms.ts';
import { textOf } from '../../words/text-words.ts';

/** Of the words in an English question that stand for such a thing, what else it is called: that answers it. */
export function calledOtherwise(words: string): OtherWords[] {
  const text = textOf(words);
  return things.flatMap(({ said, others }) =>
    said.all(text).flatMap(({ start, end, taken }) => {
      const asked = termsOf(taken ?? words.slice(start, end));
      const other = others.filter((term) => !asked.includes(term)).map((term) => [term]);
      return asked.map((term) => ({ terms: [term], others: other }));
    }),
  );
}

const supplies = '(energy|power|electricity|water|fuel|gas|oil|coal|fertiliser|fertilizer|pesticide(s)|plastic(s))';

/** What stands between < and > alone is called otherwise, where a line has it. */
const things = [
  // What there is too little of.
  [
    '(not enough|too few|too little|lack|lacks|lacking|shortage|shortages|scarcity|insufficient)',
    'lack shortage scarcity insufficient',
  ],
  ['(young people|young persons|youngsters|the young|youth)', 'youth young youngster'],
  ['(old people|older people|the elderly|elderly|seniors|older persons)', 'elderly senior older'],
  ['(specialist(s)|expert(s)|talents|skilled (people|workers|staff))', 'specialist expert talent'],
  ['(the|a|this|that|their|his|her|joint|recent|new) (study|research|survey)', 'study research survey'],
  // "And now?", and nowhere else: it is said of anything.
  ['(and|but|so|about) <now|nowadays|today|currently|presently|at present|these days> $', 'now today nowadays'],
  // What is used or needed of something is consumed. The other way round, "use" and "need" are said of anything.
  [
    `
    {supplies} <use|usage|consumption|demand|demands|need|needs|appetite>
    <use|usage|consumption|demand|need|appetite> (of|for) [the|its|their|so much|more] {supplies}
    (much|more|less|so much|too much|lot of) {supplies} … <~use|~consume|~need|~require|~demand>
    (that|which) <~use|~consume|~need|~require|~demand> [the|so much|too much|a lot of|much|more|less|most|little] {supplies}`,
    'consumption consume usage guzzle',
  ],
].map(([lines, others]) => ({ said: phrases({ lines: lines!, lists: { supplies } }), others: termsOf(others!) }));

/** A line a matter, in any language. Only what comes nearest is told by them: they are no words of the question. */
const table = `
  child children kid kids minor minors underage infant infants enfant enfants mineur mineurs niño niños niña niñas menor menores
    дети детей ребенок несовершеннолетние 儿童 未成年人 أطفال الأطفال القاصرين
  youth young youngsters teenager teenagers adolescent adolescents jeune jeunes jeunesse joven jóvenes juventud молодежь 青年 شباب الشباب
  woman women girl girls gender female females femme femmes fille filles genre mujer mujeres niñas género женщина женщины 妇女 女性 نساء النساء المرأة
  job jobs employment unemployment unemployed worker workers workforce labour labor emploi emplois chômage travailleurs
    empleo empleos desempleo trabajadores занятость безработица работники 就业 失业 工人 وظائف البطالة العمال
  poor poverty income marginalised marginalized underprivileged deprived needy vulnerable pauvre pauvres pauvreté
    défavorisés pobre pobres pobreza marginados бедность бедные 贫困 穷人 فقر الفقر الفقراء
  elderly seniors pensioner pensioners retired âgés retraités ancianos mayores пожилые пенсионеры 老年人 المسنين
  disabled disability disabilities accessibility impaired handicap handicapés handicapées discapacidad инвалиды инвалидность 残疾人 الإعاقة
  farmer farmers farming agriculture agricultural crops agriculteurs agriculteur agricultores agricultura фермеры 农民 农业 مزارعين الزراعة
  salary salaries wage wages earnings salaire salaires salario salarios sueldos зарплата зарплаты 工资 رواتب أجور
  teacher teachers classroom classrooms pupil pupils student students enseignants élèves maestros alumnos
    учителя 教师 学生 معلمين
  doctor doctors hospital hospitals healthcare medical medicine patients médecins hôpital hôpitaux médicos hospitales
    врачи больницы 医院 医疗 أطباء مستشفيات
  fake disinformation misinformation falsehoods désinformation desinformación bulos дезинформация 虚假信息 تضليل
  pollution emissions contamination polluting émissions contaminación emisiones загрязнение выбросы 污染 排放 تلوث انبعاثات
  regulation regulations regulate regulating regulatory governance rules legislation laws réglementation régulation gouvernance regulación
    gobernanza регулирование управление 监管 治理 تنظيم حوكمة
  climate warming climat climático климат 气候 المناخ
  environment environmental green ecological ecology sustainability environnement écologique ambiente ambiental
    окружающая экология 环境 环保 绿色 البيئة
  electricity energy power électricité énergie electricidad energía электричество энергия 电力 能源 كهرباء طاقة
  cooperation collaboration partnership coopération partenariat cooperación colaboración сотрудничество 合作 تعاون
  money funding finance financing investment financement argent financiación dinero финансирование деньги 资金 تمويل
  divide gap inequality inequalities fracture écart inégalités brecha desigualdad разрыв неравенство 鸿沟 差距 فجوة`;

const groups = table
  .split(/\n(?= {2}\S)/u)
  .map((line) => new Set(termsOf(line)))
  .filter(({ size }) => size > 0);

/** Terms that may mean the same as one does, itself among them. */
export function kindredOf(term: string): string[] {
  return [term, ...groups.filter((group) => group.has(term)).flatMap((group) => [...group])];
}
