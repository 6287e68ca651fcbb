/** The app's home, and what is suggested to ask. Pure. */
import type { HomeView, KnownBlock } from '@slack/types';
import type { Panel } from '../../src/chat/reply.ts';
import { inEnglish, type Words } from '../../src/chat/wording.ts';
import type { SessionSummary } from '../../src/rapporteur.ts';
import { button, noteBlock, textBlock } from './quote-blocks.ts';
import { cut, limits } from './rich-text.ts';
import { plainText, viewActions } from './views.ts';

export interface Home {
  sessions: SessionSummary[];
  recent: Panel;
  help: Panel;
  channelCount: number | null;
  isAdmin: boolean;
  /** What was spent on models here, and what may be; null where nothing was and there is no limit. */
  budget: string | null;
  /** For administrators; null for everybody else. */
  usage: Panel | null;
  /** Of the manifest, and not given to the app. */
  missingScopes: string[];
}

export function homeView(
  { sessions, recent, help, channelCount, isAdmin, budget, usage, missingScopes }: Home,
  say: Words = inEnglish,
): HomeView {
  const events = new Set(sessions.flatMap(({ event }) => event ?? []));
  const turns = sessions.reduce((sum, { turnCount }) => sum + turnCount, 0);
  const counts = say('homeCounts', { sessions: sessions.length, events: events.size, turns });
  const where = channelCount === null ? '' : ` ${say('homeChannels', { count: channelCount })}`;
  return {
    type: 'home',
    blocks: [
      header('Rapporteur'),
      textBlock(say('homeWhat')),
      header(say('canRead')),
      textBlock(sessions.length === 0 ? say('noSessionOpen') : `${counts}${where}`),
      ...panelBlocks(recent),
      ...panelBlocks(help),
      ...(budget === null ? [] : [noteBlock(budget)]),
      ...(usage === null ? [] : panelBlocks(usage)),
      ...(isAdmin && missingScopes.length > 0
        ? [noteBlock(say('scopesMissing', { scopes: missingScopes.join(', ') }))]
        : []),
      ...(isAdmin
        ? [
            header(say('settings')),
            {
              type: 'actions',
              block_id: 'settings',
              elements: [
                {
                  type: 'conversations_select',
                  action_id: viewActions.settingsOf,
                  placeholder: plainText(say('settingsOfAChannel')),
                  filter: { include: ['public', 'private'], exclude_bot_users: true },
                },
                button(say('settingsOfWorkspace'), viewActions.workspace, 'workspace'),
              ],
            } satisfies KnownBlock,
          ]
        : [noteBlock(say('administratorsCan'))]),
    ],
  };
}

/** Up to four questions to begin with, from what can be asked about. */
export function suggestedPrompts(sessions: SessionSummary[], say: Words = inEnglish): [Prompt, ...Prompt[]] {
  const [newest, second] = sessions;
  const speaker = newest?.speakers[0];
  const prompts: Prompt[] = [
    ...(newest === undefined ? [] : [prompt(say('promptAgreed', { title: newest.title }))]),
    ...(newest === undefined || speaker === undefined
      ? []
      : [prompt(say('promptSaid', { name: speaker, title: newest.title }))]),
    ...(second === undefined ? [] : [prompt(say('promptDisputed', { title: second.title }))]),
  ];
  return [{ title: cut(say('promptSessions'), limits.promptTitle), message: 'sessions' }, ...prompts];
}

export interface Prompt {
  title: string;
  message: string;
}

function prompt(question: string): Prompt {
  return { title: cut(question, limits.promptTitle), message: question };
}

function panelBlocks({ title, lines }: Panel): KnownBlock[] {
  return [
    header(title),
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: (lines.length === 0 ? ['–'] : lines).map((line) => ({
            type: 'rich_text_section',
            elements: [{ type: 'text', text: cut(line, 500) || ' ' }],
          })),
        },
      ],
    },
  ];
}

function header(text: string): KnownBlock {
  return { type: 'header', text: plainText(text) };
}
