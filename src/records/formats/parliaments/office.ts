/** "Präsidentin Ana Lind" and "The Deputy Speaker (Mrs. Ana Lind)" are Ana Lind, who holds an office. */
import { looksLikeName } from '../labels.ts';

/** The person behind an office, and the office; an office alone is the name. */
export function officeAndName(printed: string): { name: string; role: string | null } {
  const label = printed.replace(/\s+/g, ' ').trim();
  const inside = /^(.{2,80}?) ?\(([^()]{3,60})\)$/.exec(label);
  if (inside && isOfficeOnly(inside[1]!) && hasTwoNames(inside[2]!)) return { name: inside[2]!, role: inside[1]! };
  const before = offices.exec(label);
  const rest = before ? label.slice(before[0].length).replace(/^[,:\s–—-]+/, '') : '';
  if (before && hasTwoNames(rest) && !startsSmall(rest))
    return { name: rest, role: before[0].trim().replace(/,$/, '') };
  return { name: label, role: null };
}

/** "Mrs. Lind" will do behind an office. */
function hasTwoNames(text: string): boolean {
  return /^\S+\s+\S/.test(text) && looksLikeName(text);
}

function startsSmall(text: string): boolean {
  return /^(?:of|for|von|der|des|du|de la|del|für|in)\s/i.test(text);
}

function isOfficeOnly(text: string): boolean {
  return (
    offices.exec(text)?.[0].trim() === text.trim() ||
    /^(?:the |an? )?(?:\p{L}+ ){0,4}(?:speaker|chair\p{L}*|president|premier|minister|clerk)$/iu.test(text)
  );
}

const words = [
  'Alterspräsident(?:in)?|Vizepräsident(?:in)?|(?:Bundestags|Landtags)?[Pp]räsident(?:in)?|Schriftführer(?:in)?',
  '(?:Bundes|Staats)?[Mm]inister(?:in)?|Bundeskanzler(?:in)?|(?:Parlamentarische[rn]? )?Staatssekretär(?:in)?',
  '(?:The )?(?:(?:Acting|Deputy|Assistant|Vice|First|Second) )*(?:Speaker|President|Chair(?:man|woman|person)?)',
  'Mr\\.? (?:Speaker|President)|Madam (?:Speaker|President)',
  'Le président|La présidente|M\\. le président|Mme la présidente|Président(?:e)?',
  'El (?:señor )?presidente|La (?:señora )?presidenta|Presidente|Presidenta',
  'De voorzitter|Voorzitter|Talmannen|Förste vice talmannen|Formanden|Stortingspresidenten|Presidenten|Puhemies',
  'Předseda|Předsedkyně|Místopředseda|Místopředsedkyně|Předsedající|Predseda|Podpredseda|Predsednik|Predsednica',
  'Podpredsednik|Podpredsednica|Predsjednik|Predsjednica|Potpredsjednik',
  'Marszałek|Wicemarszałek|Poseł|Senator|Minister|Elnök',
  'Председатель|Председателка|Председател|Головуючий|Голова',
].join('|');
const offices = new RegExp(`^(?:${words})(?=[\\s,:]|$)`, 'iu');
