/** Installations of the app in workspaces, kept encrypted in the library's store. */
import type { Installation, InstallationStore } from '@slack/bolt';
import { z } from 'zod';
import type { Installations } from '../../src/chat/installations.ts';

/** `onInstalled` is told of each workspace that installs the app, also again. */
export function slackInstallations(
  kept: Installations,
  onInstalled: (team: string) => Promise<void>,
): InstallationStore {
  return {
    async storeInstallation(installation) {
      if (installation.isEnterpriseInstall || installation.team === undefined) {
        throw new Error(
          'Slack: installation for a whole organisation is not supported; install the app in a single workspace',
        );
      }
      await kept.save(installationName(installation.team.id), installation);
      await onInstalled(installation.team.id);
    },
    async fetchInstallation({ teamId }) {
      const found = await installationOf(kept, teamId ?? '');
      if (found === null) {
        throw new Error(
          `Slack: the app is not installed in workspace ${teamId ?? '(none)'}; open /slack/install to install it`,
        );
      }
      return found;
    },
    async deleteInstallation({ teamId }) {
      await kept.remove(installationName(teamId ?? ''));
    },
  };
}

/** Null where the app is not installed in that workspace. */
export async function installationOf(kept: Installations, team: string): Promise<Installation<'v2', false> | null> {
  return installationSchema.safeParse(await kept.load(installationName(team))).data ?? null;
}

/** Under what a workspace's installation is kept. */
export function installationName(team: string): string {
  return `slack:${team}`;
}

/** The store keeps what was saved as it was; only what is needed of it is looked at. */
const botSchema = z.object({ bot: z.object({ token: z.string(), userId: z.string() }) });
const installationSchema = z.custom<Installation<'v2', false>>((value) => botSchema.safeParse(value).success);
