/** Forms: the settings, and what was not right about an answer. */
import type {
  APIChatInputApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import { defaultSettings } from '../../src/chat/settings.ts';
import { readAction } from './actions.ts';
import { tell, type Bot } from './bot.ts';
import { askerOfInteraction, placeOfInteraction, wordsOfInteraction } from './requests.ts';
import { mannersForm, readMannersForm } from './manners-form.ts';
import { differing, readSettingsForm, renderSettings, settingsForm } from './settings-form.ts';

export async function submit(bot: Bot, interaction: APIModalSubmitInteraction): Promise<void> {
  const { rest, desk, servers } = bot;
  const action = readAction(interaction.data.custom_id);
  const say = wordsOfInteraction(interaction);
  const [place, asker] = [placeOfInteraction(interaction), askerOfInteraction(interaction)];
  if (action?.do === 'reason') {
    const field = interaction.data.components
      .flatMap((part) => ('component' in part ? [part.component] : []))
      .find((part) => part.custom_id === 'reason');
    const reason = field && 'value' in field && typeof field.value === 'string' ? field.value.trim() : '';
    const refusal = await desk.feedback(action.id, place, asker, 'bad', reason === '' ? null : reason);
    return tell(bot, interaction, refusal?.refused ?? say('thanks'));
  }
  if (action?.do === 'person') {
    const field = interaction.data.components
      .flatMap((part) => ('component' in part ? [part.component] : []))
      .find((part) => part.custom_id === 'note');
    const note = field && 'value' in field && typeof field.value === 'string' ? field.value : '';
    const done = await desk.handOver(action.id, note, place, asker);
    return tell(bot, interaction, typeof done === 'string' ? done : done.refused);
  }
  if (action?.do === 'keep') {
    const fields = interaction.data.components.flatMap((part) => ('component' in part ? [part.component] : []));
    const typed = (name: string) => {
      const field = fields.find(({ custom_id: id }) => id === name);
      return field && 'value' in field && typeof field.value === 'string' ? field.value : '';
    };
    const whose = fields.find(({ custom_id: id }) => id === 'whose');
    const isPrivate = whose !== undefined && 'values' in whose && whose.values.includes('me');
    const toKeep = { numbers: typed('numbers'), note: typed('note'), tag: typed('tag'), isPrivate };
    const kept = await desk.collect(action.id, toKeep, place, asker);
    return tell(bot, interaction, typeof kept === 'string' ? kept : kept.refused);
  }
  if (action?.do !== 'save' && action?.do !== 'tuned') return tell(bot, interaction, say('expired'));
  const server = { ...place, channel: '' };
  const isServer = action.of === 'server';
  const before = await desk.settings(isServer ? server : place);
  const read =
    action.do === 'tuned'
      ? readMannersForm(interaction.data, before, bot.tags.of(place.workspace, place.channel))
      : readSettingsForm(interaction.data, before, await desk.choices(isServer ? server : place));
  if (typeof read === 'string') return tell(bot, interaction, read);
  if (read.handsTo !== null && read.handsTo !== before.handsTo && !servers.mayWrite(place.workspace, read.handsTo))
    return tell(bot, interaction, say('inviteFirst'));
  const refusal = isServer
    ? await desk.saveSettings(server, asker, differing(read, defaultSettings))
    : await desk.saveSettings(place, asker, differing(read, await desk.settings(server)));
  if (refusal !== null) return tell(bot, interaction, refusal.refused);
  const isTagless = read.forumTags !== undefined && !isServer && !bot.tags.mayTag(place.workspace, place.channel);
  const told = say(isTagless ? 'savedWithoutTags' : 'saved');
  const rendered = renderSettings(await desk.settings(place), servers.nameIn(place.workspace), say, told);
  return interaction.message === undefined
    ? rest.answer(interaction, rendered, { isEphemeral: true })
    : rest.update(interaction, rendered);
}

export async function showSettings(bot: Bot, interaction: APIChatInputApplicationCommandInteraction): Promise<void> {
  const place = placeOfInteraction(interaction);
  const say = wordsOfInteraction(interaction);
  if (!bot.desk.mayConfigure(place, askerOfInteraction(interaction)))
    return tell(bot, interaction, say('onlyAdministrators'));
  return bot.rest.answer(
    interaction,
    renderSettings(await bot.desk.settings(place), bot.servers.nameIn(place.workspace), say),
    {
      isEphemeral: true,
    },
  );
}

export async function openSettingsForm(
  bot: Bot,
  interaction: APIMessageComponentInteraction,
  { do: form, of }: { do: 'change' | 'tune'; of: 'channel' | 'server' },
): Promise<void> {
  const place = placeOfInteraction(interaction);
  const say = wordsOfInteraction(interaction);
  if (!bot.desk.mayConfigure(place, askerOfInteraction(interaction)))
    return tell(bot, interaction, say('onlyAdministrators'));
  const where = of === 'server' ? { ...place, channel: '' } : place;
  const settings = await bot.desk.settings(where);
  return bot.rest.showForm(
    interaction,
    form === 'tune'
      ? mannersForm(
          of,
          settings,
          {
            readsMessages: bot.readsMessages,
            tags: of === 'server' ? [] : bot.tags.of(place.workspace, place.channel),
          },
          say,
        )
      : settingsForm(of, settings, await bot.desk.choices(where), say),
  );
}
