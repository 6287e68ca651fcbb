/** A workspace of quotes: kept from answers with a note and a tag, listed and written down as they are today. */
import { InvalidArgumentError, type Command } from 'commander';
import { collectionIn, collectionPanel, collectionPaper, keepQuotes } from '../../../src/chat/collected/asked.ts';
import { tagOf } from '../../../src/chat/collected/tag.ts';
import { place, seen, user } from '../place.ts';
import { renderPanel } from '../render.ts';
import { wanted, wholeNumber } from './arguments.ts';
import { asPaper, type AsPaper } from './options.ts';
import { givePaper, noteForm } from './paper-file.ts';
import { CommandError, type Shell } from './shell.ts';

interface Given {
  quotes: string;
  note: string;
  tag: string;
  session?: string;
  speaker?: string;
}

export function collectCommand(program: Command, shell: Shell): void {
  const { using, chats, print, printJson, look } = shell;
  program
    .command('collect')
    .description('keep quotes of the answer to a question, by their numbers, with a note and a tag')
    .argument('<question...>', 'as it was asked')
    .option('--quotes <numbers>', 'as in 1,3; all of them without it', numbersOf, '')
    .option('--note <words>', 'what they are for', '')
    .option('--tag <tag>', 'under which they are found again', '')
    .option('--session <session>', 'as in "ask"')
    .option('--speaker <name>', 'as in "ask"')
    .action(async (words: string[], { quotes: numbers, note, tag, ...within }: Given) => {
      const text = wanted(words, 'the question whose answer is meant');
      await using(async (rapporteur) => {
        const { quotes } = await rapporteur.ask({ text, ...within });
        const toKeep = { numbers, note, tag, isPrivate: false };
        const kept = await chats(async (store) => keepQuotes(quotes, toKeep, { store, place, user, now: Date.now() }));
        if (typeof kept !== 'string') throw new CommandError(kept.refused);
        print(kept);
      });
    });
  asPaper(
    program
      .command('collection')
      .description('list the quotes that are kept, as the records have them today, or write them down')
      .argument('[tag]', 'only those with this tag', '')
      .option('--json', 'print as JSON'),
    'where to: .docx, .pdf, .html, .md, or the quotations as .csv, .bib, .ris, .json',
  ).action(async (typed: string, { to, notes, json }: AsPaper & { json?: boolean }) => {
    const [tag, form] = [tagOf(typed), noteForm(notes)];
    await using(async (rapporteur) => {
      const shown = await chats(async (store) => collectionIn({ store, rapporteur, seen }, place, user, tag));
      if (json) printJson(shown.kept);
      else if (to === undefined) print(renderPanel(collectionPanel(shown, tag, '“collect”'), look));
      else {
        const paper = collectionPaper(shown, tag, await rapporteur.sessions(seen), new Date());
        await givePaper(paper, { to, form }, shell);
      }
    });
  });
  program
    .command('uncollect')
    .description('keep a quote no longer, by its number')
    .argument('<number>', 'as "collection" lists it', wholeNumber)
    .action(async (number: number) => {
      const isGone = await chats(async (store) => store.collected.remove(number, place, user));
      if (!isGone) throw new CommandError(`No quote of the number ${number} is kept; "collection" lists them.`);
      print('It is no longer kept.');
    });
}

function numbersOf(text: string): string {
  const numbers = text.split(/[\s,]+/u).filter(Boolean);
  if (numbers.length > 0 && numbers.every((number) => /^\d+$/u.test(number))) return text;
  throw new InvalidArgumentError(`"${text}" are no numbers of quotes, as in 1,3.`);
}
