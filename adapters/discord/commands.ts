/** The commands Discord shows, when they must be registered anew, and what the bot may do in a server. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type FileUploadType,
  type LocalizationMap,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Phrases } from '../../src/chat/phrases/phrase-table.ts';
import { inEnglish, languages, primaryTag, wordsIn } from '../../src/chat/wording.ts';

export const checkThisQuotation = inEnglish('checkQuotation');

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
  const forManagers = { ...inServers, default_member_permissions: String(PermissionFlagsBits.ManageGuild) };
  const text = { type: ApplicationCommandOptionType.String } as const;
  const yesOrNo = { type: ApplicationCommandOptionType.Boolean } as const;
  const attachment = { type: ApplicationCommandOptionType.Attachment } as const;
  const session: APIApplicationCommandBasicOption = {
    ...text,
    ...named('optionSession', 'optionSessionIs'),
    autocomplete: true,
  };
  const isPrivate = { ...yesOrNo, ...named('optionPrivate', 'optionPrivateIs') };
  const what = (is: keyof Phrases) => ({ ...text, ...named('optionWhat', is), required: true });
  const opening = [
    { ...what('optionScopeIs'), autocomplete: true as const },
    { ...yesOrNo, ...named('optionServer', 'optionServerIs') },
  ];
  return [
    {
      ...named('commandAsk', 'commandAskDoes'),
      ...anywhere,
      options: [
        { ...text, ...named('optionQuestion', 'optionQuestionIs'), required: true, max_length: 1000 },
        session,
        { ...text, ...named('optionSpeaker', 'optionSpeakerIs'), autocomplete: true },
        isPrivate,
      ],
    },
    {
      ...named('commandVerify', 'commandVerifyDoes'),
      ...anywhere,
      options: [{ ...text, ...named('optionQuotation', 'optionQuotationIs'), required: true, max_length: 3000 }],
    },
    { ...named('commandSessions', 'commandSessionsDoes'), ...anywhere },
    { ...named('commandSpeakers', 'commandSpeakersDoes'), ...anywhere, options: [session] },
    {
      ...named('commandPaper', 'commandPaperDoes'),
      ...anywhere,
      options: [{ ...what('optionPaperIs'), max_length: 300 }, isPrivate],
    },
    {
      ...named('commandCommission', 'commandCommissionDoes'),
      ...anywhere,
      options: [{ ...text, ...named('optionWork', 'optionWorkIs'), required: true, max_length: 1000 }, isPrivate],
    },
    { ...named('commandStop', 'commandStopDoes'), ...anywhere },
    {
      ...named('commandWatch', 'commandWatchDoes'),
      ...anywhere,
      options: [{ ...what('optionWatchIs'), max_length: 300 }],
    },
    {
      ...named('commandWatches', 'commandWatchesDoes'),
      ...anywhere,
      options: [{ type: ApplicationCommandOptionType.Integer, ...named('optionStop', 'optionStopIs') }],
    },
    { ...named('commandHelp', 'commandHelpDoes'), ...anywhere },
    { ...named('commandPerson', 'commandPersonDoes'), ...anywhere },
    { ...named('commandData', 'commandDataDoes'), ...anywhere },
    { ...named('commandForget', 'commandForgetDoes'), ...anywhere },
    { ...named('commandSettings', 'commandSettingsDoes'), ...forManagers },
    { ...named('commandOpen', 'commandOpenDoes'), ...forManagers, options: opening },
    { ...named('commandClose', 'commandCloseDoes'), ...forManagers, options: opening },
    {
      ...named('commandIngest', 'commandIngestDoes'),
      ...anywhere,
      options: [{ ...attachment, ...named('optionFile', 'optionFileIs'), required: true, file_types: fileTypes }],
    },
    { ...localised('name', 'whoSaidThis'), type: ApplicationCommandType.Message, ...anywhere },
    { ...localised('name', 'checkQuotation'), type: ApplicationCommandType.Message, ...anywhere },
  ];
}

/** What people have most of. Discord takes ten; a record of another ending comes in with a message, or in an archive. */
const fileTypes: FileUploadType[] = ['.txt', '.vtt', '.srt', '.json', '.docx', '.pdf', '.html', '.xml', '.csv', '.zip'];

function named(name: keyof Phrases, description: keyof Phrases) {
  return { ...localised('name', name), ...localised('description', description) };
}

/** In English, and in each locale of Discord's whose language there is. Discord has no Arabic. */
function localised<Field extends 'name' | 'description'>(field: Field, phrase: keyof Phrases) {
  return { [field]: inEnglish(phrase), [`${field}_localizations`]: inLocales(phrase) } as Record<Field, string> &
    Record<`${Field}_localizations`, LocalizationMap>;
}

function inLocales(phrase: keyof Phrases): LocalizationMap {
  const locales = Object.values(Locale).filter((locale) => languages.includes(primaryTag(locale)));
  return Object.fromEntries(
    locales.flatMap((locale) => (primaryTag(locale) === 'en' ? [] : [[locale, wordsIn(locale)(phrase)]])),
  );
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
    names: inAlphabet(command.name_localizations),
    descriptions: inAlphabet(command.description_localizations),
    permissions: command.default_member_permissions ?? null,
    installations: isOneServer ? [] : inOrder(command.integration_types),
    contexts: isOneServer ? [] : inOrder(command.contexts),
    options: (command.options ?? []).map((option) => ({
      type: option.type,
      name: option.name,
      description: option.description,
      names: inAlphabet(option.name_localizations),
      descriptions: inAlphabet(option.description_localizations),
      required: option.required ?? false,
      autocomplete: 'autocomplete' in option && option.autocomplete === true,
      length: 'max_length' in option ? option.max_length : null,
      files: 'file_types' in option ? (option.file_types ?? []) : [],
    })),
  });
}

function inOrder(numbers: readonly number[] | null | undefined): number[] {
  return [...(numbers ?? [])].sort((one, other) => one - other);
}

function inAlphabet(texts: LocalizationMap | null | undefined): [string, unknown][] {
  return Object.entries(texts ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
}
