/** What people do besides writing a message: each kind goes to who handles it, and a failure is told. */
import { ApplicationCommandType, InteractionType, type APIInteraction } from 'discord-api-types/v10';
import { failure, tell, type Bot } from './bot.ts';
import { press } from './buttons.ts';
import { renderLine } from './components.ts';
import { submit } from './forms.ts';
import { wordsOfInteraction } from './requests.ts';
import { aboutMessage, command, suggest } from './slash-commands.ts';

export async function onInteraction(bot: Bot, interaction: APIInteraction): Promise<void> {
  try {
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) await suggest(bot, interaction);
    else if (interaction.type === InteractionType.MessageComponent) await press(bot, interaction);
    else if (interaction.type === InteractionType.ModalSubmit) await submit(bot, interaction);
    else if (interaction.type === InteractionType.ApplicationCommand) {
      if (interaction.data.type === ApplicationCommandType.ChatInput)
        await command(bot, { ...interaction, data: interaction.data });
      else if (interaction.data.type === ApplicationCommandType.Message)
        await aboutMessage(bot, { ...interaction, data: interaction.data });
    }
  } catch (error) {
    const line = failure(bot, error, wordsOfInteraction(interaction));
    await tell(bot, interaction, line)
      .catch(async () => bot.rest.followUp(interaction.token, renderLine(line), { isEphemeral: true }))
      .catch(() => null);
  }
}
