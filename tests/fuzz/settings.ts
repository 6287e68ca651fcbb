/** Settings of the environment, and what places in a chat are set to by its forms and typed commands. */
import { array, constantFrom, dictionary, oneof, record, string, type Arbitrary } from 'fast-check';
import { parseCommand } from '../../src/chat/commands.ts';
import { ConfigError, readConfig, settings } from '../../src/config.ts';
import { readReply, cutPrompt, freePrompt, standAlonePrompt, vouchPrompt } from '../../src/answering/model/prompt.ts';
import { holds, kindOf, type Kind } from './kind.ts';

export function settingKinds(): Kind[] {
  return [
    kindOf('settings', environments, checkEnvironment),
    kindOf('typed commands', typed, checkCommand),
    kindOf('replies of a model, as text', replies, checkReply),
  ];
}

const values = oneof(
  string({ maxLength: 60 }),
  constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e9',
    'NaN',
    'true',
    'no',
    'built-in',
    'local:',
    'local:a/b',
    'cut',
    'free',
    'http://',
    'xoxb-1',
  ),
  constantFrom(
    'http://127.0.0.1:9/v1',
    'http://me:secret@host/v1',
    'anthropic:',
    'anthropic:x',
    ':',
    'a:b:c',
    '__proto__',
    'x'.repeat(5000),
  ),
);
const names = constantFrom(...settings.map(({ name }) => name), '__proto__', 'PATH');
const environments = dictionary(names, values, { maxKeys: 12 });

function checkEnvironment(given: Record<string, string>): void {
  try {
    const read = readConfig(given);
    holds(Object.keys(read).length > 0, () => 'no settings were read');
  } catch (error) {
    const { message } = error as Error;
    holds(error instanceof ConfigError && message.startsWith('Settings: '), () => `no message for people: ${message}`);
    // Each setting that is wrong is named.
    holds(/\n {2}[A-Z][A-Z_, ]+: /u.test(message), () => `no setting is named: ${message}`);
  }
}

const typed: Arbitrary<string> = array(
  oneof(
    string({ maxLength: 20 }),
    constantFrom(
      'ask',
      'verify',
      'speakers',
      'sessions',
      'help',
      'settings',
      'in',
      'of',
      ':',
      '“',
      '”',
      '"',
      '?',
      '/',
      '\n',
      ' ',
    ),
    constantFrom(' '.repeat(4000), '“'.repeat(2000), 'speakers in '.repeat(300)),
  ),
  { maxLength: 8 },
).map((parts) => parts.join(' '));

function checkCommand(text: string): void {
  const command = parseCommand(text);
  const words = JSON.stringify(command).length;
  holds(words <= JSON.stringify(text).length + 100, () => `a command longer than what was typed: ${text}`);
}

const piece = oneof(
  string({ maxLength: 30 }),
  constantFrom(
    '{"answered": true, "statements": [',
    '{"sentence": 1, "keep": "the harbour"}',
    ']}',
    '```json\n',
    '\n```',
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
  ),
  constantFrom(
    '{"says": true}',
    '{"question": "q", "search": "s"}',
    '{"text": "x", "sentences": [1, 2, 1e999]}',
    'null',
    '[]',
    '{"a":'.repeat(2000),
    '\uD800',
  ),
);
const replies = record({ text: array(piece, { maxLength: 10 }).map((parts) => parts.join('')) });

function checkReply({ text }: { text: string }): void {
  for (const read of [
    readReply(text, cutPrompt('q', 'e', 'fr')),
    readReply(text, freePrompt('q', 'e')),
    readReply(text, standAlonePrompt('q', ['a'], [], null)),
    readReply(text, vouchPrompt('a', 'b')),
  ])
    holds(read === null || typeof read === 'object', () => `no reply: ${JSON.stringify(read)}`);
}
