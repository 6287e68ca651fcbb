/** Organisations by what each language calls them: ООН, 联合国 and "l'ONU" are the United Nations, which records may call UN. */

/** A line an organisation, in the order of `languages`; of several names the first is what a record of that language is asked for. */
const table = `
  UN, United Nations | ONU, Nations Unies | ONU, Naciones Unidas | ООН, Организация Объединенных Наций | 联合国 | الأمم المتحدة
  EU, European Union | Union européenne, UE | Unión Europea, UE | Евросоюз, ЕС, Европейский союз | 欧盟, 欧洲联盟 | الاتحاد الأوروبي
  AU, African Union | Union africaine, UA | Unión Africana, UA | Африканский союз | 非盟, 非洲联盟 | الاتحاد الأفريقي
  WHO, World Health Organization | OMS | OMS | ВОЗ | 世卫组织, 世界卫生组织 | منظمة الصحة العالمية
  ITU, International Telecommunication Union | UIT | UIT | МСЭ | 国际电联, 国际电信联盟 | الاتحاد الدولي للاتصالات
  UNESCO | UNESCO | UNESCO | ЮНЕСКО | 教科文组织 | اليونسكو
  UNICEF | UNICEF | UNICEF | ЮНИСЕФ | 儿基会, 儿童基金会 | اليونيسف
  WTO, World Trade Organization | OMC | OMC | ВТО | 世贸组织, 世界贸易组织 | منظمة التجارة العالمية
  WIPO | OMPI | OMPI | ВОИС | 知识产权组织 | الويبو
  ILO, International Labour Organization | OIT | OIT | МОТ | 劳工组织 | منظمة العمل الدولية
  UNCTAD | CNUCED | UNCTAD | ЮНКТАД | 贸发会议 | الأونكتاد
  OECD | OCDE | OCDE | ОЭСР | 经合组织 | منظمة التعاون الاقتصادي والتنمية
  World Bank | Banque mondiale | Banco Mundial | Всемирный банк | 世界银行, 世行 | البنك الدولي
  IMF, International Monetary Fund | FMI | FMI | МВФ | 货币基金组织 | صندوق النقد الدولي`;

const languages = ['en', 'fr', 'es', 'ru', 'zh', 'ar'];

/** A text with the organisations it names called as another language calls them: "Что сказала UN?". */
export function withOrganisationsIn(other: string, text: string): string {
  const column = languages.indexOf(other);
  if (column < 0) return text;
  let written = text;
  for (const { name, meant } of byLength)
    if (!meant[column]!.includes(name)) written = written.replaceAll(asWord(name), ` ${meant[column]![0]!} `);
  return written === text ? text : written.replaceAll(/ {2,}/gu, ' ').trim();
}

/** Cases of Russian end otherwise, and small words stand before the name in Arabic. */
function asWord(name: string): RegExp {
  if (/\p{Script=Han}/u.test(name)) return new RegExp(name, 'gu');
  if (/\p{Script=Arabic}/u.test(name)) return new RegExp(String.raw`(?<!\p{L})[وفبل]?${name}(?!\p{L})`, 'gu');
  const isDeclined = /\p{Script=Cyrillic}{5,}$/u.test(name);
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])${isDeclined ? name + String.raw`\p{Ll}{0,2}` : name}(?![\p{L}\p{N}])`,
    'gu',
  );
}

const organisations = table
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((names) => names.split(',').map((name) => name.trim())));
/** The longest first: the World Health Organization is no Organization of anything else. */
const byLength = organisations
  .flatMap((meant) => [...new Set(meant.flat())].map((name) => ({ name, meant })))
  .toSorted((one, other) => other.name.length - one.name.length);
