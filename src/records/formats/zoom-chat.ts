/** The chat saved beside a Zoom recording. What people wrote there is not speech, so nothing of it is read as a turn. */
import { notRead, type Format } from './format.ts';

export const zoomChat: Format = {
  name: 'Zoom chat',
  example: '10:00:01\tAna Lind:\tHello.\n10:00:05\tBen Sen:\tHello to you.\n10:00:09\tAna Lind:\tBye.',
  isLastWord: true,
  recognise({ text }) {
    const lines = text
      .slice(0, 40_000)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const messages = lines.filter(isMessage).length;
    // Replies and long messages run over lines without a time.
    return messages > 0 && messages >= lines.length / 3 ? 0.95 : 0;
  },
  parse(source) {
    const messages = source.text.split('\n').filter(isMessage);
    const writers = new Set(messages.map((line) => writerOf(line)));
    return notRead(
      source,
      `this is a chat, not speech (${messages.length} messages by ${writers.size} people), so nobody can be quoted ` +
        `from it; give the transcript or captions of the same meeting instead`,
    );
  },
};

/** `00:05:07<TAB>Name:<TAB>text`, or `00:05:07 From Name to Everyone:` with the text behind or below it. */
function isMessage(line: string): boolean {
  return (
    fromTo.test(line.slice(0, 400)) ||
    (/^\d{2}:\d{2}:\d{2}\t\s*(?:From\s[^\t]{1,200}|[^\t]{1,200}?):?(?:\t|\s*:\s|$)/.test(line.slice(0, 400)) &&
      line.includes('\t'))
  );
}

const fromTo = /^(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d\s+From\s+(\S.{0,150}?)\s+(?:to\s.{1,150}?)?:(?:\s|$)/i;

function writerOf(line: string): string {
  return (
    fromTo.exec(line)?.[1] ??
    line
      .split('\t')[1]!
      .replace(/:$/, '')
      .replace(/^\s*From\s+/, '')
  ).trim();
}
