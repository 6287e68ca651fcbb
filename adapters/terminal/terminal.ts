/** The terminal as a place to ask: one question a line, with what was asked before in mind. */
import readline from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { questionIn, parseCommand } from '../../src/chat/commands.ts';
import { inEnglish } from '../../src/chat/wording.ts';
import type { ChatAdapter } from '../../src/chat/chat.ts';
import type { Rapporteur } from '../../src/rapporteur.ts';
import { wrap, type Look } from './columns.ts';
import { renderAnswer, renderVerification } from './render-answer.ts';
import { renderSessions, renderSpeakers } from './render.ts';

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
}: TerminalOptions): ChatAdapter & { done: Promise<void> } {
  const history: string[] = [];
  let lines: readline.Interface | null = null;
  let finish: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let inFlight: Promise<void> = Promise.resolve();

  async function reply(line: string): Promise<string> {
    const command = parseCommand(line);
    const question = questionIn(command);
    switch (command.name) {
      case 'ask': {
        const answer = await rapporteur.ask({ text: command.question, history: [...history] });
        history.push(question!);
        history.splice(0, history.length - historyLength);
        return renderAnswer(answer, look);
      }
      case 'stop':
        return renderAnswer(await rapporteur.ask({ text: line }), look);
      case 'commission':
        return renderAnswer(await rapporteur.commission({ text: command.work }), look);
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

  /** Its examples are sure to be answered: they were tried. */
  async function help(): Promise<string> {
    const { text } = await rapporteur.ask({ text: 'help' });
    return wrap(`${text}\n\nCommands: sessions, speakers, verify <quotation>, help, quit`, look);
  }

  async function answerLine(line: string): Promise<void> {
    try {
      output.write(`\n${await reply(line)}\n\n`);
    } catch (error) {
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
