/** What chats say of their own: the same in every language, and in every language within the limits of both platforms. */
import { describe, expect, it } from 'vitest';
import { keepForm, personForm, reasonForm, renderContext, renderReply } from '../../adapters/discord/components.ts';
import { commands } from '../../adapters/discord/commands.ts';
import { mannersForm } from '../../adapters/discord/manners-form.ts';
import { renderSettings, settingsForm } from '../../adapters/discord/settings-form.ts';
import { renderReply as renderSlackReply } from '../../adapters/slack/blocks.ts';
import { homeView, suggestedPrompts } from '../../adapters/slack/home.ts';
import { settingsModal } from '../../adapters/slack/settings-form.ts';
import {
  contextModal,
  keepModal,
  metadataOf,
  personModal,
  quotesModal,
  reasonModal,
} from '../../adapters/slack/views.ts';
import type { Answer } from '../../src/answer.ts';
import { parseCommand } from '../../src/chat/commands.ts';
import { viewAnswer } from '../../src/chat/answer-view.ts';
import {
  dataPanel,
  forgottenPanel,
  helpPanel,
  sessionsPanel,
  settingsPanel,
  speakersPanel,
} from '../../src/chat/panels.ts';
import { arabic } from '../../src/chat/phrases/arabic.ts';
import { chinese } from '../../src/chat/phrases/chinese.ts';
import { english } from '../../src/chat/phrases/english.ts';
import { french } from '../../src/chat/phrases/french.ts';
import type { Phrases } from '../../src/chat/phrases/phrase-table.ts';
import { russian } from '../../src/chat/phrases/russian.ts';
import { spanish } from '../../src/chat/phrases/spanish.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { defaultSettings, type PlaceSettings } from '../../src/chat/settings.ts';
import { usagePanel } from '../../src/chat/usage.ts';
import { languages, wordsIn } from '../../src/chat/wording.ts';
import { isCommandName, problemsOfCommands, problemsOfMessage, problemsOfModal } from '../fakes/discord-limits.ts';
import { mentionsIn, refuseMessage, refuseView } from '../fakes/slack-limits.ts';

const tables: Record<string, Phrases> = {
  en: english,
  fr: french,
  es: spanish,
  ru: russian,
  zh: chinese,
  ar: arabic,
};
const phrases = Object.keys(english) as (keyof Phrases)[];

/** Names and titles as nobody should have them. */
const hostile = [
  '<!channel> <@U0123> @everyone',
  '*_~`|||',
  'ﷺ'.repeat(200),
  '\u202Eevil',
  '👨‍👩‍👧‍👦'.repeat(60),
  '{count} {title} $1',
];
const session = { id: 'lamps', title: hostile.join(' '), date: '2031-01-02' };
const quote = {
  n: 1,
  text: hostile.join('\n'),
  speaker: hostile[2]!,
  role: hostile[0]!,
  session,
  turn: 3,
  start: 0,
  end: 28,
  time: 65,
  url: null,
};
const answer: Answer = {
  question: hostile.join(' '),
  status: 'nearest',
  text: hostile.join(' '),
  quotes: [quote],
  report: [],
  related: [quote],
  model: null,
};
const settings: PlaceSettings = {
  ...defaultSettings,
  scope: { events: [hostile[0]!], sessions: ['lamps'] },
  mayAsk: { users: ['U1'], roles: ['S1'] },
  mayIngest: { users: ['U1'], roles: ['S1'] },
  questionsPerHour: 3,
  handsTo: 'C0PEOPLE',
};
const summary = { ...session, event: hostile[0]!, speakers: [hostile[2]!], kind: null, turnCount: 3 } as never;
const context = {
  heading: hostile[0]!,
  hasEarlier: true,
  hasLater: true,
  turns: [
    {
      speaker: hostile[2]!,
      text: hostile[4]!,
      where: hostile[1]!,
      turn: 3,
      isQuoted: true,
      quoted: { start: 0, end: 5 },
    },
  ],
};

const above = { title: hostile.join(' '), lines: [...hostile, ...hostile, hostile.join('\n').repeat(3)] };
const link = `https://example.org/${'x'.repeat(600)}`;
const handed: Reply[] = [
  { kind: 'answer', id: 'abcdefghijkl', answer, handed: { panel: above, link } },
  { kind: 'answer', id: 'abcdefghijkl', answer, handed: { panel: above, link: 'https://example.org/archives/C1/p2' } },
  { kind: 'panel', id: 'abcdefghijkl', panel: above, link: null },
  { kind: 'panel', id: 'abcdefghijkl', panel: above, offersPerson: 'mnopqrstuvwx' },
];

function placesIn(phrase: string): string[] {
  return [...phrase.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
}

describe.each(languages)('in %s', (language) => {
  const say = wordsIn(language);

  it('every phrase is there, and has the parts that the English has', () => {
    const table = tables[language]!;
    expect(Object.keys(table).sort()).toEqual([...phrases].sort());
    for (const phrase of phrases) {
      expect(table[phrase].trim(), phrase).not.toBe('');
      // A list may name a command once where the English names it twice.
      expect([...new Set(placesIn(table[phrase]))], phrase).toEqual([...new Set(placesIn(english[phrase]))]);
    }
  });

  it('what people or records say is put in as it is', () => {
    expect(say('noSession', { words: '{title} $1 $&' })).toContain('{title} $1 $&');
  });

  it('commands have names that Discord takes', () => {
    for (const phrase of phrases.filter((one) => /^(?:command|option)[A-Z]/.test(one) && !/(?:Does|Is)$/.test(one)))
      expect(isCommandName(tables[language]![phrase]), `${phrase}: ${tables[language]![phrase]}`).toBe(true);
  });

  it('no button, form or list of Discord is over a limit', () => {
    const forms = [
      reasonForm('abcdefghijkl', say),
      keepForm('abcdefghijkl', say),
      personForm('abcdefghijkl', say('personSeesPrivate', { channel: hostile.join(' ') }), say),
      ...(['channel', 'server'] as const).flatMap((of) => [
        mannersForm(of, settings, { readsMessages: false, tags: [] }, say),
        mannersForm(of, settings, { readsMessages: false, tags: [{ id: '7', name: hostile[4]! }] }, say),
        settingsForm(of, settings, [summary], say),
      ]),
    ];
    for (const form of forms) expect(problemsOfModal(form as never)).toEqual([]);
    const shown = [
      ...(['everyone', 'asker', 'direct', 'copy'] as const).map((seenBy) =>
        renderReply({ kind: 'answer', id: 'abcdefghijkl', answer }, { seenBy, language, asked: hostile.join(' ') }),
      ),
      ...handed.map((reply) => renderReply(reply, { seenBy: 'everyone', language })),
      renderContext(context, { id: 'abcdefghijkl', key: 'q1', shift: 0 }, say),
      renderSettings(settings, () => hostile[0]!, say, say('saved')),
      renderReply(
        { kind: 'panel', id: 'abcdefghijkl', panel: helpPanel('@Rapporteur', say) },
        { seenBy: 'asker', language },
      ),
    ];
    for (const { components, file } of shown)
      expect(problemsOfMessage({ components, flags: 1 << 15 }, { files: file ? [file.name] : [] })).toEqual([]);
  });

  it('no button, form, home or list of Slack is over a limit, or calls anybody', () => {
    const metadata = metadataOf({ id: 'abcdefghijkl', channel: 'C0123' });
    const panels = [
      helpPanel('/rapporteur ask', say),
      sessionsPanel([summary], say),
      speakersPanel([], hostile[0]!, say),
      settingsPanel(settings, () => hostile[0]!, say),
      dataPanel({ questions: 2, opinions: 1, oldestMs: 0 }, '/rapporteur ask', say),
      forgottenPanel({ questions: 2, opinions: 1, oldestMs: null }, say),
    ];
    const usage = usagePanel(
      {
        questions: 9,
        people: 2,
        answered: 5,
        open: 4,
        good: 1,
        bad: 1,
        openQuestions: hostile,
        badAnswers: hostile.map((question) => ({ question, reason: question })),
      },
      30,
      say,
    );
    const home = { recent: panels[1]!, help: panels[0]!, channelCount: 2, isAdmin: true, budget: null, usage };
    const groups = [{ id: 'S1', name: hostile[2]!, users: [] }];
    const views = [
      homeView({ ...home, sessions: [summary], missingScopes: ['usergroups:read'] }, say),
      reasonModal(metadata, say),
      keepModal(metadata, say),
      personModal(say('personSeesPrivate', { channel: hostile.join(' ') }), metadata, say),
      contextModal(context, metadata, say),
      quotesModal(viewAnswer(answer), metadata, say),
      settingsModal({ settings, isInherited: true, sessions: [summary], groups }, metadata, say),
      settingsModal(
        { settings, isInherited: false, sessions: [], groups: null },
        metadataOf({ id: 'x', channel: '' }),
        say,
      ),
    ];
    for (const view of views) expect(refuseView(view)).toBeNull();
    for (const prompt of suggestedPrompts([summary], say)) expect(prompt.title.length).toBeLessThanOrEqual(75);
    const replies = [
      { kind: 'answer' as const, id: 'abcdefghijkl', answer, offersPerson: true as const },
      ...handed,
      ...panels.map((panel) => ({ kind: 'panel' as const, id: 'abcdefghijkl', panel })),
    ];
    for (const form of replies.flatMap((reply) => renderSlackReply(reply, { canShare: true, language }))) {
      const message = { text: form.text, ...(form.blocks.length > 0 && { blocks: form.blocks }) };
      expect(refuseMessage(message)).toBeNull();
      expect(mentionsIn(message)).toEqual([]);
    }
  });
});

describe('the commands of Discord', () => {
  it('are within its limits in all its locales, and unlike each other in each', () => {
    const all = commands();
    expect(problemsOfCommands(all)).toEqual([]);
    const locales = new Set(all.flatMap(({ name_localizations: names }) => Object.keys(names ?? {})));
    expect([...locales].sort()).toEqual(['es-419', 'es-ES', 'fr', 'ru', 'zh-CN', 'zh-TW']);
    for (const locale of locales) {
      const names = all.map((command) => (command.name_localizations as Record<string, string>)[locale]);
      expect(new Set(names).size).toBe(all.length);
    }
  });
});

describe('a locale', () => {
  it.each([
    ['es-419', 'es'],
    ['fr_CA', 'fr'],
    ['zh-TW', 'zh'],
    ['en-GB', 'en'],
    ['de', 'en'],
    [undefined, 'en'],
  ])('%s is read as %s', (locale, language) => {
    expect(wordsIn(locale).language).toBe(language);
  });
});

describe('a wish for a person', () => {
  it.each([
    'I want a person',
    'Can I talk to a human?',
    'a human, please!',
    'Je voudrais parler à quelqu’un.',
    'QUIERO HABLAR CON UNA PERSONA',
    'Хочу поговорить с человеком',
    '转人工',
    'أريد التحدث إلى شخص',
    'person',
  ])('%s is one', (typed) => {
    expect(parseCommand(typed)).toEqual({ name: 'person' });
  });
  it.each([
    'What did that person say?',
    'I want a person to speak of rice',
    'Did a human rights court rule on it?',
    '人工智能是什么？',
  ])('%s is none', (typed) => {
    expect(parseCommand(typed).name).toBe('ask');
  });
});
