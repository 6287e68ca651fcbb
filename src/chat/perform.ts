/** Does what a question or command asks for, in the scope of its place. */
import type { Answer, Question, Seen } from '../answer.ts';
import { sessionsCalled } from '../asking/sessions-called.ts';
import { usualCommission } from '../budget.ts';
import type { Rapporteur } from '../rapporteur.ts';
import type { Accesses } from './access.ts';
import type { Delivery } from './chat.ts';
import type { ChatStore, InboxItem } from './chat-store.ts';
import { asksOfMessageAbove, leansOnWhatWasSaid } from '../asking/parts/message-above.ts';
import { longest, shortened } from '../words/long-input.ts';
import { checkWords } from './check-words.ts';
import type { Person } from './person.ts';
import type { Post } from './post.ts';
import { quotedWords } from './quoted-words.ts';
import { dataPanel, forgottenPanel, helpPanel, sessionsPanel, settingsPanel, speakersPanel } from './panels.ts';
import type { Panel, Reply } from './reply.ts';
import { collectionIn, collectionPanel, collectionPaper } from './collected/asked.ts';
import { madeFrom, makePaper } from './papers/asked.ts';
import { unwatch, watch, watches } from './watches/asked.ts';
import * as wording from './wording.ts';

export interface PerformerOptions {
  rapporteur: Rapporteur;
  store: Pick<
    ChatStore,
    'collected' | 'watches' | 'history' | 'settings' | 'ownSettings' | 'saveSettings' | 'keptOf' | 'forgetPerson'
  >;
  access: Pick<Accesses, 'in'>;
  delivery: Pick<Delivery, 'above' | 'placeOf'>;
  askWith: string;
  clock: () => number;
  /** Where an answer can be read again; null where there is no reader. */
  pageOf: ((id: string) => string) | null;
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
  limits,
}: PerformerOptions): (item: InboxItem, tell: (line: string) => void) => Promise<Reply> {
  /** Commissions that are being worked on, by the question. */
  const commissioned = new Map<string, { post: Post; stopping: AbortController }>();
  const watching = { rapporteur, store, access, delivery, clock };

  async function perform(item: InboxItem, tell: (line: string) => void): Promise<Reply> {
    const {
      id,
      post: { command, place, asker },
    } = item;
    const { seen: scope } = await access.in(place, asker);
    const panel = (content: Panel): Reply => ({ kind: 'panel', id, panel: content });
    switch (command.name) {
      case 'ask':
        return ask(item, { text: command.question, session: command.session, speaker: command.speaker, scope }, tell);
      case 'verify':
        return check(id, command.quotation, scope, tell);
      case 'who':
        return check(id, command.words, scope, tell);
      case 'sessions':
        return panel(sessionsPanel(await rapporteur.sessions(scope)));
      case 'speakers':
        return panel(await speakersOf(command.session, scope));
      case 'settings':
        return panel(settingsPanel(store.settings(place)));
      case 'paper': {
        tell(wording.writing);
        try {
          return { kind: 'paper', id, ...(await makePaper(command.asked, rapporteur, scope, new Date(clock()))) };
        } catch (error) {
          // Such as that nothing here makes a PDF: its message says what to do.
          if (!(error instanceof Error) || error.name !== 'CommandError') throw error;
          return { kind: 'notice', id, why: 'refused', text: error.message };
        }
      }
      case 'commission':
        return commission(item, command.work, scope, tell);
      case 'stop':
        return stopWork(item)
          ? panel({ title: 'Stopped', lines: [wording.stopped] })
          : ask(item, { text: 'stop', scope }, tell);
      case 'collection': {
        const shown = await collectionIn({ store, rapporteur, seen: scope }, place, asker.id, command.tag);
        if (command.as === null || shown.kept.length === 0) return panel(collectionPanel(shown, command.tag));
        const now = new Date(clock());
        const paper = collectionPaper(shown, command.tag, await rapporteur.sessions(scope), now);
        return { kind: 'paper', id, ...(await madeFrom(paper, `kept-quotes.${command.as}`)) };
      }
      case 'uncollect': {
        const isGone = store.collected.remove(command.number, place, asker.id);
        return panel({
          title: 'Kept quotes',
          lines: [isGone ? 'It is no longer kept.' : 'There is none of that number.'],
        });
      }
      case 'watch':
        return panel(await watch(command.typed, item.post, watching));
      case 'watches':
        return panel(watches(item.post, watching));
      case 'unwatch':
        return panel(unwatch(command.number, item.post, watching));
      case 'changes': {
        if (!asker.isAdmin) return { kind: 'notice', id, why: 'refused', text: wording.onlyAdministrators };
        const { changes: _changes, ...own } = store.ownSettings(place);
        store.saveSettings(place, command.told ? own : { ...own, changes: 'not told' });
        return panel(settingsPanel(store.settings(place)));
      }
      case 'data':
        return panel(dataPanel(store.keptOf(personOf(item)), askWith));
      case 'forget':
        return panel(forgottenPanel(store.forgetPerson(personOf(item), id)));
      default:
        return panel(helpPanel(askWith));
    }
  }

  async function ask(item: InboxItem, question: Question, tell: (line: string) => void): Promise<Reply> {
    const { id, post } = item;
    const asksAbove = asksOfMessageAbove(question.text);
    const since = post.thread === null ? item.receivedMs - limits.conversationMs : 0;
    const history = store.history(item, limits.historyQuestions, since);
    // Only what the question cannot be understood without is read of what others wrote.
    const standsUnder = post.thread !== null || post.isReply === true;
    const isLost = asksAbove || (standsUnder && history.length === 0 && leansOnWhatWasSaid(question.text));
    const read = isLost && !post.isDirect && delivery.above ? await delivery.above(post) : [];
    const words = read?.at(-1);
    if (asksAbove && words !== undefined) {
      const reply = await check(id, words, question.scope, tell);
      return { ...reply, note: wording.checkedMessage(shortened(quotedWords(words), mostOfMessageShown).text) };
    }
    if (asksAbove && read === null) return { kind: 'notice', id, why: 'refused', text: wording.cannotReadAbove };
    tell(wording.reading);
    const messages = (read ?? []).slice(-limits.historyQuestions).map((text) => shortened(text, longest.name).text);
    const answer = await rapporteur.ask({ ...question, history: [...messages, ...history] });
    return {
      kind: 'answer',
      id,
      answer: withPage(id, answer),
      ...(messages.length > 0 && { note: wording.readAbove(messages.length) }),
    };
  }

  async function commission(
    { id, post }: InboxItem,
    work: string,
    scope: Seen,
    tell: (line: string) => void,
  ): Promise<Reply> {
    const stopping = new AbortController();
    const { steps, tokens } = usualCommission;
    commissioned.set(id, { post, stopping });
    tell(wording.atWork(usualCommission));
    try {
      const answer = await rapporteur.commission(
        { text: work, steps, tokens, scope },
        (step) => tell(wording.stepOfWork(step)),
        stopping.signal,
      );
      const { inputTokens = 0, outputTokens = 0 } = answer.usage ?? {};
      const used = inputTokens + outputTokens;
      return {
        kind: 'answer',
        id,
        answer: withPage(id, answer),
        ...(used > 0 && { note: wording.workDone(used, tokens) }),
      };
    } finally {
      commissioned.delete(id);
    }
  }

  /** Only who commissioned it may, where they did; false where they have nothing under way there. */
  function stopWork({ post }: InboxItem): boolean {
    const whose = ({ place, asker }: Post) => JSON.stringify([place, asker.id]);
    const theirs = [...commissioned.values()].filter((each) => whose(each.post) === whose(post));
    for (const { stopping } of theirs) stopping.abort();
    return theirs.length > 0;
  }

  function withPage(id: string, answer: Answer): Answer {
    return pageOf === null ? answer : { ...answer, page: pageOf(id) };
  }

  /** Looked up word by word; never an answer about the session. */
  async function check(id: string, message: string, seen: Seen | undefined, tell: (line: string) => void) {
    tell(wording.checking);
    const verification = await checkWords(message, seen, rapporteur);
    return { kind: 'verification', id, verification } satisfies Reply;
  }

  async function speakersOf(named: string | undefined, scope: Seen): Promise<Panel> {
    const words = named && shortened(named, longest.name).text;
    if (words === undefined) {
      return speakersPanel(await rapporteur.speakers({ scope }), null);
    }
    const sessions = await rapporteur.sessions(scope);
    const meant = sessionsCalled(words, sessions);
    const [session] = meant;
    if (session === undefined) {
      return { title: 'Speakers', lines: [wording.noSession(words)] };
    }
    return meant.length > 1
      ? { title: 'Speakers', lines: [wording.severalSessions(words, meant.length), ...meant.map(({ title }) => title)] }
      : speakersPanel(await rapporteur.speakers({ session: session.id, scope }), session.title);
  }

  return perform;
}

/** Characters. */
const mostOfMessageShown = 150;

function personOf({ post: { place, asker } }: InboxItem): Person {
  // Ids of people are one workspace's on Slack; elsewhere they are the platform's.
  return { platform: place.platform, workspace: place.platform === 'slack' ? place.workspace : null, user: asker.id };
}
