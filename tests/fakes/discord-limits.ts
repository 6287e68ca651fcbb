// oxlint-disable oxc/no-map-spread, typescript/no-unsafe-type-assertion, typescript/no-unsafe-enum-assignment, typescript/no-unsafe-enum-comparison -- what arrives at a server is untyped; the checks here are the point
/**
 * What Discord refuses, as its documentation states it: written apart from the adapter, so that a wrong limit
 * there is found here. Every function returns the complaints; none means accepted.
 */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  Locale,
  MessageFlags,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

/** A message, webhook message or callback data as it came in: unchecked. */
export type MessageBody = { [key: string]: unknown };

type Part = { [key: string]: unknown; type?: number };

/** `wasV2` is true when the message being edited already has the Components V2 flag, which cannot be taken off. */
export function problemsOfMessage(
  body: MessageBody,
  options: { files: string[]; wasV2?: boolean; edit?: boolean } = { files: [] },
): string[] {
  const problems: string[] = [];
  const flags = typeof body.flags === 'number' ? body.flags : 0;
  const v2 = (flags & MessageFlags.IsComponentsV2) !== 0 || options.wasV2 === true;
  const content = typeof body.content === 'string' ? body.content : '';
  const components = list(body.components);
  const embeds = list(body.embeds);
  if (v2) {
    if (content !== '') problems.push('content: not allowed with Components V2');
    if (embeds.length > 0) problems.push('embeds: not allowed with Components V2');
    if (body.poll || list(body.sticker_ids).length > 0) problems.push('poll, stickers: not allowed with Components V2');
    if (components.length === 0 && !options.edit) problems.push('components: required with Components V2');
    problems.push(...problemsOfTree(components, options.files));
  } else {
    if (content.length > 2000) problems.push('content: Must be 2000 or fewer in length.');
    if (components.length > 5) problems.push('components: Must be 5 or fewer in length.');
    components.forEach((row, index) => {
      if (row.type === ComponentType.ActionRow) problems.push(...problemsOfRow(row, `components.${index}`));
      else problems.push(`components.${index}: type ${row.type} needs the Components V2 flag`);
    });
    if (embeds.length > 10) problems.push('embeds: Must be 10 or fewer in length.');
  }
  if (typeof body.nonce === 'string' && body.nonce.length > 25) problems.push('nonce: Must be 25 or fewer in length.');
  if (body.enforce_nonce === true && body.nonce === undefined) problems.push('enforce_nonce: needs a nonce');
  if (options.files.length > 10) problems.push('files: Must be 10 or fewer in length.');
  problems.push(
    ...repeated(
      walk(components)
        .map((part) => part.custom_id)
        .filter((id) => typeof id === 'string'),
    ).map((id) => `components: Component custom id cannot be duplicated: ${id}`),
  );
  return problems;
}

export function problemsOfModal(modal: MessageBody): string[] {
  const problems = [...length(modal.title, 1, 45, 'title'), ...length(modal.custom_id, 1, 100, 'custom_id')];
  const components = list(modal.components);
  if (components.length < 1 || components.length > 5) problems.push('components: Must be between 1 and 5 in length.');
  components.forEach((component, index) => {
    const at = `components.${index}`;
    if (component.type === ComponentType.TextDisplay)
      problems.push(...length(component.content, 1, 4000, `${at}.content`));
    else if (component.type === ComponentType.Label) {
      problems.push(...length(component.label, 1, 45, `${at}.label`));
      if (component.description !== undefined)
        problems.push(...length(component.description, 1, 100, `${at}.description`));
      problems.push(...problemsOfField(component.component as Part, `${at}.component`));
    } else problems.push(`${at}.type: ${component.type} cannot stand in a modal`);
  });
  return problems;
}

export function problemsOfChoices(choices: unknown): string[] {
  const all = list(choices);
  return [
    ...(all.length > 25 ? ['choices: Must be 25 or fewer in length.'] : []),
    ...all.flatMap((choice, index) => [
      ...length(choice.name, 1, 100, `choices.${index}.name`),
      ...(typeof choice.value === 'string' ? length(choice.value, 1, 100, `choices.${index}.value`) : []),
    ]),
  ];
}

export function problemsOfCommands(commands: RESTPutAPIApplicationCommandsJSONBody): string[] {
  const problems: string[] = [];
  const kinds = commands.map((command) => command.type ?? ApplicationCommandType.ChatInput);
  if (kinds.filter((kind) => kind === ApplicationCommandType.ChatInput).length > 100)
    problems.push('commands: at most 100');
  if (kinds.filter((kind) => kind === ApplicationCommandType.Message).length > 15)
    problems.push('message commands: at most 15');
  problems.push(
    ...repeated(commands.map((command) => `${command.type ?? 1} ${command.name}`)).map(
      (name) => `commands: Application command names must be unique: ${name}`,
    ),
  );
  for (const command of commands) {
    const at = command.name;
    problems.push(
      ...length(command.name, 1, 32, `${at}.name`),
      ...problemsOfLocalised(command, command.type ?? ApplicationCommandType.ChatInput, at),
    );
    if ((command.type ?? ApplicationCommandType.ChatInput) !== ApplicationCommandType.ChatInput) {
      if ('description' in command && command.description) problems.push(`${at}.description: must be empty`);
      continue;
    }
    if (!isCommandName(command.name)) problems.push(`${at}.name: not valid`);
    problems.push(
      ...length('description' in command ? command.description : '', 1, 100, `${at}.description`),
      ...problemsOfOptions(list('options' in command ? command.options : []), at),
    );
  }
  return problems;
}

/** Each locale is one of Discord's, each name unlike those of its kind in the same locale, and all as short as the default. */
function problemsOfLocalised(part: object, kind: ApplicationCommandType, at: string): string[] {
  const of = (field: string) => Object.entries(((part as Part)[field] ?? {}) as Record<string, string>);
  const known: string[] = Object.values(Locale);
  return [
    ...[...of('name_localizations'), ...of('description_localizations')].flatMap(([locale]) =>
      known.includes(locale) ? [] : [`${at}: ${locale} is no locale of Discord's`],
    ),
    ...of('name_localizations').flatMap(([locale, name]) => [
      ...length(name, 1, 32, `${at}.name_localizations.${locale}`),
      ...(kind === ApplicationCommandType.ChatInput && !isCommandName(name)
        ? [`${at}.${locale}: ${name} not valid`]
        : []),
    ]),
    ...of('description_localizations').flatMap(([locale, text]) => length(text, 1, 100, `${at}.${locale}`)),
  ];
}

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
export function isCommandName(name: string): boolean {
  return /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(name) && name === name.toLowerCase();
}

function problemsOfOptions(options: Part[], at: string): string[] {
  const problems: string[] = options.length > 25 ? [`${at}.options: Must be 25 or fewer in length.`] : [];
  let optionalSeen = false;
  for (const option of options) {
    const here = `${at}.${String(option.name)}`;
    const types = list(option.file_types);
    if (types.length > 10) problems.push(`${here}.file_types: at most 10`);
    problems.push(
      ...problemsOfLocalised(option, ApplicationCommandType.ChatInput, here),
      ...length(option.name, 1, 32, `${here}.name`),
      ...length(option.description, 1, 100, `${here}.description`),
    );
    if (
      option.type === ApplicationCommandOptionType.Subcommand ||
      option.type === ApplicationCommandOptionType.SubcommandGroup
    ) {
      problems.push(...problemsOfOptions(list(option.options), here));
      continue;
    }
    if (option.required === true && optionalSeen)
      problems.push(`${here}: Required options must be placed before non-required options`);
    optionalSeen ||= option.required !== true;
    problems.push(...problemsOfChoices(option.choices).map((problem) => `${here}.${problem}`));
    if (option.autocomplete === true && list(option.choices).length > 0)
      problems.push(`${here}: autocomplete and choices exclude each other`);
  }
  return problems;
}

function problemsOfTree(components: Part[], files: string[]): string[] {
  const problems: string[] = [];
  const all = walk(components);
  if (all.length > 40) problems.push(`components: Must be 40 or fewer in total, not ${all.length}.`);
  const texts = all.filter((part) => part.type === ComponentType.TextDisplay).map((part) => part.content);
  const characters = texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0);
  if (characters > 4000)
    problems.push(`components: the displayable text must be 4000 or fewer characters, not ${characters}.`);
  components.forEach((component, index) =>
    problems.push(...problemsOfPart(component, `components.${index}`, files, 'message')),
  );
  const named = new Set(
    all.filter((part) => part.type === ComponentType.File).map((part) => String((part.file as Part | undefined)?.url)),
  );
  for (const file of files) {
    if (!named.has(`attachment://${file}`)) problems.push(`attachments: ${file} is not referenced by a component`);
  }
  return problems;
}

function problemsOfPart(part: Part, at: string, files: string[], parent: 'message' | 'container'): string[] {
  switch (part.type) {
    case ComponentType.TextDisplay:
      return length(part.content, 1, 4000, `${at}.content`);
    case ComponentType.Separator:
      return [];
    case ComponentType.ActionRow:
      return problemsOfRow(part, at);
    case ComponentType.File: {
      const url = String((part.file as Part | undefined)?.url);
      const known = files.some((file) => url === `attachment://${file}`);
      return known ? [] : [`${at}.file.url: ${url} names no attachment`];
    }
    case ComponentType.Section: {
      const children = list(part.components);
      const accessory = part.accessory as Part | undefined;
      return [
        ...(children.length < 1 || children.length > 3 ? [`${at}.components: Must be between 1 and 3 in length.`] : []),
        ...children.flatMap((child, index) =>
          child.type === ComponentType.TextDisplay
            ? length(child.content, 1, 4000, `${at}.components.${index}.content`)
            : [`${at}.components.${index}: only text displays`],
        ),
        ...(accessory === undefined ? [`${at}.accessory: required`] : []),
        ...(accessory?.type === ComponentType.Button ? problemsOfButton(accessory, `${at}.accessory`) : []),
      ];
    }
    case ComponentType.Container: {
      if (parent === 'container') return [`${at}: a container cannot stand in a container`];
      const children = list(part.components);
      return [
        ...(children.length === 0 ? [`${at}.components: required`] : []),
        ...children.flatMap((child, index) => problemsOfPart(child, `${at}.components.${index}`, files, 'container')),
      ];
    }
    default:
      return [`${at}.type: ${String(part.type)} cannot stand here`];
  }
}

function problemsOfRow(row: Part, at: string): string[] {
  const children = list(row.components);
  const buttons = children.filter((child) => child.type === ComponentType.Button);
  const problems: string[] = [];
  if (children.length < 1 || children.length > 5) problems.push(`${at}.components: Must be between 1 and 5 in length.`);
  if (buttons.length < children.length && children.length > 1)
    problems.push(`${at}: a select menu stands alone in its row`);
  children.forEach((child, index) => {
    const here = `${at}.components.${index}`;
    problems.push(
      ...(child.type === ComponentType.Button ? problemsOfButton(child, here) : problemsOfField(child, here)),
    );
  });
  return problems;
}

function problemsOfButton(button: Part, at: string): string[] {
  const problems = button.label === undefined && button.emoji === undefined ? [`${at}: needs a label or an emoji`] : [];
  if (button.label !== undefined) problems.push(...length(button.label, 1, 80, `${at}.label`));
  if (button.style === ButtonStyle.Link) {
    problems.push(...length(button.url, 1, 512, `${at}.url`));
    if (!/^(https?|discord):\/\//.test(String(button.url)))
      problems.push(`${at}.url: Scheme must be one of http, https, discord`);
    if (button.custom_id !== undefined) problems.push(`${at}: custom_id and url exclude each other`);
  } else {
    problems.push(...length(button.custom_id, 1, 100, `${at}.custom_id`));
    if (button.url !== undefined) problems.push(`${at}: only link buttons have an url`);
  }
  return problems;
}

function problemsOfField(field: Part | undefined, at: string): string[] {
  if (field === undefined) return [`${at}: required`];
  const problems = length(field.custom_id, 1, 100, `${at}.custom_id`);
  if (field.placeholder !== undefined)
    problems.push(
      ...length(field.placeholder, 0, field.type === ComponentType.TextInput ? 100 : 150, `${at}.placeholder`),
    );
  if (field.type === ComponentType.TextInput) {
    if (typeof field.max_length === 'number' && (field.max_length < 1 || field.max_length > 4000))
      problems.push(`${at}.max_length: 1 to 4000`);
    if (field.value !== undefined) problems.push(...length(field.value, 0, 4000, `${at}.value`));
    return problems;
  }
  if (
    field.type === ComponentType.StringSelect ||
    field.type === ComponentType.RadioGroup ||
    field.type === ComponentType.CheckboxGroup
  ) {
    const options = list(field.options);
    const most = field.type === ComponentType.StringSelect ? 25 : 10;
    if (options.length < 1 || options.length > most)
      problems.push(`${at}.options: Must be between 1 and ${most} in length.`);
    if (typeof field.max_values === 'number' && field.max_values > options.length)
      problems.push(`${at}.max_values: more than there are options`);
    options.forEach((option, index) => {
      problems.push(
        ...length(option.label, 1, 100, `${at}.options.${index}.label`),
        ...length(option.value, 1, 100, `${at}.options.${index}.value`),
      );
      if (option.description !== undefined)
        problems.push(...length(option.description, 1, 100, `${at}.options.${index}.description`));
    });
    problems.push(
      ...repeated(options.map((option) => option.value)).map(
        (value) => `${at}.options: The specified option value is already used: ${String(value)}`,
      ),
    );
    return problems;
  }
  const others = [
    ComponentType.UserSelect,
    ComponentType.RoleSelect,
    ComponentType.MentionableSelect,
    ComponentType.ChannelSelect,
    ComponentType.FileUpload,
  ];
  return others.includes(field.type as ComponentType)
    ? problems
    : [...problems, `${at}.type: ${String(field.type)} cannot stand here`];
}

/** Every component of the tree, nested ones and accessories too: what the limit of 40 counts. */
function walk(components: Part[]): Part[] {
  return components.flatMap((part) => [
    part,
    ...walk(list(part.components)),
    ...(part.accessory ? [part.accessory as Part] : []),
  ]);
}

function length(value: unknown, least: number, most: number, at: string): string[] {
  if (typeof value !== 'string') return least === 0 ? [] : [`${at}: This field is required`];
  if (value.length < least || value.length > most) return [`${at}: Must be between ${least} and ${most} in length.`];
  return least > 0 && value.trim() === '' ? [`${at}: This field is required`] : [];
}

function list(value: unknown): Part[] {
  return Array.isArray(value) ? (value as Part[]) : [];
}

function repeated<T>(values: T[]): T[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
