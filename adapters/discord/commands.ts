/** The commands Discord shows, when they must be registered anew, and what the bot may do in a server. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

export const whoSaidThis = 'Who said this?';
export const checkThisQuotation = 'Check this quotation';

/** The least the bot needs; the invite link asks for exactly these. */
export const permissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  // To reply to the message that asks, and to find its own reply after a broken connection.
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.SendMessagesInThreads |
  // For answers too long for a message.
  PermissionFlagsBits.AttachFiles;

/** Opens the page on which a manager of a server lets the bot in. */
export function inviteLink(applicationId: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${permissions}`;
}

export function commands(): RESTPutAPIApplicationCommandsJSONBody {
  const anywhere = {
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  };
  const inServers = {
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  };
  const session: APIApplicationCommandBasicOption = {
    type: ApplicationCommandOptionType.String,
    name: 'session',
    description: 'Only in this session',
    autocomplete: true,
  };
  return [
    {
      name: 'ask',
      description: 'Ask what was said in the recorded discussions',
      ...anywhere,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'question',
          description: 'What do you want to know?',
          required: true,
          max_length: 1000,
        },
        session,
        {
          type: ApplicationCommandOptionType.String,
          name: 'speaker',
          description: 'Only from this speaker',
          autocomplete: true,
        },
        { type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'Only you see the answer' },
      ],
    },
    {
      name: 'verify',
      description: 'Check a quotation word by word',
      ...anywhere,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'quotation',
          description: 'The words as they are quoted',
          required: true,
          max_length: 3000,
        },
      ],
    },
    { name: 'sessions', description: 'List the sessions that can be asked about', ...anywhere },
    { name: 'speakers', description: 'List who spoke', ...anywhere, options: [session] },
    {
      name: 'paper',
      description: 'A file: what was said or undertaken, by whom, side by side, or a session’s report',
      ...anywhere,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'what',
          description:
            'brief levies; quotes from Ana Ruiz as csv; commitments as ics; agreements in an event; report on …',
          required: true,
          max_length: 300,
        },
        { type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'Only you see it' },
      ],
    },
    {
      name: 'commission',
      description: 'Have a model do work of several steps with the record, within a budget',
      ...anywhere,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'work',
          description: 'What is to be done: compare A and B on levies, with what each asks for',
          required: true,
          max_length: 1000,
        },
        { type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'Only you see the result' },
      ],
    },
    { name: 'stop', description: 'End the work you have commissioned here, with what it has', ...anywhere },
    {
      name: 'watch',
      description: 'Be told here when new sessions have something',
      ...anywhere,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'what',
          description:
            'calibration, from Ana Ruiz, named Ana Ruiz, "these very words"; then daily at 9 in Europe/Berlin',
          required: true,
          max_length: 300,
        },
      ],
    },
    {
      name: 'watches',
      description: 'List what is watched here, or stop it',
      ...anywhere,
      options: [
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'stop',
          description: 'The number of what is to be stopped',
        },
      ],
    },
    { name: 'help', description: 'How to ask', ...anywhere },
    { name: 'my-data', description: 'Show what is kept of you', ...anywhere },
    { name: 'forget-me', description: 'Delete what is kept of you', ...anywhere },
    {
      name: 'settings',
      description: 'Which sessions are open here, who may ask and how often',
      ...inServers,
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    },
    ...(['open-here', 'close-here'] as const).map((name) => ({
      name,
      description:
        name === 'open-here'
          ? 'Let a session, or all of an event, be asked about here'
          : 'Let a session, or all of an event, no longer be asked about here',
      ...inServers,
      default_member_permissions: String(PermissionFlagsBits.ManageGuild),
      options: [
        {
          type: ApplicationCommandOptionType.String as const,
          name: 'what',
          description: 'Type words of its title, event or day',
          required: true,
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.Boolean as const,
          name: 'whole-server',
          description: 'In the whole server rather than in this channel',
        },
      ],
    })),
    {
      name: 'ingest',
      description: 'Add a transcript to the sessions',
      ...anywhere,
      options: [
        { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'The transcript', required: true },
      ],
    },
    { name: whoSaidThis, type: ApplicationCommandType.Message, ...anywhere },
    { name: checkThisQuotation, type: ApplicationCommandType.Message, ...anywhere },
  ];
}

/** Whether what Discord has is what is wanted, so that nothing needs to be registered. Commands of one server know no contexts. */
export function areRegistered(
  registered: APIApplicationCommand[],
  wanted: RESTPutAPIApplicationCommandsJSONBody,
  isOneServer: boolean,
): boolean {
  const essence = (all: object[]): string =>
    JSON.stringify(all.map((command) => essenceOf(command, isOneServer)).sort());
  return essence(registered) === essence(wanted);
}

/** What of a command is ours, with Discord's defaults filled in and no order where order means nothing. */
function essenceOf(given: object, isOneServer: boolean): string {
  const command: Partial<APIApplicationCommand> = given;
  return JSON.stringify({
    type: command.type ?? ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description ?? '',
    permissions: command.default_member_permissions ?? null,
    installations: isOneServer ? [] : inOrder(command.integration_types),
    contexts: isOneServer ? [] : inOrder(command.contexts),
    options: (command.options ?? []).map((option) => ({
      type: option.type,
      name: option.name,
      description: option.description,
      required: option.required ?? false,
      autocomplete: 'autocomplete' in option && option.autocomplete === true,
      length: 'max_length' in option ? option.max_length : null,
    })),
  });
}

function inOrder(numbers: readonly number[] | null | undefined): number[] {
  return [...(numbers ?? [])].sort((one, other) => one - other);
}
