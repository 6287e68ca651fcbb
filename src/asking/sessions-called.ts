/** Which sessions are called by some words: the one whose id they are, otherwise those that have them in their texts, the title where no others are named. */
export function sessionsCalled<Called extends { id: string; title: string }>(
  words: string,
  sessions: Called[],
  textsOf: (session: Called) => (string | null)[] = ({ title }) => [title],
): Called[] {
  const byId = sessions.filter(({ id }) => id === words);
  return byId.length > 0
    ? byId
    : sessions.filter((session) => textsOf(session).some((text) => text?.toLowerCase().includes(words.toLowerCase())));
}
