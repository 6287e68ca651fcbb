/** What people see on Discord: replies as Components V2, never over a limit. Pure. */
import {
  ButtonStyle,
  ComponentType,
  TextInputStyle,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISectionComponent,
  type APITextDisplayComponent,
} from 'discord-api-types/v10';
import {
  answerText,
  page as pageOf,
  panelText,
  verificationText,
  viewAnswer,
  viewVerification,
  type AnswerView,
  type ContextView,
  type QuoteView,
  type VerificationView,
} from '../../src/chat/answer-view.ts';
import type { Panel, Reply } from '../../src/chat/reply.ts';
import { actionId } from './actions.ts';

/** Discord's limits, in pieces or in characters (counted here as UTF-16 units, which are never fewer). */
export const limits = {
  /** Components of a message, nested ones and accessories counted. */
  components: 40,
  /** Text of a message, over all its text displays. */
  text: 4000,
  buttonsInRow: 5,
  customId: 100,
  label: 80,
  url: 512,
  choices: 25,
  choice: 100,
  selectOptions: 25,
  selectOption: 100,
  selectPlaceholder: 150,
  fieldLabel: 45,
  fieldDescription: 100,
  threadName: 100,
  nonce: 25,
} as const;

/** One message. Its file, where it has one, is already referred to by a component. */
export interface Rendered {
  components: APIMessageTopLevelComponent[];
  file: { name: string; text: string } | null;
}

export interface Setting {
  /** Who sees the message, which decides which buttons it has. A copy stands in another place than the question and has none. */
  seenBy: 'everyone' | 'asker' | 'direct' | 'copy';
  /** Counted from 0; a page past the end is the last. */
  page?: number;
  /** A small line on top: who asked what, where the chat itself does not show it. */
  asked?: string | null;
  /** A small line at the end. */
  note?: string | null;
}

/** Turns shown on either side of a quote. */
export const contextAround = 2;

export function renderReply(reply: Reply, setting: Setting): Rendered {
  switch (reply.kind) {
    case 'answer': {
      const view = viewAnswer(reply.answer);
      return paged(reply.id, answerBlocks(reply.id, view), answerText(view), setting, answerButtons(reply.id, setting));
    }
    case 'verification': {
      const view = viewVerification(reply.verification);
      return paged(reply.id, verificationBlocks(reply.id, view), verificationText(view), setting, []);
    }
    case 'panel':
      return renderPanel(reply.panel, reply.id, setting.note ?? null);
    default:
      return renderLine(reply.text, setting);
  }
}

/** The same in the plainest way, should Discord refuse what `renderReply` made of it. */
export function renderPlain(reply: Reply, { asked = null }: Setting): Rendered {
  const whole =
    reply.kind === 'answer'
      ? answerText(viewAnswer(reply.answer))
      : reply.kind === 'verification'
        ? verificationText(viewVerification(reply.verification))
        : reply.kind === 'panel'
          ? panelText(reply.panel)
          : reply.text;
  const { text, isCut } = escapeUpTo(whole, textOfBlock);
  const file = isCut ? { name: `answer-${reply.id}.txt`, text: whole } : null;
  return { components: [...small(asked), textDisplay(text), ...fileComponent(file)], file };
}

/** One line, such as what is being done. */
export function renderLine(line: string, { asked = null, note = null }: Partial<Setting> = {}): Rendered {
  return { components: [...small(asked), textDisplay(escapeUpTo(line, textOfBlock).text), ...small(note)], file: null };
}

/** The list, or as much of it as fits with the whole in a file. */
export function renderPanel(panel: Panel, id: string, note: string | null = null): Rendered {
  const lines = panel.lines.map((line) => escapeUpTo(line, textOfBlock / 4));
  const title = `**${escapeUpTo(panel.title, 200).text}**`;
  let room = limits.text - textOfSmallLines - title.length;
  const fitting = lines.findIndex((line) => (room -= line.text.length + '\n- '.length) < 0);
  const shown = fitting < 0 ? lines : lines.slice(0, fitting);
  const isWhole = fitting < 0 && lines.every((line) => !line.isCut);
  const file = isWhole ? null : { name: `list-${id}.txt`, text: panelText(panel) };
  const left = lines.length - shown.length;
  return {
    components: [
      textDisplay([title, ...shown.map((line) => `- ${line.text}`)].join('\n')),
      ...small(left > 0 ? `and ${left} more in the file` : null),
      ...fileComponent(file),
      ...small(note),
    ],
    file,
  };
}

/** The turns around a quote, whose words stay in sight where its turn is long. */
export function renderContext(
  view: ContextView,
  { id, key, shift }: { id: string; key: string; shift: number },
): Rendered {
  const step = contextAround * 2 + 1;
  // The quoted turn may take as much as three others.
  const room = Math.floor((limits.text - textOfSmallLines) / (step + 2)) - 180;
  const turns = view.turns.map((turn) => {
    const head = `**${escapeUpTo(turn.speaker, 100).text}** · ${escapeUpTo(turn.where, 60).text}`;
    const text = turn.isQuoted
      ? asQuotation(around(turn.text, turn.quoted, room * 3 - 40))
      : escapeUpTo(turn.text, room).text;
    return textDisplay(`${head}\n${text}`);
  });
  const buttons = [
    button('Earlier', actionId({ do: 'around', id, key, shift: shift - step }), !view.hasEarlier),
    button('Later', actionId({ do: 'around', id, key, shift: shift + step }), !view.hasLater),
  ];
  return {
    components: [
      textDisplay(`**${escapeUpTo(view.heading, 200).text}**`),
      ...turns,
      ...(view.hasEarlier || view.hasLater ? [row(buttons)] : []),
    ],
    file: null,
  };
}

/** A row of buttons: label and what each does. */
export function renderButtons(buttons: [label: string, customId: string][]): APIMessageTopLevelComponent {
  return row(buttons.map(([label, customId]) => button(label, customId)));
}

/** Asks what was not right about an answer. */
export function reasonForm(id: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: actionId({ do: 'reason', id }),
    title: 'What was not right?',
    components: [
      {
        type: ComponentType.Label,
        label: 'What should the answer have said?',
        description: 'Kept with the question and the answer, for whoever runs this bot.',
        component: {
          type: ComponentType.TextInput,
          custom_id: 'reason',
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: 1000,
        },
      },
    ],
  };
}

/** Text of people and transcripts so that Discord shows it as it stands: no markup, mention, link or emoji comes of it. */
export function escapeText(text: string): string {
  return (
    text
      .replace(/[\\*_~`|<>@[\]():#]/g, String.raw`\$&`)
      // At the start of a line these would make a list, which Discord would number anew.
      .replace(/^([^\S\n]*)(?=[-+]\s)/gm, '$1\\')
      .replace(/^([^\S\n]*\d{1,9})(?=\.\s)/gm, '$1\\')
  );
}

/** Escaped, and where it is longer than `most` cut between words with an ellipsis. */
export function escapeUpTo(text: string, most: number): { text: string; isCut: boolean } {
  const end = fittingEnd(text, most);
  return end === text.length
    ? { text: escapeText(text), isCut: false }
    : { text: `${escapeText(text.slice(0, end))} …`, isCut: true };
}

/** Text of one block; several make a page. */
const textOfBlock = 1800;
/** Kept free on every page for who asked, the note and the rest of what is small. */
const textOfSmallLines = 500;
/** Kept free on every page for buttons, the file and small lines. */
const componentsOfFrame = 16;
/** More would be a wall of text: the others are a button away. */
const quotesOfPage = 4;

/** Part of a reply that stays on one page. */
interface Block {
  component: APITextDisplayComponent | APISectionComponent;
  isQuote: boolean;
  isCut: boolean;
}

function paged(
  id: string,
  blocks: Block[],
  whole: string,
  setting: Setting,
  buttons: APIButtonComponentWithCustomId[],
): Rendered {
  const pages = inPages(blocks);
  const {
    items: [shown = []],
    page,
    pages: count,
  } = pageOf(pages, setting.page ?? 0, 1);
  const isFirst = page === 0;
  const file =
    isFirst && (count > 1 || blocks.some((block) => block.isCut)) ? { name: `answer-${id}.txt`, text: whole } : null;
  const hasMoreQuotes = pages.slice(page + 1).some((blocksOfPage) => blocksOfPage.some((block) => block.isQuote));
  const isCopy = setting.seenBy === 'copy';
  const turning =
    count === 1 || isCopy
      ? []
      : [
          row([
            button('Back', actionId({ do: 'page', id, page: page - 1 }), isFirst),
            button(
              `${hasMoreQuotes ? 'More quotes' : 'More'} (page ${page + 1} of ${count})`,
              actionId({ do: 'page', id, page: page + 1 }),
              page === count - 1,
            ),
          ]),
        ];
  return {
    components: [
      ...small(setting.asked ?? null),
      ...shown.flatMap(({ component }) =>
        isCopy && component.type === ComponentType.Section ? component.components : [component],
      ),
      ...fileComponent(file),
      ...small(setting.note ?? null),
      ...turning,
      ...(isFirst && !isCopy && buttons.length > 0 ? [row(buttons)] : []),
    ],
    file,
  };
}

function inPages(blocks: Block[]): Block[][] {
  const pages: Block[][] = [[]];
  let room = { text: 0, components: 0, quotes: 0 };
  for (const block of blocks) {
    const { component } = block;
    const needs = {
      text: textIn(component).length,
      components: component.type === ComponentType.Section ? 3 : 1,
      quotes: block.isQuote ? 1 : 0,
    };
    if (room.text < needs.text || room.components < needs.components || room.quotes < needs.quotes) {
      if (pages.at(-1)!.length > 0) pages.push([]);
      room = {
        text: limits.text - textOfSmallLines,
        components: limits.components - componentsOfFrame,
        quotes: quotesOfPage,
      };
    }
    pages.at(-1)!.push(block);
    room = {
      text: room.text - needs.text,
      components: room.components - needs.components,
      quotes: room.quotes - needs.quotes,
    };
  }
  return pages;
}

function answerBlocks(id: string, view: AnswerView): Block[] {
  return [
    ...(view.notice === null ? [] : lineBlocks(view.notice, '-# ')),
    ...lineBlocks(view.prose),
    ...view.quotes.map((quote) => quoteBlock(id, quote)),
    ...view.report.map((item) => {
      const label = escapeUpTo(item.label, 300);
      const text = escapeUpTo(item.text, textOfBlock - 400);
      return textBlock(`-# ${inOneLine(label.text)}\n${text.text}`, label.isCut || text.isCut);
    }),
    ...(view.related.length === 0 ? [] : [textBlock('**Spoken of elsewhere**', false)]),
    ...view.related.map((quote) => quoteBlock(id, quote)),
  ];
}

function verificationBlocks(id: string, view: VerificationView): Block[] {
  return [
    ...lineBlocks(view.verdict),
    ...(view.found === null ? [] : [quoteBlock(id, view.found)]),
    ...view.differences.map((line) => {
      const { text, isCut } = escapeUpTo(line, textOfBlock - 10);
      return textBlock(`- ${inOneLine(text)}`, isCut);
    }),
  ];
}

/** The words as they stand in quotation marks, who said them and where, and a button that shows what is around them. */
function quoteBlock(id: string, quote: QuoteView): Block {
  const words = escapeUpTo(quote.text, textOfBlock - 800);
  const who = escapeUpTo([quote.mark, quote.speaker].filter((part) => part !== '').join(' '), 150);
  const where = escapeUpTo(quote.where, 200);
  // The closing bracket would end the link early; Discord shows no link that is longer than a message may well be.
  const link =
    quote.url === null || quote.url.length > limits.url || !/^https?:\/\/\S+$/.test(quote.url)
      ? ''
      : ` · [open](<${quote.url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('<', '%3C').replaceAll('>', '%3E')}>)`;
  const text = `${asQuotation(`“${words.text}${words.isCut ? '' : '”'}`)}\n**${inOneLine(who.text)}** · ${inOneLine(where.text)}${link}`;
  return {
    component: {
      type: ComponentType.Section,
      components: [textDisplay(text)],
      accessory: button('Context', actionId({ do: 'context', id, key: quote.key, shift: 0 })),
    },
    isQuote: true,
    isCut: words.isCut,
  };
}

function answerButtons(id: string, { seenBy }: Setting): APIButtonComponentWithCustomId[] {
  return [
    ...(seenBy === 'asker' ? [button('Show to everyone', actionId({ do: 'share', id }))] : []),
    ...(seenBy === 'everyone' ? [button('Only me', actionId({ do: 'hide', id }))] : []),
    button('Helpful', actionId({ do: 'good', id })),
    button('Not right', actionId({ do: 'bad', id })),
  ];
}

/** Text of any length in blocks, parted between paragraphs, then lines, then words. */
function lineBlocks(text: string, prefix = ''): Block[] {
  const blocks: Block[] = [];
  for (let rest = text.trim(); rest !== '';) {
    const end = fittingEnd(rest, textOfBlock);
    const paragraph = end === rest.length ? -1 : rest.lastIndexOf('\n', end);
    const cut = paragraph > 0 ? paragraph : end;
    blocks.push(textBlock(prefix + escapeText(rest.slice(0, cut).trimEnd()), false));
    rest = rest.slice(cut).trimStart();
  }
  return blocks;
}

/** Where to cut `text` so that it is at most `most` characters once escaped, an ellipsis included: its length where it need not be cut. */
function fittingEnd(text: string, most: number): number {
  if (shownLength(text) <= most) return text.length;
  let [fits, exceeds] = [0, text.length];
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2);
    if (shownLength(text.slice(0, middle)) <= most - ' …'.length) fits = middle;
    else exceeds = middle;
  }
  const from = Math.max(0, fits - 60);
  const betweenWords = text.slice(from, fits + 1).search(/\s\S*$/);
  if (betweenWords > 0) return from + betweenWords;
  // Never between the halves of a surrogate pair.
  return fits > 1 && /[\uD800-\uDBFF]/.test(text.charAt(fits - 1)) ? fits - 1 : Math.max(fits, 1);
}

/** Characters of a text once it is escaped and, at worst, every line of it begins with a mark. */
function shownLength(text: string): number {
  return escapeText(text).length + 2 * (text.split('\n').length - 1);
}

/** A long text from somewhat before the words, both ends cut where they must be. */
function around(text: string, words: { start: number; end: number } | null, most: number): string {
  if (words === null || shownLength(text) <= most) return escapeUpTo(text, most).text;
  const spare = Math.max(0, most - shownLength(text.slice(words.start, words.end)));
  // However much of it is escaped, a ninth of what is spare leaves room for the words themselves.
  const wanted = words.start - Math.floor(spare / 9);
  const space = text.indexOf(' ', wanted);
  const start = wanted <= 0 ? 0 : space >= 0 && space < words.start ? space + 1 : words.start;
  return `${start > 0 ? '… ' : ''}${escapeUpTo(text.slice(start), most - 2).text}`;
}

function asQuotation(escaped: string): string {
  return escaped.replace(/^/gm, '> ');
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function small(line: string | null): APITextDisplayComponent[] {
  return line === null || line.trim() === '' ? [] : [textDisplay(`-# ${inOneLine(escapeUpTo(line, 200).text)}`)];
}

function textBlock(text: string, isCut: boolean): Block {
  return { component: textDisplay(text), isQuote: false, isCut };
}

function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: content.trim() === '' ? '…' : content };
}

function textIn(component: APITextDisplayComponent | APISectionComponent): string {
  return component.type === ComponentType.TextDisplay
    ? component.content
    : component.components.map(({ content }) => content).join('');
}

function fileComponent(file: Rendered['file']): APIFileComponent[] {
  return file === null ? [] : [{ type: ComponentType.File, file: { url: `attachment://${file.name}` } }];
}

function button(label: string, customId: string, disabled = false): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: customId,
    ...(disabled ? { disabled } : {}),
  };
}

function row(components: APIButtonComponentWithCustomId[]): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}
