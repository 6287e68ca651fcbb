/** "When was it?" and "How long was it?" */
import type { Reading } from '../../retrieval/reading.ts';
import { dayInWords } from '../../words/dates.ts';
import { told, type Made } from './kind.ts';

export async function timeOf({ session }: Reading): Promise<Made | null> {
  const { date, startTime, endTime, title } = session;
  if (date === null) return told(`The record of ${title} names no date.`);
  return told(`${dayInWords(date)}${hours(startTime, endTime)}.`);
}

function hours(start: string | null, end: string | null): string {
  if (start && end) return `, ${start} to ${end}${durationOf(start, end)}`;
  return start ? `, from ${start}` : '';
}

function durationOf(start: string, end: string): string {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const length = minutes(end) - minutes(start);
  return length > 0 ? ` (${length} minutes)` : '';
}
