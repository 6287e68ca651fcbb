/** The lists people ask for: help, sessions, speakers, settings. Raw text. */
import type { IngestedFile, SessionSummary, SpeakerSummary } from '../rapporteur.ts';
import type { Kept } from './person.ts';
import type { Panel } from './reply.ts';
import type { People, PlaceSettings } from './settings.ts';
import { dayInWords } from '../words/dates.ts';

/** `ask` is how a question is begun here: `/rapporteur ask` or `@Rapporteur`. */
export function helpPanel(ask: string): Panel {
  const command = ask.replace(/\s+ask$/, '');
  return {
    title: 'How to ask',
    lines: [
      'I answer questions about recorded discussions with what the speakers said, word for word, and where they said it.',
      `${ask} What was said about …? asks about all sessions open here. Name a speaker or a session to ask about them alone.`,
      'Where nothing is certain to answer, I say so and show what comes nearest.',
      'A reply in the same thread follows on from the questions before it.',
      `${command} verify “…” checks a quotation word by word.`,
      `${command} sessions lists the sessions; ${command} speakers lists who spoke; ${command} speakers in … lists who spoke in one session.`,
      `${command} brief … gives a paper on a matter, ${command} quotes from … on … all that somebody said, as a file.`,
      `${command} compare … and … on … as docx sets them side by side; also as pdf, html, md, csv, bib, ris or json.`,
      `${command} commitments, agreements and report … list who undertook what, who agrees on what, and what a session had; in … keeps them to an event.`,
      `${command} commission … has a model, where one is set, do work of several steps within a budget; ${command} stop ends it.`,
      `Keep, under an answer, keeps its quotes; ${command} collection lists them, ${command} collection as docx writes them down.`,
      `${command} watch … tells this place when new sessions have a matter, a phrase, words of somebody (watch from …)` +
        ` or a name (watch named …); ${command} watches lists that.`,
      `${command} settings shows what holds here; administrators can change it.`,
      `An answer whose words change later is edited; where it cannot be, who asked is told, unless ${command} changes off was set.`,
      `${command} data shows what is kept of you; ${command} forget me deletes it.`,
      'Lines marked as AI-written report come from a report about the session: nobody said them in those words.',
    ],
  };
}

export function sessionsPanel(sessions: SessionSummary[]): Panel {
  if (sessions.length === 0) {
    return { title: 'Sessions', lines: ['No session is open here yet.'] };
  }
  return {
    title: sessions.length === 1 ? 'One session' : `${sessions.length} sessions`,
    lines: sessions.map((session) =>
      [
        session.title,
        session.date && dayInWords(session.date),
        session.event,
        session.speakers.length === 0
          ? null
          : `${session.speakers.length} ${session.speakers.length === 1 ? 'speaker' : 'speakers'}`,
        session.kind,
      ]
        .filter((part) => part !== null)
        .join(' · '),
    ),
  };
}

/** `session` is the title of the one session asked about, or null for all. */
export function speakersPanel(speakers: SpeakerSummary[], session: string | null): Panel {
  const where = session === null ? '' : ` in ${session}`;
  if (speakers.length === 0) {
    return { title: `Speakers${where}`, lines: ['No speaker is named in the sessions open here.'] };
  }
  return {
    title: `${speakers.length === 1 ? 'One speaker' : `${speakers.length} speakers`}${where}`,
    lines: speakers.map((speaker) =>
      [
        [speaker.name, speaker.role, speaker.affiliation].filter((part) => part !== null).join(', '),
        speaker.sessions.length === 1 ? speaker.sessions[0]!.title : `${speaker.sessions.length} sessions`,
      ].join(' · '),
    ),
  };
}

/** `nameOf` turns a user or role id into what the platform shows; by default the ids stand. */
export function settingsPanel(settings: PlaceSettings, nameOf: (id: string) => string = (id) => id): Panel {
  const { scope } = settings;
  return {
    title: 'Settings of this channel',
    lines: [
      `Sessions: ${scope === null ? 'all' : [...(scope.events ?? []).map((event) => `event ${event}`), ...(scope.sessions ?? [])].join(', ') || 'none'}`,
      `Replies: ${settings.reply === 'thread' ? 'in the thread, for everyone' : 'only to who asked'}`,
      `May ask: ${inWords(settings.mayAsk, nameOf)}`,
      `Questions an hour for each person: ${settings.questionsPerHour ?? 'no limit'}`,
      `May add sessions: ${inWords(settings.mayIngest, nameOf)}`,
      `Answers: ${answersInWords[settings.answers]}`,
      `Threads in which I answered: ${settings.threadsGoOn ? 'questions need no mention' : 'questions need a mention'}`,
      ...(settings.changes === 'not told'
        ? ['Where an answer changes and its message cannot be edited, nothing is told']
        : []),
    ],
  };
}

const answersInWords = {
  mentions: 'where I am mentioned',
  questions: 'every question',
  everything: 'every message',
} satisfies { [answers in PlaceSettings['answers']]: string };

/** What is kept of somebody. */
export function dataPanel({ questions, opinions, oldestMs }: Kept, ask: string): Panel {
  const command = ask.replace(/\s+ask$/, '');
  const since = oldestMs === null ? '' : `, the oldest of ${dayInWords(new Date(oldestMs).toISOString().slice(0, 10))}`;
  return {
    title: 'What is kept of you',
    lines: [
      `${questions} ${questions === 1 ? 'question' : 'questions'} with ${questions === 1 ? 'its answer' : 'their answers'}${since}.`,
      `${opinions} ${opinions === 1 ? 'opinion' : 'opinions'} of answers.`,
      `Each is kept with your id on this platform, and deleted after a time. ${command} forget me deletes all of it now.`,
    ],
  };
}

export function forgottenPanel({ questions, opinions }: Kept): Panel {
  return {
    title: 'Forgotten',
    lines: [
      `${questions} ${questions === 1 ? 'question' : 'questions'} and ${opinions} ${opinions === 1 ? 'opinion' : 'opinions'} are deleted.`,
      'What was posted in chats stays there; delete it as you would any message.',
    ],
  };
}

/** What became of a file, in the words of the command line. */
export function ingestedPanel({ name, sessions, failure, problems }: IngestedFile): Panel {
  const shown = problems.slice(0, 10);
  return {
    title: name,
    lines: [
      ...sessions.map(
        ({ title, outcome, turnCount }) => `${outcome} “${title}”, ${turnCount} ${turnCount === 1 ? 'turn' : 'turns'}`,
      ),
      ...(failure === null ? [] : [failure]),
      ...shown.map(({ line, message }) => (line === null ? message : `line ${line}: ${message}`)),
      ...(problems.length > shown.length ? [`and ${problems.length - shown.length} more problems`] : []),
    ],
  };
}

function inWords(people: People, nameOf: (id: string) => string): string {
  if (typeof people === 'string') {
    return people === 'admins' ? 'administrators' : people;
  }
  return ['administrators', ...[...people.roles, ...people.users].map((id) => nameOf(id))].join(', ');
}
