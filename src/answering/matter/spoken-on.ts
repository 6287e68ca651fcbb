/** What is found of somebody on a matter when it is asked for: nobody is silent of whom an answer would have words. */
import { readQuestion } from '../../asking/inquiry.ts';
import { mentionOf } from '../parts-of.ts';
import type { Ground } from '../ground.ts';
import type { Place } from '../hear.ts';
import { look } from '../look.ts';
import type { NameIn } from '../same-speaker.ts';

/** `speaker` by their joined name; `nameIn` tells that; `ids` are the sessions looked in. Best first, and none where nothing is certain. */
export async function spokenOn(
  matter: string,
  speaker: string,
  { ids, nameIn }: { ids: string[]; nameIn: NameIn },
  ground: Ground,
): Promise<Place[]> {
  const directory = await ground.directory();
  const mention = mentionOf(speaker, directory);
  const people = mention.matches.map(({ person }) => person);
  const spokenIn = ids.filter((id) => people.some((person) => person.sessions.includes(id)));
  const inquiry = readQuestion(`What was said about ${matter}?`, [], () => []);
  const { places } = await look({ ...inquiry, speakers: [mention] }, { people, spokenIn, among: ids }, ground);
  return places.filter(
    ({ sentence, reading }) => sentence.speaker !== null && nameIn(reading.session.id, sentence.speaker) === speaker,
  );
}
