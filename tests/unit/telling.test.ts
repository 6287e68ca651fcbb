/** Which sentence tells most of what somebody says, in invented sessions. */
import { describe, expect, it } from 'vitest';
import { mostTelling } from '../../src/answering/matter/telling.ts';
import { readSession } from '../../src/retrieval/reading.ts';
import { splitIntoSentences } from '../../src/words/sentences.ts';
import { sessionWith } from '../fixtures/session.ts';

function tellingOf(text: string): string | null {
  const session = sessionWith([
    { speaker: 'Mara Ellison', text: 'Let us invite Ms. Ruiz to speak about the harbour dredging plan.' },
    { speaker: 'Ana Ruiz', text },
  ]);
  const reading = readSession(session, session.turns.map(splitIntoSentences));
  const index = mostTelling(new Set(['Ana Ruiz']), reading);
  return index === null ? null : reading.sentences[index]!.text;
}

describe('the sentence that tells most', () => {
  it.each([
    [
      'what is recommended',
      `Good morning, and thank you for the kind invitation to this beautiful town. The dredging of the harbour began in the
      old days of steam. The boats that came for coal were small and slow. I recommend to end the dredging of the northern
      harbour channel in spring. For example, the boats of the northern town lay in the harbour until the summer.`,
      'I recommend to end the dredging of the northern harbour channel in spring.',
    ],
    [
      'what it comes back to',
      `My sister painted a large blue door last winter with friends. The ferries carry many people. Ferries that run on
      time bring people to the towns at night.`,
      'Ferries that run on time bring people to the towns at night.',
    ],
  ])('is %s', (_, text, expected) => expect(tellingOf(text.replaceAll(/\s+/gu, ' '))).toBe(expected));
  it('is none where somebody only greets', () =>
    expect(tellingOf('Thank you. Good morning to all of you.')).toBeNull());
});
