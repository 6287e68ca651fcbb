/** Every setting, read in one place and from nowhere else. `.env.example` lists them in this order. */
import { z } from 'zod';

const text = z.string().trim().min(1).optional();
const positive = z.coerce.number().int().positive();

const schema = z.object({
  LIBRARY_PATH: z.string().trim().min(1).default('./library').describe('Folder of the library'),
  WATCH_PATH: text.describe('Folder whose records are kept in the library while Rapporteur runs; none where empty'),
  INGEST_PRIVATE_ADDRESSES: z
    .stringbool()
    .default(false)
    .describe(
      'Also fetch records from this machine and private networks; off, because whoever may add an address could read what they may not',
    ),
  EMBEDDING_MODEL: z
    .string()
    .trim()
    .min(1)
    .default('built-in')
    .describe(
      '"built-in" (no key, no network), "local:<model>" (ONNX, downloaded at first use), or a model of the server at OPENAI_BASE_URL',
    ),
  CHAT_MODEL: text.describe('Model that writes the prose; without it answers are made of quotes alone'),
  OPENAI_API_KEY: text.describe('Key of the OpenAI-compatible server'),
  OPENAI_BASE_URL: z.url().optional().describe('Address of another OpenAI-compatible server (Ollama, vLLM, LM Studio)'),
  ANSWER_TIMEOUT_MS: positive.default(30_000).describe('Longest time for one answer with a model, in milliseconds'),
  EVIDENCE_TOKENS: positive.default(3000).describe('Most tokens of evidence the model is shown for one question'),
  PROSE: z
    .enum(['cut', 'free'])
    .default('cut')
    .describe(
      '"cut": a model only chooses which words of which sentence are printed; "free": it writes in its own words, which is said wherever they are printed',
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
  DISCORD_API_URL: z.url().optional().describe("Another server than Discord's"),
  CHAT_UNPACKED_MB: positive
    .default(100)
    .describe('Most megabytes that what is packed in a file from a chat may unpack to'),
  HEALTH_PORT: positive.max(65_535).optional().describe('Port for /healthz on 127.0.0.1; none where empty'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('warn')
    .describe('How much is logged, to standard error'),
});

export type Config = z.infer<typeof schema>;

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
        return `${name}: ${issue.message} (it is ${JSON.stringify(given[name])})`;
      });
  if (!result.success || problems.length > 0) {
    const many = problems.length === 1 ? 'one is' : `${problems.length} are`;
    const listed = problems.map((problem) => `\n  ${problem}`).join('');
    throw new ConfigError(`Settings: ${many} wrong; see .env.example${listed}`);
  }
  return result.data;
}

function wrongTogether(config: Config): string[] {
  const problems: string[] = [];
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
  if (config.CHAT_MODEL && !config.OPENAI_API_KEY && !config.OPENAI_BASE_URL) {
    problems.push('CHAT_MODEL: needs OPENAI_API_KEY, or OPENAI_BASE_URL for a server that wants no key');
  }
  return problems;
}
