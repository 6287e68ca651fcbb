/** Words of courtesy and office that stand in labels, in the languages that records are mostly in. */

/** "Mr", "señora", "г-жа": before a name, in small letters in some languages. */
const courtesies = new Set(
  (
    'mr mrs ms miss mx dr prof sir madam hon rt lord lady dame baroness señor señora señores señorita don doña sr sra sres sras ' +
    'm mm mme mmes mlle monsieur madame messieurs mesdames signor signora signori onorevole senhor senhora sr.ª exmo exma herr frau ' +
    'herrn heer mevrouw mevr dhr fru herra rouva г-н г-жа господин госпожа'
  ).split(' '),
);

/** Who speaks by virtue of an office; also in small letters, as in "Le président". */
const offices = new Set(
  (
    'speaker chair chairman chairwoman chairperson president vice-president premier minister secretary clerk member members moderator ' +
    'delegate representative mayor councillor councilor councilmember alderman commissioner registrar interpreter governor senator congressman congresswoman ' +
    'modérateur modératrice animateur animatrice moderador moderadora moderatore moderatrice moderatorin gespreksleider ordstyrer ' +
    'operator correspondent reporter journalist spokesman spokeswoman spokesperson portavoz ' +
    'porte-parole witness treasurer rapporteur facilitator host interviewer ombudsman chancellor ambassador deputy acting ' +
    'président présidente vice-président vice-présidente ministre rapporteure rapporteuse secrétaire maire député députée commissaire sénateur sénatrice ' +
    'presidente presidenta vicepresidente vicepresidenta ministro ministra diputado diputada secretario secretaria alcalde alcaldesa senador senadora ' +
    'presidência vice-presidente deputado deputada secretário secretária relator relatora ' +
    'ministri deputato deputata relatrice segretario sindaco commissario senatore senatrice ' +
    'präsident präsidentin vizepräsident vizepräsidentin alterspräsident minister ministerin bundesminister bundesministerin bundeskanzler bundeskanzlerin ' +
    'staatsminister staatsministerin staatssekretär staatssekretärin abgeordneter abgeordnete senatorin landesrat landesrätin vorsitzender vorsitzende ' +
    'voorzitter staatssecretaris minister-president burgemeester wethouder ' +
    'talman talmannen talmann talsmand formand formanden statsråd statsminister statsministeren ministeren ministern presidenten ordfører ' +
    'puhemies varapuhemies ministeri ' +
    'председатель председательствующий председательствующая министр представитель депутат секретарь ведущий спикер'
  ).split(' '),
);

/** In scripts without blanks or with endings a word of office stands at either end of the label. */
const officeInScript = /主席|议长|議長|委員長|委员长|大臣|部长|总理|総理|参考人|의장|위원장|장관|의원|الرئيس|رئيس/u;

/** Whether the word is one of courtesy or of an office, however it is written. */
export function isCourtesyOrOffice(word: string): boolean {
  const bare = word.toLowerCase().replace(/\.$/, '');
  return courtesies.has(bare) || offices.has(bare);
}

/** Whether the word stands before a name: "Mr.", "Señora". */
export function isCourtesy(word: string): boolean {
  return courtesies.has(word.toLowerCase().replace(/\.$/, ''));
}

/** Whether the label is an office, which another may hold later in the day: "The Deputy Speaker". */
export function isOffice(label: string): boolean {
  const words = label.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return words.some((word) => offices.has(word)) || officeInScript.test(label) || /attorney[ -]general/i.test(label);
}
