/** Does what a question or command asks for, in the scope of its place. */
import type { Answer, Question, Seen } from '../answer.ts';
import { sessionsCalled } from '../asking/sessions-called.ts';
import { usualCommission } from '../budget.ts';
import type { Rapporteur } from '../rapporteur.ts';
import type { Accesses } from './access.ts';
import type { Delivery, Desk } from './chat.ts';
import type { ChatStore, InboxItem } from './chat-store.ts';
import { asksOfMessageAbove, leansOnWhatWasSaid } from '../asking/parts/message-above.ts';
import { longest, shortened } from '../words/long-input.ts';
import { checkWords } from './check-words.ts';
import { handedReply } from './handing.ts';
import type { Person } from './person.ts';
import type { Post } from './post.ts';
import { quotedWords } from './quoted-words.ts';
import { dataPanel, forgottenPanel, helpPanel, sessionsPanel, settingsPanel, speakersPanel } from './panels.ts';
import type { Panel, Reply } from './reply.ts';
import { collectionIn, collectionPanel, collectionPaper } from './collected/asked.ts';
import { madeFrom, makePaper } from './papers/asked.ts';
import { unwatch, watch, watches } from './watches/asked.ts';
import { inFigures, readAbove, wordsFor, type Words } from './wording.ts';

export interface PerformerOptions {
  rapporteur: Rapporteur;
  store: Pick<
    ChatStore,
    | 'collected'
    | 'watches'
    | 'history'
    | 'item'
    | 'lastAsked'
    | 'isWanted'
    | 'unfinished'
    | 'settings'
    | 'changeSettings'
    | 'keptOf'
    | 'forgetPerson'
  >;
  access: Pick<Accesses, 'in'>;
  delivery: Pick<Delivery, 'above' | 'placeOf'>;
  askWith: string;
  clock: () => number;
  /** Where an answer can be read again; null where there is no reader. */
  pageOf: ((id: string) => string) | null;
  handsTo: Desk['handsTo'];
  mayConfigure: Desk['mayConfigure'];
  limits: { historyQuestions: number; conversationMs: number };
}

/** `tell` shows what is being done. Rejects as the rapporteur does. */
export function performer({
  rapporteur,
  store,
  access,
  delivery,
  askWith,
  clock,
  pageOf,
  handsTo,
  mayConfigure,
  limits,
}: PerformerOptions): (item: InboxItem, tell: (line: string) => void) => Promise<Reply> {
  /** Commissions that are being worked on, by the question. */
  const commissioned = new Map<string, AbortController>();
  const watching = { rapporteur, store, access, delivery, clock };

  async function perform(item: InboxItem, tell: (line: string) => void): Promise<Reply> {
    const {
      id,
      post: { command, place, asker },
    } = item;
    const { seen: scope } = await access.in(place, asker);
    const say = wordsFor(asker);
    const panel = (content: Panel): Reply => ({ kind: 'panel', id, panel: content });
    switch (command.name) {
      case 'ask':
        return ask(item, { text: command.question, session: command.session, speaker: command.speaker, scope }, tell);
      case 'verify':
        return check(id, command.quotation, scope, tell, say);
      case 'who':
        return check(id, command.words, scope, tell, say);
      case 'sessions':
        return panel(sessionsPanel(await rapporteur.sessions(scope), say));
      case 'speakers':
        return panel(await speakersOf(command.session, scope, say));
      case 'settings':
        return panel(settingsPanel(await store.settings(place), undefined, say));
      case 'paper': {
        tell(say('writing'));
        try {
          return { kind: 'paper', id, ...(await makePaper(command.asked, rapporteur, scope, new Date(clock()))) };
        } catch (error) {
          // Such as that nothing here makes a PDF: its message says what to do.
          if (!(error instanceof Error) || error.name !== 'CommandError') throw error;
          return { kind: 'notice', id, why: 'refused', text: error.message };
        }
      }
      case 'commission':
        return commission(item, command.work, scope, tell, say);
      case 'stop':
        return (await stopWork(item))
          ? panel({ title: say('workStopped'), lines: [say('stoppedWork')] })
          : ask(item, { text: 'stop', scope }, tell);
      case 'collection': {
        const shown = await collectionIn({ store, rapporteur, seen: scope }, place, asker.id, command.tag);
        if (command.as === null || shown.kept.length === 0) return panel(collectionPanel(shown, command.tag));
        const now = new Date(clock());
        const paper = collectionPaper(shown, command.tag, await rapporteur.sessions(scope), now);
        return { kind: 'paper', id, ...(await madeFrom(paper, `kept-quotes.${command.as}`)) };
      }
      case 'uncollect': {
        const isGone = await store.collected.remove(command.number, place, asker.id);
        return panel({
          title: 'Kept quotes',
          lines: [isGone ? 'It is no longer kept.' : 'There is none of that number.'],
        });
      }
      case 'watch':
        return panel(await watch(command.typed, item.post, watching));
      case 'watches':
        return panel(await watches(item.post, watching));
      case 'unwatch':
        return panel(await unwatch(command.number, item.post, watching));
      case 'changes': {
        if (!mayConfigure(place, asker)) return { kind: 'notice', id, why: 'refused', text: say('onlyAdministrators') };
        await store.changeSettings(place, ({ changes: _changes, ...own }) =>
          command.told ? own : { ...own, changes: 'not told' },
        );
        return panel(settingsPanel(await store.settings(place), undefined, say));
      }
      case 'person':
        return askForPerson(item, say);
      case 'handed':
        return handedReply(item, command, store, access, rapporteur);
      case 'data':
        return panel(dataPanel(await store.keptOf(personOf(item)), askWith, say));
      case 'forget':
        return panel(forgottenPanel(await store.forgetPerson(personOf(item), id), say));
      default:
        return panel(helpPanel(askWith, say));
    }
  }

  /** Shown what comes of it first, with the button that does it. */
  async function askForPerson(item: InboxItem, say: Words): Promise<Reply> {
    const { id, post } = item;
    const last = await store.lastAsked(item);
    if (last === null) return { kind: 'notice', id, why: 'refused', text: say('personAskFirst') };
    const found = await handsTo(last, post.place, post.asker);
    if ('refused' in found) return { kind: 'notice', id, why: 'refused', text: found.refused };
    return { kind: 'panel', id, panel: { title: say('askPerson'), lines: [found.sees] }, offersPerson: last };
  }

  async function ask(item: InboxItem, question: Question, tell: (line: string) => void): Promise<Reply> {
    const { id, post } = item;
    const say = wordsFor(post.asker);
    const asksAbove = asksOfMessageAbove(question.text);
    const since = post.thread === null ? item.receivedMs - limits.conversationMs : 0;
    const history = await store.history(item, limits.historyQuestions, since);
    // Only what the question cannot be understood without is read of what others wrote.
    const standsUnder = post.thread !== null || post.isReply === true;
    const isLost = asksAbove || (standsUnder && history.length === 0 && leansOnWhatWasSaid(question.text));
    const read = isLost && !post.isDirect && delivery.above ? await delivery.above(post) : [];
    const words = read?.at(-1);
    if (asksAbove && words !== undefined) {
      const reply = await check(id, words, question.scope, tell, say);
      const shown = shortened(quotedWords(words), mostOfMessageShown).text;
      return { ...reply, note: say('checkedMessage', { words: shown }) };
    }
    if (asksAbove && read === null) return { kind: 'notice', id, why: 'refused', text: say('cannotReadAbove') };
    tell(say('reading'));
    const messages = (read ?? []).slice(-limits.historyQuestions).map((text) => shortened(text, longest.name).text);
    const answer = await rapporteur.ask({ ...question, history: [...messages, ...history] });
    return {
      kind: 'answer',
      id,
      answer: withPage(id, answer),
      ...(answer.status !== 'answered' &&
        (await store.settings(post.place)).handsTo !== null && { offersPerson: true }),
      ...(messages.length > 0 && { note: readAbove(say, messages.length) }),
    };
  }

  async function commission(
    item: InboxItem,
    work: string,
    scope: Seen,
    tell: (line: string) => void,
    say: Words,
  ): Promise<Reply> {
    const { id } = item;
    const stopping = new AbortController();
    const { steps, tokens } = usualCommission;
    commissioned.set(id, stopping);
    // Another process may have taken in that it is to be stopped, or before it began.
    const look = () =>
      store.isWanted(item).then(
        (isWanted) => isWanted || stopping.abort(),
        () => {},
      );
    const looking = setInterval(() => void look(), lookEveryMs).unref();
    tell(say('workBegun', { steps, tokens: inFigures(say, tokens) }));
    try {
      const working = rapporteur.commission(
        { text: work, steps, tokens, scope },
        (step) => tell(say('stepOfWork', { ...step, tokens: inFigures(say, step.tokens) })),
        stopping.signal,
      );
      void look();
      const answer = await working;
      const { inputTokens = 0, outputTokens = 0 } = answer.usage ?? {};
      const used = inputTokens + outputTokens;
      return {
        kind: 'answer',
        id,
        answer: withPage(id, answer),
        ...(used > 0 && { note: say('workDone', { used: inFigures(say, used), tokens: inFigures(say, tokens) }) }),
      };
    } finally {
      clearInterval(looking);
      commissioned.delete(id);
    }
  }

  /** Only who commissioned it may, where they did; false where they have nothing under way there. */
  async function stopWork({ post }: InboxItem): Promise<boolean> {
    const whose = ({ place, asker }: Post) => JSON.stringify([place.workspace, place.channel, asker.id]);
    const theirs = (await store.unfinished(post.place.platform)).filter(
      (each) =>
        each.post.command.name === 'commission' && each.state === 'received' && whose(each.post) === whose(post),
    );
    // What another process works on ends when that one looks.
    for (const { id } of theirs) commissioned.get(id)?.abort();
    return theirs.length > 0;
  }

  function withPage(id: string, answer: Answer): Answer {
    return pageOf === null ? answer : { ...answer, page: pageOf(id) };
  }

  /** Looked up word by word; never an answer about the session. */
  async function check(id: string, message: string, seen: Seen | undefined, tell: (line: string) => void, say: Words) {
    tell(say('checking'));
    const verification = await checkWords(message, seen, rapporteur);
    return { kind: 'verification', id, verification } satisfies Reply;
  }

  async function speakersOf(named: string | undefined, scope: Seen, say: Words): Promise<Panel> {
    const words = named && shortened(named, longest.name).text;
    if (words === undefined) {
      return speakersPanel(await rapporteur.speakers({ scope }), null, say);
    }
    const sessions = await rapporteur.sessions(scope);
    const meant = sessionsCalled(words, sessions);
    const [session] = meant;
    if (session === undefined) {
      return { title: say('speakers'), lines: [say('noSession', { words })] };
    }
    if (meant.length === 1)
      return speakersPanel(await rapporteur.speakers({ session: session.id, scope }), session.title, say);
    const several = say('severalSessions', { words, count: meant.length });
    return { title: say('speakers'), lines: [several, ...meant.map(({ title }) => title)] };
  }

  return perform;
}

/** Characters. */
const mostOfMessageShown = 150;
const lookEveryMs = 2_000;

function personOf({ post: { place, asker } }: InboxItem): Person {
  // Ids of people are one workspace's on Slack; elsewhere they are the platform's.
  return { platform: place.platform, workspace: place.platform === 'slack' ? place.workspace : null, user: asker.id };
}
