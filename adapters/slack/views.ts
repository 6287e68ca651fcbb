/** Modals, the app's home and the settings form: pure. */
import { createHash } from 'node:crypto';
import type { HomeView, InputBlock, KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { AnswerView, ContextView } from '../../src/chat/answer-view.ts';
import { page } from '../../src/chat/answer-view.ts';
import type { Panel } from '../../src/chat/reply.ts';
import type { People, PlaceSettings } from '../../src/chat/settings.ts';
import type { SessionSummary } from '../../src/rapporteur.ts';
import { button, cut, limits, noteBlock, quoteBlock, quotePages, textBlock, turnBlocks } from './blocks.ts';

/** Names of forms and of what can be pressed or chosen in them. */
export const forms = { settings: 'channel_settings', reason: 'feedback_reason' } as const;
export const viewActions = {
  earlier: 'earlier',
  later: 'later',
  page: 'page',
  settingsOf: 'settings_of',
  workspace: 'settings_of_workspace',
  prompt: 'how_to_ask',
} as const;

/** What a view must remember of where it was opened. */
export const viewMetadataSchema = z.object({
  id: z.string(),
  channel: z.string(),
  /** The quote whose context is shown, and how many turns from it. */
  key: z.string().default(''),
  shift: z.number().default(0),
  page: z.number().default(0),
});
export type ViewMetadata = z.infer<typeof viewMetadataSchema>;

/** Turns before and after the middle one of a page of context. */
export const turnsAround = 3;

export function contextModal(view: ContextView, metadata: ViewMetadata): ModalView {
  const step = 2 * turnsAround + 1;
  const pages = [
    ...(view.hasEarlier ? [button('Earlier', viewActions.earlier, String(metadata.shift - step))] : []),
    ...(view.hasLater ? [button('Later', viewActions.later, String(metadata.shift + step))] : []),
  ];
  return modal(
    'In context',
    [
      noteBlock(view.heading),
      ...turnBlocks(view),
      ...(pages.length === 0 ? [] : [{ type: 'actions' as const, elements: pages }]),
    ],
    metadata,
  );
}

export function quotesModal(view: AnswerView, metadata: ViewMetadata): ModalView {
  const shown = page(quotePages(view), metadata.page, 1);
  const quotes = shown.items[0] ?? [];
  const pages = [
    ...(shown.page > 0 ? [button('Before', `${viewActions.page}_before`, String(shown.page - 1))] : []),
    ...(shown.page + 1 < shown.pages ? [button('Next', `${viewActions.page}_next`, String(shown.page + 1))] : []),
  ];
  return modal(
    'Quotes',
    [
      noteBlock(`Page ${shown.page + 1} of ${shown.pages}`),
      ...quotes.map((quote) => quoteBlock(quote)),
      ...(quotes.length === 0 ? [textBlock('There are no quotes.')] : []),
      ...(pages.length === 0 ? [] : [{ type: 'actions' as const, elements: pages }]),
    ],
    metadata,
  );
}

export function noticeModal(text: string): ModalView {
  return modal('Rapporteur', [textBlock(cut(text, limits.plainText))]);
}

export function reasonModal(metadata: ViewMetadata): ModalView {
  return {
    ...modal(
      'What was wrong?',
      [
        {
          type: 'input',
          block_id: 'reason',
          optional: true,
          label: plain('What was wrong with the answer?'),
          element: { type: 'plain_text_input', action_id: 'reason', multiline: true, max_length: 1000 },
        },
      ],
      metadata,
    ),
    callback_id: forms.reason,
    submit: plain('Send'),
  };
}

/** `place` names what is set: a channel, or the whole workspace. */
export function settingsModal(
  place: string,
  settings: PlaceSettings,
  isInherited: boolean,
  sessions: SessionSummary[],
  metadata: ViewMetadata,
): ModalView {
  const { scope } = settings;
  const [events, titles] = scopeChoices(sessions);
  const blocks: KnownBlock[] = [
    noteBlock(`What holds in ${place}.`),
    ...(metadata.channel === ''
      ? []
      : [
          {
            type: 'input',
            block_id: 'inherit',
            optional: true,
            label: plain('Where the settings come from'),
            element: {
              type: 'checkboxes',
              action_id: 'inherit',
              options: [inheritOption],
              ...(isInherited ? { initial_options: [inheritOption] } : {}),
            },
          } satisfies InputBlock,
        ]),
    chooseMany(
      'events',
      'Events that can be asked about',
      'Nothing chosen, in both lists: everything',
      events,
      scope?.events ?? [],
    ),
    chooseMany(
      'sessions',
      'Single sessions that can be asked about',
      'Added to the events above',
      titles,
      scope?.sessions ?? [],
    ),
    chooseOne('reply', 'Where the answer goes', replyOptions, settings.reply),
    ...people('ask', 'Who may ask', settings.mayAsk),
    {
      type: 'input',
      block_id: 'hourly',
      optional: true,
      label: plain('Questions an hour, for each person'),
      hint: plain('Empty: no limit'),
      element: {
        type: 'number_input',
        action_id: 'hourly',
        is_decimal_allowed: false,
        min_value: '1',
        max_value: '1000',
        ...(settings.questionsPerHour === null ? {} : { initial_value: String(settings.questionsPerHour) }),
      },
    },
    ...people('ingest', 'Who may add sessions by sending a file', settings.mayIngest),
  ];
  return { ...modal('Settings', blocks, metadata), callback_id: forms.settings, submit: plain('Save') };
}

/**
 * What was chosen in the form; `values` as Slack sends them. Null: use the workspace's. What was in scope before and
 * is too old for the form to offer stays in scope.
 */
export function readSettings(
  values: unknown,
  before: PlaceSettings,
  sessions: SessionSummary[],
): Partial<PlaceSettings> | null {
  const read = submittedSchema.parse(values);
  if ((read.inherit?.inherit.selected_options.length ?? 0) > 0) {
    return null;
  }
  const [events, titles] = scopeChoices(sessions);
  const scope = {
    events: [
      ...chosenOf(events, read.events?.events),
      ...notOffered(
        events,
        before.scope?.events,
        sessions.flatMap(({ event }) => event ?? []),
      ),
    ],
    sessions: [
      ...chosenOf(titles, read.sessions?.sessions),
      ...notOffered(
        titles,
        before.scope?.sessions,
        sessions.map(({ id }) => id),
      ),
    ],
  };
  return {
    scope: scope.events.length + scope.sessions.length === 0 ? null : scope,
    reply: read.reply.reply.selected_option.value,
    mayAsk: peopleOf(read.ask.ask.selected_option.value, read.ask_people?.ask_people.selected_users ?? []),
    questionsPerHour: read.hourly?.hourly.value ? Number(read.hourly.hourly.value) : null,
    mayIngest: peopleOf(
      read.ingest.ingest.selected_option.value,
      read.ingest_people?.ingest_people.selected_users ?? [],
    ),
  };
}

export interface Home {
  sessions: SessionSummary[];
  recent: Panel;
  help: Panel;
  channelCount: number | null;
  isAdmin: boolean;
}

export function homeView({ sessions, recent, help, channelCount, isAdmin }: Home): HomeView {
  const events = new Set(sessions.flatMap(({ event }) => event ?? []));
  const turns = sessions.reduce((sum, { turnCount }) => sum + turnCount, 0);
  const where =
    channelCount === null ? '' : ` I am in ${channelCount === 1 ? 'one channel' : `${channelCount} channels`}.`;
  return {
    type: 'home',
    blocks: [
      header('Rapporteur'),
      textBlock(
        'I answer questions about recorded discussions with the speakers’ own words, and say where they stand. I am a program: check what matters at its source.',
      ),
      header('What I can read here'),
      textBlock(
        sessions.length === 0
          ? 'No session yet.'
          : `${sessions.length === 1 ? 'One session' : `${sessions.length} sessions`}${events.size === 0 ? '' : ` of ${events.size === 1 ? 'one event' : `${events.size} events`}`}, ${turns} turns of speech.${where}`,
      ),
      ...panelBlocks(recent),
      ...panelBlocks(help),
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
                  placeholder: plain('Settings of a channel'),
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

interface Choice {
  value: string;
  label: string;
}

/** Events and sessions, newest first, as many as a form can offer. */
function scopeChoices(sessions: SessionSummary[]): [Choice[], Choice[]] {
  const events = [...new Set(sessions.flatMap(({ event }) => event ?? []))].map((event) => ({
    value: event,
    label: event,
  }));
  const titles = sessions.map(({ id, title, date }) => ({
    value: id,
    label: date === null ? title : `${date} ${title}`,
  }));
  return [events.slice(0, limits.optionsInGroup), titles.slice(0, limits.optionsInGroup)];
}

function chosenOf(choices: Choice[], chosen: z.infer<typeof chosenSchema>): string[] {
  return (chosen?.selected_options ?? []).flatMap(
    ({ value }) => choices.find((choice) => keyOf(choice.value) === value)?.value ?? [],
  );
}

function notOffered(choices: Choice[], before: string[] | undefined, inLibrary: string[]): string[] {
  return (before ?? []).filter(
    (value) => inLibrary.includes(value) && !choices.some((choice) => choice.value === value),
  );
}

function chooseMany(name: string, label: string, hint: string, choices: Choice[], chosen: string[]): KnownBlock {
  if (choices.length === 0) {
    return noteBlock(`${label}: the library holds none yet.`);
  }
  const options = choices.map((choice) => option(choice.label, keyOf(choice.value)));
  const initial = options.filter(({ value }) => chosen.some((one) => keyOf(one) === value));
  return {
    type: 'input',
    block_id: name,
    optional: true,
    label: plain(label),
    hint: plain(hint),
    element: {
      type: 'multi_static_select',
      action_id: name,
      options,
      ...(initial.length === 0 ? {} : { initial_options: initial }),
    },
  };
}

function chooseOne(name: string, label: string, options: PlainTextOption[], chosen: string): KnownBlock {
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    element: {
      type: 'radio_buttons',
      action_id: name,
      options,
      initial_option: options.find(({ value }) => value === chosen) ?? options[0]!,
    },
  };
}

function people(name: 'ask' | 'ingest', label: string, value: People): KnownBlock[] {
  const users = typeof value === 'string' ? [] : value.users;
  return [
    chooseOne(name, label, peopleOptions, typeof value === 'string' ? value : 'chosen'),
    {
      type: 'input',
      block_id: `${name}_people`,
      optional: true,
      label: plain('The chosen people'),
      element: {
        type: 'multi_users_select',
        action_id: `${name}_people`,
        ...(users.length === 0 ? {} : { initial_users: users }),
      },
    },
  ];
}

function peopleOf(choice: 'everyone' | 'admins' | 'chosen', users: string[]): People {
  return choice === 'chosen' ? { users, roles: [] } : choice;
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

function modal(title: string, blocks: KnownBlock[], metadata?: ViewMetadata): ModalView {
  return {
    type: 'modal',
    title: plain(cut(title, limits.viewTitle)),
    blocks,
    ...(metadata ? { private_metadata: JSON.stringify(metadata) } : {}),
  };
}

function header(text: string): KnownBlock {
  return { type: 'header', text: plain(text) };
}

function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

function option(label: string, value: string): PlainTextOption {
  return { text: plain(cut(label.toWellFormed() || '–', limits.optionText)), value };
}

/** Ids and names of events can be longer than an option's value may be. */
function keyOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url').slice(0, 20);
}

const inheritOption = option('Use the settings of the workspace', 'inherit');
const replyOptions = [
  option('In the thread, for everyone in the channel', 'thread'),
  option('Only to who asked', 'asker'),
];
const peopleOptions = [
  option('Everyone', 'everyone'),
  option('Administrators', 'admins'),
  option('Administrators and the people chosen below', 'chosen'),
];

const chosenSchema = z.object({ selected_options: z.array(z.object({ value: z.string() })).nullish() }).optional();
const peopleSchema = z.object({ selected_option: z.object({ value: z.enum(['everyone', 'admins', 'chosen']) }) });
const usersSchema = z.object({
  selected_users: z
    .array(z.string())
    .nullish()
    .transform((users) => users ?? []),
});
const submittedSchema = z.object({
  inherit: z
    .object({
      inherit: z.object({
        selected_options: z
          .array(z.unknown())
          .nullish()
          .transform((options) => options ?? []),
      }),
    })
    .optional(),
  events: z.object({ events: chosenSchema }).optional(),
  sessions: z.object({ sessions: chosenSchema }).optional(),
  reply: z.object({ reply: z.object({ selected_option: z.object({ value: z.enum(['thread', 'asker']) }) }) }),
  ask: z.object({ ask: peopleSchema }),
  ask_people: z.object({ ask_people: usersSchema }).optional(),
  hourly: z.object({ hourly: z.object({ value: z.string().nullish() }) }).optional(),
  ingest: z.object({ ingest: peopleSchema }),
  ingest_people: z.object({ ingest_people: usersSchema }).optional(),
});
