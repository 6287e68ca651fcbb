/** `formats`: what is read, with an example of each. */
import type { Command } from 'commander';
import type { Format } from '../../../src/records/formats/format.ts';
import type { Shell } from './shell.ts';

/** Formats bring their libraries with them, so they are loaded when the command is called. */
export function formatsCommand(program: Command, { print, printJson }: Pick<Shell, 'print' | 'printJson'>): void {
  program
    .command('formats')
    .description('list the kinds of record that are read, with an example each')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { formats } = await import('../../../src/records/formats/recognise.ts');
      if (json) printJson(formats.map(({ name, makers = [], example }) => ({ name, makers, example })));
      else print(`${formats.map(described).join('\n\n')}\n\n${documents}`);
    });
}

function described({ name, makers, example }: Format): string {
  const lines = example.split('\n').map((line) => `    ${line}`.trimEnd());
  return [`${name}${makers ? ` (${makers.join(', ')})` : ''}`, ...lines].join('\n');
}

const documents =
  'The text of Word (.docx), OpenDocument (.odt), RTF and PDF documents and the files in archives (.zip) are read as the same kinds.';
