/**
 * Text as Slack takes it. Whatever people or transcripts said stands in rich text or plain text elements, which
 * Slack shows letter by letter: there is no markup to escape from. Only the plain fallback is escaped.
 */
import type { RichTextElement, RichTextSection } from '@slack/types';

/** Slack's own limits, and below them what is used of the ones that are softer in practice than on paper. */
export const limits = {
  blocksInMessage: 50,
  blocksInView: 100,
  actionsInBlock: 25,
  buttonText: 75,
  buttonValue: 2_000,
  plainText: 3_000,
  contextText: 2_000,
  viewTitle: 24,
  viewMetadata: 3_000,
  optionText: 75,
  optionValue: 150,
  optionsInGroup: 100,
  address: 3_000,
  promptTitle: 75,
  sessionTitle: 200,
  /** Messages of 13,200 characters were refused, and one of 11,341 (bolt-js#2509, #2867). */
  messageText: 10_000,
  /** When even that was refused. */
  shortMessageText: 3_000,
  /** `chat.update` takes 4,000; `&` grows to five characters when it is escaped. */
  fallbackText: 3_500,
  /** More of one quote than this is read in its context. */
  quoteText: 2_500,
  /** Names and titles are far shorter; one that is not must not crowd out the words. */
  nameText: 200,
  /** Of the question a quote replies to. */
  askedText: 400,
  quotesInMessage: 8,
  quotesOnPage: 5,
  viewText: 7_000,
} as const;

/** What stands for `<`, `>` and `&` in Slack's message text, without which names and links could be made of it. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export { cutLabel as cut, cutLabelStart as cutStart } from '../../src/chat/labels.ts';

export function section(elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}

export function plain(text: string): RichTextElement {
  return { type: 'text', text: shown(text) };
}

export function bold(text: string): RichTextElement {
  return { type: 'text', text: shown(text), style: { bold: true } };
}

export function italic(text: string): RichTextElement {
  return { type: 'text', text: shown(text), style: { italic: true } };
}

export function link(url: string, text: string): RichTextElement {
  return { type: 'link', url, text: shown(text) };
}

/** Half characters and control characters make Slack refuse a whole message; an empty text does too. */
export function shown(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd') || ' ';
}

export function isAddress(url: string): boolean {
  return /^https?:\/\//.test(url) && url.length <= limits.address && URL.canParse(url);
}
