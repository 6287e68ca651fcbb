/** Who made what is derived, and whether this program may go on with it: the same for every store. */
import { derivation } from './derive.ts';
import { LibraryError } from './library.ts';

/** What a library notes of its makers, as it is when it is asked. */
export interface Makers {
  embedder(): string | undefined;
  latestDerivation(): number;
  areThereChunks(): boolean;
}

/** Throws a `LibraryError` where a later version derived anything, or, unless `anyEmbedder`, another embedder made the vectors. */
export function checkMakers(makers: Makers, place: string, embedder: string, anyEmbedder: boolean): void {
  const maker = makers.embedder();
  const isOfLaterEmbedder = (builtInVersion(maker) ?? 0) > (builtInVersion(embedder) ?? Infinity);
  if (makers.latestDerivation() > derivation || isOfLaterEmbedder) {
    throw new LibraryError(
      `Library ${place}: a later version of this program made what is in it. ` +
        'Use that version, or set LIBRARY_PATH to a new folder and ingest the records again.',
    );
  }
  if (maker === embedder || anyEmbedder) return;
  if (maker === rebuilding) {
    throw new LibraryError(
      `Library ${place}: a rebuild is not finished. Where none is running any more, finish it with: npm start -- library rebuild`,
    );
  }
  if (maker !== undefined && makers.areThereChunks()) {
    throw new LibraryError(
      `Library ${place}: its vectors were made by ${maker}, and EMBEDDING_MODEL now names ${embedder}. ` +
        'Set EMBEDDING_MODEL back, or make the vectors again with: npm start -- library rebuild',
    );
  }
}

/** Stands in the place of the embedder from the start of a rebuild to its end. */
export const rebuilding = 'a rebuild that did not finish';

/**
 * The version of the built-in embedder that an id names, or null where it is another's. Its versions are one maker,
 * whose vectors are brought over by themselves.
 */
export function builtInVersion(embedder: string | undefined): number | null {
  const [maker, version] = embedder?.split('/') ?? [];
  return maker === 'built-in' ? Number(version) : null;
}

/** Whether the vectors are of an earlier version of the built-in embedder, which this one takes up. */
export function isOfEarlierBuiltIn(maker: string | undefined, embedder: string): boolean {
  const [theirs, ours] = [builtInVersion(maker), builtInVersion(embedder)];
  return theirs !== null && ours !== null && theirs < ours;
}
