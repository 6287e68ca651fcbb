/** The form with the settings of a channel or of the workspace, and what is read from it. Pure. */
import { createHash } from 'node:crypto';
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { People, PlaceSettings } from '../../src/chat/settings.ts';
import { holds } from '../../src/chat/typed.ts';
import type { SessionSummary } from '../../src/rapporteur.ts';
import { noteBlock } from './quote-blocks.ts';
import { cut, limits } from './rich-text.ts';
import { forms, modal, plainText, type ViewMetadata } from './views.ts';

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
            label: plainText('Where the settings come from'),
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
      label: plainText('Questions an hour, for each person'),
      hint: plainText('Empty: no limit'),
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
    chooseOne('answers', 'Which messages are answered', answersOptions, settings.answers),
    chooseOne('threads', 'In threads in which I answered', threadsOptions, settings.threadsGoOn ? 'go on' : 'mentions'),
  ];
  return { ...modal('Settings', blocks, metadata), callback_id: forms.settings, submit: plainText('Save') };
}

/**
 * What was chosen in the form; `values` as Slack sends them. Null: use the workspace's. What was in scope before and
 * the form had no room to show stays in scope.
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
    events: [...chosenOf(events, read.events?.events), ...notShown(events, before.scope?.events)],
    sessions: [...chosenOf(titles, read.sessions?.sessions), ...notShown(titles, before.scope?.sessions)],
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
    answers: read.answers?.answers.selected_option.value ?? before.answers,
    threadsGoOn: (read.threads?.threads.selected_option.value ?? (before.threadsGoOn ? 'go on' : '')) === 'go on',
  };
}

interface Choice {
  value: string;
  label: string;
}

/** What can be chosen of a list that is searched while somebody types: as many as Slack shows at a time. */
export function scopeOptions(of: 'events' | 'sessions', sessions: SessionSummary[], typed: string): PlainTextOption[] {
  const [events, titles] = scopeChoices(sessions);
  return (of === 'events' ? events : titles)
    .filter(({ label }) => holds(label, typed))
    .slice(0, limits.optionsInGroup)
    .map(({ label, value }) => option(label, keyOf(value)));
}

/** Events and sessions, newest first. */
function scopeChoices(sessions: SessionSummary[]): [Choice[], Choice[]] {
  const events = [...new Set(sessions.flatMap(({ event }) => event ?? []))].map((event) => ({
    value: event,
    label: event,
  }));
  const titles = sessions.map(({ id, title, date }) => ({
    value: id,
    label: date === null ? title : `${date} ${title}`,
  }));
  return [events, titles];
}

function chosenOf(choices: Choice[], chosen: z.infer<typeof chosenSchema>): string[] {
  return (chosen?.selected_options ?? []).flatMap(
    ({ value }) => choices.find((choice) => keyOf(choice.value) === value)?.value ?? [],
  );
}

/** Of what was in scope before and is there still, what the form had no room to show as chosen. */
function notShown(choices: Choice[], before: string[] | undefined): string[] {
  return choices.flatMap(({ value }) => (before?.includes(value) ? [value] : [])).slice(limits.optionsInGroup);
}

function chooseMany(name: string, label: string, hint: string, choices: Choice[], chosen: string[]): KnownBlock {
  if (choices.length === 0) {
    return noteBlock(`${label}: the library holds none yet.`);
  }
  const initial = choices
    .filter(({ value }) => chosen.includes(value))
    .slice(0, limits.optionsInGroup)
    .map((choice) => option(choice.label, keyOf(choice.value)));
  return {
    type: 'input',
    block_id: name,
    optional: true,
    label: plainText(label),
    hint: plainText(hint),
    element: {
      type: 'multi_external_select',
      action_id: name,
      min_query_length: 0,
      placeholder: plainText('Type to search'),
      ...(initial.length === 0 ? {} : { initial_options: initial }),
    },
  };
}

function chooseOne(name: string, label: string, options: PlainTextOption[], chosen: string): KnownBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(label),
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
      label: plainText('The chosen people'),
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

function option(label: string, value: string): PlainTextOption {
  return { text: plainText(cut(label.toWellFormed() || '–', limits.optionText)), value };
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
const answersOptions = [
  option('Those that mention me', 'mentions'),
  option('Every question', 'questions'),
  option('Every message', 'everything'),
];
const threadsOptions = [option('Questions need no mention', 'go on'), option('Questions need a mention', 'mentions')];
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
  answers: chosenAmong('answers', ['mentions', 'questions', 'everything']),
  threads: chosenAmong('threads', ['go on', 'mentions']),
});

/** Absent in a form that an earlier version of the program had opened. */
function chosenAmong<Name extends string, Value extends string>(name: Name, values: [Value, ...Value[]]) {
  const chosen = z.object({ selected_option: z.object({ value: z.enum(values) }) });
  return z.record(z.literal(name), chosen).optional();
}
