/** What minutes of W3C groups have in common, whatever they are written in: nicks, and what is told of lines left out. */
import type { Problem, Speaker } from '../../session.ts';
import { readLabel, type Labelled } from './labels.ts';
import { withoutUnderscores } from './turns.ts';
import { allNamesOf } from '../../people/person.ts';

/** Of chat, and of notes of a scribe that name nobody. */
export function minutesProblems({ chat, unnamed = 0 }: { chat: number; unnamed?: number }): Problem[] {
  const told = (message: string): Problem => ({ line: null, message });
  return [
    ...(chat > 0 ? [told(`${chat === 1 ? 'One line is' : `${chat} lines are`} chat, not speech; left out`)] : []),
    ...(unnamed > 0
      ? [
          told(
            `${unnamed === 1 ? 'One note of the scribe names' : `${unnamed} notes of the scribe name`} nobody; left out`,
          ),
        ]
      : []),
  ];
}

/**
 * `alice (she/her, W3C)` and `bob_ [ACME]` are alice of the W3C and bob_ of ACME: the nick, and where somebody is from; the
 * brackets of others are part of their names.
 */
export function readNick(written: string): { nick: string; affiliation: string | null } {
  const match = /^([^\s()[\]]{1,60})(\s?)[([]([^()[\]]{1,80})[)\]]$/u.exec(written.trim());
  if (!match) return { nick: written, affiliation: null };
  const parts = match[3]!.split(/\s?[,;|]\s?/).filter((part) => part !== '');
  const places = parts.filter((part) => !isPronouns(part));
  // `Ana_Lind_(Kite_Club)` is one nick, and "ana (remotely)" is not from there.
  const isTold = places.length < parts.length || (match[2] !== '' && /^\p{Lu}/u.test(match[3]!));
  if (!isTold) return { nick: written, affiliation: null };
  return { nick: match[1]!, affiliation: places.join(', ') || null };
}

/** A label that is a nick; where its brackets tell where somebody is from, `from` gets that, by the name in small letters. */
export function readNickLabel(line: string, from: Map<string, string>): Labelled | null {
  const labelled = readLabel(line);
  if (labelled === null) return null;
  const { nick, affiliation } = readNick(labelled.label);
  if (affiliation !== null) from.set(withoutUnderscores(nick).toLowerCase(), affiliation);
  return { ...labelled, label: nick };
}

function isPronouns(part: string): boolean {
  return pronouns.test(part);
}

const pronouns = new RegExp(
  String.raw`^(?:any(?: pronouns)?|(?:she|he|they|it|xe|ze|ella|él|elle|il|iel|sie|er)(?:[/ ](?:hers?|him|his|them|theirs?|its|they|she|he|` +
    String.raw`any|xem|hir|la|ihr|ihm)){0,3})$`,
  'iu',
);

/** The people with where they are from, as it stood in a label of theirs. */
export function withAffiliations(speakers: Speaker[], from: Map<string, string>): Speaker[] {
  return speakers.map((speaker) => {
    const affiliation =
      speaker.affiliation ??
      allNamesOf(speaker)
        .map((name) => from.get(name.toLowerCase()))
        .find((place) => place !== undefined) ??
      null;
    return { ...speaker, affiliation };
  });
}
