/** The app as Slack must know it: pasted under "Create New App › From a manifest". */
import type { webApi } from '@slack/bolt';
import type { Prompt } from './home.ts';
import { shortcuts } from './events.ts';
import { eventsPath } from './connection.ts';

/** The library's types know every field of a manifest, and every scope and event but `assistant:write` and the newest event. */
type Manifest = webApi.AppsManifestCreateArguments['manifest'];
type Scope = NonNullable<NonNullable<NonNullable<Manifest['oauth_config']>['scopes']>['bot']>[number];
type Event = NonNullable<NonNullable<NonNullable<Manifest['settings']>['event_subscriptions']>['bot_events']>[number];

export const command = '/rapporteur';

/** What the bot may do, and why it must. */
export const botScopes = [
  // Being asked, and answering.
  'app_mentions:read',
  'im:history',
  'chat:write',
  'commands',
  // Suggesting questions.
  'assistant:write',
  // Telling who asked that an answer has changed.
  'im:write',
  // Edited and deleted questions, and finding a reply whose fate is unknown.
  'channels:history',
  'groups:history',
  'mpim:history',
  // Which channels it is in, for its home.
  'channels:read',
  'groups:read',
  // Transcripts sent to it, and long answers as files.
  'files:read',
  'files:write',
  // Who administers the workspace, and the language of their Slack.
  'users:read',
] satisfies (Scope | 'assistant:write')[];

/** Asked for since December 2026: the user groups that settings can name. An app installed without does without. */
export const laterScopes = ['usergroups:read'] satisfies Scope[];

/** Where there is a reader: being told of its links, and showing their words. An app installed without does without. */
export const linkScopes = ['links:read', 'links:write'] satisfies Scope[];

export const botEvents = [
  'app_mention',
  'message.im',
  'message.channels',
  'message.groups',
  'message.mpim',
  // Saying hello where it is invited.
  'member_joined_channel',
  'app_home_opened',
  // Stopping what is being worked on.
  'agent_session_stopped',
  'app_context_changed',
  'app_uninstalled',
  'tokens_revoked',
] satisfies (Event | 'agent_session_stopped')[];

export interface ManifestOptions {
  /** Public address of the app, such as `https://rapporteur.example`; null for Socket Mode. */
  address: string | null;
  /** Public address of the reader, whose links are shown with their words; default none. */
  reader?: string | null;
  /** Tokens that are renewed twice a day; only for an app that is installed by OAuth. Default false. */
  rotates?: boolean;
  /** An organisation can install it for all its workspaces; only by OAuth. Default false. */
  forOrganisation?: boolean;
  name?: string;
  /** At most four; shown before the library's own. */
  prompts?: Prompt[];
}

/** A manifest as JSON has it, after docs.slack.dev/reference/app-manifest. */
export function slackManifest({
  address,
  reader = null,
  rotates = false,
  forOrganisation = false,
  name = 'Rapporteur',
  prompts = [],
}: ManifestOptions) {
  const requestUrl = address === null ? {} : { request_url: new URL(eventsPath, address).href };
  const commandUrl = address === null ? {} : { url: new URL(eventsPath, address).href };
  return {
    display_information: {
      name,
      description: 'What was said in recorded discussions, in the speakers’ own words',
      background_color: '#1d3557',
    } satisfies Manifest['display_information'],
    features: {
      agent_view: {
        agent_description:
          'Answers questions about recorded discussions with verbatim quotes, and says who said them, where and when.',
        suggested_prompts: [
          { title: 'Which sessions can I ask about?', message: 'sessions' },
          { title: 'How do I ask?', message: 'help' },
          ...prompts,
        ].slice(0, 4),
      },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: name, always_online: true },
      ...(reader === null ? {} : { unfurl_domains: [new URL(reader).hostname] }),
      shortcuts: [
        {
          type: 'message' as const,
          name: 'Who said this?',
          callback_id: shortcuts.who,
          description: 'Finds the words in the sessions, and who said them',
        },
        {
          type: 'message' as const,
          name: 'Check this quotation',
          callback_id: shortcuts.check,
          description: 'Compares a quotation word by word with what was said',
        },
      ],
      slash_commands: [
        {
          command,
          ...commandUrl,
          description: 'Ask what was said, check a quotation, list sessions and speakers',
          usage_hint: 'ask … | verify “…” | watch … | sessions | speakers | settings | data | forget me | help',
          should_escape: false,
        },
      ],
    } satisfies Manifest['features'],
    oauth_config: {
      ...(address === null ? {} : { redirect_urls: [new URL('/slack/oauth_redirect', address).href] }),
      scopes: { bot: [...botScopes, ...laterScopes, ...(reader === null ? [] : linkScopes)] },
    },
    settings: {
      event_subscriptions: {
        ...requestUrl,
        bot_events: reader === null ? botEvents : [...botEvents, 'link_shared' as const],
      },
      ...({
        interactivity: { is_enabled: true, ...requestUrl },
        org_deploy_enabled: forOrganisation,
        socket_mode_enabled: address === null,
        token_rotation_enabled: rotates,
      } satisfies Omit<NonNullable<Manifest['settings']>, 'event_subscriptions'>),
    },
  };
}
