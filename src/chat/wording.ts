/** Sentences every platform says the same way. Raw text, for people. */
import type { CommissionStep } from '../rapporteur.ts';

export const reading = 'Reading the sessions…';
export const writing = 'Looking everything up, and writing it down…';
/** What a commission may cost, to who asked for it. */
export function atWork({ steps, tokens }: { steps: number; tokens: number }): string {
  return `At work on it, in ${steps} steps and with ${tokens.toLocaleString('en')} tokens at most. “stop” ends it with what it has by then.`;
}

export function stepOfWork({ step, of, tool, tokens }: CommissionStep): string {
  return `${step} of ${of} steps, ${tokens.toLocaleString('en')} tokens: ${tool}…`;
}

export function workDone(used: number, tokens: number): string {
  return `Done with ${used.toLocaleString('en')} of ${tokens.toLocaleString('en')} tokens; each quotation was checked.`;
}

export const stopped = 'It is stopped; what it has by then comes where you asked for it.';

/** Whether a line is to be shown for as long as it holds, and no message of its own. */
export function isPassing(line: string): boolean {
  return line === reading || line === checking || line === writing || /^\d+ of \d+ steps, /u.test(line);
}

export const checking = 'Checking the quotation word by word…';
export const tooLate =
  'I was away when you asked, and it was too long ago to answer unasked. Please ask again if you still want to know.';
export const notAllowedToAsk =
  'Questions here are open to certain people only. An administrator can change that in the settings.';
export const notYours = 'Only the person who asked can open this answer.';
export const notYoursToHide = 'Only the person who asked can take this answer back.';
export const elsewhere = 'This answer belongs to another channel and cannot be opened here.';
export const alreadyShared = 'This answer is open to everyone here already.';
export const expired = 'This answer is no longer kept. Please ask again.';
export const outOfScope = 'This answer rests on sessions that are no longer open here. Please ask again.';
export const noSuchQuote = 'This quote is no longer to be found. Please ask again.';
export const onlyAdministrators =
  'Only administrators, or whom the operator of this bot names, can change the settings.';
export const notAllowedToIngest =
  'Only certain people may add sessions here: administrators, and whom they name in the settings.';

export const cannotReadAbove =
  'I cannot read the message above this one here. Open the menu of that message and choose “Check this quotation”.';

/** What a reply to a question about the message above begins with. */
export function checkedMessage(words: string): string {
  return `Checked, of the message above: “${words}”`;
}

export function readAbove(count: number): string {
  return `To understand the question I read ${count === 1 ? 'the message' : `the ${count} messages`} above it; nothing of that is quoted.`;
}

export function placeInQueue(place: number): string {
  return `Many are asking at the moment: your question is number ${place} in the queue. The answer comes here.`;
}

export function limitReached(questionsPerHour: number): string {
  const questions = questionsPerHour === 1 ? 'the one question' : `the ${questionsPerHour} questions`;
  return `You have asked ${questions} an hour that you may ask here. Please try again later.`;
}

export function failed(reference: string): string {
  return `Sorry, that did not work. If it happens again, tell whoever runs this bot the reference ${reference}.`;
}

/** Sizes in bytes. */
export function tooLarge(name: string, size: number, limit: number): string {
  const [is, most] = [megabytes(size), megabytes(limit)];
  return `${name}: is ${is}, and at most ${most} can be taken; split it, or ask whoever runs this bot to ingest it.`;
}

export function severalSessions(words: string, count: number): string {
  return `“${words}” can mean ${count} sessions; give more of the title:`;
}

export function noSession(words: string): string {
  return `There is no session called “${words}” here. “sessions” lists them.`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`;
}
