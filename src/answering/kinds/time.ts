/** "When was it?" and "How long was it?" */
import type { Reading } from '../../retrieval/reading.ts';
import type { Saying } from '../phrases/saying.ts';
import { told, type Made } from './kind.ts';

export async function timeOf({ session }: Reading, { say }: { say: Saying }): Promise<Made | null> {
  const { date, startTime: start, endTime: end, title } = session;
  if (date === null) return told(say('dateNotTold', { title }));
  const day = say.day(date);
  if (!start) return told(`${day}.`);
  if (!end) return told(say('from', { day, start }));
  const minutes = minutesOf(end) - minutesOf(start);
  return told(minutes > 0 ? say('fromToLasting', { day, start, end, minutes }) : say('fromTo', { day, start, end }));
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
