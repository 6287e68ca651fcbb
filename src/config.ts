/** Every setting, read in one place and from nowhere else. `.env.example` lists them in this order. */
import path from 'node:path';
import { z } from 'zod';

const text = z.string().trim().min(1).optional();
const positive = z.coerce.number().int().positive();
/** A hundred years: times of more no longer fit a date. */
const days = positive.max(36_500);

/** What the budget sets aside for an answer is given back after a little more. */
const longestAnswerMs = 600_000;

const schema = z.object({
  LIBRARY_PATH: z.string().trim().min(1).default('./library').describe('Folder of the library'),
  LIBRARY_URL: z
    .string()
    .trim()
    .regex(/^postgres(?:ql)?:\/\/[^/?#]/u, 'must be like postgres://user:password@host:5432/database')
    .optional()
    .describe(
      'Where the library and what chats keep is instead, for several processes: PostgreSQL with pgvector, ' +
        'postgres://user:password@host:5432/database?library=name',
    ),
  WATCH_PATH: text.describe('Folder whose records are kept in the library while Rapporteur runs; none where empty'),
  INGEST_PRIVATE_ADDRESSES: z
    .stringbool()
    .default(false)
    .describe(
      'Also fetch records from this machine and private networks; off, because whoever may add an address could read what they may not',
    ),
  PLACES_SEE: z
    .enum(['everything', 'operator', 'nothing'])
    .default('operator')
    .describe(
      'What chats see without a grant: "operator" (your records and their own), "nothing" (their own), "everything" (those of other chats too)',
    ),
  KEEP_QUESTIONS_DAYS: days.default(30).describe('Days for which questions from chats and their answers are kept'),
  KEEP_FEEDBACK_DAYS: days.default(365).describe('Days for which is kept what people thought of answers'),
  KEEP_REMOVED_DAYS: days
    .default(30)
    .describe('Days after which all of a workspace or server is deleted that took the bot out'),
  GAPS_WITH_WORDS: z
    .stringbool()
    .default(false)
    .describe('Let "gaps" show the words of questions from chats that went unanswered'),
  EMBEDDING_MODEL: z
    .string()
    .trim()
    .min(1)
    .default('built-in')
    .describe(
      '"built-in" (no key, no network), "local:<model>" (ONNX, downloaded at first use), or a model of the server at OPENAI_BASE_URL',
    ),
  CHAT_MODEL: text.describe(
    'Model that writes the prose; without it answers are made of quotes alone. Of another maker, "anthropic:<model>"',
  ),
  OPENAI_API_KEY: text.describe('Key of the OpenAI-compatible server'),
  OPENAI_BASE_URL: z.url().optional().describe('Address of another OpenAI-compatible server (Ollama, vLLM, LM Studio)'),
  MODEL_TRACING: z
    .stringbool()
    .default(false)
    .describe('Let LangChain send every question and answer to LangSmith, as LANGSMITH_TRACING and its kin say'),
  ANSWER_TIMEOUT_MS: positive
    .max(longestAnswerMs)
    .default(30_000)
    .describe('Longest time for one answer with a model, in milliseconds (at most 600000, ten minutes)'),
  TOKENS_A_DAY: positive
    .optional()
    .describe('Most tokens of models a day (of UTC); then answers are made without a model. No limit where empty'),
  TOKENS_A_MONTH: positive.optional().describe('Most tokens of models a month; no limit where empty'),
  PLACE_TOKENS_A_DAY: positive
    .optional()
    .describe(
      'Most tokens a day of each workspace, server, token of another program, and the reader; no limit where empty',
    ),
  PLACE_TOKENS_A_MONTH: positive.optional().describe('Most tokens a month of each of these; no limit where empty'),
  EVIDENCE_TOKENS: positive.default(3000).describe('Most tokens of evidence the model is shown for one question'),
  PROSE: z
    .enum(['cut', 'free'])
    .default('cut')
    .describe(
      '"cut": a model only chooses which words of which sentence are printed; "free": it writes in its own words, which is said wherever they are printed',
    ),
  CHAT_SETTINGS_BY: text.describe(
    'Who may change settings in chats in place of administrators: people and roles by their ids, separated by commas (slack:U0123, discord:4567)',
  ),
  SLACK_BOT_TOKEN: text.describe('Slack bot token, xoxb-…'),
  SLACK_APP_TOKEN: text.describe('Slack app-level token, xapp-…: chooses Socket Mode'),
  SLACK_SIGNING_SECRET: text.describe('Slack signing secret: chooses HTTP'),
  SLACK_CLIENT_ID: text.describe('Slack app id for installation in several workspaces (OAuth)'),
  SLACK_CLIENT_SECRET: text.describe('Slack app secret for OAuth'),
  SLACK_STATE_SECRET: text.describe('Any long random text: signs OAuth states and encrypts stored installations'),
  SLACK_API_URL: z.url().optional().describe("Another server than Slack's"),
  PORT: positive.max(65_535).default(3000).describe('Port for Slack over HTTP'),
  DISCORD_TOKEN: text.describe('Discord bot token'),
  DISCORD_GUILD_ID: text.describe('Register commands in this Discord server only (development)'),
  DISCORD_MESSAGE_CONTENT: z
    .stringbool()
    .default(false)
    .describe(
      'Read also messages that do not mention the bot, so that threads go on without one; switch on "Message Content Intent" in the Developer Portal first',
    ),
  DISCORD_API_URL: z.url().optional().describe("Another server than Discord's"),
  CHAT_UNPACKED_MB: positive
    .default(100)
    .describe('Most megabytes that what is packed in a file from a chat may unpack to'),
  WEB_PORT: positive
    .max(65_535)
    .optional()
    .describe('Port of the reader and the HTTP interface on 127.0.0.1; none where empty'),
  WEB_ADDRESS: z
    .url({ protocol: /^https?$/u })
    .refine(isPlainAddress, 'must be an address without user, password, ? and #, like https://records.example.org')
    .optional()
    .describe(
      'Public address of the reader (https://records.example.org), where a proxy hands it on: quotes carry links to it',
    ),
  WEB_ACCESS: z
    .enum(['token', 'public'])
    .default('token')
    .describe('"token": whoever reads has a token made by "tokens add"; "public": everybody sees the open sessions'),
  WEB_PER_MINUTE: positive.default(300).describe('Most requests a minute of one token, and of all without one'),
  WEB_LISTED: z.stringbool().default(false).describe('Let search engines keep the pages of the reader'),
  MCP_PORT: positive
    .max(65_535)
    .optional()
    .describe(
      'Port for assistants (MCP over HTTP, /mcp) on 127.0.0.1, with tokens made by "tokens add"; none where empty',
    ),
  MCP_HOSTS: text.describe('Names by which others than this machine call it, separated by commas: mcp.example.org'),
  MCP_PER_MINUTE: positive.default(60).describe('Most requests a minute for each token of an assistant'),
  HEALTH_PORT: positive
    .max(65_535)
    .optional()
    .describe('Port for /healthz and /metrics on 127.0.0.1; none where empty'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/u })
    .optional()
    .describe(
      'Address of an OpenTelemetry collector that traces are sent to (http://127.0.0.1:4318); none where empty',
    ),
  TRACE_QUESTIONS: z.stringbool().default(false).describe('Let traces have the words of questions'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('warn')
    .describe('How much is logged, to standard error'),
});

/** Addresses of pages are put after it, and whoever gets a link reads all of it. */
function isPlainAddress(text: string): boolean {
  // What is no address at all has been told already.
  if (!URL.canParse(text)) return true;
  const { username, password } = new URL(text);
  return username === '' && password === '' && !/[?#]/u.test(text);
}

export type Config = z.infer<typeof schema>;

/** Makers whose models CHAT_MODEL may name, as `initChatModel` of LangChain calls them, and the package that asks theirs. */
export const otherMakers: Record<string, string> = {
  anthropic: '@langchain/anthropic',
  aws: '@langchain/aws',
  azure_openai: '@langchain/openai',
  bedrock: '@langchain/aws',
  cerebras: '@langchain/cerebras',
  cohere: '@langchain/cohere',
  deepseek: '@langchain/deepseek',
  fireworks: '@langchain/fireworks',
  google: '@langchain/google',
  'google-genai': '@langchain/google-genai',
  'google-vertexai': '@langchain/google-vertexai',
  'google-vertexai-web': '@langchain/google-vertexai-web',
  groq: '@langchain/groq',
  mistralai: '@langchain/mistralai',
  ollama: '@langchain/ollama',
  perplexity: '@langchain/perplexity',
  together: '@langchain/together-ai',
  xai: '@langchain/xai',
};

/** `anthropic` of `anthropic:<model>`; null where a model is named that an OpenAI-compatible server has: `llama3.1:8b`. */
export function makerOf(model: string): string | null {
  const [maker] = model.split(':') as [string];
  return maker !== model && Object.hasOwn(otherMakers, maker) ? maker : null;
}

/** Name, default (empty where none) and meaning of each setting, in order. */
export const settings = Object.entries(schema.shape).map(([name, field]) => ({
  name,
  default: String(field.safeParse(undefined).data ?? ''),
  meaning: field.description ?? '',
}));

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the settings; an empty value counts as unset. Throws one `ConfigError` that lists everything wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, env[name]?.trim() === '' ? undefined : env[name]]),
  );
  const result = schema.safeParse(given);
  const problems = result.success
    ? wrongTogether(result.data)
    : result.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return `${name}: ${issue.message} (${shown(name, given[name])})`;
      });
  if (!result.success || problems.length > 0) {
    const many = problems.length === 1 ? 'one is' : `${problems.length} are`;
    const listed = problems.map((problem) => `\n  ${problem}`).join('');
    throw new ConfigError(`Settings: ${many} wrong; see .env.example${listed}`);
  }
  return result.data;
}

/** A value as it may be printed: no key and no password is. */
function shown(name: string, value: string | undefined): string {
  const isSecret = /KEY|TOKEN(?!S)|SECRET|LIBRARY_URL/u.test(name) || value?.includes('@');
  return isSecret ? 'what it is is not shown' : `it is ${JSON.stringify(value)}`;
}

/** Where the model's server is, without a password in its address, which goes in a header of its own and is never printed. */
export function modelServer({ OPENAI_BASE_URL: given }: Pick<Config, 'OPENAI_BASE_URL'>): {
  address: string;
  headers: Record<string, string>;
} {
  if (given === undefined) return { address: 'https://api.openai.com/v1', headers: {} };
  const url = new URL(given);
  const { username, password } = url;
  if (username === '' && password === '') return { address: given, headers: {} };
  [url.username, url.password] = ['', ''];
  const pair = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  return { address: url.href, headers: { Authorization: `Basic ${pair}` } };
}

/** LangChain sends every question and answer to LangSmith where one of these is set, for whatever program it was. */
const tracing = ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'];

/** Takes from the environment what nobody asked this program for. */
export function withoutTracing(env: NodeJS.ProcessEnv, { MODEL_TRACING }: Pick<Config, 'MODEL_TRACING'>): void {
  if (!MODEL_TRACING) for (const name of tracing) delete env[name];
}

/** Parts that listen on one port cannot start. */
function portsAlike(config: Config): string[] {
  const { WEB_PORT, MCP_PORT, HEALTH_PORT } = config;
  const isOverHttp = (config.SLACK_BOT_TOKEN ?? config.SLACK_CLIENT_ID) && !config.SLACK_APP_TOKEN;
  const ports = Object.entries({ WEB_PORT, MCP_PORT, HEALTH_PORT, ...(isOverHttp && { PORT: config.PORT }) });
  const byPort = Map.groupBy(
    ports.filter(([, port]) => port !== undefined),
    ([, port]) => port,
  );
  return [...byPort]
    .filter(([, alike]) => alike.length > 1)
    .map(([port, alike]) => `${alike.map(([name]) => name).join(', ')}: all are ${port}; each needs a port of its own`);
}

/** A narrower limit that is above a wider one never holds. */
function budgetsTurned(config: Config): string[] {
  const pairs = [
    ['TOKENS_A_DAY', 'TOKENS_A_MONTH'],
    ['PLACE_TOKENS_A_DAY', 'PLACE_TOKENS_A_MONTH'],
    ['PLACE_TOKENS_A_DAY', 'TOKENS_A_DAY'],
    ['PLACE_TOKENS_A_MONTH', 'TOKENS_A_MONTH'],
  ] as const;
  return pairs
    .filter(([narrow, wide]) => (config[narrow] ?? 0) > (config[wide] ?? Infinity))
    .map(
      ([narrow, wide]) =>
        `${narrow}: is more than ${wide} (${config[narrow]} and ${config[wide]}); it would never hold`,
    );
}

/** By their beginnings, of which Slack tells what each is for. */
function tokensChanged({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN }: Config): string[] {
  return [
    ...(SLACK_BOT_TOKEN?.startsWith('xapp-')
      ? ['SLACK_BOT_TOKEN: is an app-level token; the bot token begins xoxb-']
      : []),
    ...(/^xox[bp]-/u.test(SLACK_APP_TOKEN ?? '')
      ? ['SLACK_APP_TOKEN: is no app-level token, which begins xapp-; leave it empty for HTTP']
      : []),
  ];
}

/** Settings that do nothing without another: whoever set them expects something that will not come. */
function withoutUse(config: Config): string[] {
  const isServed = config.WEB_PORT !== undefined;
  const wants: [boolean, string][] = [
    [config.WEB_ACCESS === 'public' && !isServed, 'WEB_ACCESS: needs WEB_PORT, or nobody can read'],
    [
      config.WEB_LISTED && config.WEB_ACCESS !== 'public',
      'WEB_LISTED: needs WEB_ACCESS=public, or there is nothing to list',
    ],
    [
      config.MCP_HOSTS !== undefined && config.MCP_PORT === undefined && !isServed,
      'MCP_HOSTS: needs MCP_PORT or WEB_PORT, or no assistant is served',
    ],
    [
      config.TRACE_QUESTIONS && config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined,
      'TRACE_QUESTIONS: needs OTEL_EXPORTER_OTLP_ENDPOINT',
    ],
    [config.DISCORD_GUILD_ID !== undefined && !config.DISCORD_TOKEN, 'DISCORD_GUILD_ID: needs DISCORD_TOKEN'],
  ];
  return wants.filter(([isWrong]) => isWrong).map(([, told]) => told);
}

function wrongTogether(config: Config): string[] {
  const problems: string[] = [...portsAlike(config), ...budgetsTurned(config)];
  const slackWay = config.SLACK_APP_TOKEN ?? config.SLACK_SIGNING_SECRET;
  if (config.SLACK_BOT_TOKEN && !slackWay) {
    problems.push('SLACK_BOT_TOKEN: needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it');
  }
  const oauth = [config.SLACK_CLIENT_ID, config.SLACK_CLIENT_SECRET, config.SLACK_STATE_SECRET].filter(Boolean).length;
  if (oauth % 3 !== 0)
    problems.push(
      'SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET: installation in several workspaces needs all three',
    );
  if (oauth === 3 && !slackWay)
    problems.push('SLACK_CLIENT_ID: needs SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode) beside it');
  if (config.CHAT_MODEL && makerOf(config.CHAT_MODEL) === null && !config.OPENAI_API_KEY && !config.OPENAI_BASE_URL) {
    problems.push(
      'CHAT_MODEL: needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server that wants no key; for another maker write it first, as in anthropic:<model>',
    );
  }
  const { EMBEDDING_MODEL: embedding } = config;
  if (embedding !== 'built-in' && !embedding.startsWith('local:') && !config.OPENAI_API_KEY && !config.OPENAI_BASE_URL)
    problems.push(
      `EMBEDDING_MODEL: ${embedding} needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server that wants no key; "built-in" needs neither`,
    );
  problems.push(...tokensChanged(config), ...withoutUse(config));
  const [library, watched] = [path.resolve(config.LIBRARY_PATH), config.WATCH_PATH && path.resolve(config.WATCH_PATH)];
  if (watched !== undefined && (library === watched || library.startsWith(watched + path.sep)))
    problems.push('WATCH_PATH: the library (LIBRARY_PATH) is in it, and would be read as records; keep them apart');
  if (config.OPENAI_API_KEY && Object.keys(modelServer(config).headers).length > 0) {
    problems.push('OPENAI_BASE_URL: has a password in it, and OPENAI_API_KEY is set too; the server gets one of them');
  }
  return problems;
}
