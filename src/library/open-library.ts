/** The store that the settings name: a folder, or a server that many processes share. */
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Library } from './library.ts';
import { openLibrary as openInFolder, type OpenVectorIndex } from './sqlite/library.ts';

export interface Opening {
  config: Pick<Config, 'LIBRARY_PATH' | 'LIBRARY_URL'>;
  /** Id of who makes the vectors. */
  embedder: string;
  /** Also opens a library whose vectors another made, for a rebuild. */
  anyEmbedder: boolean;
  openVectorIndex: OpenVectorIndex;
  log: Log;
}

/** Rejects with a `LibraryError` that says what to do where it cannot be opened. */
export async function openLibrary({ config, openVectorIndex, ...options }: Opening): Promise<Library> {
  const { LIBRARY_PATH: folder, LIBRARY_URL: url } = config;
  if (url === undefined) return openInFolder({ folder, openVectorIndex, ...options });
  const { openPostgres } = await import('./postgres/library.ts');
  return openPostgres({ url, ...options });
}
