/** "Was it Ana Ruiz who spoke of tolls?": yes where it was, otherwise whose words they are. */
import { phrases } from '../../words/matcher.ts';
import { textOf } from '../../words/text-words.ts';
import { fold } from '../../words/names.ts';
import { numbered, type Kind, type Made } from './kind.ts';
import { allNamesOf } from '../../people/person.ts';

export const whetherWho: Kind = {
  isAskedBy: ({ question, quotation }) => quotation === null && cleft.in(textOf(question)),

  /** Resolves to null where nobody is known who it was. */
  async answer({ inquiry, alone, directory, say }): Promise<Made | null> {
    const found = cleft.first(textOf(inquiry.question))!;
    const asked = directory.mentions(found.taken ?? '').filter(({ matches }) => matches.length > 0);
    const { made } = await alone(`Who ${inquiry.question.slice(found.end).trim()}`, []);
    if (asked.length === 0 || !made || made.denied || made.quotes.length === 0) return null;
    const names = new Set(
      asked.flatMap(({ matches }) => matches.flatMap(({ person }) => allNamesOf(person).map(fold))),
    );
    const theirs = made.quotes.filter(({ speaker }) => speaker !== null && names.has(fold(speaker)));
    const quotes = theirs.length > 0 ? theirs : made.quotes;
    const shown = say.names(numbered(quotes));
    const text =
      theirs.length > 0
        ? say('yes', { names: shown })
        : say('saidByOthers', { asked: say.listed(asked.map(({ phrase }) => phrase)), names: shown });
    return { text, quotes, report: [], marked: true };
  },
};

const cleft = phrases({ lines: '^ [and|but|so] (was|is|wasn t|isn t) it <* [*] [*] [*] [*] [*] [*]> (who|that) =(*)' });
