/** Organisations by what each language calls them: ООН, 联合国 and "l'ONU" are the United Nations, which records may call UN. */

import { calledIn, namesIn } from './called-in-languages.ts';

/** A line an organisation, in the order of `called-in-languages.ts`; of several names the first is what a record of that language is asked for. */
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
  BRICS | BRICS | BRICS | БРИКС | 金砖国家, 金砖 | مجموعة بريكس, دول بريكس, البريكس, بريكس
  G77 | G77 | G77 | Группа 77 | 七十七国集团, 77国集团 | مجموعة السبعة والسبعين
  UNCTAD | CNUCED | UNCTAD | ЮНКТАД | 贸发会议 | الأونكتاد
  OECD | OCDE | OCDE | ОЭСР | 经合组织 | منظمة التعاون الاقتصادي والتنمية
  World Bank | Banque mondiale | Banco Mundial | Всемирный банк | 世界银行, 世行 | البنك الدولي
  IMF, International Monetary Fund | FMI | FMI | МВФ | 货币基金组织 | صندوق النقد الدولي`;

/** A text with the organisations it names called as another language calls them: "Что сказала UN?". */
export function withOrganisationsIn(other: string, text: string): string {
  return calledIn(other, text, organisations);
}

const organisations = namesIn(table);
