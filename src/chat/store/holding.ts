/** Who a store is to the other processes that have its database. */
import type { ChatDatabase } from './chat-database.ts';

export interface Holding {
  database: ChatDatabase;
  /** Names this store, and no other. */
  holder: string;
  /** As people are told of it: `process 123 on db-host`. */
  process: string;
  /** How long what it has taken stays with it once nothing is heard of it. */
  leaseMs: number;
}
