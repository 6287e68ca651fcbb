/** "List the organisations that were named", "Which institutions did she mention?": their names, each with the words that name it first. */
import { termsOf } from '../../words/terms.ts';
import { bodyNamesIn, keyOf } from '../names/body-names.ts';
import type { Kind } from './kind.ts';
import { everyNamed, fewestNames } from './listing.ts';
import { isOfKindAlone } from './mentions.ts';

export const bodiesNamed: Kind = {
  // Most companies have a name that does not say what they are.
  isAskedBy: (inquiry) =>
    inquiry.asksFor.has('mention') &&
    inquiry.quotation === null &&
    isOfKindAlone(inquiry) &&
    termsOf(inquiry.kind).some((term) => organisations.has(term)),

  async answer(asked) {
    const namesIn = (text: string) => bodyNamesIn(text).map((name) => ({ key: keyOf(name), name }));
    return everyNamed(asked, namesIn, fewestNames);
  },
};

const organisations = new Set(termsOf('organisations organizations institutions bodies agencies'));
