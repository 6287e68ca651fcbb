import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../src/asking/structure.ts';

/** The subject in short: `findings action item`, `speaking speed`, `role`, or null. */
function short(question: string): string | null {
  const subject = subjectOf(question);
  if (subject === null) return null;
  if (subject.of === 'findings') return `findings ${subject.kinds[0]}`;
  return subject.of === 'speaking'
    ? `speaking ${subject.measure}${subject.order ? ` ${subject.order}` : ''}`
    : subject.of;
}

describe('subjectOf', () => {
  it.each([
    ['List the action items.', 'findings action item'],
    ['What are the next steps?', 'findings action item'],
    ['What are the unresolved issues of this session?', 'findings unresolved issue'],
    ['Which questions remain open?', 'findings unresolved issue'],
    ['Who disagreed about the levy?', 'findings disagreement'],
    ['Where did their views differ?', 'findings disagreement'],
    ['What did they not agree on?', 'findings disagreement'],
    ['Was there no agreement on the levy?', 'findings disagreement'],
    ['What unexpected differences were there?', 'findings unexpected difference'],
    ['Who agreed with Ms. Okafor?', 'findings agreement'],
    ['What did they agree on?', 'findings agreement'],
    ['Were there any partial agreements?', 'findings partial agreement'],
    ['What unexpected consensus emerged?', 'findings unexpected consensus'],
    ['What was the level of consensus?', 'findings consensus level'],
    ['How much disagreement was there?', 'findings disagreement level'],
    ['Which compromises were suggested?', 'findings compromise'],
    ['What follow-up questions were asked?', 'findings follow-up question'],
    ['Which thought-provoking comments were made?', 'findings thought provoking comment'],
    ['What are the key takeaways?', 'findings takeaway'],
    ['What came out of the harbour forum?', 'findings takeaway'],
    ['What was the tone of the discussion?', 'findings tone'],
    ['What was the purpose of the meeting?', 'findings purpose'],
    ['What were the main topics?', 'findings discussion point'],
    ['Summarize the session', 'findings summary'],
    ['catch me up please', 'findings summary'],
    ['What did I miss?', 'findings summary'],
    ['Catch me up on the levy', null],
    ['How can the small ports catch up?', null],
    ['What was this hearing about?', 'findings summary'],
    ['What arguments did Mr. Lindqvist make?', 'findings argument'],
    ['How fast did Mei Tanaka speak?', 'speaking speed'],
    ['Who spoke the fastest?', 'speaking speed most'],
    ['How many words did she say?', 'speaking length'],
    ['How long did the chair speak?', 'speaking time'],
    ['Who spoke the longest?', 'speaking time most'],
    ['Who took part?', 'participants'],
    ['How many speakers were there?', 'participants'],
    ['How many people took part in the hearing?', 'participants'],
    ['How many panellists?', 'participants'],
    ['Who are the speakers of the harbour session?', 'participants'],
    ['Who was the moderator?', 'moderator'],
    ['Who chaired the hearing?', 'moderator'],
    ["What is Mei Tanaka's role?", 'role'],
    ['Who is Tomas Lindqvist?', 'role'],
    ['Who represented Blue Quay?', 'role'],
    ['What does the report say about consensus?', 'findings agreement'],
    ['What does the report say about mud?', 'findings summary'],
    ['When was the session held?', 'time'],
    ['How long was the meeting?', 'time'],
    ['Which town hosted the harbour meeting?', 'place'],
    ['Which country held it?', 'place'],
    ['Where did this hearing take place, in which town?', 'place'],
    ['where was it held, which city', 'place'],
    ['Where did everybody meet?', 'place'],
    ['How many people came to the forum?', 'participants'],
    ['How many people came to the harbour course?', null],
    ['Where did they meet with opposition?', null],
    ['In which town was the harbour dues forum held?', 'place'],
    ['Which sessions do you have?', 'sessions'],
  ])('%s asks for %s', (question, expected) => expect(short(question)).toBe(expected));

  it.each([
    'What did Mr. Lindqvist say about disagreements?',
    'How many people live by the harbour?',
    'How many people took part in the pilot training at Varn?',
    'How many participants were in the first course?',
    'How many people are still without a pier?',
    'What did she think about the compromise?',
    'Who spoke about dredging?',
    'How long did the bridge take to build?',
    'When did the first world war start?',
    'Which resolution did the General Assembly adopt?',
    'What is the position of the bureau on dredging?',
    'How many people live in the bay?',
    'Who proposed the pause?',
    'Who was born in Peru?',
    'What is the capital of Peru?',
  ])('%s asks what was said', (question) => expect(short(question)).toBeNull());
});
