/** Settings of channels and workspaces, as they are kept. */
import type { Place } from './post.ts';
import { defaultSettings, type PlaceSettings } from './settings.ts';
import type { ChatDatabase, Statements } from './store/chat-database.ts';

export interface KeptSettings {
  /** Defaults, then the workspace's, then the channel's. */
  settings(place: Place): Promise<PlaceSettings>;
  /** What is set for this channel, or with `channel: ''` for the workspace, without what it inherits. */
  ownSettings(place: Place): Promise<Partial<PlaceSettings>>;
  /** Channels of a workspace that have settings of their own. */
  channelsWithSettings(platform: string, workspace: string): Promise<string[]>;
  /** Replaces what is set there; a missing key is inherited. */
  saveSettings(place: Place, settings: Partial<PlaceSettings>): Promise<void>;
  /** Makes them anew of what is set there, as nobody else changes it meanwhile. */
  changeSettings(place: Place, change: (own: Partial<PlaceSettings>) => Partial<PlaceSettings>): Promise<void>;
}

export function settingsIn(database: ChatDatabase): KeptSettings {
  const here = 'platform = $1 AND workspace = $2 AND channel = $3';
  const of = ({ platform, workspace, channel }: Place) => [platform, workspace, channel] as const;

  async function ownIn({ one }: Statements, place: Place): Promise<Partial<PlaceSettings>> {
    const found = await one(`SELECT settings FROM settings WHERE ${here}`, ...of(place));
    return found ? JSON.parse(String(found['settings'])) : {};
  }

  return {
    settings: async (place) => ({
      ...defaultSettings,
      ...(await ownIn(database, { ...place, channel: '' })),
      ...(await ownIn(database, place)),
    }),

    ownSettings: (place) => ownIn(database, place),

    channelsWithSettings: async (platform, workspace) => {
      const rows = await database.all(
        `SELECT channel FROM settings WHERE platform = $1 AND workspace = $2 AND channel <> '' AND settings <> '{}'`,
        platform,
        workspace,
      );
      return rows.map(({ channel }) => String(channel));
    },

    async saveSettings(place, settings) {
      await database.run(
        `INSERT INTO settings VALUES ($1, $2, $3, $4)
        ON CONFLICT (platform, workspace, channel) DO UPDATE SET settings = excluded.settings`,
        ...of(place),
        JSON.stringify(settings),
      );
    },

    changeSettings: (place, change) =>
      database.transaction(async (within) => {
        // From here on its row is ours until the end.
        await within.run(
          `INSERT INTO settings VALUES ($1, $2, $3, '{}')
          ON CONFLICT (platform, workspace, channel) DO UPDATE SET settings = settings.settings`,
          ...of(place),
        );
        const changed = change(await ownIn(within, place));
        await within.run(`UPDATE settings SET settings = $4 WHERE ${here}`, ...of(place), JSON.stringify(changed));
      }),
  };
}
