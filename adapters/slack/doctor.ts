/** Whether Slack takes the tokens that are set, and with them all that the adapter does. */
import type { Config } from '../../src/config.ts';
import { type Check, clockCheck, request, well, wrong } from '../../src/operations/doctor.ts';
import { botScopes } from './manifest.ts';

export async function slackChecks(config: Config): Promise<Check[]> {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_CLIENT_ID: oauth } = config;
  if (bot === undefined && oauth === undefined) return [];
  return [
    ...(bot === undefined ? [] : await botChecks(config, bot)),
    ...(app === undefined ? [] : await appChecks(config, app)),
  ];
}

const base = ({ SLACK_API_URL: url }: Config) => (url ?? 'https://slack.com/api/').replace(/\/?$/u, '/');
const bearing = (token: string) => ({ authorization: `Bearer ${token}` });
const unreached = (why: string) =>
  wrong(
    'Slack',
    `It cannot be reached (${why}).`,
    'Let this machine reach slack.com by HTTPS and WSS, or set SLACK_API_URL right.',
  );

async function botChecks(config: Config, token: string): Promise<Check[]> {
  const asked = await request(`${base(config)}auth.test`, bearing(token), 'POST');
  if ('unreachable' in asked) return [unreached(asked.unreachable)];
  const told = (asked.body ?? {}) as { ok?: boolean; error?: string; team?: string };
  if (told.ok !== true)
    return [
      wrong(
        'Slack',
        `SLACK_BOT_TOKEN is not taken (${told.error ?? asked.status}).`,
        'Copy the Bot User OAuth Token from OAuth & Permissions, and set it.',
      ),
      ...clockCheck(asked),
    ];
  const scopes = asked.headers.get('x-oauth-scopes');
  const has = new Set((scopes ?? '').split(',').map((scope) => scope.trim()));
  const missing = scopes === null ? [] : botScopes.filter((scope) => !has.has(scope));
  return [
    missing.length === 0
      ? well('Slack', `SLACK_BOT_TOKEN is taken${told.team ? ` in ${told.team}` : ''}, with its scopes.`)
      : wrong(
          'Slack',
          `The app lacks scopes: ${missing.join(', ')}.`,
          'Set the manifest anew (npm start --silent -- slack manifest), and install the app again.',
        ),
    ...clockCheck(asked),
  ];
}

async function appChecks(config: Config, token: string): Promise<Check[]> {
  const asked = await request(`${base(config)}apps.connections.open`, bearing(token), 'POST');
  if ('unreachable' in asked) return [unreached(asked.unreachable)];
  const told = (asked.body ?? {}) as { ok?: boolean; error?: string };
  return [
    told.ok === true
      ? well('Slack', 'SLACK_APP_TOKEN is taken.')
      : wrong(
          'Slack',
          `SLACK_APP_TOKEN is not taken (${told.error ?? asked.status}).`,
          'Make an app-level token with connections:write under Basic Information, and set it.',
        ),
  ];
}
