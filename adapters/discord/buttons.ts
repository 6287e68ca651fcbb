/** Buttons under a reply. */
import { MessageFlags, type APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { KeptAnswer, Refusal } from '../../src/chat/chat.ts';
import { readAction, type Action } from './actions.ts';
import { tell, type Bot } from './bot.ts';
import { contextAround, keepForm, personForm, reasonForm, renderContext, renderReply } from './components.ts';
import { written } from './delivery.ts';
import { openSettingsForm } from './forms.ts';
import type { Rendered } from './parts.ts';
import { askerOfInteraction, isDirect, placeOfInteraction, wordsOfInteraction } from './requests.ts';

export async function press(bot: Bot, interaction: APIMessageComponentInteraction): Promise<void> {
  const action = readAction(interaction.data.custom_id);
  const say = wordsOfInteraction(interaction);
  if (action === null) return tell(bot, interaction, say('expired'));
  if (action.do === 'change' || action.do === 'tune')
    return openSettingsForm(bot, interaction, { do: action.do, of: action.of });
  if ('of' in action || action.do === 'reason') return tell(bot, interaction, say('expired'));
  const refusal = await pressOn(bot, interaction, action);
  return refusal === null ? undefined : tell(bot, interaction, refusal.refused);
}

async function pressOn(
  bot: Bot,
  interaction: APIMessageComponentInteraction,
  action: ActionOnAnswer,
): Promise<Refusal | null> {
  const { rest, desk } = bot;
  const say = wordsOfInteraction(interaction);
  const [place, asker, { id }] = [placeOfInteraction(interaction), askerOfInteraction(interaction), action];
  const isOwnView = ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0 || isDirect(interaction);
  switch (action.do) {
    case 'page': {
      const kept = await desk.reopen(id, place, asker);
      if ('refused' in kept) return kept;
      // Turning the page of what everyone sees would turn it for everyone.
      const rendered = pageOf(kept, action.page, say.language);
      await (isOwnView
        ? rest.update(interaction, rendered)
        : rest.answer(interaction, rendered, { isEphemeral: true }));
      return null;
    }
    case 'context':
    case 'around': {
      const view = await desk.context(id, action.key, { around: contextAround, shift: action.shift }, place, asker);
      if ('refused' in view) return view;
      const rendered = renderContext(view, action, say);
      await (action.do === 'around'
        ? rest.update(interaction, rendered)
        : rest.answer(interaction, rendered, { isEphemeral: !isDirect(interaction) }));
      return null;
    }
    case 'share': {
      const kept = await desk.shared(id, place, asker);
      if ('refused' in kept) return kept;
      const user = interaction.member?.user ?? interaction.user;
      const name = user?.global_name ?? user?.username ?? say('somebody');
      const asked = say('somebodyAsked', { name, question: kept.answer.question });
      await rest.answer(
        interaction,
        renderReply({ kind: 'answer', id, answer: kept.answer }, { seenBy: 'everyone', asked, language: say.language }),
        { isEphemeral: false },
      );
      await desk.posted(id, written(await rest.original(interaction.token)));
      return null;
    }
    case 'hide': {
      const kept = await desk.hidden(id, place, asker);
      if ('refused' in kept) return kept;
      await rest.deferUpdate(interaction);
      await rest.followUp(interaction.token, pageOf(kept, 0, say.language), { isEphemeral: true });
      await rest.deleteOriginal(interaction.token);
      await desk.posted(id, null);
      return null;
    }
    case 'good':
    case 'bad': {
      const refusal = await desk.feedback(id, place, asker, action.do, null);
      if (refusal === null)
        await (action.do === 'bad'
          ? rest.showForm(interaction, reasonForm(id, say))
          : tell(bot, interaction, say('thanks')));
      return refusal;
    }
    case 'keep':
      await rest.showForm(interaction, keepForm(id, say));
      return null;
    case 'person': {
      const found = await desk.handsTo(id, place, asker);
      if ('refused' in found) return found;
      await rest.showForm(interaction, personForm(id, found.sees, say));
      return null;
    }
    case 'stop': {
      const stopped = await desk.stopWatches(id, place, asker);
      if ('refused' in stopped) return stopped;
      await tell(bot, interaction, say('noLongerWatched', { watches: stopped.join('; ') }));
      return null;
    }
    default:
      return { refused: say('expired') };
  }
}

type ActionOnAnswer = Exclude<Action, { of: 'channel' | 'server' } | { do: 'reason' }>;

/** A page of an answer for one person: shared or not, it is theirs alone to turn. */
function pageOf(kept: KeptAnswer, page: number, language: string): Rendered {
  return renderReply(
    { kind: 'answer', id: kept.id, answer: kept.answer },
    { seenBy: kept.onlyFor === null || kept.post.isDirect ? 'direct' : 'asker', page, language },
  );
}
