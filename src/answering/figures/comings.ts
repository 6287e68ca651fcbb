/** Words of "How many people came?" that name nothing which is counted but whoever was there. */
import { termsOf } from '../../words/terms.ts';

export const comings = new Set(
  termsOf(`how many much percentage share proportion number amount year people persons participants came come attended attend joined
    join took part total`),
);
