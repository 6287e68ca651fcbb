/** The app's home, and what is suggested to ask. Pure. */
import type { HomeView, KnownBlock } from '@slack/types';
import type { Panel } from '../../src/chat/reply.ts';
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
}

export function homeView({ sessions, recent, help, channelCount, isAdmin, budget, usage }: Home): HomeView {
  const events = new Set(sessions.flatMap(({ event }) => event ?? []));
  const turns = sessions.reduce((sum, { turnCount }) => sum + turnCount, 0);
  const sessionsHere = sessions.length === 1 ? 'One session' : `${sessions.length} sessions`;
  const ofEvents = events.size === 0 ? '' : ` of ${events.size === 1 ? 'one event' : `${events.size} events`}`;
  const where =
    channelCount === null ? '' : ` I am in ${channelCount === 1 ? 'one channel' : `${channelCount} channels`}.`;
  return {
    type: 'home',
    blocks: [
      header('Rapporteur'),
      textBlock(
        'I answer questions about recorded discussions with the speakers’ own words, and say where they stand. ' +
          'I am a program: check what matters at its source.',
      ),
      header('What I can read here'),
      textBlock(
        sessions.length === 0 ? 'No session yet.' : `${sessionsHere}${ofEvents}, ${turns} turns of speech.${where}`,
      ),
      ...panelBlocks(recent),
      ...panelBlocks(help),
      ...(budget === null ? [] : [noteBlock(budget)]),
      ...(usage === null ? [] : panelBlocks(usage)),
      ...(isAdmin
        ? [
            header('Settings'),
            {
              type: 'actions',
              block_id: 'settings',
              elements: [
                {
                  type: 'conversations_select',
                  action_id: viewActions.settingsOf,
                  placeholder: plainText('Settings of a channel'),
                  filter: { include: ['public', 'private'], exclude_bot_users: true },
                },
                button('Settings of the workspace', viewActions.workspace, 'workspace'),
              ],
            } satisfies KnownBlock,
          ]
        : [noteBlock('Administrators of this workspace can change here what can be asked in which channel.')]),
    ],
  };
}

/** Up to four questions to begin with, from what can be asked about. */
export function suggestedPrompts(sessions: SessionSummary[]): [Prompt, ...Prompt[]] {
  const [newest, second] = sessions;
  const speaker = newest?.speakers[0];
  const prompts: Prompt[] = [
    ...(newest === undefined ? [] : [prompt(`What was agreed in “${newest.title}”?`)]),
    ...(newest === undefined || speaker === undefined ? [] : [prompt(`What did ${speaker} say in “${newest.title}”?`)]),
    ...(second === undefined ? [] : [prompt(`What was disputed in “${second.title}”?`)]),
  ];
  return [{ title: 'Which sessions can I ask about?', message: 'sessions' }, ...prompts];
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
