/** What comes after every file of tests; what the file does at its end comes before this, since it is registered later. */
import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './fixtures/temporary-folders.ts';

afterAll(removeTemporaryFolders);
