/** A library that cannot be opened: it tells what is wrong with it, and is mended by a rebuild. */
import type { Damage, Library } from '../library.ts';
import { lostDamage } from './damage.ts';
import type { DamagedError } from './database.ts';

export interface Mending {
  folder: string;
  error: DamagedError;
  /** Makes it anew, as `Library.rebuilding`. */
  rebuilding: Library['rebuilding'];
  /** What of it a rebuild would lose, in words. */
  lost: () => string[];
  /** Opens it when it is mended. */
  open: () => Library;
}

export function damagedLibrary({ folder, error, rebuilding, lost, open }: Mending): Library {
  let mended: Library | null = null;
  const whole = async () => {
    if (mended === null) throw error;
    return mended;
  };
  return {
    place: folder,
    revision: async () => (await whole()).revision(),
    reading: async (work) => (await whole()).reading(work),
    writing: async (work, how) => (await whole()).writing(work, how),
    async rebuilding(work, how) {
      if (mended) return mended.rebuilding(work, how);
      const gone = await rebuilding(work, how);
      mended = open();
      return gone;
    },
    saveIndex: async (onProgress, how) => (await whole()).saveIndex(onProgress, how),
    saveIndexSoon: () => mended?.saveIndexSoon(),
    damage: async (): Promise<Damage[]> =>
      mended ? mended.damage() : [{ what: error.message, mendedBy: 'rebuild' }, ...lost().map(lostDamage)],
    vectorDamage: async (of) => (await whole()).vectorDamage(of),
    noteOverruling: async (overruling) => (await whole()).noteOverruling(overruling),
    overrulings: async () => (await whole()).overrulings(),
    close: async () => mended?.close(),
  };
}
