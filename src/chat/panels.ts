/** The lists people ask for: help, sessions, speakers, settings. Raw text. */
import type { IngestedFile, SessionSummary, SpeakerSummary } from '../rapporteur.ts';
import type { Kept } from './person.ts';
import type { Panel } from './reply.ts';
import type { People, PlaceSettings } from './settings.ts';
import { sayingIn } from '../answering/phrases/saying.ts';
import { inEnglish, type Words } from './wording.ts';

/** `ask` is how a question is begun here: `/rapporteur ask` or `@Rapporteur`. */
export function helpPanel(ask: string, say: Words = inEnglish): Panel {
  const command = ask.replace(/\s+ask$/, '');
  return { title: say('help'), lines: helpLines.map((line) => say(line, { ask, command })) };
}

const helpLines = [
  'helpWhat',
  'helpAsk',
  'helpNearest',
  'helpThread',
  'helpVerify',
  'helpLists',
  'helpPapers',
  'helpCompare',
  'helpResearch',
  'helpCommission',
  'helpKeep',
  'helpWatch',
  'helpPerson',
  'helpSettings',
  'helpChanges',
  'helpData',
  'helpReport',
] as const;

export function sessionsPanel(sessions: SessionSummary[], say: Words = inEnglish): Panel {
  if (sessions.length === 0) {
    return { title: say('sessions'), lines: [say('noSessionOpen')] };
  }
  const saying = sayingIn(say.language);
  return {
    title: counted(sessions.length, 'oneSession', 'sessionCount', say),
    lines: sessions.map((session) =>
      [
        session.title,
        session.date && saying.day(session.date),
        session.event,
        session.speakers.length === 0 ? null : counted(session.speakers.length, 'oneSpeaker', 'speakerCount', say),
        session.kind,
      ]
        .filter((part) => part !== null)
        .join(' · '),
    ),
  };
}

/** `session` is the title of the one session asked about, or null for all. */
export function speakersPanel(speakers: SpeakerSummary[], session: string | null, say: Words = inEnglish): Panel {
  const titled = (list: string) => (session === null ? list : say('inTitle', { list, title: session }));
  if (speakers.length === 0) {
    return { title: titled(say('speakers')), lines: [say('noSpeakerNamed')] };
  }
  return {
    title: titled(counted(speakers.length, 'oneSpeaker', 'speakerCount', say)),
    lines: speakers.map((speaker) =>
      [
        [speaker.name, speaker.role, speaker.affiliation].filter((part) => part !== null).join(', '),
        speaker.sessions.length === 1
          ? speaker.sessions[0]!.title
          : say('sessionCount', { count: speaker.sessions.length }),
      ].join(' · '),
    ),
  };
}

/** `nameOf` turns a user, role, group or channel id into what the platform shows; by default the ids stand. */
export function settingsPanel(
  settings: PlaceSettings,
  nameOf: (id: string) => string = (id) => id,
  say: Words = inEnglish,
): Panel {
  const { scope, handsTo } = settings;
  const events = (scope?.events ?? []).map((event) => say('theEvent', { event }));
  const which = scope === null ? say('all') : [...events, ...(scope.sessions ?? [])].join(', ') || say('none');
  return {
    title: say('settingsOfChannel'),
    lines: [
      say('sessionsAre', { which }),
      say('repliesAre', { where: settings.reply === 'thread' ? say('toEveryone') : say('toAskerOnly') }),
      say('mayAskAre', { who: inWords(settings.mayAsk, nameOf, say) }),
      say('hourlyAre', { limit: settings.questionsPerHour ?? say('noLimit') }),
      say('mayIngestAre', { who: inWords(settings.mayIngest, nameOf, say) }),
      say('answersAre', { which: say(answersInWords[settings.answers]) }),
      say('threadsAre', { how: settings.threadsGoOn ? say('withoutMention') : say('withMention') }),
      ...(handsTo ? [say('handsToIs', { channel: nameOf(handsTo) })] : []),
      ...(settings.changes === 'not told' ? [say('changesNotTold')] : []),
    ],
  };
}

const answersInWords = {
  mentions: 'whereMentioned',
  questions: 'toEveryQuestion',
  everything: 'toEveryMessage',
} as const satisfies { [answers in PlaceSettings['answers']]: string };

/** What is kept of somebody. */
export function dataPanel({ questions, opinions, oldestMs }: Kept, ask: string, say: Words = inEnglish): Panel {
  const command = ask.replace(/\s+ask$/, '');
  const saying = sayingIn(say.language);
  return {
    title: say('keptOfYou'),
    lines: [
      oldestMs === null
        ? say('keptQuestions', { count: questions })
        : say('keptQuestionsSince', {
            count: questions,
            day: saying.day(new Date(oldestMs).toISOString().slice(0, 10)),
          }),
      say('keptOpinions', { count: opinions }),
      say('keptHow', { command }),
    ],
  };
}

export function forgottenPanel({ questions, opinions }: Kept, say: Words = inEnglish): Panel {
  return { title: say('forgotten'), lines: [say('forgottenAre', { questions, opinions }), say('forgottenRest')] };
}

/** What became of a file, in the words of the command line. */
export function ingestedPanel({ name, sessions, failure, problems }: IngestedFile, say: Words = inEnglish): Panel {
  const shown = problems.slice(0, 10);
  return {
    title: name,
    lines: [
      ...sessions.map(
        ({ title, outcome, turnCount }) => `${outcome} “${title}”, ${turnCount} ${turnCount === 1 ? 'turn' : 'turns'}`,
      ),
      ...(failure === null ? [] : [failure]),
      ...shown.map(({ line, message }) => (line === null ? message : say('lineProblem', { line, message }))),
      ...(problems.length > shown.length ? [say('moreProblems', { count: problems.length - shown.length })] : []),
    ],
  };
}

function counted(count: number, one: 'oneSession' | 'oneSpeaker', many: 'sessionCount' | 'speakerCount', say: Words) {
  return count === 1 ? say(one) : say(many, { count });
}

function inWords(people: People, nameOf: (id: string) => string, say: Words): string {
  if (typeof people === 'string') {
    return people === 'admins' ? say('administratorsMay') : say('everyoneMay');
  }
  return [say('administratorsMay'), ...[...people.roles, ...people.users].map((id) => nameOf(id))].join(', ');
}
