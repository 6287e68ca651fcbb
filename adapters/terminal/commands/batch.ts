/** A file of questions, searches or quotations, one JSON object a line. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CommandError } from './shell.ts';

/** Lines that are not empty, in order; what is wrong with one names its file and number. */
export function* readBatch<Line>(
  file: string,
  schema: z.ZodType<Line>,
): Generator<{ value: Line } | { error: string }> {
  for (const [index, line] of readLines(file).entries()) {
    if (line.trim() === '') continue;
    const read = parseLine(line, schema);
    yield 'error' in read ? { error: `${file}, line ${index + 1}: ${read.error}` } : read;
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    throw new CommandError(`${file}: cannot be read (${(error as Error).message}).`, { cause: error });
  }
}

function parseLine<Line>(line: string, schema: z.ZodType<Line>): { value: Line } | { error: string } {
  try {
    const read = schema.safeParse(JSON.parse(line));
    return read.success ? { value: read.data } : { error: z.prettifyError(read.error).replaceAll('\n', ' ') };
  } catch (error) {
    return { error: `is not JSON (${(error as Error).message})` };
  }
}
