import { describe, expect, it } from 'vitest';
import { stancesReplied } from '../../src/answering/stances/asked-stance.ts';
import { termsOf } from '../../src/words/terms.ts';
import { readingOf } from '../fixtures/talks.ts';

/** Who is for and who against the matter, by what they reply to the first line. */
function replied(matter: string, ...lines: string[]): string[] {
  const reading = readingOf(lines);
  return stancesReplied(reading, 0, termsOf(matter)).map(
    ({ run, isAgainst }) => `${reading.sentences[run.first]!.speaker} ${isAgainst ? 'against' : 'for'}`,
  );
}

describe('who replies that they are for or against it', () => {
  it.each<[string, string, string[], string[]]>([
    ['Does anybody here support the levy?', 'levy', ['Ben: I do, as long as it is low.'], ['Ben for']],
    [
      'Does the council back the second dam?',
      'second dam',
      ['Ben: Yes, we do.', 'Cleo: We don’t.'],
      ['Ben for', 'Cleo against'],
    ],
    [
      'Who of you would vote for a meter in every house?',
      'meter house',
      ['Ben: I would.', 'Cleo: Never.'],
      ['Ben for', 'Cleo against'],
    ],
    ['Are you in favour of the toll?', 'toll', ['Ben: We are, since the road is ours.'], ['Ben for']],
    ['Does anyone oppose the toll?', 'toll', ['Ben: I do.'], ['Ben against']],
    ['Would you agree to the merger?', 'merger', ['Ben: We would not.'], ['Ben against']],
    ['Qui soutient la taxe ?', 'taxe', ['Ben: Moi, parce que les routes coûtent cher.'], ['Ben for']],
    ['¿Quién apoya la tasa?', 'tasa', ['Ben: Yo no.'], ['Ben against']],
    ['Кто поддерживает сбор?', 'сбор', ['Ben: Я поддерживаю.'], ['Ben for']],
    ['谁支持水税？', '水税', ['Ben: 我支持。'], ['Ben for']],
    ['من يؤيد الرسوم؟', 'الرسوم', ['Ben: أنا.'], ['Ben for']],
  ])('%s', (question, matter, replies, expected) =>
    expect(replied(matter, `Ana: ${question}`, ...replies)).toEqual(expected),
  );
  it.each<[string, string, string, string]>([
    ['of others', 'Does Dora support the levy?', 'levy', 'Ben: She does.'],
    ['yes of somebody else', 'Does the mayor support the levy?', 'levy', 'Ben: Yes.'],
    ['to a question with a not', 'Does nobody support the levy?', 'levy', 'Ben: I do.'],
    ['about something beside it', 'Do you support those who drafted the levy?', 'levy', 'Ben: I do.'],
    ['of the whole of something else', 'Do you support the levy?', 'levy wood', 'Ben: I do.'],
    ['and goes on to something else', 'Do you support the levy?', 'levy', 'Ben: I do think the roads are bad here.'],
    ['that they do not oppose it', 'Do you oppose the levy?', 'levy', 'Ben: We do not.'],
  ])('is not who speaks %s', (_what, question, matter, reply) =>
    expect(replied(matter, `Ana: ${question}`, reply)).toEqual([]),
  );
});
