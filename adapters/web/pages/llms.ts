/** What a language model that comes by is told (llmstxt.org). */
export function llms(address: string): string {
  return [
    '# Rapporteur',
    '',
    '> Recorded discussions in the speakers’ own words. Quote exactly, with the speaker, the session and the address',
    '> of the words. What is marked as a report was written by an AI and is nobody’s words.',
    '',
    '## Ways in',
    '',
    `- [Interface](${address}/api/v1/openapi.json): ask, search, verify, sessions, speakers`,
    `- [Sessions](${address}/): each also as .txt, .md, .json and .vtt at its address`,
    '',
  ].join('\n');
}
