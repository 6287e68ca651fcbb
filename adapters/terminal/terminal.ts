/** The terminal as a place to ask: one question a line, with what was asked before in mind. */
import readline from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { questionIn, parseCommand } from '../../src/chat/commands.ts';
import { inEnglish } from '../../src/chat/wording.ts';
import type { Answer } from '../../src/answer.ts';
import { collectionIn, collectionPanel, keepQuotes, type ToKeep } from '../../src/chat/collected/asked.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';
import { typedPaper } from '../../src/chat/papers/asked.ts';
import type { ChatAdapter } from '../../src/chat/chat.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { wrap, type Look } from './columns.ts';
import { renderAnswer, renderVerification } from './render-answer.ts';
import { place, seen, user } from './place.ts';
import { renderPanel, renderSessions, renderSpeakers } from './render.ts';
import { renderPaper } from './render-paper.ts';

export interface TerminalOptions {
  rapporteur: Rapporteur;
  input: Readable;
  output: Writable;
  look: Look;
  /** Whether a person types: shows a prompt and a greeting. */
  interactive: boolean;
  /** Called with the cause of a failure and the reference shown for it. */
  onError: (error: unknown, reference: string) => void;
  random: () => number;
  /** Works on what is kept of quotes. */
  chats: <T>(work: (store: Pick<ChatStore, 'collected'>) => Promise<T>) => Promise<T>;
  /** Milliseconds since 1970. */
  clock: () => number;
}

/** Earlier questions given along with each. */
const historyLength = 6;

/** Reads questions until the input ends or \`quit\`; `done` then resolves. */
export function terminalAdapter({
  rapporteur,
  input,
  output,
  look,
  interactive,
  onError,
  random,
  chats,
  clock,
}: TerminalOptions): ChatAdapter & { done: Promise<void> } {
  const history: string[] = [];
  let lines: readline.Interface | null = null;
  let finish: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  /** Whose quotes `keep 1` means. */
  let last: Answer | null = null;
  let inFlight: Promise<void> = Promise.resolve();

  async function reply(line: string): Promise<string> {
    const kept = keptIn(line);
    if (kept) return wrap(await keep(kept), look);
    const command = parseCommand(line);
    const question = questionIn(command);
    switch (command.name) {
      case 'ask': {
        const answer = await rapporteur.ask({ text: command.question, history: [...history] });
        history.push(question!);
        history.splice(0, history.length - historyLength);
        last = answer;
        return renderAnswer(answer, look);
      }
      case 'stop':
        return renderAnswer(await rapporteur.ask({ text: line }), look);
      case 'commission':
        return renderAnswer(await rapporteur.commission({ text: command.work }), look);
      case 'paper': {
        const paper = await typedPaper(command.asked, rapporteur, undefined, new Date(clock()));
        return renderPaper(paper, 'un', look);
      }
      case 'collection': {
        const shown = await chats(async (store) => collectionIn({ store, rapporteur, seen }, place, user, command.tag));
        return renderPanel(collectionPanel(shown, command.tag, '“keep 1 #tag what it is for”, after an answer,'), look);
      }
      case 'uncollect': {
        const isGone = await chats(async (store) => store.collected.remove(command.number, place, user));
        return isGone ? 'It is no longer kept.' : 'There is none of that number; “collection” lists them.';
      }
      case 'verify':
        return renderVerification(await rapporteur.verify(command.quotation), look);
      case 'sessions':
        return renderSessions(await rapporteur.sessions(), look);
      case 'speakers':
        return renderSpeakers(await rapporteur.speakers(command.session ? { session: command.session } : {}), look);
      default:
        return help();
    }
  }

  async function keep(toKeep: ToKeep): Promise<string> {
    const quotes = last?.quotes ?? [];
    const kept = await chats(async (store) => keepQuotes(quotes, toKeep, { store, place, user, now: clock() }));
    return typeof kept === 'string' ? kept : kept.refused;
  }

  /** Its examples are sure to be answered: they were tried. */
  async function help(): Promise<string> {
    const { text } = await rapporteur.ask({ text: 'help' });
    return wrap(
      `${text}\n\nCommands: sessions, speakers, verify <quotation>, brief <matter>, keep <number>, collection, help, quit`,
      look,
    );
  }

  async function answerLine(line: string): Promise<void> {
    try {
      output.write(`\n${await reply(line)}\n\n`);
    } catch (error) {
      // Its message says what is missing.
      if (error instanceof Error && error.name === 'CommandError') {
        output.write(`\n${wrap(error.message, look)}\n\n`);
        return;
      }
      const reference = random().toString(36).slice(2, 8);
      onError(error, reference);
      output.write(`\n${inEnglish('failed', { reference })}\n\n`);
    }
  }

  async function read(from: readline.Interface): Promise<void> {
    let ended = false;
    from.once('close', () => (ended = true));
    // Input that has ended still has lines to answer, but takes no more prompts.
    const prompt = () => {
      if (!ended) from.prompt();
    };
    prompt();
    for await (const line of from) {
      if (/^\s*(?:quit|exit|bye)\s*$/i.test(line)) break;
      if (line.trim() !== '') {
        inFlight = answerLine(line);
        await inFlight;
      }
      prompt();
    }
    from.close();
    finish();
  }

  return {
    name: 'terminal',
    done,
    start: async () => {
      if (interactive) output.write(`${await help()}\n\n`);
      lines = readline.createInterface({
        input,
        output: interactive ? output : undefined,
        terminal: interactive,
        prompt: interactive ? '> ' : '',
      });
      read(lines).catch((error: unknown) => {
        onError(error, 'input');
        finish();
      });
    },
    stop: async () => {
      lines?.close();
      await inFlight;
      finish();
    },
  };
}

/** `keep 1, 3 #costs ask the council`: numbers of quotes, a tag, a note; null where nothing is to be kept. */
function keptIn(line: string): ToKeep | null {
  const [typed, rest = ''] = /^\s*\/?keep(?=\s*$|\s+[\d#])(.*)$/isu.exec(line) ?? [];
  if (typed === undefined) return null;
  const [, numbers = '', tag = '', note = ''] = /^([\d\s,]*)(?:#(\S+))?(.*)$/su.exec(rest)!;
  return { numbers, tag, note, isPrivate: false };
}
