/** What every tool of the MCP server is: its name, what it takes and gives, and its work. */
import type { z } from 'zod';
import type { Scope } from '../../../src/answer.ts';
import type { Keeping } from '../../../src/chat/keeper.ts';
import type { Rapporteur } from '../../../src/rapporteur.ts';

/** What a tool works on: the library, and what of it whoever calls may see. */
export interface Caller {
  rapporteur: Rapporteur;
  scope: Scope | undefined;
  /** Public address of the reader, where there is one. */
  reader?: string | undefined;
  /** Whose the watches and kept quotes are. */
  keeping: Keeping;
}

/** A call that takes long: what ends it, and who is told how far it is. */
export interface Working {
  signal: AbortSignal;
  tell: (done: number, of: number, line: string) => void;
}

export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  name: string;
  title: string;
  description: string;
  input: Input;
  output: Output;
  /** It changes what is watched and kept for whoever calls; the records it never does. */
  changes?: true;
  /** Throws a `ToolError` for what the caller can mend. */
  run: (input: z.output<Input>, caller: Caller, working: Working) => Promise<z.input<Output>>;
}

/** For the types of a tool's input and output to be found out from its schemas. */
export function tool<Input extends z.ZodObject, Output extends z.ZodObject>(made: Tool<Input, Output>): Tool {
  return made;
}

/** What was wrong with a call, in a sentence that says what to do. */
export class ToolError extends Error {
  override name = 'ToolError';
}
