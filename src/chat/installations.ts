/** Installations of an app in workspaces: kept with the chats, encrypted with a key made from a secret. */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import type { ChatDatabase } from './store/chat-database.ts';

export interface Installations {
  /** `name` is the workspace's, such as a Slack team id; `installation` anything that JSON keeps. */
  save(name: string, installation: unknown): Promise<void>;
  /** Null where there is none. Rejects when it was encrypted with another secret. */
  load(name: string): Promise<unknown>;
  remove(name: string): Promise<void>;
}

export function installationsIn(database: ChatDatabase, secret: string): Installations {
  const sealing = sealedWith(secret);
  return {
    async save(name, installation) {
      await database.run(
        'INSERT INTO installations VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed',
        name,
        sealing.seal(JSON.stringify(installation), name),
      );
    },
    async load(name) {
      const sealed = (await database.one('SELECT sealed FROM installations WHERE name = $1', name))?.['sealed'];
      return sealed instanceof Uint8Array ? JSON.parse(sealing.unseal(sealed, name)) : null;
    },
    async remove(name) {
      await database.run('DELETE FROM installations WHERE name = $1', name);
    },
  };
}

/**
 * AES-256-GCM. A sealed value is salt (16 bytes), nonce (12), tag (16) and ciphertext; the name is
 * authenticated with it, so that one workspace's installation cannot be passed off as another's.
 */
function sealedWith(secret: string) {
  // scrypt is slow on purpose, and installations are read at every event.
  const keys = new Map<string, Buffer>();
  function keyOf(salt: Buffer): Buffer {
    const key = keys.get(salt.toString('hex')) ?? scryptSync(secret, salt, 32);
    keys.set(salt.toString('hex'), key);
    return key;
  }
  return {
    seal(text: string, name: string): Uint8Array {
      const [salt, nonce] = [randomBytes(16), randomBytes(12)];
      const cipher = createCipheriv('aes-256-gcm', keyOf(salt), nonce).setAAD(Buffer.from(name));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]);
    },
    unseal(value: Uint8Array, name: string): string {
      const bytes = Buffer.from(value);
      const [salt, nonce, tag, sealed] = [
        bytes.subarray(0, 16),
        bytes.subarray(16, 28),
        bytes.subarray(28, 44),
        bytes.subarray(44),
      ];
      try {
        const decipher = createDecipheriv('aes-256-gcm', keyOf(salt), nonce).setAAD(Buffer.from(name)).setAuthTag(tag);
        return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new Error(
          `Installation of ${name}: cannot be decrypted; it was stored with another secret, so set that one again or install the app anew`,
          { cause },
        );
      }
    },
  };
}
