/** Matters of conferences by what each language calls them. What is found by them comes near: a word can mean more in one than in another. */
import { calledIn, namesIn } from './called-in-languages.ts';

/** A line a matter, in the order of `called-in-languages.ts`. Russian words are cut to what their cases share. */
const table = `
  artificial intelligence, AI | intelligence artificielle, IA | inteligencia artificial, IA
    | искусственный интеллект, искусственного интеллекта, искусственном интеллекте, ИИ | 人工智能 | الذكاء الاصطناعي
  internet | internet, Internet | internet, Internet | интернет | 互联网, 因特网 | الإنترنت, إنترنت
  data | données | datos | данные, данных | 数据 | البيانات, بيانات
  data centers | centres de données | centros de datos | центры обработки данных, дата-центр | 数据中心 | مراكز البيانات
  digital divide | fracture numérique | brecha digital | цифровой разрыв, цифровом разрыве, цифрового разрыва | 数字鸿沟 | الفجوة الرقمية
  cybercrime | cybercriminalité | ciberdelincuencia, ciberdelito | киберпреступност | 网络犯罪 | الجريمة السيبرانية, الجرائم السيبرانية
  cybersecurity | cybersécurité | ciberseguridad | кибербезопасност | 网络安全 | الأمن السيبراني
  regulation | réglementation, régulation | regulación | регулирован | 监管 | التنظيم, تنظيم
  governance | gouvernance | gobernanza | управлени | 治理 | الحوكمة, حوكمة
  treaty | traité | tratado | договор | 条约 | المعاهدة, معاهدة
  binding | contraignant, contraignants | vinculante, vinculantes | обязательн, обязывающ | 约束力 | ملزمة, ملزم, الملزمة
  declaration | déclaration | declaración | деклараци | 宣言 | إعلان, الإعلان
  lawsuits | procès, poursuites | demandas, pleitos | судебные иски, исках, исков, иски | 诉讼 | الدعاوى القضائية, دعاوى قضائية, الدعاوى
  copyright | droit d'auteur, droits d'auteur | derechos de autor | авторское право, авторских прав | 版权 | حقوق النشر, حقوق التأليف
  minerals | minerais, minéraux | minerales | минерал | 矿物, 矿产 | المعادن, معادن
  energy | énergie | energía | энерги, энергии | 能源 | الطاقة, طاقة
  electricity | électricité | electricidad | электричеств, электроэнерги | 电力 | الكهرباء, كهرباء
  climate | climat | clima | климат | 气候 | المناخ, مناخ
  environment | environnement | medio ambiente | окружающая среда, окружающей среде, экологи | 环境 | البيئة, بيئة
  phones | téléphones, téléphone | teléfonos, teléfono | телефон | 手机, 电话 | الهواتف, الهاتف, هاتف
  smartphone | smartphones, smartphone | teléfonos inteligentes, teléfono inteligente | смартфон | 智能手机 | الهاتف الذكي, الهواتف الذكية
  engineers | ingénieurs | ingenieros | инженер | 工程师 | المهندسين, مهندسين, المهندسون, مهندس
  training | formation | formación, capacitación | обучени, подготовк | 培训 | التدريب, تدريب
  capacity building | renforcement des capacités | fomento de capacidades, creación de capacidad | наращивание потенциала, наращивани
    | 能力建设 | بناء القدرات
  talent | talents, talent | talento, talentos | талант, кадр | 人才 | المواهب, مواهب
  base stations | stations de base | estaciones base | базовых станций, базовые станции | 基站 | المحطات القاعدية, محطة قاعدية, محطات
  innovation | innovation | innovación | инноваци | 创新 | الابتكار, ابتكار
  security | sécurité | seguridad | безопасност | 安全 | الأمن, أمن
  education | éducation, enseignement | educación, enseñanza | образовани | 教育 | التعليم, تعليم
  schools | écoles, école | escuelas, escuela | школ, школы, школах | 学校 | المدارس, مدارس, المدرسة
  teachers | enseignants, professeurs | maestros, profesores, docentes | учителя, учителей, учителях | 教师, 老师 | المعلمين, معلمين, المعلمون
  students | étudiants, élèves | estudiantes, alumnos | студент, учащ | 学生 | الطلاب, طلاب, الطلبة
  universities | universités, université | universidades, universidad | университет | 大学 | الجامعات, جامعات, الجامعة
  children | enfants | niños | дети, детей, детях | 儿童, 孩子 | الأطفال, أطفال
  young people | jeunes, jeunesse | jóvenes, juventud | молодежь, молодежи, молодёжь, молодёжи | 青年, 年轻人 | الشباب, شباب
  women | femmes | mujeres | женщин | 妇女, 女性 | النساء, نساء, المرأة
  health | santé | salud | здоровь, здравоохранени | 健康, 卫生 | الصحة, صحة
  human rights | droits de l'homme, droits humains | derechos humanos | права человека, прав человека | 人权 | حقوق الإنسان
  police | police | policía | полици | 警察 | الشرطة, شرطة
  racism | racisme | racismo | расизм | 种族主义 | العنصرية, عنصرية
  taxes | impôts, taxes | impuestos | налог | 税收, 税 | الضرائب, ضرائب
  jobs | emplois, emploi | empleos, empleo | рабочие места, рабочих мест | 就业, 工作岗位 | الوظائف, وظائف
  farmers | agriculteurs | agricultores | фермер | 农民 | المزارعين, مزارعين
  funding | financement | financiación, financiamiento | финансировани | 资金, 融资 | التمويل, تمويل
  budget | budget | presupuesto | бюджет | 预算 | الميزانية, ميزانية
  cooperation | coopération | cooperación | сотрудничеств | 合作 | التعاون, تعاون
  batteries | batteries, batterie, pile | baterías, batería, pilas | батаре | 电池 | البطاريات, بطاريات, البطارية
  remote control | télécommande | mando a distancia, control remoto | пульт | 遥控器 | جهاز التحكم`;

/** A text with the matters it names called as another language calls them. */
export function withMattersIn(other: string, text: string): string {
  return calledIn(other, text, matters);
}

const matters = namesIn(table);
