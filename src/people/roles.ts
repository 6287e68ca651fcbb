/** Words for what people do, which are nobody's own name. */
import { fold, readName, regions, smallWords } from '../words/names.ts';
import { wordList } from '../words/word-list.ts';

/** Whether a name is no one's own: `MODERATOR`, `SPEAKER_01`, `The Chair`, `Unknown`. */
export function isGeneric(name: string): boolean {
  const words = readName(name).words.filter((word) => !smallWords.has(word));
  return (
    namesOfJobs.has(words.at(-1) ?? '') ||
    words.every((word) => roleNouns.has(word) || genericWords.has(word) || /\d/.test(word) || word.length < 2) ||
    regions().has(fold(name))
  );
}

/** Nouns for a person by what they do, singular. A role has one of them at its head. */
export const roleNouns = new Set(
  wordList(`
    moderator facilitator chair chairperson chairman chairwoman host presenter interviewer interviewee rapporteur
    representative delegate delegation ambassador minister secretary president director manager head officer coordinator
    chief leader deputy commissioner governor mayor senator chancellor envoy
    professor lecturer researcher scientist economist engineer lawyer judge judges justice physician doctor nurse
    adviser advisor analyst consultant expert specialist founder cofounder ceo cto cfo member fellow student teacher
    journalist editor administrator executive dean designer developer architect operator official spokesperson spokesman
    spokeswoman organiser organizer rector principal partner lead scholar author activist
    attendee participant panelist panellist
  `),
);

/** Nouns that end the name of a job, and no surname. */
const namesOfJobs = new Set(
  wordList(`
    manager designer officer director secretary president moderator facilitator representative delegate coordinator
    speaker participant interviewer commissioner engineer
  `),
);

/** The same with those that may end a title of one's own, and no verb: nobody "leads", "hosts" or "partners" in them. */
export const jobs = new Set([...namesOfJobs, 'expert', 'specialist', 'adviser', 'advisor', 'analyst']);

const genericWords = new Set(
  wordList(`
    speaker speakers unknown anonymous unidentified audience attendees participants panel panelists panellists guest
    user caller voice male female man woman person
    multiple all everyone several various first second third
    question answer q online remote room floor vice co former acting secretariat
    interpreter narrator captioner scribe operator automated recording video music inaudible
  `),
);

/** Words for whoever leads a discussion. */
export const moderatorWords = new Set(
  wordList('moderator facilitator chair chairperson chairman chairwoman host interviewer moderating'),
);

/** Of which all are who speak in it: nobody speaks for "the House" because they say that they are of it. */
export const gatherings = new Set(
  wordList('house chamber committee plenary forum conference session meeting panel workshop'),
);

/** What anybody may be called in passing. */
export const inPassing = new Set(
  wordList('member participant attendee panellist panelist delegate representative official expert student teacher'),
);
