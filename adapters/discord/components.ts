/** What people see on Discord: replies as Components V2, never over a limit. Pure. */
import {
  ComponentType,
  TextInputStyle,
  type APIButtonComponentWithCustomId,
  type APILabelComponent,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISectionComponent,
} from 'discord-api-types/v10';
import {
  answerText,
  panelText,
  verificationText,
  viewAnswer,
  viewVerification,
  type AnswerView,
  type ContextView,
  type VerificationView,
} from '../../src/chat/answer-view.ts';
import { askedText, type QuoteView } from '../../src/chat/quote-view.ts';
import { longestHandedNote } from '../../src/chat/handing.ts';
import { longestNote } from '../../src/chat/collected/asked.ts';
import type { Handed, Panel, PaperFile, Reply } from '../../src/chat/reply.ts';
import { inEnglish, wordsIn, type Words } from '../../src/chat/wording.ts';
import { actionId } from './actions.ts';
import { around, asQuotation, escapeUpTo, inOneLine } from './markup.ts';
import { lineBlocks, paged, textBlock, type Block } from './pages.ts';
import {
  button,
  fileComponent,
  limits,
  row,
  small,
  textDisplay,
  textOfBlock,
  textOfSmallLines,
  type Rendered,
  type Setting,
} from './parts.ts';

/** Turns shown on either side of a quote. */
export const contextAround = 2;

export function renderReply(reply: Reply, setting: Setting): Rendered {
  const say = wordsIn(setting.language ?? (reply.kind === 'answer' ? reply.answer.language : undefined));
  switch (reply.kind) {
    case 'answer': {
      const view = viewAnswer(reply.answer);
      if (reply.handed) return renderHanded(reply, reply.handed, view, setting, say);
      return paged(
        reply.id,
        [...answerBlocks(reply.id, view, say), ...pageBlocks(view, setting, say)],
        answerText(view),
        { ...setting, read: reply.note ?? null },
        reply.isDigest
          ? [button(say('stopMessages'), actionId({ do: 'stop', id: reply.id }))]
          : answerButtons(reply.id, view, setting, say, reply.offersPerson === true),
        say,
      );
    }
    case 'verification': {
      const view = viewVerification(reply.verification);
      return paged(
        reply.id,
        verificationBlocks(reply.id, view, say),
        verificationText(view),
        { ...setting, read: reply.note ?? null },
        [],
        say,
      );
    }
    case 'panel': {
      const { components, file } = renderPanel(reply.panel, reply.id, setting.note ?? null, say);
      const { offersPerson, link = null } = reply;
      const offered =
        offersPerson === undefined || setting.seenBy === 'copy' ? [] : [row([personButton(offersPerson, say)])];
      return { components: [...components, ...linkLine(link, say('personWhere')), ...offered], file };
    }
    case 'paper':
      return withFile(renderPanel(reply.panel, reply.id, setting.note ?? null, say), reply.file, setting.asked ?? null);
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
        : reply.kind === 'panel' || reply.kind === 'paper'
          ? panelText(reply.panel)
          : reply.text;
  const { text, isCut } = escapeUpTo(whole, textOfBlock);
  const file = isCut ? { name: `answer-${reply.id}.txt`, text: whole } : null;
  return { components: [...small(asked), textDisplay(text), ...fileComponent(file)], file };
}

/** The paper in the place of any other file. Discord takes names of Latin letters alone. */
function withFile({ components }: Rendered, { name, base64 }: PaperFile, asked: string | null): Rendered {
  const ending = name.slice(name.lastIndexOf('.'));
  const plain =
    name
      .slice(0, -ending.length)
      .normalize('NFKD')
      .replaceAll(/[^a-z0-9-]/gu, '') || 'paper';
  const file = { name: `${plain}${ending}`, text: Buffer.from(base64, 'base64') };
  const rest = components.filter((part) => part.type !== ComponentType.File);
  return { components: [...small(asked), ...rest, ...fileComponent(file)], file };
}

/** One line, such as what is being done. */
export function renderLine(line: string, { asked = null, note = null }: Partial<Setting> = {}): Rendered {
  return { components: [...small(asked), textDisplay(escapeUpTo(line, textOfBlock).text), ...small(note)], file: null };
}

/** The list, or as much of it as fits with the whole in a file. */
export function renderPanel(panel: Panel, id: string, note: string | null = null, say: Words = inEnglish): Rendered {
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
      ...small(left > 0 ? say('moreInFile', { count: left }) : null),
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
  say: Words = inEnglish,
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
    button(say('earlier'), actionId({ do: 'around', id, key, shift: shift - step }), !view.hasEarlier),
    button(say('later'), actionId({ do: 'around', id, key, shift: shift + step }), !view.hasLater),
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
export function reasonForm(id: string, say: Words = inEnglish): APIModalInteractionResponseCallbackData {
  return {
    custom_id: actionId({ do: 'reason', id }),
    title: say('whatWasWrong'),
    components: [
      {
        type: ComponentType.Label,
        label: say('whatShould'),
        description: say('keptWithQuestion'),
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

/** Which quotes are kept, with what note and tag, and for whom. */
export function keepForm(id: string, say: Words = inEnglish): APIModalInteractionResponseCallbackData {
  const field = (name: string, label: string, most: number): APILabelComponent => ({
    type: ComponentType.Label,
    label,
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      required: false,
      max_length: most,
    },
  });
  return {
    custom_id: actionId({ do: 'keep', id }),
    title: say('keepQuotes'),
    components: [
      field('numbers', say('whichQuotes'), 60),
      field('note', say('aNote'), longestNote),
      field('tag', say('aTag'), 40),
      {
        type: ComponentType.Label,
        label: say('forWhom'),
        component: {
          type: ComponentType.StringSelect,
          custom_id: 'whose',
          options: [
            { label: say('everybodyHere'), value: 'channel', default: true },
            { label: say('meAlone'), value: 'me' },
          ],
        },
      },
    ],
  };
}

function personButton(id: string, say: Words): APIButtonComponentWithCustomId {
  return button(say('askPerson'), actionId({ do: 'person', id }));
}

function linkLine(address: string | null, words: string) {
  const link = linkTo(address, words);
  return link === null ? [] : [textDisplay(`-# ${link}`)];
}

/** Who asks what, and below it the answer. */
function renderHanded(
  { id }: Extract<Reply, { kind: 'answer' }>,
  { panel, link }: Handed,
  view: AnswerView,
  setting: Setting,
  say: Words,
): Rendered {
  const head = [
    `**${inOneLine(escapeUpTo(panel.title, 200).text)}**`,
    ...panel.lines.map((line) => `- ${inOneLine(escapeUpTo(line, 300).text)}`),
  ];
  const where = linkTo(link, say('personWhere'));
  const above = textBlock(escapeLess([...head, ...(where === null ? [] : [where])]), false);
  const buttons = answerButtons(id, view, { ...setting, seenBy: 'direct' }, say, false);
  return paged(id, [above, ...answerBlocks(id, view, say)], answerText(view), setting, buttons, say);
}

/** Lines that are escaped already, as many as one block holds. */
function escapeLess(lines: string[]): string {
  const fitting = lines.findIndex((_, index) => lines.slice(0, index + 1).join('\n').length > textOfBlock);
  return (fitting === -1 ? lines : lines.slice(0, fitting)).join('\n');
}

/** Which question goes to the people of which channel, and who will see it there. */
export function personForm(id: string, sees: string, say: Words = inEnglish): APIModalInteractionResponseCallbackData {
  return {
    custom_id: actionId({ do: 'person', id }),
    title: say('askPerson'),
    components: [
      { type: ComponentType.TextDisplay, content: escapeUpTo(sees, textOfBlock).text },
      {
        type: ComponentType.Label,
        label: say('personNote'),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'note',
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: longestHandedNote,
        },
      },
    ],
  };
}

function answerBlocks(id: string, view: AnswerView, say: Words): Block[] {
  return [
    ...(view.notice === null ? [] : lineBlocks(view.notice, '-# ')),
    ...lineBlocks(view.prose),
    ...view.quotes.map((quote) => quoteBlock(id, quote, say)),
    ...lineBlocks(view.extent ?? ''),
    ...view.report.map((item) => {
      const label = escapeUpTo(item.label, 300);
      const text = escapeUpTo(item.text, textOfBlock - 400);
      return textBlock(`-# ${inOneLine(label.text)}\n${text.text}`, label.isCut || text.isCut);
    }),
    ...(view.related.length === 0 ? [] : [textBlock(`**${escapeUpTo(view.relatedHeading, 200).text}**`, false)]),
    ...view.related.map((quote) => quoteBlock(id, quote, say)),
  ];
}

/** Of an answer that only its asker sees there is no page, and a copy of it has one elsewhere. */
function pageBlocks({ page }: AnswerView, { seenBy }: Setting, say: Words): Block[] {
  const link = seenBy === 'everyone' || seenBy === 'direct' ? linkTo(page, say('onAPage')) : null;
  return link === null ? [] : [textBlock(`-# ${link}`, false)];
}

function verificationBlocks(id: string, view: VerificationView, say: Words): Block[] {
  return [
    ...lineBlocks(view.verdict),
    ...(view.found === null ? [] : [quoteBlock(id, view.found, say)]),
    ...view.differences.map((line) => {
      const { text, isCut } = escapeUpTo(line, textOfBlock - 10);
      return textBlock(`- ${inOneLine(text)}`, isCut);
    }),
    ...(view.formerly === null ? [] : lineBlocks(view.formerly)),
  ];
}

/** The words as they stand in quotation marks, who said them and where, and a button that shows what is around them. */
function quoteBlock(id: string, quote: QuoteView, say: Words): Block {
  const words = escapeUpTo(quote.text, textOfBlock - 800);
  const who = escapeUpTo([quote.mark, quote.speaker].filter((part) => part !== '').join(' '), 150);
  const section = ({ asked, where, found, url, address, key }: QuoteView): APISectionComponent => ({
    type: ComponentType.Section,
    components: [
      textDisplay(
        [
          ...(asked === null ? [] : [`-# ${inOneLine(escapeUpTo(askedText(asked), 300).text)}`]),
          asQuotation(`“${words.text}${words.isCut ? '' : '”'}`),
          [
            `**${inOneLine(who.text)}**`,
            inOneLine(escapeUpTo(where, 200).text),
            found,
            linkTo(url, say('open')),
            linkTo(address, say('readOn')),
          ]
            .filter((part) => part !== null)
            .join(' · '),
        ].join('\n'),
      ),
    ],
    accessory: button(say('context'), actionId({ do: 'context', id, key, shift: 0 })),
  });
  return { component: section(quote), quote: { view: quote, section }, isCut: words.isCut };
}

function linkTo(url: string | null, words: string): string | null {
  // Discord shows no link that is longer than a message may well be.
  if (url === null || url.length > limits.url || !/^https?:\/\/\S+$/.test(url)) return null;
  const closed = endsOfLink.reduce((text, [mark, code]) => text.replaceAll(mark, code), url);
  return `[${words}](<${closed}>)`;
}

/** These would end the link early. */
const endsOfLink = [
  ['(', '%28'],
  [')', '%29'],
  ['<', '%3C'],
  ['>', '%3E'],
] as const;

/** What comes nearest is no answer, and is not judged as one. */
function answerButtons(
  id: string,
  { status, quotes }: AnswerView,
  { seenBy }: Setting,
  say: Words,
  offersPerson: boolean,
): APIButtonComponentWithCustomId[] {
  return [
    ...(seenBy === 'asker' ? [button(say('share'), actionId({ do: 'share', id }))] : []),
    ...(seenBy === 'everyone' ? [button(say('onlyMe'), actionId({ do: 'hide', id }))] : []),
    ...(quotes.length > 0 ? [button(say('keep'), actionId({ do: 'keep', id }))] : []),
    ...(offersPerson ? [personButton(id, say)] : []),
    button(say('helpful'), actionId({ do: 'good', id })),
    button(say(status === 'nearest' ? 'notHelpful' : 'notRight'), actionId({ do: 'bad', id })),
  ];
}
