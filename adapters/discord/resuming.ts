/**
 * What happened between two runs, taken from the session of the run before. discord.js can resume a session only within
 * a process: it learns from a new one which servers there are. So it begins a new session, and the one of before is
 * resumed beside it, for as long as Discord replays what was missed in it. What both deliver is answered once.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'discord.js';
import {
  GatewayDispatchEvents,
  GatewayOpcodes,
  GatewayVersion,
  type GatewayReceivePayload,
  type GatewaySendPayload,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { z } from 'zod';
import { causeOf } from '../../src/chat/causes.ts';
import type { ChatStore } from '../../src/chat/chat-store.ts';

export interface Resuming {
  /** Notes how far the sessions of this run have come, now and then, or `now`. */
  keep(now?: boolean): Promise<void>;
  /** Closes the connections so that their sessions can be resumed. */
  leave(): Promise<void>;
  /** Resumes the sessions that the run before has left, where they are young enough; gives how much they had. */
  resume(handle: (event: string, data: unknown) => Promise<void>): Promise<number>;
}

export interface ResumingOptions {
  client: Client;
  token: string;
  store: Pick<ChatStore, 'lastSeen' | 'noteSeen'>;
  clock: () => number;
  log: Pick<Logger, 'info' | 'warn' | 'debug'>;
}

export function resuming({ client, token, store, clock, log }: ResumingOptions): Resuming {
  /** Read before this run notes its own; not before it starts, as another process may hold the connection until then. */
  let before: ReturnType<typeof readBefore> | null = null;
  const readBefore = async () => readSessions(await store.lastSeen(key));
  let keptMs = -Infinity;

  function sessionsNow(): KeptSession[] {
    return [...client.ws.shards.values()].flatMap((shard) => {
      const info = sessionSchema.safeParse((shard as unknown as { sessionInfo: unknown }).sessionInfo).data;
      return info === undefined ? [] : [info];
    });
  }

  /** Whoever has the token is the bot: it goes to Discord alone, or to where this run is connected already. */
  function mayHaveToken({ resumeURL }: KeptSession): boolean {
    const { protocol, hostname, origin } = new URL(resumeURL);
    return (
      (protocol === 'wss:' && hostname.endsWith('.discord.gg')) ||
      sessionsNow().some((now) => new URL(now.resumeURL).origin === origin)
    );
  }

  async function replay(
    session: KeptSession,
    handle: (event: string, data: unknown) => Promise<void>,
  ): Promise<number> {
    if (!mayHaveToken(session)) {
      log.warn({ shard: session.shardId }, 'discord: the address that was kept of a session is not one of Discord');
      return 0;
    }
    const socket = new WebSocket(`${session.resumeURL}?v=${GatewayVersion}&encoding=json`);
    const ended = Promise.withResolvers<boolean>();
    let work: Promise<unknown> = Promise.resolve();
    let count = 0;
    socket.addEventListener('message', ({ data }) => {
      const frame = readFrame(data);
      if (frame?.op === GatewayOpcodes.Hello) {
        const { sessionId: session_id, sequence: seq } = session;
        const resume: GatewaySendPayload = { op: GatewayOpcodes.Resume, d: { token, session_id, seq } };
        socket.send(JSON.stringify(resume));
      } else if (frame === null || frame.op === GatewayOpcodes.InvalidSession) {
        ended.resolve(false);
      } else if (frame.op === GatewayOpcodes.Dispatch && frame.t === GatewayDispatchEvents.Resumed) {
        ended.resolve(true);
      } else if (frame.op === GatewayOpcodes.Dispatch) {
        count += 1;
        // In their order: an edit comes after what it edits.
        work = work.then(() => handle(frame.t, frame.d));
      }
    });
    for (const end of ['close', 'error']) socket.addEventListener(end, () => ended.resolve(false));
    const isResumed = await Promise.race([ended.promise, wait(resumeWithinMs, false, { ref: false })]);
    socket.close(1000);
    await work;
    log.info({ shard: session.shardId, isResumed, events: count }, 'discord: the session of the run before');
    return count;
  }

  return {
    async keep(now = false) {
      if (!now && clock() - keptMs < keepEveryMs) return;
      const sessions = sessionsNow();
      if (sessions.length === 0) return;
      if (before === null) return;
      keptMs = clock();
      await before.catch(() => {});
      await store.noteSeen(key, JSON.stringify({ ms: keptMs, sessions }), keptMs);
    },

    async leave() {
      // Closed as discord.js closes it, with 1000, a session is over.
      const { _ws: manager } = client.ws as unknown as {
        _ws: { destroy(how: { code: number }): Promise<void> } | null;
      };
      await manager?.destroy({ code: closedForLater });
    },

    async resume(handle) {
      before ??= readBefore();
      const left = await before;
      if (left === null || clock() - left.ms > resumableMs) return 0;
      const counts = await Promise.all(
        left.sessions.map((session) =>
          replay(session, handle).catch((error: unknown) => {
            log.warn({ shard: session.shardId, cause: causeOf(error) }, 'discord: a session could not be resumed');
            return 0;
          }),
        ),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

const key = 'discord sessions';
const keepEveryMs = 5_000;
/** Discord keeps what a session has missed for some minutes. */
const resumableMs = 5 * 60_000;
const resumeWithinMs = 10_000;
/** As @discordjs/ws closes a connection that it will resume. */
const closedForLater = 4200;

const sessionSchema = z.object({
  sessionId: z.string(),
  sequence: z.number(),
  resumeURL: z.url({ protocol: /^wss?$/ }),
  shardId: z.number(),
});
type KeptSession = z.infer<typeof sessionSchema>;
const keptSchema = z.object({ ms: z.number(), sessions: z.array(sessionSchema) });

/** Null where it is none: a connection that sends such is of no use. */
function readFrame(data: unknown): GatewayReceivePayload | null {
  try {
    return JSON.parse(String(data)) as GatewayReceivePayload;
  } catch {
    return null;
  }
}

/** Null where there are none, or of another form. */
function readSessions(kept: string | null): z.infer<typeof keptSchema> | null {
  try {
    return keptSchema.parse(JSON.parse(kept ?? ''));
  } catch {
    return null;
  }
}
