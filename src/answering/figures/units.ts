/** What is counted: units by their signs and words, in ten languages. */
import { fold } from '../../words/terms.ts';

/** `€` of "euros", `year` of "ans"; undefined of other words. */
export function unitCalled(folded: string): string | undefined {
  return signCalled(folded) ?? units.get(folded);
}

export function signCalled(folded: string): string | undefined {
  return signs.has(folded) ? folded : undefined;
}

const signs = new Set(['%', '‰', '°', '$', '€', '£', '¥', '₹', '₽']);
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
    'm²': 'm2 metre2',
    'm³': 'm3 metre3',
    'km²': 'km2',
    tonne: 'tonne tonnes ton tons toneladas',
    kg: 'kg kilo kilos kilogram kilograms',
    degree: 'degree degrees',
  }).flatMap(([unit, words]) => words.split(' ').map((word): [string, string] => [fold(word), unit])),
);
