// oxlint-disable oxc/no-map-spread, typescript/no-unsafe-type-assertion, typescript/no-unsafe-enum-assignment, typescript/no-unsafe-enum-comparison -- what arrives at a server is untyped; the checks here are the point
/** The gateway of the stand-in for Discord: one WebSocket server that speaks opcodes 0, 1, 2, 6, 7, 9, 10 and 11. */
import type { Server } from 'node:http';
import {
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
  type ApplicationFlags,
  type GatewayMessageCreateDispatchData,
  type GatewayReadyDispatchData,
} from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import { guildEvent, type World } from './discord-world.ts';

export interface Gateway {
  /** What clients sent: identifies, resumes and heartbeats, in order. */
  received: { op: number; d: unknown }[];
  sessions: Session[];
  /** How long clients wait between heartbeats; read at HELLO. */
  heartbeatMs: number;
  /** Heartbeats are not acknowledged while true: a dead connection. */
  isDeaf: boolean;
  /** Sends an event to the shard of a server (null: shard 0), or keeps it for when that shard resumes. */
  dispatch(event: GatewayDispatchEvents, data: unknown, guildId: string | null): void;
  /** Sends the last message somebody wrote again, with a sequence number of its own. */
  repeatLastMessageOf(user: string): void;
  /** Opcode 7. */
  askToReconnect(): void;
  /** Opcode 9. */
  invalidate(resumable: boolean): void;
  /** Opcode 1: a heartbeat is wanted now. */
  askForHeartbeat(): void;
  /** Sends a frame as it stands, whatever it is. */
  sendRaw(frame: string): void;
  /** Cuts the TCP connection without a word. */
  drop(): void;
  close(code: number): void;
  /** The clients connected now never come back, as after a kill. */
  cutOff(): void;
  /** A later RESUME is answered with opcode 9 false. */
  forgetSessions(): void;
  stop(): void;
}

export interface Session {
  id: string;
  shard: [number, number];
  intents: number;
  seq: number;
  /** Everything sent, for RESUME. */
  log: { t: string; s: number; d: unknown; guildId: string | null }[];
  socket: WebSocket | null;
}

/** Intents that must be switched on in the developer portal. */
const privileged = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

export function startGateway(server: Server, world: World, gatewayUrl: () => string): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  const dead = new Set<unknown>();
  let sessionCount = 0;

  const gateway: Gateway = {
    received: [],
    sessions: [],
    heartbeatMs: 41_250,
    isDeaf: false,
    dispatch(event, data, guildId) {
      for (const session of gateway.sessions) {
        const shard = guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(session.shard[1]));
        const shown = shard === session.shard[0] ? seenBy(session, event, data, guildId) : null;
        if (shown !== null) send(session, event, shown, guildId);
      }
    },
    repeatLastMessageOf(user) {
      for (const session of gateway.sessions) {
        const last = session.log.findLast(
          ({ t, d }) =>
            t === GatewayDispatchEvents.MessageCreate && (d as GatewayMessageCreateDispatchData).author.id === user,
        );
        if (last) send(session, last.t, last.d, last.guildId);
      }
    },
    askToReconnect: () => toAll({ op: GatewayOpcodes.Reconnect, d: null, s: null, t: null }),
    invalidate(resumable) {
      if (!resumable) for (const session of gateway.sessions) session.id = `gone-${session.id}`;
      toAll({ op: GatewayOpcodes.InvalidSession, d: resumable, s: null, t: null });
    },
    askForHeartbeat: () => toAll({ op: GatewayOpcodes.Heartbeat, d: null, s: null, t: null }),
    sendRaw: (frame) => gateway.sessions.forEach((session) => session.socket?.send(frame)),
    drop: () => gateway.sessions.forEach((session) => session.socket?.terminate()),
    close: (code) => gateway.sessions.forEach((session) => session.socket?.close(code)),
    cutOff() {
      gateway.sessions.forEach(({ id, socket }) => {
        dead.add(id);
        socket?.terminate();
      });
      gateway.sessions.length = 0;
    },
    forgetSessions: () => {
      gateway.sessions.length = 0;
    },
    stop() {
      sockets.clients.forEach((socket) => socket.terminate());
      sockets.close();
    },
  };

  sockets.on('connection', (socket) => {
    let session: Session | null = null;
    write(socket, {
      op: GatewayOpcodes.Hello,
      d: { heartbeat_interval: gateway.heartbeatMs, _trace: [] },
      s: null,
      t: null,
    });
    socket.on('message', (data: Buffer) => {
      const { op, d } = JSON.parse(data.toString()) as { op: number; d: Record<string, unknown> };
      gateway.received.push({ op, d });
      if (op === GatewayOpcodes.Heartbeat) {
        if (!gateway.isDeaf) write(socket, { op: GatewayOpcodes.HeartbeatAck, d: null, s: null, t: null });
      } else if (op === GatewayOpcodes.Identify) session = identify(socket, d);
      else if (op === GatewayOpcodes.Resume) session = resume(socket, d);
    });
    socket.on('close', (code) => {
      if (session?.socket === socket) session.socket = null;
      // Who closes with these is not coming back.
      if (code === 1000 || code === 1001) gateway.sessions = gateway.sessions.filter((other) => other !== session);
    });
    socket.on('error', () => undefined);
  });

  return gateway;

  function identify(socket: WebSocket, d: Record<string, unknown>): Session | null {
    const intents = Number(d.intents);
    if (d.token !== world.token) {
      socket.close(4004, 'Authentication failed.');
      return null;
    }
    if ((intents & privileged & ~world.grantedIntents) !== 0) {
      socket.close(4014, 'Disallowed intent(s).');
      return null;
    }
    const shard = (d.shard ?? [0, 1]) as [number, number];
    const session: Session = { id: `session-${++sessionCount}`, shard, intents, seq: 0, log: [], socket };
    // Discord keeps the sessions of before: what is closed as if to come back can be resumed beside a new one.
    gateway.sessions = [...gateway.sessions, session];
    const guilds = [...world.guilds.values()].filter(
      (guild) => Number((BigInt(guild.id) >> 22n) % BigInt(shard[1])) === shard[0],
    );
    const ready: GatewayReadyDispatchData = {
      v: 10,
      user: world.bot,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: gatewayUrl(),
      shard,
      application: { id: world.applicationId, flags: 0 as ApplicationFlags, flags_new: '0' },
    };
    send(session, GatewayDispatchEvents.Ready, ready, null);
    for (const guild of guilds) send(session, GatewayDispatchEvents.GuildCreate, guildEvent(world, guild), guild.id);
    return session;
  }

  function resume(socket: WebSocket, d: Record<string, unknown>): Session | null {
    if (dead.has(d.session_id)) {
      socket.close(4004, 'Authentication failed.');
      return null;
    }
    const session = gateway.sessions.find((candidate) => candidate.id === d.session_id);
    if (!session || d.token !== world.token) {
      write(socket, { op: GatewayOpcodes.InvalidSession, d: false, s: null, t: null });
      return null;
    }
    session.socket = socket;
    for (const missed of session.log.filter((entry) => entry.s > Number(d.seq)))
      write(socket, { op: GatewayOpcodes.Dispatch, t: missed.t, s: missed.s, d: missed.d });
    send(session, GatewayDispatchEvents.Resumed, undefined, null);
    return session;
  }

  function toAll(frame: unknown): void {
    for (const session of gateway.sessions) if (session.socket) write(session.socket, frame);
  }

  /** The event as the session's intents let it be seen, or null. */
  function seenBy(session: Session, event: GatewayDispatchEvents, data: unknown, guildId: string | null): unknown {
    if (!event.startsWith('MESSAGE_')) return data;
    const needed = guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
    if ((session.intents & needed) === 0) return null;
    const message = data as GatewayMessageCreateDispatchData;
    const isReadable =
      event === GatewayDispatchEvents.MessageDelete ||
      guildId === null ||
      message.author.id === world.bot.id ||
      message.mentions.some((user) => user.id === world.bot.id) ||
      (session.intents & GatewayIntentBits.MessageContent) !== 0;
    return isReadable ? message : { ...message, content: '', attachments: [], components: [], embeds: [] };
  }
}

function send(session: Session, event: string, data: unknown, guildId: string | null): void {
  session.seq += 1;
  session.log.push({ t: event, s: session.seq, d: data, guildId });
  if (session.socket) write(session.socket, { op: GatewayOpcodes.Dispatch, t: event, s: session.seq, d: data });
}

function write(socket: WebSocket, frame: unknown): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
}
