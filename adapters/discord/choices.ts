/** Sessions and speakers offered while somebody types, and what is meant when they send their own words. Pure. */
import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { cutLabel } from '../../src/chat/labels.ts';
import type { Words } from '../../src/chat/wording.ts';
import { holds } from '../../src/chat/typed.ts';
import { fold } from '../../src/words/names.ts';
import type { SessionSummary, SpeakerSummary } from '../../src/rapporteur.ts';
import { limits } from './parts.ts';

export type Choice = APIApplicationCommandOptionChoice<string>;

/** Titles, events and days that hold every typed word, whatever its case and diacritics; the newest first, as `sessions` come. */
export function sessionChoices(sessions: SessionSummary[], typed: string): Choice[] {
  return sessions
    .filter((session) => holds(`${session.title} ${session.event ?? ''} ${session.date ?? ''}`, typed))
    .filter(({ id }) => id.length <= limits.choice)
    .slice(0, limits.choices)
    .map(({ id, title, date }) => ({
      name: shortened([title, date].filter((part) => part !== null && part !== '').join(' · ')) || id,
      value: id,
    }));
}

export function speakerChoices(speakers: SpeakerSummary[], typed: string): Choice[] {
  return speakers
    .filter((speaker) => holds([speaker.name, ...speaker.otherNames, speaker.affiliation ?? ''].join(' '), typed))
    .filter(({ name }) => name.length <= limits.choice && name.trim() !== '')
    .slice(0, limits.choices)
    .map(({ name, role, affiliation }) => ({
      name: shortened([name, role ?? affiliation].filter((part) => part !== null).join(', ')),
      value: name,
    }));
}

/** The one session that is meant, or in words why there is none. */
export function meantSession(sessions: SessionSummary[], typed: string, say: Words): SessionSummary | string {
  const exact = sessions.filter(({ id, title }) => id === typed || fold(title) === fold(typed));
  const found =
    exact.length > 0
      ? exact
      : sessions.filter((session) => holds(`${session.title} ${session.event ?? ''} ${session.date ?? ''}`, typed));
  const [session] = found;
  if (session === undefined || typed.trim() === '') return say('noSession', { words: typed });
  return found.length === 1
    ? session
    : [
        say('severalSessions', { words: typed, count: found.length }),
        ...found
          .slice(0, 10)
          .map(({ title, date }) => `- ${[title, date].filter((part) => part !== null).join(' · ')}`),
      ].join('\n');
}

/** The name to ask for, or in words why there is none. Several of one name are all meant. */
export function meantSpeaker(speakers: SpeakerSummary[], typed: string): string {
  return (
    speakers.find(({ name, otherNames }) => [name, ...otherNames].some((one) => fold(one) === fold(typed)))?.name ??
    typed
  );
}

function shortened(text: string): string {
  return cutLabel(text, limits.choice);
}
