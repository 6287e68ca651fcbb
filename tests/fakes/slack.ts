/**
 * Slack on the loopback, for the unmodified client libraries: state is kept by `emulate`, and this front adds
 * what it lacks: Socket Mode and HTTP delivery with acknowledgement and redelivery, commands, clicks, modals,
 * shortcuts, response_url, the assistant's methods, errors, and Slack's limits on what is posted.
 * It follows the documentation; that Slack itself behaves so can only be seen at Slack.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createEmulator } from 'emulate';
import { WebSocketServer, type WebSocket } from 'ws';
import { refuseMessage, refuseView } from './slack-limits.ts';

export const botToken = 'xoxb-rapporteur';
export const appToken = 'xapp-1-rapporteur';
export const signingSecret = '0123456789abcdef0123456789abcdef';
export const botUser = 'U0RAPPORT';
export const appId = 'A0RAPPORT';
export const clientId = '111.222';
export const clientSecret = 'a-client-secret';

export interface FakeSlackOptions {
  /** Names of people; `chief` administers the workspace. Default `ana`, `ben`, `chief`. */
  people?: string[];
  channels?: string[];
  privateChannels?: string[];
  /** Where events are sent over HTTP; without it they go over Socket Mode. May be set later. */
  requestUrl?: string;
  /** How long an acknowledgement may take; Slack gives 3 seconds. */
  ackMs?: number;
  /** Waits before each redelivery; Slack waits nothing, a minute, five minutes. */
  redeliverMs?: number[];
  /** What the bot may do; by default everything it is known to need. */
  scopes?: string[];
  /** The language of somebody's Slack, by name; `en-US` for everybody else. */
  locales?: Record<string, string>;
  /** User groups: who is in them, by name. */
  userGroups?: Record<string, string[]>;
  /** Tokens given by OAuth live for so many seconds, and are renewed with a refresh token, once each. */
  rotateSeconds?: number;
  /** OAuth installs the app for the whole of this organisation. */
  organisation?: string;
  /** An address of the app that OAuth may lead back to. */
  redirectUrl?: string;
}

/** One call of the Web API, or of a response_url, as it arrived. */
export interface Call {
  method: string;
  args: Record<string, unknown>;
  token: string;
  ok: boolean;
  error: string | null;
}

/** What goes wrong with the next calls that match. */
export interface Fault {
  /** Method it applies to; any where absent. */
  method?: string;
  /** `drop`: the connection breaks before the call is done; `dropAfter`: after it. */
  kind: 'status' | 'error' | 'drop' | 'dropAfter' | 'ratelimited' | 'late';
  /** `late`: done, and answered, only after so long. */
  lateMs?: number;
  status?: number;
  error?: string;
  retryAfterSeconds?: number;
  /** How many calls; default 1. */
  times?: number;
}

export interface Message {
  ts: string;
  text: string;
  user: string;
  thread_ts?: string;
  blocks?: Record<string, unknown>[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
}

export interface Delivered {
  body: Record<string, unknown>;
  /** Attempts made until it was acknowledged. */
  attempts: number;
  acknowledged: boolean;
  /** What came with the acknowledgement. */
  response: unknown;
}

export interface Person {
  id: string;
  name: string;
  token: string;
  isAdmin: boolean;
}

interface WebAnswer {
  ok: boolean;
  [field: string]: unknown;
}

export type FakeSlack = Awaited<ReturnType<typeof fakeSlack>>;

export async function fakeSlack(options: FakeSlackOptions = {}) {
  const names = options.people ?? ['ana', 'ben', 'chief'];
  const channelNames = options.channels ?? ['general-talk'];
  const privateNames = options.privateChannels ?? ['closed-room'];
  const scopes = options.scopes ?? everyScope;
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    hostname: '127.0.0.1',
    seed: {
      slack: {
        team: { name: 'Acme', domain: 'acme' },
        users: names.map((name) => ({
          name,
          real_name: name,
          email: `${name}@example.test`,
          is_admin: name === 'chief',
        })),
        oauth_apps: [
          {
            app_id: appId,
            client_id: clientId,
            client_secret: clientSecret,
            name: 'Rapporteur',
            bot_id: 'B0RAPPORT',
            bot_user_id: botUser,
            bot_name: 'rapporteur',
            scopes,
            redirect_uris: [options.redirectUrl ?? 'http://127.0.0.1/slack/oauth_redirect'],
          },
        ],
        tokens: [
          {
            token: botToken,
            type: 'bot',
            user_id: botUser,
            app_id: appId,
            client_id: clientId,
            bot_id: 'B0RAPPORT',
            bot_user_id: botUser,
            scopes,
          },
          ...names.map((name) => ({ token: `xoxp-${name}`, type: 'user', user: name, scopes: everyScope })),
        ],
        signing_secret: signingSecret,
        strict_scopes: true,
      },
    },
  });

  const log: Call[] = [];
  const delivered: Delivered[] = [];
  const faults: (Fault & { times: number })[] = [];
  const revoked = new Set<string>();
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const connections = new Set<Socket>();
  const awaited = new Map<string, (response: unknown) => void>();
  const responseUrls = new Map<string, { channel: string; user: string; uses: number }>();
  const ephemeral: (Message & { channel: string; to: string })[] = [];
  const published = new Map<string, Record<string, unknown>>();
  const statuses: Record<string, unknown>[] = [];
  const prompts: Record<string, unknown>[] = [];
  /** Tokens that were given for a time, by what they stand for. */
  const issued = new Map<string, { under: string; endsMs: number }>();
  const refreshing = new Map<string, string>();
  let rotations = 0;
  const streams = new Set<string>();
  /** By channel and thread. */
  const agentSessions = new Map<string, { title: string; statuses: string[] }>();
  const opened: Record<string, unknown>[] = [];
  let requestUrl = options.requestUrl ?? null;
  let isStalled = false;
  let acksAreLost = 0;
  let secret = signingSecret;
  let eventCount = 0;
  const closing = new AbortController();
  let connectionsOpened = 0;
  let lastBodies: Record<string, unknown>[] = [];

  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  const webSockets = new WebSocketServer({ noServer: true, autoPong: false });
  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'http://front').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) {
      socket.destroy();
      return;
    }
    webSockets.handleUpgrade(request, socket, head, connect);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('fake Slack: no port');
  const { port } = address;
  const origin = `http://127.0.0.1:${port}`;

  const team = await emulated<{ team: { id: string; domain: string } }>('team.info', `xoxp-${names[0]}`);
  const people = new Map<string, Person>();
  const { members } = await emulated<{ members: { id: string; name: string }[] }>('users.list', `xoxp-${names[0]}`);
  for (const { id, name } of members) {
    if (names.includes(name)) people.set(name, { id, name, token: `xoxp-${name}`, isAdmin: name === 'chief' });
  }
  const channels = new Map<string, { id: string; isPrivate: boolean }>();
  // Nobody is in a seeded channel, so they are made here, and everybody is brought in.
  const first = people.get(names[0]!)!;
  const others = [...people.values()].filter(({ id }) => id !== first.id).map(({ id }) => id);
  for (const [isPrivate, list] of [
    [false, channelNames],
    [true, privateNames],
  ] as const) {
    for (const name of list) {
      const { channel } = await emulated<{ channel: { id: string } }>('conversations.create', first.token, {
        name,
        is_private: isPrivate,
      });
      await emulated('conversations.invite', first.token, {
        channel: channel.id,
        users: [botUser, ...others].join(','),
      });
      channels.set(name, { id: channel.id, isPrivate });
    }
  }

  async function emulated<Shape = unknown>(
    method: string,
    token: string,
    args: Record<string, unknown> = {},
  ): Promise<WebAnswer & Shape> {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      body: JSON.stringify(args),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
    });
    const answer: WebAnswer & Shape = JSON.parse(await response.text());
    return answer;
  }

  /** Web API, response_url, uploads and OAuth pages. */
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const body = await bytesOf(request);
    const method = /^\/api\/([\w.]+)$/.exec(url.pathname)?.[1];
    const responseId = /^\/response\/([\w-]+)$/.exec(url.pathname)?.[1];
    if (responseId !== undefined) {
      serveResponse(responseId, objectOf(body.toString()), response);
      return;
    }
    if (method === undefined) {
      await pass(request, url, body, response);
      return;
    }
    const args = { ...Object.fromEntries(url.searchParams), ...argumentsOf(request, body) };
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? textOf(args['token']);
    delete args['token'];
    const fault = takeFault(method);
    const call: Call = { method, args, token, ok: false, error: null };
    log.push(call);
    if (fault?.kind === 'drop') {
      call.error = 'dropped';
      request.socket.destroy();
      return;
    }
    if (fault?.kind === 'ratelimited') {
      call.error = 'ratelimited';
      send(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.retryAfterSeconds ?? 1) });
      return;
    }
    if (fault?.kind === 'status') {
      call.error = `status ${fault.status ?? 503}`;
      send(response, fault.status ?? 503, { ok: false, error: 'service_unavailable' });
      return;
    }
    if (fault?.kind === 'late') await wait(fault.lateMs ?? 3_000, undefined, { ref: false });
    const answer: WebAnswer =
      fault?.kind === 'error'
        ? { ok: false, error: fault.error ?? 'internal_error' }
        : method === 'oauth.v2.access'
          ? await oauthAccess(request, body)
          : await answerCall(method, args, token);
    call.ok = answer.ok;
    call.error = call.ok ? null : String(answer['error']);
    if (fault?.kind === 'dropAfter') {
      request.socket.destroy();
      return;
    }
    const isBots = token.startsWith('xoxb-');
    send(response, 200, answer, isBots ? { 'x-oauth-scopes': scopes.join(',') } : {});
  }

  async function answerCall(method: string, args: Record<string, unknown>, given: string): Promise<WebAnswer> {
    const rotating = issued.get(given);
    if (rotating && rotating.endsMs <= Date.now()) return { ok: false, error: 'token_expired' };
    const token = rotating?.under ?? given;
    if (
      options.organisation !== undefined &&
      rotating === undefined &&
      token !== botToken &&
      ofWorkspace.has(method) &&
      !args['team_id']
    )
      return { ok: false, error: 'missing_argument' };
    if (method === 'apps.connections.open') {
      if (token !== appToken) return { ok: false, error: 'invalid_auth' };
      const ticket = randomUUID();
      tickets.add(ticket);
      return { ok: true, url: `ws://127.0.0.1:${port}/link/?ticket=${ticket}&app_id=${appId}` };
    }
    if (token === '') return { ok: false, error: 'not_authed' };
    if (revoked.has(token)) return { ok: false, error: 'token_revoked' };
    if (!token.startsWith('xoxb-') && ![...people.values()].some((person) => person.token === token))
      return { ok: false, error: 'invalid_auth' };
    const needed = scopesOfOurs[method];
    if (needed !== undefined && !scopes.includes(needed)) return { ok: false, error: 'missing_scope', needed };
    switch (method) {
      case 'chat.postMessage':
      case 'chat.update': {
        const refusal =
          refuseMessage(args) ??
          (method === 'chat.update' && textOf(args['text']).length > 4000
            ? { error: 'msg_too_long', messages: [] }
            : null);
        if (refusal) return refused(refusal);
        const answer = await emulated(
          method,
          token,
          args['markdown_text'] === undefined ? args : { ...args, text: args['markdown_text'] },
        );
        return answer;
      }
      case 'chat.unfurl':
        return { ok: true };
      case 'chat.postEphemeral': {
        const refusal = refuseMessage(args);
        if (refusal) return refused(refusal);
        const answer = await emulated(method, token, args);
        if (answer['ok']) {
          ephemeral.push({
            ...args,
            ts: String(answer['message_ts']),
            text: textOf(args['text']),
            user: botUser,
            channel: String(args['channel']),
            to: String(args['user']),
          });
        }
        return answer;
      }
      case 'views.open':
      case 'views.push':
      case 'views.update':
      case 'views.publish': {
        const view = typeof args['view'] === 'string' ? objectOf(args['view']) : args['view'];
        const refusal = refuseView(view);
        if (refusal) return refused(refusal);
        const answer = await emulated(method, token, args);
        if (answer['ok']) {
          if (method === 'views.publish') published.set(String(args['user_id']), recordOf(answer['view']));
          else opened.push(recordOf(answer['view']));
        }
        return answer;
      }
      case 'conversations.info': {
        // Whoever asks emulate is in the channel.
        const answer = await emulated<{ channel?: object }>(method, token, args);
        if (!answer.channel) return answer;
        const { members: inIt = [] } = await emulated<{ members?: string[] }>('conversations.members', first.token, {
          channel: args['channel'],
        });
        return { ...answer, channel: { ...answer.channel, is_member: inIt.includes(botUser) } };
      }
      case 'users.info': {
        const answer = await emulated<{ user?: { name: string } }>(method, token, args);
        const isAsked = args['include_locale'] === true || args['include_locale'] === 'true';
        if (!answer.user || !isAsked) return answer;
        return { ...answer, user: { ...answer.user, locale: options.locales?.[answer.user.name] ?? 'en-US' } };
      }
      case 'usergroups.list':
        return {
          ok: true,
          usergroups: Object.entries(options.userGroups ?? {}).map(([name, members], index) => ({
            id: `S0${index}`,
            team_id: team.team.id,
            is_usergroup: true,
            name,
            handle: name.toLowerCase(),
            user_count: members.length,
            ...(args['include_users'] === true || args['include_users'] === 'true'
              ? { users: members.map((member) => person(member).id) }
              : {}),
          })),
        };
      case 'users.conversations': {
        const { channels: all } = await emulated<{ channels: { is_member?: boolean }[] }>('conversations.list', token, {
          types: 'public_channel,private_channel',
        });
        return {
          ok: true,
          channels: all.filter((channel) => channel.is_member !== false),
          response_metadata: { next_cursor: '' },
        };
      }
      case 'agents.sessions.setStatus': {
        const [status, key] = [textOf(args['status']), `${textOf(args['channel_id'])}:${textOf(args['thread_ts'])}`];
        if (
          !['active', 'processing', 'suspended', 'closed'].includes(status) ||
          !args['channel_id'] ||
          !args['thread_ts']
        )
          return { ok: false, error: 'invalid_arguments' };
        const title = args['title'] === undefined ? undefined : textOf(args['title']);
        if (title !== undefined && (title.length < 1 || title.length > 200))
          return { ok: false, error: 'invalid_arguments' };
        const known = agentSessions.get(key) ?? { title: title ?? '', statuses: [] };
        known.statuses.push(status);
        agentSessions.set(key, known);
        return { ok: true, status, title: known.title };
      }
      case 'agents.sessions.rename': {
        const known = agentSessions.get(`${textOf(args['channel_id'])}:${textOf(args['thread_ts'])}`);
        const title = textOf(args['title']);
        if (known === undefined) return { ok: false, error: 'session_not_found' };
        if (title.length < 1 || title.length > 200) return { ok: false, error: 'invalid_arguments' };
        known.title = title;
        return { ok: true, title };
      }
      case 'assistant.threads.setStatus':
        if (!args['channel_id'] || !args['thread_ts']) return { ok: false, error: 'invalid_arguments' };
        if (listOf(args['loading_messages']).length > 10) return { ok: false, error: 'invalid_arguments' };
        statuses.push(args);
        return { ok: true };
      case 'assistant.threads.setSuggestedPrompts': {
        const list = listOf(args['prompts']).map(recordOf);
        if (list.length < 1 || list.length > 4 || list.some((prompt) => !prompt['title'] || !prompt['message']))
          return { ok: false, error: 'invalid_arguments' };
        // With thread_ts the call does nothing for an agent, and says nothing either.
        if (args['thread_ts'] === undefined) prompts.push({ ...args, prompts: list });
        return { ok: true };
      }
      case 'chat.startStream': {
        if (!args['thread_ts'] || !args['channel']) return { ok: false, error: 'invalid_arguments' };
        if (typeOf(textOf(args['channel'])) !== 'im' && (!args['recipient_user_id'] || !args['recipient_team_id']))
          return { ok: false, error: 'missing_recipient_user_id' };
        const answer = await emulated('chat.postMessage', token, {
          channel: args['channel'],
          thread_ts: args['thread_ts'],
          text: '(a stream)',
        });
        if (answer.ok) streams.add(String(answer['ts']));
        return {
          ok: answer.ok,
          channel: args['channel'],
          ts: answer['ts'],
          ...(answer.ok ? {} : { error: answer['error'] }),
        };
      }
      case 'chat.appendStream':
        return streams.has(String(args['ts']))
          ? { ok: true, ts: args['ts'] }
          : { ok: false, error: 'message_not_in_streaming_state' };
      case 'chat.stopStream': {
        if (!streams.delete(String(args['ts']))) return { ok: false, error: 'message_not_in_streaming_state' };
        return { ok: true, channel: args['channel'], ts: args['ts'] };
      }
      case 'assistant.threads.setTitle':
        return { ok: true };
      default:
        return await emulated(method, token, args);
    }
  }

  async function oauthAccess(request: IncomingMessage, body: Buffer): Promise<WebAnswer> {
    const form = new URLSearchParams(body.toString());
    if (form.get('grant_type') === 'refresh_token') return renew(request, form);
    const response = await fetch(`${emulator.url}/api/oauth.v2.access`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: {
        'content-type': request.headers['content-type'] ?? '',
        authorization: request.headers.authorization ?? '',
      },
    });
    const answer: WebAnswer = JSON.parse(await response.text());
    if (!answer.ok) return answer;
    return {
      ...answer,
      ...(options.organisation !== undefined && {
        is_enterprise_install: true,
        enterprise: { id: options.organisation, name: 'Acme Group' },
        team: null,
      }),
      ...(options.rotateSeconds !== undefined && rotated(String(answer['access_token']), options.rotateSeconds)),
    };
  }

  /** A token in the place of `under`, and what renews it. */
  function rotated(under: string, seconds: number) {
    rotations += 1;
    const token = `xoxe.xoxb-1-${rotations}`;
    const refresh = `xoxe-1-${rotations}`;
    issued.set(token, { under, endsMs: Date.now() + seconds * 1000 });
    refreshing.set(refresh, under);
    return { access_token: token, refresh_token: refresh, expires_in: seconds };
  }

  function renew(request: IncomingMessage, form: URLSearchParams): WebAnswer {
    const basic = Buffer.from((request.headers.authorization ?? '').replace(/^Basic /, ''), 'base64').toString();
    const client = form.has('client_id') ? `${form.get('client_id')}:${form.get('client_secret')}` : basic;
    if (client !== `${clientId}:${clientSecret}`) return { ok: false, error: 'invalid_client_id' };
    const refresh = form.get('refresh_token') ?? '';
    const under = refreshing.get(refresh);
    refreshing.delete(refresh);
    if (under === undefined) return { ok: false, error: 'invalid_refresh_token' };
    return { ok: true, token_type: 'bot', bot_user_id: botUser, ...rotated(under, renewedSeconds) };
  }

  function serveResponse(id: string, args: Record<string, unknown>, response: ServerResponse): void {
    const target = responseUrls.get(id);
    const call: Call = { method: 'response_url', args, token: '', ok: false, error: null };
    const fault = takeFault('response_url');
    log.push(call);
    if (fault?.kind === 'drop') {
      response.destroy();
      return;
    }
    if (fault) {
      send(response, fault.status ?? 500, { ok: false, error: fault.error ?? 'error' });
      return;
    }
    if (!target || target.uses >= 5) {
      call.error = 'used_url';
      send(response, 404, { ok: false, error: 'used_url' });
      return;
    }
    const isDeletion = args['delete_original'] === true;
    const refusal = isDeletion ? null : refuseMessage({ ...args, metadata: undefined });
    if (refusal) {
      call.error = refusal.error;
      send(response, 200, refused(refusal));
      return;
    }
    target.uses += 1;
    call.ok = true;
    const message = {
      ...args,
      ts: `${Math.floor(Date.now() / 1000)}.${String(log.length).padStart(6, '0')}`,
      text: textOf(args['text']),
      user: botUser,
    };
    if (args['response_type'] === 'in_channel') {
      void emulated('chat.postMessage', botToken, { ...args, channel: target.channel });
    } else if (!isDeletion) {
      ephemeral.push({ ...message, channel: target.channel, to: target.user });
    }
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
  }

  /** Uploads, private files and OAuth pages are emulate's; the addresses it hands out are turned into ours. */
  async function pass(request: IncomingMessage, url: URL, body: Buffer, response: ServerResponse): Promise<void> {
    const headers: Record<string, string> = {};
    for (const name of ['authorization', 'content-type', 'cookie']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    const answer = await fetch(new URL(url.pathname + url.search, emulator.url), {
      method: request.method ?? 'GET',
      headers,
      redirect: 'manual',
      ...(request.method === 'POST' || request.method === 'PUT' ? { body: new Uint8Array(body) } : {}),
    });
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? 'text/plain',
      ...(answer.headers.has('location') ? { location: answer.headers.get('location')! } : {}),
    });
    response.end(Buffer.from(await answer.arrayBuffer()));
  }

  function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
    const text = JSON.stringify(body).replaceAll(JSON.stringify(emulator.url).slice(1, -1), origin);
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(text);
  }

  function takeFault(method: string): Fault | null {
    const index = faults.findIndex((fault) => fault.method === undefined || fault.method === method);
    const fault = faults[index];
    if (!fault) return null;
    fault.times -= 1;
    if (fault.times <= 0) faults.splice(index, 1);
    return fault;
  }

  function connect(socket: WebSocket): void {
    sockets.add(socket);
    connectionsOpened += 1;
    // Control-frame pings are what Socket Mode keeps a connection alive with.
    const pings = setInterval(() => {
      if (!isStalled) socket.ping();
    }, 1000);
    socket.on('ping', (data) => {
      if (!isStalled) socket.pong(data);
    });
    socket.on('message', (data) => {
      const { envelope_id: envelope, payload }: { envelope_id: string; payload?: unknown } = JSON.parse(
        Buffer.isBuffer(data) ? data.toString() : '{}',
      );
      if (acksAreLost > 0) {
        acksAreLost -= 1;
        return;
      }
      awaited.get(envelope)?.(payload);
    });
    socket.on('close', () => {
      clearInterval(pings);
      sockets.delete(socket);
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: sockets.size,
        connection_info: { app_id: appId },
        debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18060 },
      }),
    );
  }

  type Kind = 'events_api' | 'slash_commands' | 'interactive';

  /** Hands something to the app and delivers it again until it is acknowledged, as often as Slack does. */
  async function deliver(kind: Kind, body: Record<string, unknown>, again = kind === 'events_api'): Promise<Delivered> {
    const record: Delivered = { body, attempts: 0, acknowledged: false, response: undefined };
    delivered.push(record);
    const pauses = options.redeliverMs ?? [50, 200, 500];
    const most = again ? pauses.length : 0;
    for (let attempt = 0; attempt <= most && !closing.signal.aborted; attempt += 1) {
      if (attempt > 0) await wait(pauses[attempt - 1]);
      record.attempts = attempt + 1;
      const outcome = requestUrl === null ? await overSocket(kind, body, attempt) : await overHttp(kind, body, attempt);
      if (outcome !== null) {
        record.acknowledged = true;
        record.response = outcome.response;
        return record;
      }
    }
    return record;
  }

  async function overSocket(
    kind: Kind,
    body: Record<string, unknown>,
    attempt: number,
  ): Promise<{ response: unknown } | null> {
    const until = Date.now() + 20_000;
    while (sockets.size === 0 && Date.now() < until && !closing.signal.aborted) await wait(20);
    const socket = [...sockets][Math.floor(Math.random() * sockets.size)];
    if (!socket) return null;
    const envelope = randomUUID();
    const acknowledged = new Promise<{ response: unknown } | null>((resolve) => {
      const timer = setTimeout(() => {
        resolve(null);
      }, options.ackMs ?? 3000);
      awaited.set(envelope, (response) => {
        clearTimeout(timer);
        resolve({ response });
      });
    });
    socket.send(
      JSON.stringify({
        envelope_id: envelope,
        type: kind,
        accepts_response_payload: kind !== 'events_api',
        payload: body,
        ...(kind === 'events_api' ? { retry_attempt: attempt, retry_reason: attempt === 0 ? '' : 'timeout' } : {}),
      }),
    );
    const outcome = await acknowledged;
    awaited.delete(envelope);
    return outcome;
  }

  async function overHttp(
    kind: Kind,
    body: Record<string, unknown>,
    attempt: number,
  ): Promise<{ response: unknown } | null> {
    const text =
      kind === 'events_api'
        ? JSON.stringify(body)
        : kind === 'interactive'
          ? new URLSearchParams({ payload: JSON.stringify(body) }).toString()
          : new URLSearchParams(
              Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)])),
            ).toString();
    try {
      const response = await post(
        text,
        kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
        attempt,
      );
      if (!response.ok || acksAreLost > 0) {
        if (response.ok) acksAreLost -= 1;
        return null;
      }
      const answer = await response.text();
      return { response: answer.startsWith('{') ? objectOf(answer) : answer };
    } catch {
      return null;
    }
  }

  async function post(text: string, type: string, attempt: number): Promise<Response> {
    const seconds = Math.floor(Date.now() / 1000);
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${text}`).digest('hex')}`;
    return fetch(requestUrl!, {
      method: 'POST',
      body: text,
      signal: AbortSignal.timeout(options.ackMs ?? 3000),
      headers: {
        'content-type': type,
        'x-slack-signature': signature,
        'x-slack-request-timestamp': String(seconds),
        ...(attempt > 0 ? { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_timeout' } : {}),
      },
    });
  }

  function eventBody(event: Record<string, unknown>): Record<string, unknown> {
    eventCount += 1;
    const organisation = options.organisation ?? null;
    return {
      token: 'unused',
      team_id: team.team.id,
      ...(organisation !== null && { enterprise_id: organisation }),
      api_app_id: appId,
      type: 'event_callback',
      event,
      event_id: `Ev${String(eventCount).padStart(8, '0')}`,
      event_time: Math.floor(Date.now() / 1000),
      is_ext_shared_channel: false,
      event_context: `4-${eventCount}`,
      authorizations: [
        {
          enterprise_id: organisation,
          team_id: team.team.id,
          user_id: botUser,
          is_bot: true,
          is_enterprise_install: organisation !== null,
        },
      ],
    };
  }

  async function event(inner: Record<string, unknown>): Promise<Delivered> {
    return deliver('events_api', eventBody(inner));
  }

  function person(name: string): Person {
    const found = people.get(name);
    if (!found) throw new Error(`fake Slack: no person ${name}`);
    return found;
  }

  function channelId(name: string): string {
    return channels.get(name)?.id ?? name;
  }

  function typeOf(channel: string): string {
    if (channel.startsWith('D')) return 'im';
    return [...channels.values()].some(({ id, isPrivate }) => id === channel && isPrivate) ? 'group' : 'channel';
  }

  async function directChannel(name: string): Promise<string> {
    const { channel } = await emulated<{ channel: { id: string } }>('conversations.open', person(name).token, {
      users: botUser,
    });
    return channel.id;
  }

  interface Said {
    channel: string;
    ts: string;
    text: string;
    user: string;
    thread_ts?: string;
    files?: unknown[];
  }

  async function announce(said: Said, more: Record<string, unknown> = {}): Promise<Delivered[]> {
    const type = typeOf(said.channel);
    const fields = { ...said, team: team.team.id, event_ts: said.ts, client_msg_id: randomUUID(), ...more };
    const events: Record<string, unknown>[] = [{ type: 'message', ...fields, channel_type: type }];
    // A channel's mention arrives twice, in either order, with two event ids.
    if (type !== 'im' && said.text.includes(`<@${botUser}>`))
      events[eventCount % 2 === 0 ? 'push' : 'unshift']({ type: 'app_mention', ...fields });
    lastBodies = events.map(eventBody);
    return Promise.all(lastBodies.map((body) => deliver('events_api', body)));
  }

  /** What people do. Each resolves when the app has acknowledged it, or Slack has given up. */
  const human = {
    /** Says something in a channel or, with `channel` absent, to the bot directly; `{bot}` stands for a mention. */
    async say(
      name: string,
      text: string,
      where: { channel?: string; thread?: string } = {},
    ): Promise<Said & { deliveries: Delivered[] }> {
      const channel = where.channel === undefined ? await directChannel(name) : channelId(where.channel);
      const spoken = text.replaceAll('{bot}', `<@${botUser}>`);
      const posted = await emulated('chat.postMessage', person(name).token, {
        channel,
        text: spoken,
        ...(where.thread ? { thread_ts: where.thread } : {}),
      });
      if (!posted['ok']) throw new Error(`fake Slack: ${name} cannot post in ${channel}: ${String(posted['error'])}`);
      const said: Said = {
        channel,
        ts: String(posted['ts']),
        text: spoken,
        user: person(name).id,
        ...(where.thread ? { thread_ts: where.thread } : {}),
      };
      return { ...said, deliveries: await announce(said) };
    },
    /** Says words with an address whose domain is the app's; `source` is where Slack sees it. */
    async link(
      name: string,
      url: string,
      { channel, source = 'conversations_history' }: { channel: string; source?: string },
    ): Promise<Delivered> {
      const ts = `${Math.floor(Date.now() / 1000)}.${String(++eventCount).padStart(6, '0')}`;
      const [user, links] = [person(name).id, [{ domain: new URL(url).hostname, url }]];
      const fields = {
        channel: source === 'composer' ? 'COMPOSER' : channelId(channel),
        user,
        message_ts: ts,
        links,
        source,
      };
      return event({ type: 'link_shared', event_ts: ts, unfurl_id: `${source}.${ts}`, ...fields });
    },
    /** Slack tells the bot of the last words said to it once more. */
    async repeat(): Promise<{ deliveries: Delivered[] }> {
      return { deliveries: await Promise.all(lastBodies.map((body) => deliver('events_api', body))) };
    },
    async edit(name: string, said: Said, text: string): Promise<Delivered> {
      const spoken = text.replaceAll('{bot}', `<@${botUser}>`);
      await emulated('chat.update', person(name).token, { channel: said.channel, ts: said.ts, text: spoken });
      const ts = `${Math.floor(Date.now() / 1000)}.${String(++eventCount).padStart(6, '0')}`;
      const base = {
        type: 'message',
        user: said.user,
        ts: said.ts,
        ...(said.thread_ts ? { thread_ts: said.thread_ts } : {}),
      };
      return event({
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel: said.channel,
        channel_type: typeOf(said.channel),
        ts,
        event_ts: ts,
        message: { ...base, text: spoken, edited: { user: said.user, ts } },
        previous_message: { ...base, text: said.text },
      });
    },
    async remove(name: string, said: Said): Promise<Delivered> {
      await emulated('chat.delete', person(name).token, { channel: said.channel, ts: said.ts });
      const ts = `${Math.floor(Date.now() / 1000)}.${String(++eventCount).padStart(6, '0')}`;
      return event({
        type: 'message',
        subtype: 'message_deleted',
        hidden: true,
        channel: said.channel,
        channel_type: typeOf(said.channel),
        ts,
        event_ts: ts,
        deleted_ts: said.ts,
        previous_message: { type: 'message', user: said.user, ts: said.ts, text: said.text },
      });
    },
    async sendFile(
      name: string,
      file: { name: string; bytes: Uint8Array },
      where: { channel?: string; text?: string } = {},
    ): Promise<Said> {
      const channel = where.channel === undefined ? await directChannel(name) : channelId(where.channel);
      const { token, id } = person(name);
      const ticket = await emulated<{ upload_url: string; file_id: string }>('files.getUploadURLExternal', token, {
        filename: file.name,
        length: file.bytes.byteLength,
      });
      await fetch(ticket.upload_url, { method: 'POST', body: new Uint8Array(file.bytes) });
      const done = await emulated<{ files: unknown[] }>('files.completeUploadExternal', token, {
        files: [{ id: ticket.file_id, title: file.name }],
        channel_id: channel,
      });
      const files: unknown[] = JSON.parse(JSON.stringify(done.files).replaceAll(emulator.url, origin));
      const ts = `${Math.floor(Date.now() / 1000)}.${String(++eventCount).padStart(6, '0')}`;
      const said: Said = {
        channel,
        ts,
        text: (where.text ?? '').replaceAll('{bot}', `<@${botUser}>`),
        user: id,
        files,
      };
      await announce(said, { subtype: 'file_share', upload: true });
      return said;
    },
    async command(name: string, text: string, where: { channel?: string } = {}): Promise<Delivered> {
      const channel = where.channel === undefined ? await directChannel(name) : channelId(where.channel);
      const { id } = person(name);
      return deliver('slash_commands', {
        token: 'unused',
        team_id: team.team.id,
        team_domain: team.team.domain,
        channel_id: channel,
        channel_name: where.channel ?? 'directmessage',
        user_id: id,
        user_name: name,
        command: '/rapporteur',
        text,
        api_app_id: appId,
        ...(options.organisation !== undefined && {
          enterprise_id: options.organisation,
          enterprise_name: 'Acme Group',
        }),
        is_enterprise_install: String(options.organisation !== undefined),
        response_url: responseUrl(channel, id),
        trigger_id: await trigger(name),
      });
    },
    /** Presses the element of that action id in a message or a view. */
    async click(
      name: string,
      on: { message: Message; channel: string; isEphemeral?: boolean } | { view: Record<string, unknown> },
      actionId: string,
      chosen: Record<string, unknown> = {},
    ): Promise<Delivered> {
      const blocks = listOf('view' in on ? on.view['blocks'] : on.message.blocks).map(recordOf);
      const { element, block } = elementOf(blocks, actionId);
      const { id } = person(name);
      const shared = interaction(name, await trigger(name, 'view' in on ? String(on.view['id']) : undefined));
      const action = {
        action_id: element['action_id'],
        block_id: block['block_id'] ?? 'b',
        type: element['type'],
        ...(element['value'] === undefined ? {} : { value: element['value'] }),
        action_ts: String(Date.now() / 1000),
        ...chosen,
      };
      return deliver('interactive', {
        type: 'block_actions',
        ...shared,
        actions: [action],
        ...('view' in on
          ? { view: on.view, container: { type: 'view', view_id: on.view['id'] } }
          : {
              message: on.message,
              channel: { id: on.channel, name: 'channel' },
              response_url: responseUrl(on.channel, id),
              state: { values: {} },
              container: {
                type: 'message',
                message_ts: on.message.ts,
                channel_id: on.channel,
                is_ephemeral: on.isEphemeral ?? false,
              },
            }),
      });
    },
    /** What is offered while somebody types in a list of a view that is searched. */
    async search(name: string, view: Record<string, unknown>, actionId: string, typed: string): Promise<unknown[]> {
      const { element, block } = elementOf(listOf(view['blocks']).map(recordOf), actionId);
      if (element['type'] !== 'multi_external_select') throw new Error(`fake Slack: ${actionId} is not searched`);
      const { response } = await deliver('interactive', {
        type: 'block_suggestion',
        ...interaction(name, await trigger(name)),
        action_id: actionId,
        block_id: block['block_id'] ?? 'b',
        value: typed,
        container: { type: 'view', view_id: view['id'] },
        view,
      });
      const options = listOf(recordOf(response)['options']);
      if (options.length > 100) throw new Error('fake Slack: more than 100 options');
      return options;
    },
    /** `values` by block id, then action id, as Slack sends them. */
    async submit(
      name: string,
      view: Record<string, unknown>,
      values: Record<string, Record<string, unknown>>,
    ): Promise<Delivered> {
      return deliver('interactive', {
        type: 'view_submission',
        ...interaction(name, await trigger(name)),
        view: { ...view, state: { values } },
        response_urls: [],
      });
    },
    async shortcut(
      name: string,
      callbackId: string,
      message: { channel: string; ts: string; text: string; user: string },
    ): Promise<Delivered> {
      const { id } = person(name);
      return deliver('interactive', {
        type: 'message_action',
        ...interaction(name, await trigger(name)),
        callback_id: callbackId,
        action_ts: String(Date.now() / 1000),
        message_ts: message.ts,
        message: { type: 'message', ...message },
        channel: { id: message.channel, name: 'channel' },
        response_url: responseUrl(message.channel, id),
      });
    },
    async openApp(name: string, tab: 'home' | 'messages'): Promise<Delivered> {
      return event({
        type: 'app_home_opened',
        user: person(name).id,
        channel: await directChannel(name),
        tab,
        event_ts: String(Date.now() / 1000),
      });
    },
    /** Presses the button that stops what is being worked on in a thread. */
    async stop(name: string, said: Said): Promise<Delivered> {
      return event({
        type: 'agent_session_stopped',
        channel: said.channel,
        user: person(name).id,
        thread_ts: said.thread_ts ?? said.ts,
        streaming_message_ts: [],
        event_ts: String(Date.now() / 1000),
      });
    },
    async lookAt(name: string, channel: string): Promise<Delivered> {
      return event({
        type: 'app_context_changed',
        user: person(name).id,
        channel: await directChannel(name),
        event_ts: String(Date.now() / 1000),
        context: { entities: [{ type: 'slack#/types/channel_id', value: channelId(channel), team_id: team.team.id }] },
      });
    },
  };

  function interaction(name: string, triggerId: string): Record<string, unknown> {
    const { id } = person(name);
    return {
      api_app_id: appId,
      token: 'unused',
      team: { id: team.team.id, domain: team.team.domain },
      enterprise: options.organisation === undefined ? null : { id: options.organisation, name: 'Acme Group' },
      is_enterprise_install: options.organisation !== undefined,
      user: { id, username: name, name, team_id: team.team.id },
      trigger_id: triggerId,
    };
  }

  async function trigger(name: string, view?: string): Promise<string> {
    const made = await emulated('views.generateTriggerId', botToken, {
      user_id: person(name).id,
      ...(view ? { view_id: view } : {}),
    });
    return String(made['trigger_id']);
  }

  function responseUrl(channel: string, user: string): string {
    const id = randomUUID();
    responseUrls.set(id, { channel, user, uses: 0 });
    return `${origin}/response/${id}`;
  }

  return {
    /** For SLACK_API_URL. */
    apiUrl: `${origin}/api/`,
    origin,
    team: team.team.id,
    log,
    delivered,
    ephemeral,
    published,
    statuses,
    agentSessions,
    prompts,
    opened,
    human,
    person,
    channelId,
    directChannel,
    event,
    eventBody,
    deliver,
    /** Sends the events to this address from now on, signed. */
    useHttp(url: string) {
      requestUrl = url;
    },
    signWith(other: string) {
      secret = other;
    },
    async postRaw(text: string, type = 'application/json'): Promise<Response> {
      return post(text, type, 0);
    },
    fail(fault: Fault) {
      faults.push({ ...fault, times: fault.times ?? 1 });
    },
    /** Slack ends streams by itself after some minutes. */
    endStreams() {
      streams.clear();
    },
    openStreams: () => streams.size,
    clearFaults() {
      faults.length = 0;
    },
    revoke(token: string) {
      revoked.add(token);
    },
    restore(token: string) {
      revoked.delete(token);
    },
    /** The next so many acknowledgements never reach Slack. */
    loseAcks(count: number) {
      acksAreLost = count;
    },
    /** Connections stay open and nothing comes over them any more, not even pongs. */
    stall(on: boolean) {
      isStalled = on;
    },
    connectionCount: () => sockets.size,
    connectionsOpened: () => connectionsOpened,
    disconnect(reason = 'refresh_requested') {
      for (const socket of sockets)
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }));
    },
    dropSockets() {
      for (const socket of sockets) socket.terminate();
    },
    /** Somebody takes the bot out of a channel. */
    async leave(channel: string) {
      await emulated('conversations.kick', first.token, { channel: channelId(channel), user: botUser });
    },
    async archive(channel: string) {
      await emulated('conversations.archive', first.token, { channel: channelId(channel) });
    },
    async replies(channel: string, ts: string): Promise<Message[]> {
      const found = await emulated<{ messages?: Message[] }>('conversations.replies', botToken, {
        channel: channelId(channel),
        ts,
        limit: 1000,
      });
      return (found.messages ?? []).filter((message) => message.ts !== ts);
    },
    /** Everything the bot has in a channel, threads too, from what it called. */
    posted(channel?: string): Call[] {
      return log.filter(
        ({ method, ok, args }) =>
          method === 'chat.postMessage' && ok && (channel === undefined || args['channel'] === channelId(channel)),
      );
    },
    calls(method: string): Call[] {
      return log.filter((call) => call.method === method);
    },
    async api(method: string, token: string, args: Record<string, unknown> = {}) {
      return emulated(method, token, args);
    },
    async close() {
      closing.abort();
      for (const socket of sockets) socket.terminate();
      for (const socket of connections) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      await emulator.close();
    },
  };
}

/** Slack's twelve hours. */
const renewedSeconds = 43_200;

/** Methods that a token of an organisation must tell the workspace. */
const ofWorkspace = new Set(['users.conversations', 'usergroups.list']);

const everyScope = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'channels:read',
  'channels:history',
  'channels:join',
  'channels:write',
  'channels:manage',
  'groups:read',
  'groups:history',
  'groups:write',
  'im:read',
  'im:history',
  'im:write',
  'mpim:history',
  'users:read',
  'usergroups:read',
  'files:read',
  'files:write',
  'team:read',
];

/** Of the methods that emulate does not know; for the others it checks itself. */
const scopesOfOurs: Record<string, string> = {
  'assistant.threads.setStatus': 'chat:write',
  'agents.sessions.setStatus': 'chat:write',
  'agents.sessions.rename': 'chat:write',
  'chat.unfurl': 'links:write',
  'chat.startStream': 'chat:write',
  'chat.appendStream': 'chat:write',
  'chat.stopStream': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'users.conversations': 'channels:read',
  'usergroups.list': 'usergroups:read',
};

function refused({ error, messages }: { error: string; messages: string[] }): WebAnswer {
  return { ok: false, error, ...(messages.length > 0 ? { response_metadata: { messages } } : {}) };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** Slack takes JSON or a form, in whose fields lists and objects are JSON. */
function argumentsOf(request: IncomingMessage, body: Buffer): Record<string, unknown> {
  const text = body.toString();
  if (text === '') return {};
  if (request.headers['content-type']?.includes('json')) return objectOf(text);
  return Object.fromEntries([...new URLSearchParams(text)].map(([key, value]) => [key, plainOrJson(key, value)]));
}

function plainOrJson(key: string, value: string): unknown {
  if (value === 'true') return true;
  if (value === 'false') return false;
  const isStructure = ['blocks', 'metadata', 'view', 'prompts', 'loading_messages', 'files', 'chunks'].includes(key);
  return isStructure && /^[[{]/.test(value) ? parsed(value) : value;
}

function parsed(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return value;
}

function objectOf(text: string): Record<string, unknown> {
  return recordOf(parsed(text));
}

function recordOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function elementOf(
  blocks: Record<string, unknown>[],
  actionId: string,
): { element: Record<string, unknown>; block: Record<string, unknown> } {
  for (const block of blocks) {
    const elements = [...listOf(block['elements']), block['accessory'], block['element']].map(recordOf);
    const element = elements.find((candidate) => candidate['action_id'] === actionId);
    if (element) return { element, block };
  }
  throw new Error(`fake Slack: no element ${actionId} to press`);
}
