/** Names of languages, as records write them, to their tags. */

/**
 * BCP 47 tag of a language's name in any of the languages that records are mostly in: `es` of "Spanish", "espagnol",
 * "испанском" and "西班牙语"; null where the name is not known.
 */
export function languageTag(name: string): string | null {
  const written = name.normalize('NFC').trim().toLowerCase();
  if (/^[a-z]{2}$/.test(written)) return written;
  return namesToTags().get(written) ?? namesToTags().get(withoutEnding(written)) ?? null;
}

let known: Map<string, string> | null = null;

function namesToTags(): Map<string, string> {
  if (known !== null) return known;
  known = new Map<string, string>();
  for (const locale of locales) {
    const names = new Intl.DisplayNames([locale], { type: 'language' });
    for (const tag of tags.split(' ')) {
      const name = names.of(tag)!.toLowerCase();
      for (const form of [name, withoutEnding(name)]) if (!known.has(form)) known.set(form, tag);
    }
  }
  for (const [form, tag] of Object.entries(otherForms)) known.set(form, tag);
  return known;
}

/** Languages that bend the name: "на русском" of русский, "in deutscher" of Deutsch, "法文" beside 法语. */
function withoutEnding(name: string): string {
  return name
    .replace(/^(?:lengua |langue |language |idioma |языке? |اللغة |ال|بال)/u, '')
    .replace(/(?<=\p{L}{4})(?:ский|ском|ски|цкий|цком)(?: язык\p{L}*)?$/u, 'ск')
    .replace(/(?<=\p{L}{4})(?:e[rns]?|er sprache)$/u, '')
    .replace(/[语語文]$/u, '')
    .replace(/(?<=^|\s)ال/gu, '');
}

const otherForms: Record<string, string> = { farsi: 'fa', mandarin: 'zh', castellano: 'es', flemish: 'nl', dari: 'fa' };

const locales = ['en', 'fr', 'es', 'ru', 'zh', 'ar', 'de', 'it', 'pt', 'nl', 'ja', 'ko'];
const tags =
  'en fr es ru zh ar de it pt nl sv nb da fi is et lv lt pl cs sk sl hr sr bs mk bg ro hu el tr uk be ga mt ca eu gl sq hy ka az ' +
  'kk uz tk ky tg mn fa he hi ur bn ta te mr ne si th vi lo km my id ms fil ja ko sw am so rw ps dv fo kl cy gd lb rm mi';
