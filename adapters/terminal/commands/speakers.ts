/** Who spoke, and what is put right about them. */
import type { Command } from 'commander';
import type { CorrectionRequest } from '../../../src/session.ts';
import { wrap } from '../columns.ts';
import { renderSpeakers } from '../render.ts';
import { sessionNamed, turnNumber } from './arguments.ts';
import type { Shell } from './shell.ts';

export function speakersCommand(program: Command, { using, print, printJson, look }: Shell): void {
  const speakers = program
    .command('speakers')
    .description('list who spoke')
    .option('--session <session>', 'only this session: its id, or words of its title')
    .option('--json', 'print as JSON')
    .action(({ session, json }: { session?: string; json?: boolean }) =>
      using(async (rapporteur) => {
        const speakers = await rapporteur.speakers(
          session === undefined ? {} : { session: await sessionNamed(rapporteur, session) },
        );
        if (json) printJson(speakers);
        else print(renderSpeakers(speakers, look));
      }),
    );

  const correct = (words: string, request: CorrectionRequest) =>
    using(async (rapporteur) => {
      const session = await sessionNamed(rapporteur, words);
      const correction = await rapporteur.correct(session, request);
      if (speakers.opts<{ json?: boolean }>().json) printJson({ session, correction });
      else print(wrap(`In ${session}, ${correction}. This is kept when the record is ingested again.`, look));
    });
  speakers
    .command('rename')
    .description('give a speaker of a session the right name')
    .argument('<session>', 'its id, or words of its title')
    .argument('<old>', 'the name as it is')
    .argument('<new>', 'the name as it should be')
    .action((session: string, from: string, to: string) => correct(session, { kind: 'rename', from, to }));
  speakers
    .command('merge')
    .description('make two speakers of a session one, where they are the same person')
    .argument('<session>', 'its id, or words of its title')
    .argument('<name>', 'the name that goes')
    .argument('<into>', 'the name that stays')
    .action((session: string, from: string, to: string) => correct(session, { kind: 'merge', from, to }));
  speakers
    .command('correct')
    .description('say who really spoke a turn')
    .argument('<session>', 'its id, or words of its title')
    .argument('<name>', 'who spoke it')
    .requiredOption('--turn <number>', 'the turn, by its number in answers, from 1 (JSON counts from 0)', turnNumber)
    .action((session: string, to: string, { turn }: { turn: number }) => correct(session, { kind: 'turn', turn, to }));
}
