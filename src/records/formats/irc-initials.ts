/** Initials that a scribe writes for a name, where the log itself says whose they are: nobody is guessed from letters alone. */

/**
 * From initials in small letters to the name: `present+ Ana_Lind (AL)`, `AL = Ana Lind`, `Zakim, AL is Ana_Lind`,
 * `s/AL:/Ana Lind:/`, `Ana Lind (AL): words`, `present: Ana Lind, Ben Sen`, `present+ Ana_Lind` where nobody else is present who could have
 * these initials, or `present+ Ana_Lind` of one who is called `al` there. Initials that are two people's are nobody's.
 */
export function initialsIn(messages: { nick: string; text: string }[]): Map<string, string> {
  const found = new Map<string, Set<string>>();
  const listed = new Set<string>();
  const present = new Set<string>();
  const add = (initials: string, written: string) => {
    const name = written.replaceAll('_', ' ').trim();
    if (!stands(initials.toLowerCase(), name.toLowerCase())) return;
    found.set(initials.toLowerCase(), (found.get(initials.toLowerCase()) ?? new Set()).add(name));
  };
  for (const { nick, text } of messages) {
    const came = /^present\+/iu.test(text) ? text.slice('present+'.length).replace(/^:/, '').trim() : undefined;
    for (const name of came?.split(/,\s*/) ?? []) {
      present.add(withoutMarks(name).toLowerCase());
      listed.add(withoutMarks(name));
    }
    for (const [, name, initials] of (came ?? '').matchAll(
      /([\p{L}][\p{L}_.'’ -]{1,60}?)[ _]?[([]([\p{L}]{2,4})[)\]]/gu,
    ))
      add(initials!, name!);
    if (came !== undefined && /^\p{L}{2,4}$/u.test(nick) && /^\p{L}[\p{L}_.'’ -]{2,60}$/u.test(came)) add(nick, came);
    for (const name of /^(?:present|attendees):\s*(\S.*)$/iu.exec(text)?.[1]?.split(/,\s*/) ?? []) {
      present.add(withoutMarks(name).toLowerCase());
      listed.add(withoutMarks(name));
    }
    for (const form of introduced) {
      const [, initials, name] = form.exec(text) ?? [];
      if (initials !== undefined) add(initials, name!);
    }
    const [, name, initials] = /^(\p{Lu}[\p{L}_.'’ -]{2,60}) \((\p{Lu}{2,4})\):\s/u.exec(text) ?? [];
    if (initials !== undefined) add(initials, name!);
  }
  for (const name of listed) {
    const words = name.split(/[\s-]+/);
    const initials = words.map((word) => word[0]).join('');
    const isTheirs = [...present].filter((other) => stands(initials.toLowerCase(), other)).length === 1;
    if (isTheirs && words.every((word) => /^\p{Lu}/u.test(word))) add(initials, words.join(' '));
  }
  return new Map([...found].flatMap(([initials, names]) => (names.size === 1 ? [[initials, [...names][0]!]] : [])));
}

const introduced = [
  /^(?:zakim,? )?(\p{Lu}{2,4}) ?(?:=|->|→| is ) ?(\p{Lu}[\p{L}.'’-]{0,30}(?:[ _]\p{L}[\p{L}.'’-]{0,30}){1,3})$/iu,
  /^s\/(\p{Lu}{2,4}):?\/(\p{L}[\p{L}_.'’ -]{1,60}):?\/g?$/u,
];

/** "Ana Lind" of "Ana_Lind (Boats Ltd)". */
function withoutMarks(name: string): string {
  return name
    .replace(/\([^()]*\)/gu, '')
    .replaceAll('_', ' ')
    .trim();
}

/** Whether the letters are the first of words of the name, in order, from its first word to its last: "al" of "ana de lind". */
function stands(initials: string, name: string): boolean {
  const words = name.split(/[\s-]+/).filter(Boolean);
  let at = 0;
  for (const word of words) if (word[0] === initials[at]) at += 1;
  return (
    words.length > 1 && at === initials.length && words[0]![0] === initials[0] && words.at(-1)![0] === initials.at(-1)
  );
}
