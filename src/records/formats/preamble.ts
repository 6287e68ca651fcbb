/** What stands before the words of a transcript: front matter, a title, a date, who was there, notes of an assistant. */
import type { Finding, FindingKind } from '../../session.ts';
import type { LeftOut, SessionDraft } from './format.ts';
import { dayIn } from './session-draft.ts';

export interface Facts {
  title: string;
  date: string | null;
  event: string | null;
  language: string | null;
  /** Address of the recording or page that the record names. */
  address: string | null;
}

/**
 * Takes the lines `key: value` between `---` off the top, as note programs and site makers write them. They become blank
 * lines, so that lines keep their numbers.
 */
export function withoutFrontMatter(text: string): { text: string; facts: Facts; leftOut: LeftOut[] } {
  const facts: Facts = { title: '', date: null, event: null, language: null, address: null };
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const isRule = (line: string | undefined) => /^(?:---|\+\+\+)\s*$/.test(line?.trim() ?? '');
  if (!isRule(lines[first])) return { text, facts, leftOut: [] };
  const end = lines.findIndex((line, at) => at > first && isRule(line));
  const inside = lines.slice(first + 1, end);
  const keyed = inside.filter(
    (line) =>
      /^(?:[\w-]{1,40}\s?[:=](?:\s|$)|\s|-\s|#|[\]}]|\[{1,2}[\w.-]{1,60}\]{1,2}\s*$)/.test(line) || line.trim() === '',
  );
  if (
    end < 0 ||
    end - first > 200 ||
    keyed.length < inside.length ||
    !inside.some((line) => /^[\w-]{1,40}\s?[:=]/.test(line))
  )
    return { text, facts, leftOut: [] };
  for (const [at, line] of inside.entries()) {
    const [, key, written] = /^([\w-]{1,40})\s?[:=]\s*(.*)$/s.exec(line) ?? [];
    const value = unquoted((written ?? '').trim(), inside.slice(at + 1));
    if (key !== undefined && value !== '') takeFact(facts, key.toLowerCase(), value);
  }
  return {
    text: lines.map((line, at) => (at >= first && at <= end ? '' : line)).join('\n'),
    facts,
    leftOut: inside.map((line, at) => ({
      line: first + at + 2,
      text: line.trim(),
      why: /^(?:title|date|event|lang\w*)\b/i.test(line) ? null : 'front matter',
    })),
  };
}

/** A value without its quotes, which in double ones goes on in lines below, with a backslash before what is special. */
function unquoted(written: string, below: string[]): string {
  if (!written.startsWith('"')) return written.replace(/^'(.*)'$/, '$1');
  let whole = written;
  for (const line of below.slice(0, 5)) {
    if (/(?<!\\)"$/.test(whole.slice(1)) || !/^\s/.test(line)) break;
    const broken = whole.endsWith('\\');
    whole = `${broken ? whole.slice(0, -1) : `${whole} `}${line.trim().replace(/^\\(?=\s)/, '')}`;
  }
  return whole
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\_', ' ')
    .replace(/\\(["\\/])/g, '$1');
}

function takeFact(facts: Facts, key: string, value: string): void {
  if (/^(?:title|session|meeting|name)$/.test(key)) facts.title ||= value;
  else if (/^(?:date|held|day|recorded|recorded_at|meeting_date|session_date)$/.test(key)) facts.date ??= dayIn(value);
  else if (/^(?:event|conference|series|show|podcast)$/.test(key)) facts.event ??= value;
  else if (/^(?:lang|language|locale)$/.test(key) && /^[a-z]{2,3}(?:[-_]\w{2,4})?$/i.test(value))
    facts.language ??= value.replace('_', '-');
  else if (
    /^(?:media|video|audio|url|link|source|source_url|recording|page|permalink|youtube)$/.test(key) &&
    /^https?:\/\/\S+$/.test(value)
  )
    facts.address ??= value;
}

/** The page of a session that its record names; places in a recording are seconds, those in a page are words. */
export function pageOf({ address }: Pick<Facts, 'address'>): SessionDraft['page'] {
  if (address === null) return null;
  return {
    address,
    placeBy: /\b(?:watch\?v=|youtu\.be\/|vimeo\.com\/)|\.(?:mp[34]|m4a|webm|ogg)$/i.test(address) ? 'seconds' : 'text',
  };
}

/** Headings of what meeting assistants write about a meeting, and the kind of their items. */
const noteHeads: [RegExp, FindingKind][] = [
  [
    new RegExp(
      String.raw`^(?:(?:ai |meeting |executive |short |detailed |quick |call |session )?(?:summary|recap|overview|synopsis|tl;?dr)|` +
        String.raw`abstract|gist|summary keywords|chapters?(?: (?:and|&) topics)?|outline|details|zusammenfassung|kurzfassung|überblick|` +
        String.raw`résumé|synthèse|compte rendu rapide|resumen|resumo|riassunto|sintesi|samenvatting|sammanfattning|sammendrag|` +
        String.raw`podsumowanie|резюме|краткое содержание|итоги|摘要|总结|会议纪要|要約|요약|ملخص)$`,
    ),
    'summary',
  ],
  [
    new RegExp(
      String.raw`^(?:action items?|actions|next steps?|follow[- ]?ups?|to-?dos?|tasks|suggested next steps|aufgaben|nächste schritte|` +
        String.raw`maßnahmen|actions à mener|prochaines étapes|tareas|acciones|próximos pasos|tarefas|ações|próximos passos|compiti|azioni|` +
        String.raw`prossimi passi|actiepunten|volgende stappen|nästa steg|neste steg|zadania|задачи|следующие шаги|待办事项|下一步|` +
        String.raw`アクションアイテム|次のステップ|다음 단계)$`,
    ),
    'action item',
  ],
  [
    new RegExp(
      String.raw`^(?:(?:key |main |meeting )?(?:decisions?|takeaways?|points?|highlights?|insights?|topics?|outcomes?)|` +
        String.raw`topics? (?:discussed|covered)|discussion points?|notes|bullet points|entscheidungen|beschlüsse|kernpunkte|wichtige punkte|` +
        String.raw`décisions|points clés|decisiones|puntos clave|decisões|pontos principais|pontos-chave|decisioni|punti chiave|besluiten|` +
        String.raw`kernpunten|решения|ключевые моменты|决定|关键要点|主要なポイント)$`,
    ),
    'takeaway',
  ],
  [
    new RegExp(
      String.raw`^(?:(?:open|unresolved|key|outstanding) (?:questions?|issues?)|blockers?|risks|offene (?:fragen|punkte)|questions ouvertes|` +
        String.raw`preguntas abiertas|questões em aberto|domande aperte|open vragen|открытые вопросы|未解决的问题)$`,
    ),
    'unresolved issue',
  ],
];

/** The kind of items under such a heading; null where the words head no notes. */
export function noteHead(words: string): FindingKind | null {
  if (words.length > 60) return null;
  const bare = words
    .toLowerCase()
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .trim();
  return bare.length > 40 ? null : (noteHeads.find(([pattern]) => pattern.test(bare))?.[1] ?? null);
}

/** "Transcript", "Full transcript:", on a line of its own: what follows is what was said. */
export function isTranscriptHead(line: string): boolean {
  return transcriptHead.test(line);
}

const transcriptHead = new RegExp(
  String.raw`^[#*_\s]{0,8}(?:(?:(?:full|raw|meeting|session|complete|automatic|the|call) ){0,2}transcript(?:ion)?(?: text| starts| below)?|` +
    String.raw`(?:vollständiges |automatisches )?transkript(?:ion)?|(?:la )?transcription(?: complète| intégrale)?|(?:la )?transcripción(?: completa)?|` +
    String.raw`(?:a )?transcrição(?: completa)?|(?:la )?trascrizione(?: completa)?|transcriptie|uitschrijving|transkrypcja|стенограмма|` +
    String.raw`расшифровка|транскрипт|文字记录|逐字稿|文字起こし|회의록|نص الاجتماع)\s?[:：*_\s]{0,6}$`,
  'iu',
);

/** An item of notes that an assistant wrote of the meeting. */
export function note(kind: FindingKind, text: string, section: string): Finding {
  return { kind, text, speakers: [], details: [], topics: [], section: [section] };
}

/** Facts of a meeting on lines of their own: "Date: 3 May 2025", "Attendees: …". */
export function factOf(line: string): { key: 'title' | 'date' | 'event' | 'other'; value: string } | null {
  const match = factLine.exec(line);
  if (!match) return null;
  const key = match[1]!.toLowerCase();
  const value = match[2]!.trim().replace(/^(["'])(.*)\1$/, '$2');
  if (/^(?:date|when|datum|fecha|data|дата|日期|日時)$/.test(key)) return { key: 'date', value };
  if (key === 'event') return { key: 'event', value };
  return { key: /^(?:title|session|meeting|subject|topic)$/.test(key) ? 'title' : 'other', value };
}

const factLine = new RegExp(
  String.raw`^[*_]{0,2}(title|session|meeting|subject|topic|date|event|when|attendees|participants|present|invitees|invited|` +
    String.raw`attendance|speakers|guests?|location|venue|place|duration|recording|keywords|summary keywords|host|organi[sz]er|time|` +
    String.raw`language|category|transcript|teilnehmer(?:innen)?|teilnehmende|anwesende?|datum|ort|dauer|présents|lieu|durée|asistentes|` +
    String.raw`participantes|fecha|lugar|duración|presentes|data|local|partecipanti|presenti|luogo|aanwezig(?:en)?|deelnemers|plaats|` +
    String.raw`участники|присутствовали|дата|место|参会人|与会者|参加者|出席者|日期|日時|地点|참석자)[*_]{0,2}\s*[:：][*_]{0,2}\s*(.*)$`,
  'isu',
);
