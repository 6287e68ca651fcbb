/** What a message on Discord is made of, and how much of it there may be. Pure. */
import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
} from 'discord-api-types/v10';
import { escapeUpTo, inOneLine } from './markup.ts';

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
  file: { name: string; text: string | Uint8Array } | null;
}

/** Text of one block; several make a page. */
export const textOfBlock = 1800;
/** Kept free on every page for who asked, the note and the rest of what is small. */
export const textOfSmallLines = 500;

export interface Setting {
  /** Who sees the message, which decides which buttons it has. A copy stands in another place than the question and has none. */
  seenBy: 'everyone' | 'asker' | 'direct' | 'copy';
  /** Of its buttons and small words; the answer's own where it is not known of who reads it. */
  language?: string | undefined;
  /** Counted from 0; a page past the end is the last. */
  page?: number;
  /** A small line on top: who asked what, where the chat itself does not show it. */
  asked?: string | null;
  /** A small line below it: what else was read for the reply. */
  read?: string | null;
  /** A small line at the end. */
  note?: string | null;
}

/** A line in small type; nothing where there is none. */
export function small(line: string | null): APITextDisplayComponent[] {
  return line === null || line.trim() === '' ? [] : [textDisplay(`-# ${inOneLine(escapeUpTo(line, 200).text)}`)];
}

export function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: content.trim() === '' ? '…' : content };
}

export function fileComponent(file: Rendered['file']): APIFileComponent[] {
  return file === null ? [] : [{ type: ComponentType.File, file: { url: `attachment://${file.name}` } }];
}

export function button(label: string, customId: string, disabled = false): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: customId,
    ...(disabled ? { disabled } : {}),
  };
}

export function row(
  components: APIButtonComponentWithCustomId[],
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}
