/** What a record holds besides speech: what it tells of the sitting, what programs add, and headings. Nobody said any of it. */

/** Why a line without a label is nobody's speech, as `LeftOut.why` says it (`rules` need not be told of); null where it may be speech. */
export function asideOf(line: string): string | null {
  if (line.length < 1000 && isDisclaimer.test(line)) return 'lines of the program that made the record';
  if (/^(?:tellers of the \p{L}+|ayes|noes|yeas|nays|division)\s?:\s/iu.test(line)) return 'votes';
  if (line.length > longestAside) return null;
  if (isRule(line)) return 'rules';
  if (/^<!--.*-->$/.test(line)) return 'lines of the program that made the record';
  if (takesTheChair.test(line)) return 'the sitting’s chair';
  if (/^(?:ayes|noes|yeas|nays|abstentions)[,:]? \d{1,3}$/iu.test(line)) return 'votes';
  if (isMadeByProgram(line)) return 'lines of the program that made the record';
  if (isPageMark(line)) return 'page numbers and running heads';
  if (isBracketed(line)) return 'remarks of the record in brackets';
  if (isProcedure(line)) return procedure;
  return null;
}

export const procedure = 'what the record tells of the sitting';

const longestAside = 400;

/** "IN THE CHAIR: ANA LIND", as the European Parliament has it in all languages. */
const takesTheChair =
  /^(?:in the chair|vorsitz|présidence de|presidencia de|presidenza|presidência|voorzitter|formandskab|puhetta johtaa)\s?:/iu;

/** `---`, `* * *`, `____`: at least three of one mark. */
function isRule(line: string): boolean {
  return /^(?:[-=_*~+·.•—–─━＿═―]\s?){3,}$/.test(line);
}

/** "(Applause)", "[Laughter]", "（拍手）", "... (Interruptions) … *": the whole line, and no name with words of its own inside. */
function isBracketed(given: string): boolean {
  const line = given.replace(/^[.…\s]+(?=\()/, '').replace(/(?<=\))[.…*\s]+$/, '');
  const inside = /^[([（【〔«]([^()（）]*(?:\([^()]*\)[^()（）]*)*)[)\]）】〕»][.。]?$/.exec(line)?.[1];
  return inside !== undefined && interjectionIn(inside) === null;
}

/** Who called and what, in the words of an interjection: "Siv Aune [CDU/CSU]: Doch!"; null where it holds no call. */
export function interjectionIn(inside: string): { label: string; text: string; isCall: boolean } | null {
  const match = /^([^:：]{2,120})[:：]\s*(\S.*)$/su.exec(inside.trim());
  if (!match || !/\p{L}/u.test(match[2]!)) return null;
  const named = match[1]!.replace(callWords, '').replaceAll('[', '(').replaceAll(']', ')').trim();
  // "(Unterbrechung: 12.01 bis 13.00 Uhr)" is no call.
  if (/^\d/.test(match[2]!) || /^(?:unterbrechung|schluss|beginn|note|source|link|end|time)$/iu.test(named))
    return null;
  const isCall = named !== match[1]!.replaceAll('[', '(').replaceAll(']', ')').trim();
  return { label: named === '' ? match[1]!.trim() : named, text: match[2]!, isCall };
}

/** "Zuruf der Abg.", "Zwischenruf des Abgeordneten", "Interruption de": before the name of who called. */
const callWords = new RegExp(
  String.raw`^(?:(?:gegenrufe?|zurufe?|zwischenrufe?|rufe?|weiterer zuruf|weitere zurufe|interruption|interjection|interruzione|exclamation)\s+(?:(?:de[rs]|` +
    String.raw`von|bei|beim|aus|de|del|di|by|from|of|la|le|du)\s+)*)?(?:(?:abg|abgeordnete[nr]?|bundesministerin?|bundesministers?|` +
    String.raw`staatsministerin?)\.?\s+)?`,
  'iu',
);

/** Words that say what a house did, as they begin a remark. */
const doings =
  'blank_audio|no_speech|silence|pausa|pause|' +
  'applause|laughter|cheers|interruption|interjections?|laughs|beifall|heiterkeit|lachen|zurufe?|widerspruch|unruhe|' +
  'applaudissements|rires|exclamations|mouvements|protestations|sourires|murmures|aplausos|risas|rumores|protestas|risos|protestos|vozes|apoiados|' +
  'oklaski|dzwonek|wesołość|poruszenie|potlesk|smích|taps|derültség|zaj|aplauze|rumoare|râsete|munterhed|naurua|suosionosoituksia|' +
  'оплески|шум у залі|χειροκροτήματα|γέλωτες|θόρυβος|διαμαρτυρίες|gülüşmeler|alkışlar|تصفيق|ضحك|掌声|笑声|拍手|박수|웃음소리|' +
  'applausi|commenti|proteste|ilarità|applaus|gelach|rumoer|hilariteit|bifald|latter|uro|applåder|skratt|аплодисменты|смех|шум в зале|шум|оживление';

/** Before, after or, as the houses that write no English have them, between the words of a paragraph: "Thank you. (Applause.)". */
export function withoutRemarks(text: string): { text: string; remarks: string[] } {
  const remarks: string[] = [];
  let words = text.replace(remarkBetween, (match, remark: string, stop: string, at: number) => {
    const before = text.slice(0, at).trimEnd();
    if (before === '' || text.slice(at + match.length).trim() === '') return match;
    remarks.push(remark);
    // Behind words without an end the full stop is theirs.
    return /[.?!…:;,]["”’»)]?$/u.test(before) ? '' : stop;
  });
  for (let found = true; found;) {
    found = false;
    for (const [pattern, isFirst] of [
      [remarkAtEnd, false],
      [remarkFirst, true],
    ] as const) {
      const match = pattern.exec(isFirst ? words.slice(0, longestRemark) : words.slice(-longestRemark));
      if (!match) continue;
      remarks.push(match[0].trim());
      words = isFirst
        ? words.slice(match[0].length).trimStart()
        : words.slice(0, words.length - match[0].length).trimEnd();
      found = words !== '';
    }
  }
  return words === '' ? { text, remarks: [] } : { text: words, remarks };
}

const longestRemark = 200;
const remarkFirst = new RegExp(`^[([（]\\s?(?:${doings})[^()（）\\[\\]:]{0,120}[)\\]）][.]?(?:\\s|$)`, 'iu');
const remarkAtEnd = new RegExp(`(?:^|\\s)[([（]\\s?(?:${doings})[^()（）\\[\\]:]{0,120}[)\\]）][.]?[—–-]?\\s?$`, 'iu');

/** With a capital, as a house has them: who says "(protestas, huelgas)" is speaking. */
const remarkBetween = new RegExp(
  String.raw`\s[([]((?:${[
    'Aplausos|Risas|Rumores|Protestas|Murmullos',
    'Risos|Protestos|Vozes|Apoiados',
    'Applaudissements|Rires|Exclamations|Mouvements|Protestations|Sourires|Murmures',
    'Applausi|Commenti|Proteste|Ilarità|Rumori',
    'Beifall|Lebhafter Beifall|Anhaltender Beifall|Heiterkeit|Lachen|Zurufe?|Widerspruch|Unruhe',
  ].join('|')})(?:[\s,.;—–-][^()[\]:]{0,160})?)[)\]](\.?)(?=\s)`,
  'gu',
);

const time = String.raw`\d{1,2}(?:[.:h]\s?\d{2})?`;

/** What a record tells of a sitting, in a paragraph of its own, by how it begins. */
const procedures = [
  // English
  String.raw`it (?:is|was) so decided`,
  String.raw`the (?:meeting|sitting|session|hearing|house|committee|assembly|senate|council|` +
    String.raw`lok sabha|rajya sabha) (?:then )?(?:rose|met|adjourned|resumed|recessed|divided|` +
    String.raw`(?:was|were) (?:then )?(?:called to order|suspended|resumed|adjourned|closed|opened))(?:\.?$|,|:| (?:at|until|till|on|from|` +
    String.raw`for|to|shortly|again|accordingly|in)\b)`,
  String.raw`(?:house|sitting|meeting|debate|committee|session|business) (?:adjourned|suspended|resumed|recessed|interrupted|rose|closed|concluded|divided)`,
  String.raw`(?:a|the) (?:recorded |roll-call |formal )?vote was taken`,
  String.raw`an? (?:party|personal|voice|division|recorded|electronic|roll-?call) (?:vote |division )?(?:was|having been) ` +
    String.raw`(?:called|taken|demanded|held)`,
  // The US Congress
  String.raw`the (?:previous )?question was (?:taken|put|ordered)`,
  String.raw`the yeas and nays (?:were|have been) ordered`,
  String.raw`the (?:legislative |bill |reading )?clerk (?:read|called|designated|announced)\b`,
  String.raw`the (?:bill|amendment|resolution|motion|concurrent resolution|joint resolution|conference report|journal|nomination)s?` +
    String.raw`(?:, as amended,)? (?:was|were) (?:ordered|agreed to|read|passed|rejected|laid|tabled|confirmed|approved)\b`,
  String.raw`(?:a motion to reconsider|the result) was (?:laid|announced)\b`,
  String.raw`so \(?(?:two-thirds|the (?:bill|motion|amendment|resolution|previous question))\b.{0,120}\b(?:agreed to|passed|rejected|ordered)`,
  String.raw`(?:accordingly|thereupon|whereupon),? .{0,100}\b(?:recessed|adjourned|agreed to|passed)\b`,
  String.raw`there was no objection\.?$`,
  String.raw`the agenda was adopted`,
  String.raw`(?:main |original )?(?:questions?|motions?|amendments?|bills?|clauses?|schedules?|leave|resolution|standing orders?)` +
    String.raw`(?: \d{1,3}| as amended| \d{1,3} to \d{1,3})?,? (?:was |were |is |be |to be |accordingly |again |thus |therefore )?(?:put|agreed to|` +
    String.raw`negatived|carried|defeated|granted|withdrawn|lost|passed|read (?:a|the) (?:first|second|third) time|adopted|rejected|` +
    String.raw`resolved in the affirmative)`,
  String.raw`(?:the )?(?:ayes?|noes?|yeas|nays|in favour|in favor|against|abstaining|abstentions|tellers)[ :,]{1,3}[\d(]`,
  String.raw`resolved in the (?:affirmative|negative)`,
  String.raw`(?:mr|mrs|ms|dr|sir|the)\b.{0,60} (?:took|resumed|in) the chair`,
  String.raw`order in council|royal assent|prayers`,
  String.raw`(?:several|some|many) (?:hon(?:ou?rable|\.)? )?members rose(?:\s?[—–-]|$|\.| to)`,
  String.raw`(?:first|second|third) readings? (?:agreed to|carried|negatived|postponed)`,
  String.raw`the (?:senior |assistant |bill |legislative |reading ){0,3}clerk proceeded to`,
  String.raw`(?:the (?:hon(?:ou?rable|\.)? )?(?:member|senator|gentleman|lady)\b.{0,60}|(?:mr|mrs|ms|dr|senator)\b.{1,60}) ` +
    String.raw`(?:then|thereupon|accordingly) (?:left|withdrew|retired)(?: from)?(?: the (?:chamber|house|room|hall))?\.?$`,
  String.raw`ordered[,:]? (?:that\b.{2,160}\b(?:be|do|lie)\b|to (?:be|lie)\b)`,
  // French, Spanish, Italian, Portuguese, Dutch, German: where a time or a result tells that the record speaks
  String.raw`la séance(?:,.{0,80},)? est (?:ouverte|levée|suspendue|reprise)(?:,.{0,80},)? à ${time}`,
  String.raw`(?:l[’']amendement|l[’']article|la motion|le sous-amendement|l[’']ensemble).{0,80} (?:n[’']est pas|est) (?:adoptée?|rejetée?|retirée?)`,
  String.raw`il en est ainsi (?:décidé|ordonné)`,
  String.raw`se (?:abre|levanta|suspende|reanuda) la sesión a (?:las?|l[ao]s) `,
  String.raw`(?:son|eran) las? .{3,60}(?:mañana|tarde|noche|horas)`,
  String.raw`la seduta.{0,60} (?:comincia|inizia|termina|è sospesa|è ripresa|riprende) alle `,
  String.raw`eram \d{1,2} horas`,
  String.raw`de (?:vergadering|beraadslaging) wordt (?:van .{0,60} )?(?:geschorst|gesloten|geopend|heropend)`,
  String.raw`(?:schluss|beginn|unterbrechung)(?: der sitzung)?:? ${time} uhr`,
  String.raw`(?:aanvang|sluiting|schorsing|heropening|einde)(?: van de vergadering)?:? ${time} uur`,
  String.raw`заседание (?:открывается|закрывается|прерывается|возобновляется) в `,
  // Argentina: "–Varios señores diputados hablan a la vez."
  String.raw`[–—-] ?(?:en|a|al|se|son|eran|siendo|varios|varias|ocupa|asume|contenido|murmullos|manifestaciones|luego de|puesto a) .{3,}\.$`,
  String.raw`(?:överläggningen|debatten|överläggningarna) (?:var|är) (?:härmed )?avslutad`,
  String.raw`(?:møtet|mødet|sammanträdet|kokous|täysistunto) (?:hevet|slutt|hævet|avslutades|ajournerades|päättyi|päättyy)`,
  String.raw`(?:午前|午後|正午).{0,12}(?:開議|散会|休憩|開会|閉会|延会)`,
];
const isProcedureLine = new RegExp(`^(?:${procedures.join('|')})`, 'iu');
/** "Mr Aune interjecting—", "Opposition members interjecting—", "Honourable senators: Hear, hear" are told by how they end. */
const interjecting = /^.{2,80}\s(?:interjecting|interrupting|interjected|dissenting)\s?(?:[—–-]{1,3}|\.)?$/iu;
/** "A lamp having fallen in the gallery—" is no sentence, and nobody is interrupted in it: its only verb is a participle. */
const happened = new RegExp(
  String.raw`^(?:an?|the|some|several|many|honou?rable|mr|mrs|ms|dr|senator)\b[^.?!,;:]{1,100}\shaving (?:(?:been|then|again|twice) )?` +
    String.raw`(?:\p{L}{1,20}ed|risen|taken|spoken|left|made|given|gone|withdrawn|broken|come|fallen|begun|thrown|held)\b[^.?!,;:]{0,100}[—–]$`,
  'iu',
);
const finite =
  /\b(?:am|is|are|was|were|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|i|we|you|my|our|your|that|which|who)\b/iu;
/** "Aplausos do PS.", "Beifall bei der SPD": a short line that begins with what a house did. */
const doing = new RegExp(`^(?:${doings})(?:[\\s,.(].{0,160})?$`, 'iu');

function isProcedure(line: string): boolean {
  if (line.length > 220) return false;
  return (
    isProcedureLine.test(line) ||
    interjecting.test(line) ||
    (happened.test(line) && !finite.test(line)) ||
    (line.length < 160 && doing.test(line) && !/[!?]$/.test(line))
  );
}

/** Lines that meeting tools, sites and stenographers put around a transcript, by how they begin. */
const programLines = [
  String.raw`transcri(?:bed|ption|pt) (?:by|with|from|ended|started|stopped|generated|created|was|is (?:auto|machine|computer)|powered)\b`,
  String.raw`(?:this|the) (?:(?:editable|automatic|auto-generated|rough|above) )?(?:transcript(?:ion)?|text|document|page|file|` +
    String.raw`meeting) (?:was|is|has been|may|might|could) (?:(?:be|also|been) )?(?:auto|computer|machine|generated|created|edited|` +
    String.raw`produced|provided|contain|recorded|transcribed|exported|being recorded)`,
  String.raw`(?:meeting|recording|call|session|captioning|captions|webinar|broadcast) (?:has |have |is |are )?` +
    String.raw`(?:ended|started|stopped|begins?|ends?|concluded|finished)(?: (?:after|at|on)\b.*)?\.?$`,
  String.raw`\S.{0,60} (?:${[
    String.raw`(?:started|stopped) (?:transcription|recording)$`,
    // Teams in other languages.
    String.raw`hat die (?:transkription|aufzeichnung|aufnahme) (?:gestartet|begonnen|beendet|angehalten)\.?$`,
    String.raw`a (?:démarré|commencé|lancé|arrêté|terminé) (?:la transcription|l[’']enregistrement)\.?$`,
    String.raw`(?:(?:ha )?(?:inici|deten|finaliz)\p{L}{1,4}|detuvo) la (?:transcripción|grabación)\.?$`,
    String.raw`(?:inici|interromp|par|encerr)\p{L}{1,4} a (?:transcrição|gravação)\.?$`,
    String.raw`ha (?:avviato|interrotto|arrestato) la (?:trascrizione|registrazione)\.?$`,
    String.raw`heeft de (?:transcriptie|opname) (?:gestart|gestopt|beëindigd)\.?$`,
  ].join('|')})`,
  String.raw`(?:view|watch|listen to|download|play)(?: the| this)? (?:recording|video|audio|transcript|full transcript)\b`,
  String.raw`(?:end|begin|beginning|start|conclusion) of (?:(?:the|this|auto-generated|live|real-time) )?` +
    String.raw`(?:transcript|transcription|captioning|captions?|recording|` +
    String.raw`audio|video|tape|meeting|interview|session|file)\b`,
  String.raw`\[?(?:end|music|silence|blank_audio|no audio|pause)\]?$`,
  String.raw`end\s{1,60}\d{1,2}[:.]\d{2}\s?[ap]\.?m`,
  // Times for who listens to the page.
  String.raw`(?:\d{1,3} (?:hours?|stunden?|heures?|horas?),? )?(?:\d{1,2} minut\p{L}{1,2},? )?` +
    String.raw`\d{1,2} (?:seconds?|sekunden?|secondes?|segundos?)$`,
  String.raw`ai[- ]generated content (?:may|might|can) be (?:inaccurate|incorrect)`,
  String.raw`ki-generierte inhalte können fehlerhaft sein`,
  String.raw`le contenu généré par l[’']ia peut être incorrect`,
  String.raw`el contenido generado por ia puede ser incorrecto`,
  String.raw`disclaimer ?:`,
  String.raw`powered by \S`,
  String.raw`(?:screen sharing|highlight|bookmark|clip): .{0,200} - watch: https?:`,
  String.raw`(?:created|generated|recorded|produced|exported) (?:by|with|from|using) \S`,
  // "(c) when the road is mended" is a point of a question.
  String.raw`(?:copyright|©) |\(c\) (?:19|20)\d\d\b`,
  String.raw`all rights reserved`,
  String.raw`(?:back to|return to|go to) (?:the )?top$`,
  String.raw`from the congressional record online\b`,
  String.raw`\{time\}\s{1,40}\d{3,4}$`,
  String.raw`duration: \d{1,3} min`,
];
const isProgramLine = new RegExp(`^(?:${programLines.join('|')})`, 'iu');

/** What is printed over or under transcripts, at greater length. */
const isDisclaimer = new RegExp(
  `^(?:note: )?(?:${[
    String.raw`the following (?:is|are) (?:the )?outputs? (?:of|resulting from)`,
    String.raw`although (?:the|this) transcription is largely accurate`,
    String.raw`this (?:text|file|transcript) is (?:being )?provided in (?:a )?rough draft`,
    String.raw`this text, document,? or file is based on live`,
    String.raw`(?:this|the) (?:transcript|text) (?:was|has been) (?:produced|prepared|provided) (?:by|from|using|as) [^.]{0,120}` +
      String.raw`(?:caption|court reporter|automatic)`,
  ].join('|')})`,
  'iu',
);

function isMadeByProgram(line: string): boolean {
  return line.length < 300 && isProgramLine.test(line);
}

/** Page numbers, as they stand alone: "Page 3 of 12", "- 12 -", "[[Page S101]]", "2/12". */
function isPageMark(line: string): boolean {
  return (
    isRunningHead(line) ||
    /^\d{1,2}\.\d{2}$/.test(line) ||
    /^(?:\d{1,2} \p{L}{3,9} \d{4}\s?:\s?)?column \d{1,5}(?:WH|WS|W)?$/iu.test(line) ||
    /^(?:kl|klo|klokken)\.? \d{1,2}[.:]\d{2}$/iu.test(line) ||
    /^\[\[?page [A-Z]?\d{1,6}\]?\]$/iu.test(line) ||
    dayAlone.test(line) ||
    /^\d{1,2}[:.]\d{2} ?[ap]\.? ?m\.?(?: [A-Z]{2,4})?$/iu.test(line) ||
    /^(?:[-–—]\s?)?(?:page|p\.|seite|página|pagina|стр\.)?\s?\d{1,4}(?:\s?(?:\/|of|de|von|sur|из)\s?\d{1,4})?(?:\s?[-–—])?$/iu.test(
      line,
    )
  );
}

/** A day or a number at one side of a page, and a title in capitals at another: "May 14, 2025      DEBATES      2". */
function isRunningHead(line: string): boolean {
  const parts = line.length > 200 || !/\s{3}|\t/.test(line) ? [] : line.split(/\s{3,}|\t+/);
  const isPlaced = (part: string) => dayAlone.test(part) || /^(?:page )?\d{1,4}$/iu.test(part);
  return (
    parts.length > 1 && parts.some(isPlaced) && parts.every((part) => isPlaced(part) || !/\p{Ll}|[.?!:]$/u.test(part))
  );
}

/** "Wednesday, 14th May, 2025", "May 14, 2025 79" over a page. */
const dayAlone = new RegExp(
  String.raw`^(?:\d{1,4} )?(?:\p{Lu}\p{Ll}{3,9},? )?(?:\d{1,2} ?(?:st|nd|rd|th)? \p{Lu}\p{Ll}{2,8}|` +
    String.raw`\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:st|nd|rd|th)?),? (?:19|20)\d{2}(?: \d{1,4})?$`,
  'u',
);

/** A heading in capitals, in a record that is not all in capitals: "NOTICES OF MOTION". */
export function isInCapitals(line: string): boolean {
  return (
    line.length <= 200 &&
    !/\p{Ll}/u.test(line) &&
    /\p{Lu}{4}/u.test(line) &&
    !/[.!?…:;,]["”’)]?$/u.test(line) &&
    /^[\p{L}\d“"(]/u.test(line)
  );
}
