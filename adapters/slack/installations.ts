/** Installations of the app in workspaces and organisations, kept encrypted in the library's store, with tokens that are renewed in time. */
import type { Installation, InstallationStore } from '@slack/bolt';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Installations } from '../../src/chat/installations.ts';
import { errorOf } from './clients.ts';

/** One workspace's, or that of the organisation it is in. */
export type Installed = Installation<'v2'>;

/** What Slack gives for a refresh token. */
export interface Renewed {
  token: string;
  refreshToken: string;
  /** Seconds. */
  expiresIn: number;
}

export interface SlackInstallations extends InstallationStore {
  /** Of a workspace, with a token that is valid; null where the app is not installed there. */
  of(team: string): Promise<Installed | null>;
  /** The bot's own user there; empty where the app is not installed. */
  botUserOf(team: string): Promise<string>;
  /** Notes of a workspace in which organisation it is, as deliveries tell. */
  note(delivery: unknown): Promise<void>;
  /** The app was taken out of a workspace. */
  remove(team: string): Promise<void>;
}

export interface SlackInstallationsOptions {
  kept: Installations;
  /** Told of each workspace that installs the app, also again. */
  onInstalled: (team: string) => Promise<void>;
  renew: (refreshToken: string) => Promise<Renewed>;
  /** Milliseconds since 1970. */
  clock: () => number;
  log: Pick<Logger, 'info' | 'warn'>;
}

export function slackInstallations({
  kept,
  onInstalled,
  renew,
  clock,
  log,
}: SlackInstallationsOptions): SlackInstallations {
  const renewing = new Map<string, Promise<Installed>>();

  async function load(team: string): Promise<{ name: string; installed: Installed } | null> {
    const own = await kept.load(installationName(team));
    const { organisation } = pointerSchema.safeParse(own).data ?? {};
    const name = installationName(organisation ?? team);
    const installed = installationSchema.safeParse(organisation === undefined ? own : await kept.load(name)).data;
    return installed === undefined ? null : { name, installed };
  }

  /** A refresh token works once: whoever needs the new token waits for the one call. */
  async function inTime(name: string, installed: Installed): Promise<Installed> {
    const { refreshToken, expiresAt } = installed.bot!;
    if (refreshToken === undefined || expiresAt === undefined || expiresAt * 1000 - clock() > renewBeforeMs)
      return installed;
    const work = renewing.get(name) ?? renewed(name, installed, refreshToken, expiresAt);
    renewing.set(name, work);
    try {
      return await work;
    } finally {
      renewing.delete(name);
    }
  }

  async function renewed(
    name: string,
    installed: Installed,
    refreshToken: string,
    expiresAt: number,
  ): Promise<Installed> {
    const newer = async () => {
      const now = installationSchema.safeParse(await kept.load(name)).data;
      return now !== undefined && now.bot?.refreshToken !== refreshToken ? now : null;
    };
    // Who looked before it was renewed comes late.
    const already = await newer();
    if (already !== null) return already;
    try {
      const { token, refreshToken: next, expiresIn } = await renew(refreshToken);
      const bot = { ...installed.bot!, token, refreshToken: next, expiresAt: Math.floor(clock() / 1000) + expiresIn };
      const fresh = { ...installed, bot };
      await kept.save(name, fresh);
      log.info({ installation: name }, 'Slack: a token was renewed');
      return fresh;
    } catch (error) {
      // Another process may have been quicker.
      const now = await newer();
      if (now !== null) return now;
      log.warn({ installation: name, reason: errorOf(error) }, 'Slack: a token could not be renewed');
      if (expiresAt * 1000 > clock()) return installed;
      throw error;
    }
  }

  async function of(team: string): Promise<Installed | null> {
    const found = await load(team);
    return found === null ? null : inTime(found.name, found.installed);
  }

  return {
    of,
    botUserOf: async (team) => (await load(team))?.installed.bot?.userId ?? '',

    async note(delivery) {
      const { team_id: team, enterprise, ...read } = deliverySchema.safeParse(delivery).data ?? {};
      const authorization = read.authorizations?.[0];
      const isOfOrganisation = authorization?.is_enterprise_install ?? read.is_enterprise_install ?? false;
      const workspace = authorization?.team_id ?? team ?? read.team?.id ?? read.user?.team_id;
      const organisation = authorization?.enterprise_id ?? read.enterprise_id ?? enterprise?.id;
      if (!isOfOrganisation || !workspace || !organisation || (await load(workspace)) !== null) return;
      if ((await load(organisation)) !== null) await kept.save(installationName(workspace), { organisation });
    },

    async storeInstallation(installation) {
      const isOfOrganisation = installation.isEnterpriseInstall && installation.enterprise !== undefined;
      const id = isOfOrganisation ? installation.enterprise!.id : installation.team?.id;
      if (id === undefined) throw new Error('Slack: an installation of neither a workspace nor an organisation');
      await kept.save(installationName(id), installation);
      if (!isOfOrganisation) await onInstalled(id);
    },

    async fetchInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
      const found = (teamId ? await of(teamId) : null) ?? (enterpriseId ? await of(enterpriseId) : null);
      if (found === null) {
        const where = isEnterpriseInstall ? `organisation ${enterpriseId}` : `workspace ${teamId ?? '(none)'}`;
        throw new Error(`Slack: the app is not installed in ${where}; open /slack/install to install it`);
      }
      return found;
    },

    async deleteInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
      await kept.remove(installationName((isEnterpriseInstall ? enterpriseId : teamId) ?? ''));
    },

    // Of an organisation one workspace can be taken out, and the token goes on for the others.
    remove: (team) => kept.remove(installationName(team)),
  };
}

/** Under what the installation of a workspace or an organisation is kept. */
function installationName(id: string): string {
  return `slack:${id}`;
}

/** Slack's tokens live for twelve hours, and Bolt would renew them itself two hours before. */
const renewBeforeMs = 3 * 3_600_000;

/** The store keeps what was saved as it was; only what is needed of it is looked at. */
const botSchema = z.object({ bot: z.object({ token: z.string(), userId: z.string() }) });
const installationSchema = z.custom<Installed>((value) => botSchema.safeParse(value).success);
/** Of a workspace whose organisation has installed the app. */
const pointerSchema = z.object({ organisation: z.string() });

const deliverySchema = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
    .nullish(),
  authorizations: z
    .array(
      z.object({
        team_id: z.string().nullish(),
        enterprise_id: z.string().nullish(),
        is_enterprise_install: z.boolean().nullish(),
      }),
    )
    .nullish(),
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  user: z.object({ team_id: z.string().nullish() }).nullish(),
});
