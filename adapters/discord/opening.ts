/** Sessions and events opened and closed by command, whose autocomplete reaches a library of any size. */
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIChatInputApplicationCommandInteraction,
} from 'discord-api-types/v10';
import type { Scope } from '../../src/answer.ts';
import type { Place } from '../../src/chat/post.ts';
import { holds } from '../../src/chat/typed.ts';
import { cutLabel } from '../../src/chat/labels.ts';
import type { SessionSummary } from '../../src/rapporteur.ts';
import { tell, type Bot } from './bot.ts';
import type { Choice } from './choices.ts';
import { limits } from './parts.ts';
import { askerOfInteraction, placeOfInteraction, readOptions, wordsOfInteraction } from './requests.ts';
import { renderSettings } from './settings-form.ts';

export const openingCommands: ReadonlySet<string> = new Set(['open-here', 'close-here']);

/** What can be opened or, of a place that has a scope, closed. */
export function openingChoices(name: string, scope: Scope | null, sessions: SessionSummary[], typed: string): Choice[] {
  const isOpen = (value: string) => valuesOf(scope).includes(value);
  const events = [...new Set(sessions.flatMap(({ event }) => event ?? []))];
  const all: (Choice & { words: string })[] = [
    ...(name === 'open-here' ? [{ name: 'Everything', value: everything, words: 'everything' }] : []),
    ...events.map((event) => ({ name: `All of ${event}`, value: `event:${event}`, words: event })),
    ...sessions.map(({ id, title, date, event }) => ({
      name: [title, date].filter(Boolean).join(' · ') || id,
      value: `session:${id}`,
      words: [title, date, event].filter(Boolean).join(' '),
    })),
  ];
  return all
    .filter(({ value, words }) => value.length <= limits.choice && holds(words, typed))
    .filter(({ value }) => (name === 'open-here' ? !isOpen(value) : isOpen(value)))
    .slice(0, limits.choices)
    .map((choice) => ({ name: cutLabel(choice.name, limits.choice), value: choice.value }));
}

export async function suggestOpening(
  { desk, rest }: Bot,
  interaction: APIApplicationCommandAutocompleteInteraction,
): Promise<void> {
  const place = placeMeant(interaction);
  const option = readOptions(interaction.data.options);
  const mayLook = desk.mayConfigure(place, askerOfInteraction(interaction));
  const sessions = mayLook ? await desk.choices(place) : [];
  const choices = openingChoices(
    interaction.data.name,
    (await desk.settings(place)).scope,
    sessions,
    option('what') ?? '',
  );
  await rest.choose(interaction, choices);
}

export async function openOrClose(bot: Bot, interaction: APIChatInputApplicationCommandInteraction): Promise<void> {
  const { desk, rest, servers } = bot;
  const [place, asker] = [placeMeant(interaction), askerOfInteraction(interaction)];
  const say = wordsOfInteraction(interaction);
  if (!desk.mayConfigure(place, asker)) return tell(bot, interaction, say('onlyAdministrators'));
  const what = readOptions(interaction.data.options)('what') ?? '';
  const sessions = await desk.choices(place);
  const isKnown = valuesOf({
    sessions: sessions.map(({ id }) => id),
    events: sessions.flatMap(({ event }) => event ?? []),
  }).includes(what);
  if (!isKnown && what !== everything) return tell(bot, interaction, say('noSession', { words: what }));
  const inherited = (await desk.settings({ ...place, channel: '' })).scope;
  const isOpening = interaction.data.name === 'open-here';
  const refusal = await desk.saveSettings(place, asker, (own) => {
    const before = valuesOf(own.scope === undefined ? inherited : own.scope);
    const after = isOpening ? [...new Set([...before, what])] : before.filter((value) => value !== what);
    // What is closed last leaves nothing open, and not everything.
    return { ...own, scope: isOpening && what === everything ? null : scopeOf(after) };
  });
  if (refusal !== null) return tell(bot, interaction, refusal.refused);
  const here = placeOfInteraction(interaction);
  const rendered = renderSettings(await desk.settings(here), servers.nameIn(here.workspace), say, say('saved'));
  return rest.answer(interaction, rendered, { isEphemeral: true });
}

function placeMeant(
  interaction: APIApplicationCommandAutocompleteInteraction | APIChatInputApplicationCommandInteraction,
): Place {
  const place = placeOfInteraction(interaction);
  return readOptions(interaction.data.options)('whole-server') === 'true' ? { ...place, channel: '' } : place;
}

function valuesOf(scope: Pick<Scope, 'events' | 'sessions'> | null): string[] {
  return [
    ...(scope?.events ?? []).map((event) => `event:${event}`),
    ...(scope?.sessions ?? []).map((id) => `session:${id}`),
  ];
}

function scopeOf(values: string[]): Scope {
  const of = (prefix: string) =>
    values.flatMap((value) => (value.startsWith(prefix) ? [value.slice(prefix.length)] : []));
  return { events: of('event:'), sessions: of('session:') };
}

const everything = 'everything';
