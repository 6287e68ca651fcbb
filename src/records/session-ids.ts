/** Readable ids of the sessions of one file: of title and day, with a number where another session has the same. */
import type { LibraryWriter } from '../library/library.ts';
import type { SessionDraft } from './formats/format.ts';

export interface SessionIds {
  /** One that no other record has, and no other session of this file. */
  free(draft: SessionDraft, source: string): Promise<string>;
  /** Whether `id` is that of the session's title and day, which it would have where no other had it. */
  isOwn(draft: SessionDraft, id: string): boolean;
  /** A session of this file has it. */
  taken(draft: SessionDraft, id: string): void;
}

export function sessionIds(library: LibraryWriter): SessionIds {
  /** Of each title and day, the highest number that a session of this file has. */
  const last = new Map<string, number>();
  return {
    async free(draft, source) {
      const slug = slugOf(draft);
      for (let number = (last.get(slug) ?? 0) + 1; ; number += 1) {
        const id = number === 1 ? slug : `${slug}-${number}`;
        const holder = await library.origin(id);
        if (holder === null || holder.source === source) return id;
      }
    },
    isOwn: (draft, id) => slugOf(draft) === id,
    taken(draft, id) {
      const slug = slugOf(draft);
      const number = id === slug ? 1 : id.startsWith(`${slug}-`) ? Number(id.slice(slug.length + 1)) : Number.NaN;
      if (Number.isInteger(number)) last.set(slug, Math.max(last.get(slug) ?? 0, number));
    },
  };
}

function slugOf({ title, date }: SessionDraft): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? ['session'];
  let slug = words[0].slice(0, 60);
  for (const word of words.slice(1)) {
    if (slug.length + word.length >= 60) break;
    slug += `-${word}`;
  }
  return date === null ? slug : `${slug}-${date}`;
}
