/**
 * What is meant by several words: who asks after children is near where minors are spoken of. What is the same thing by another
 * name, and so answers, stands in `called-otherwise.ts`.
 */
import { termsOf } from '../words/terms.ts';

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
  climate warming climat climático климат 气候 المناخ`;

const groups = table
  .split(/\n(?= {2}\S)/u)
  .map((line) => new Set(termsOf(line)))
  .filter(({ size }) => size > 0);

/** Terms that may mean the same as one does, itself among them. */
export function kindredOf(term: string): string[] {
  return [term, ...groups.filter((group) => group.has(term)).flatMap((group) => [...group])];
}
