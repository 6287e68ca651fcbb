/** Where nothing can be read yet, nobody was silent on anything: that is said, and not that nobody named it. */
import { denied, type Kind, type Made } from './kind.ts';

export const nothingRead: Kind = {
  isAskedBy: () => true,

  answer: ({ all, say }): Promise<Made | null> => Promise.resolve(all.length === 0 ? denied(say('nothingRead')) : null),
};
