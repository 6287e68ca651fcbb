/** Slash commands, commands on a message, and what is suggested while one is typed. */
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessageApplicationCommandInteraction,
} from 'discord-api-types/v10';
import type { Refusal } from '../../src/chat/chat.ts';
import type { Command } from '../../src/chat/commands.ts';
import { readPaper } from '../../src/chat/papers/asked.ts';
import type { Asker, Place } from '../../src/chat/post.ts';
import { quotedWords } from '../../src/chat/quoted-words.ts';
import { wordsFor } from '../../src/chat/wording.ts';
import { take, tell, type Bot } from './bot.ts';
import { meantSession, meantSpeaker, sessionChoices, speakerChoices } from './choices.ts';
import { checkThisQuotation } from './commands.ts';
import { showSettings } from './forms.ts';
import { ingest } from './ingest.ts';
import { openOrClose, openingCommands, suggestOpening } from './opening.ts';
import {
  askerOfInteraction,
  isDirect,
  placeOfInteraction,
  postOfInteraction,
  readOptions,
  wordsOf,
  wordsOfInteraction,
} from './requests.ts';

export async function command(bot: Bot, interaction: APIChatInputApplicationCommandInteraction): Promise<void> {
  const option = readOptions(interaction.data.options);
  const [place, asker] = [placeOfInteraction(interaction), askerOfInteraction(interaction)];
  switch (interaction.data.name) {
    case 'ask': {
      const [question, typed] = [option('question') ?? '', option('session')];
      const session = typed === null ? null : await sessionMeant(bot, place, asker, typed);
      if (session !== null && 'refused' in session) return tell(bot, interaction, session.refused);
      const speaker = await speakerMeant(bot, place, asker, session?.id, option('speaker'));
      const asked = [
        question,
        ...(session ? [`in ${session.title}`] : []),
        ...(speaker === null ? [] : [`by ${speaker}`]),
      ].join(' · ');
      return receive(
        bot,
        interaction,
        {
          name: 'ask',
          question,
          ...(session ? { session: session.id } : {}),
          ...(speaker === null ? {} : { speaker }),
        },
        { asked, isPrivate: option('private') === 'true' },
      );
    }
    case 'verify':
      return receive(
        bot,
        interaction,
        { name: 'verify', quotation: option('quotation') ?? '' },
        { asked: option('quotation') },
      );
    case 'sessions':
      return receive(bot, interaction, { name: 'sessions' }, { isPrivate: true });
    case 'speakers': {
      const session = option('session');
      return receive(
        bot,
        interaction,
        { name: 'speakers', ...(session === null ? {} : { session }) },
        { isPrivate: true },
      );
    }
    case 'paper': {
      const typed = option('what') ?? '';
      const asked = readPaper(typed) ?? readPaper(`brief ${typed}`);
      if (asked === null) return tell(bot, interaction, wordsOfInteraction(interaction)('sayOnWhat'));
      return receive(
        bot,
        interaction,
        { name: 'paper', asked },
        { asked: typed, isPrivate: option('private') === 'true' },
      );
    }
    case 'commission': {
      const work = option('work') ?? '';
      return receive(
        bot,
        interaction,
        { name: 'commission', work },
        { asked: work, isPrivate: option('private') === 'true' },
      );
    }
    case 'stop':
      return receive(bot, interaction, { name: 'stop' }, { isPrivate: true });
    case 'watch':
      return receive(bot, interaction, { name: 'watch', typed: option('what') ?? '' }, { isPrivate: true });
    case 'watches': {
      const stop = option('stop');
      const asks: Command = stop === null ? { name: 'watches' } : { name: 'unwatch', number: Number(stop) };
      return receive(bot, interaction, asks, { isPrivate: true });
    }
    case 'person':
      return receive(bot, interaction, { name: 'person' }, { isPrivate: true });
    case 'my-data':
      return receive(bot, interaction, { name: 'data' }, { isPrivate: true });
    case 'forget-me':
      return receive(bot, interaction, { name: 'forget' }, { isPrivate: true });
    case 'settings':
      return showSettings(bot, interaction);
    case 'ingest':
      return ingest(bot, interaction);
    case 'open-here':
    case 'close-here':
      return openOrClose(bot, interaction);
    default:
      return receive(bot, interaction, { name: 'help' }, { isPrivate: true });
  }
}

export async function aboutMessage(bot: Bot, interaction: APIMessageApplicationCommandInteraction): Promise<void> {
  const target = interaction.data.resolved.messages[interaction.data.target_id];
  const words = target === undefined ? '' : wordsOf(target);
  if (words === '') return tell(bot, interaction, wordsOfInteraction(interaction)('noWords'));
  const isCheck = interaction.data.name === checkThisQuotation;
  return receive(bot, interaction, isCheck ? { name: 'verify', quotation: words } : { name: 'who', words }, {
    asked: quotedWords(words),
    isPrivate: true,
  });
}

/** Stored first, then acknowledged, then answered through `delivery`. */
async function receive(
  bot: Bot,
  interaction: APIInteraction,
  asks: Command,
  { asked = null, isPrivate = false }: { asked?: string | null; isPrivate?: boolean },
): Promise<void> {
  const isEphemeral =
    !isDirect(interaction) &&
    (isPrivate || (await bot.desk.settings(placeOfInteraction(interaction))).reply === 'asker');
  const post = postOfInteraction(interaction, asks, { isEphemeral, asked, now: bot.clock() });
  await take(bot, post, () => bot.rest.defer(interaction, { isEphemeral }));
}

export async function suggest(bot: Bot, interaction: APIApplicationCommandAutocompleteInteraction): Promise<void> {
  if (openingCommands.has(interaction.data.name)) return suggestOpening(bot, interaction);
  const { desk, rest } = bot;
  const [place, asker] = [placeOfInteraction(interaction), askerOfInteraction(interaction)];
  const focused = interaction.data.options?.find((one) => 'focused' in one && one.focused === true);
  const typed = focused && 'value' in focused ? String(focused.value) : '';
  const session = readOptions(interaction.data.options)('session');
  const sessions = await desk.sessions(place, asker);
  const choices =
    focused?.name === 'speaker'
      ? speakerChoices(await desk.speakers(place, asker, sessions.find(({ id }) => id === session)?.id), typed)
      : sessionChoices(sessions, typed);
  await rest.choose(interaction, choices);
}

/** A session of the place; its own words where the library is too slow to tell before Discord's 3 seconds are over. */
async function sessionMeant(
  { desk }: Bot,
  place: Place,
  asker: Asker,
  typed: string,
): Promise<{ id: string; title: string } | Refusal> {
  const sessions = await soonEnough(desk.sessions(place, asker));
  const meant = sessions === null ? { id: typed, title: typed } : meantSession(sessions, typed, wordsFor(asker));
  return typeof meant === 'string' ? { refused: meant } : meant;
}

async function speakerMeant(
  { desk }: Bot,
  place: Place,
  asker: Asker,
  session: string | undefined,
  typed: string | null,
): Promise<string | null> {
  if (typed === null || typed.trim() === '') return null;
  return meantSpeaker((await soonEnough(desk.speakers(place, asker, session))) ?? [], typed);
}

/** Of Discord's 3 seconds, what a look into the library may take before a question is acknowledged. */
const lookUpMs = 1_500;

async function soonEnough<T>(promise: Promise<T>): Promise<T | null> {
  const waiting = new AbortController();
  try {
    return await Promise.race([promise, sleep(lookUpMs, null, { signal: waiting.signal })]);
  } finally {
    waiting.abort();
  }
}
