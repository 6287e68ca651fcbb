/** What can be looked at before anybody asks: each thing, whether it is well, and what to do where it is not. */
import { access, constants, statfs } from 'node:fs/promises';
import path from 'node:path';
import { type Config, makerOf, modelServer } from '../config.ts';

export interface Check {
  /** What was looked at: `disk`, `clock`, `Slack`. */
  of: string;
  isWell: boolean;
  /** What was found, in a sentence. */
  found: string;
  /** What to do; null where it is well. */
  todo: string | null;
}

export const well = (of: string, found: string): Check => ({ of, isWell: true, found, todo: null });
export const wrong = (of: string, found: string, todo: string): Check => ({ of, isWell: false, found, todo });

/** How long a server is waited for. */
const longestMs = 8_000;
const leastFreeBytes = 500 * 1024 * 1024;
/** Slack refuses what is five minutes off, and a day's budget begins by this clock. */
const mostSkewMs = 60_000;

/** Of this machine: version, disk, index; `toMakeGraphs` is what to do where it can make none. */
export async function checksHere(config: Config, toMakeGraphs: string | null): Promise<Check[]> {
  const here = [well('settings', 'They fit together.'), well('program', `Node.js ${process.versions.node}.`)];
  if (config.LIBRARY_URL !== undefined)
    return [...here, well('disk', 'The library is on a server (LIBRARY_URL), with a disk and an index of its own.')];
  return [
    ...here,
    await diskCheck(path.resolve(config.LIBRARY_PATH)),
    toMakeGraphs === null
      ? well('index of vectors', 'It can be made.')
      : { of: 'index of vectors', isWell: true, found: 'None is made; none is needed.', todo: toMakeGraphs },
  ];
}

async function diskCheck(folder: string): Promise<Check> {
  try {
    await access(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? well('disk', `${folder} is not there yet; it is made when something is put in.`)
      : wrong(
          'disk',
          `${folder} cannot be written to (${code}).`,
          'Give this user leave to write there, or set LIBRARY_PATH to another folder.',
        );
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const told = `${(free / 1024 ** 3).toFixed(1)} GB are free where the library is.`;
  return free < leastFreeBytes
    ? wrong(
        'disk',
        told,
        'Make room, or move the library: a full disk takes no more records and no more questions of chats.',
      )
    : well('disk', told);
}

/** The server of the model and of vectors, where one is set. */
export async function modelChecks(config: Config): Promise<Check[]> {
  const { CHAT_MODEL: model, EMBEDDING_MODEL: embedding, OPENAI_API_KEY: key } = config;
  const ofServer = [
    ...(model !== undefined && makerOf(model) === null ? [['CHAT_MODEL', model.replace(/^openai:/u, '')]] : []),
    ...(embedding === 'built-in' || embedding.startsWith('local:') ? [] : [['EMBEDDING_MODEL', embedding]]),
  ] as [string, string][];
  if (ofServer.length === 0)
    return model === undefined
      ? [well('model', 'None is set; none is needed.')]
      : [well('model', `${model} is another maker's, which is asked at the first question.`)];
  const { address, headers } = modelServer(config);
  const asked = await request(`${address.replace(/\/$/u, '')}/models`, {
    ...headers,
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  });
  if ('unreachable' in asked)
    return [
      wrong(
        'model',
        `Its server at ${address} cannot be reached (${asked.unreachable}).`,
        'Start it, or set OPENAI_BASE_URL right; until then answers are made without it.',
      ),
    ];
  const { status, body } = asked;
  if (status === 401 || status === 403)
    return [
      wrong('model', `Its server at ${address} refuses the key (${status}).`, 'Set OPENAI_API_KEY to a valid one.'),
    ];
  // Not every server lists its models; that it answers is enough then.
  const listed = (body as { data?: { id?: unknown }[] } | null)?.data?.map(({ id }) => id);
  const checks = ofServer.map(([setting, name]) =>
    listed === undefined || listed.some((id) => id === name || id === `${name}:latest`)
      ? well('model', `${name} at ${address}.`)
      : wrong(
          'model',
          `The server at ${address} does not list ${name}.`,
          `Set ${setting} to one of: ${listed.slice(0, 10).join(', ') || 'none is listed'}.`,
        ),
  );
  return [...checks, ...clockCheck(asked)];
}

export type Answered = { status: number; body: unknown; headers: Headers; atMs: number };

/** A request of the doctor; where nothing is reached, why. */
export async function request(
  url: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<Answered | { unreachable: string }> {
  try {
    const response = await fetch(url, { method, headers, signal: AbortSignal.timeout(longestMs), redirect: 'manual' });
    const text = await response.text();
    return { status: response.status, body: jsonOf(text), headers: response.headers, atMs: Date.now() };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: NodeJS.ErrnoException };
    return { unreachable: name === 'TimeoutError' ? 'no answer in time' : (cause?.code ?? cause?.message ?? name) };
  }
}

/** By the time that a server told; nothing where it told none or all is well. */
export function clockCheck({ headers, atMs }: Answered): Check[] {
  const theirs = Date.parse(headers.get('date') ?? '');
  const off = atMs - theirs;
  if (Number.isNaN(theirs) || Math.abs(off) <= mostSkewMs) return [];
  const told = `This machine's clock is ${Math.round(Math.abs(off) / 1000)} seconds ${off > 0 ? 'ahead' : 'behind'}.`;
  return [
    wrong('clock', told, 'Set it, and keep it by NTP: Slack refuses what is minutes off, and embargoes end by it.'),
  ];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
