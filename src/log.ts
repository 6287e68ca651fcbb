/** What a part of the program may log to. */

/** As pino's. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}
