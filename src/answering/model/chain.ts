/**
 * Answers with a chat model: the question made to stand alone, evidence found and numbered, statements written from it by
 * the model, each checked by the program, and the quotes printed from the transcript. Whatever the model or its server
 * does, there is an answer.
 */
import { type Allowance, type Budget, estimatedTokens } from '../../budget.ts';
import { RunnableBranch, RunnableLambda, RunnableSequence } from '@langchain/core/runnables';
import { amountsIn } from '../figures/amounts.ts';
import type { Answer, ProseKind, Question } from '../../answer.ts';
import { find, type Findings } from '../find.ts';
import { compose, nearestAnswer } from '../compose.ts';
import { askModel, type Usage } from './ask-model.ts';
import type { OpenedModel } from './chat-model.ts';
import { checkCuts, checkFree, type Checked } from './check.ts';
import { answerFrom } from './cite.ts';
import { listEvidence, type Evidence } from './evidence-list.ts';
import { Fault, faultOf, noticeOf, type FaultKind } from './faults.ts';
import { languageOf, phrasesIn } from '../../words/language.ts';
import {
  cutPrompt,
  freePrompt,
  standAlonePrompt,
  vouchPrompt,
  type CutStatement,
  type FreeStatement,
  type Prompt,
  type Written,
} from './prompt.ts';
import { languageSpoken, otherLanguage } from '../spoken-language.ts';
import { termsOf } from '../../words/terms.ts';
import type { Log } from '../../log.ts';
import { count, timed } from '../../measures.ts';
import { type Ground } from '../ground.ts';

export interface ChainParts {
  model: OpenedModel;
  ground: Ground;
  /** Longest time for one answer. */
  timeoutMs: number;
  /** Most tokens of evidence that a model is shown. */
  evidenceTokens: number;
  /** Whether the model's prose is cut from what was said, or its own. */
  prose: ProseKind;
  budget: Budget;
  log: Log;
  /** Milliseconds of any clock that goes on. */
  now: () => number;
}

export function answerWithModel({
  model,
  ground,
  timeoutMs,
  evidenceTokens,
  prose,
  budget,
  log,
  now,
}: ChainParts): (question: Question) => Promise<Answer> {
  const chain = RunnableSequence.from<Run, Answer>([
    RunnableLambda.from(standAlone),
    RunnableBranch.from<Understood, Answer>([
      [
        ({ found }) => !needsModel(found),
        RunnableLambda.from(({ question, found }: Understood) => compose(question.text, found)),
      ],
      RunnableSequence.from<Understood, Answer>([RunnableLambda.from(write), RunnableLambda.from(check)]),
    ]),
  ]);

  return async (question) => {
    const started = now();
    let warning: string | null = null;
    const over = new AbortController();
    // Not AbortSignal.timeout, which keeps all that listens to it until then, long after the answer.
    const timer = setTimeout(() => over.abort(), timeoutMs).unref();
    const run: Run = {
      question,
      signal: over.signal,
      leftMs: () => started + timeoutMs - now(),
      usage: { inputTokens: 0, outputTokens: 0 },
      leave: {},
    };
    let answer: Answer;
    try {
      answer = await chain.invoke(run);
    } finally {
      clearTimeout(timer);
      warning = (await (await run.leave.given)?.end()) ?? null;
    }
    const { usage } = run;
    log.info(
      { model: answer.model, status: answer.status, ...usage, milliseconds: Math.round(now() - started) },
      'answered',
    );
    const notice = [answer.notice, warning].filter((line) => typeof line === 'string').join(' ');
    return {
      ...answer,
      ...(notice !== '' && { notice }),
      ...(usage.inputTokens + usage.outputTokens > 0 && { usage }),
    };
  };

  async function ask<Reply>(prompt: Prompt<Reply>, run: Run, tries: number): Promise<Reply> {
    const { signal, leftMs, usage } = run;
    const needed = estimatedTokens(prompt.fixed.length + prompt.asked.length) + replyTokens;
    const allowance = await (run.leave.given ??= budget.admit('answers', needed, leftMs() / 2));
    if (allowance === null || !(await allowance.mayGoOn(needed))) throw new Fault('budget');
    return timed('model', () =>
      askModel(model, prompt, {
        signal,
        leftMs,
        tries,
        silenceMs: timeoutMs / 2,
        onUsage: ({ inputTokens, outputTokens }) => {
          usage.inputTokens += inputTokens;
          usage.outputTokens += outputTokens;
          return allowance.spend({ inputTokens, outputTokens });
        },
        onUntold: (characters) =>
          allowance.spend({ inputTokens: estimatedTokens(characters), outputTokens: 0, isEstimated: true }),
      }),
    );
  }

  /**
   * A question that follows others, or is in another language than the sessions, is put anew by the model. What the
   * program itself can carry over is used where the model fails, adds something, or finds nothing.
   */
  async function standAlone(run: Run): Promise<Understood> {
    const { question } = run;
    const history = question.history ?? [];
    const found = await find(question, ground);
    const other = await otherLanguage(languageOf(question.text), found.sessions, ground);
    const asIs: Understood = { ...run, found, asked: question.text };
    if (history.length === 0 && (other === null || hasAnswer(found))) return asIs;
    try {
      const before =
        history.length === 0
          ? null
          : await find({ ...question, text: history.at(-1)!, history: history.slice(0, -1) }, ground);
      const quoted = [...new Set(before?.quotes.flatMap(({ speaker }) => speaker ?? []))].slice(0, 3);
      const put = await ask(standAlonePrompt(question.text, history, quoted, other), run, 1);
      const sources = [question.text, ...history, ...quoted];
      const alone = addsNothing(put.question, sources) ? put.question : question.text;
      if (alone !== question.text) {
        const anew = await find({ ...question, text: alone, history: [] }, ground);
        if (hasAnswer(anew)) return { ...run, found: anew, asked: alone };
      }
      if (hasAnswer(found) || other === null || !addsNoFigure(put.search, sources)) return asIs;
      return { ...run, found: await find({ ...question, text: put.search, history: [] }, ground), asked: alone };
    } catch (error) {
      log.warn({ fault: faultOf(error).kind }, 'the question was not made to stand alone by the model');
      return asIs;
    }
  }

  async function write(understood: Understood): Promise<WrittenFrom> {
    const { found, asked } = understood;
    for (let tokens = evidenceTokens; ; tokens = Math.floor(tokens / 2)) {
      const evidence = await listEvidence(found, ground, tokens);
      try {
        if (evidence.sentences.length + evidence.items.length === 0) throw new Fault('not borne out');
        const written: Drafted =
          prose === 'free'
            ? { prose, ...(await ask(freePrompt(asked, evidence.text), understood, 3)) }
            : { prose, ...(await ask(cutPrompt(asked, evidence.text, otherThan(evidence, asked)), understood, 3)) };
        return { ...understood, evidence, written };
      } catch (error) {
        const { kind, status } = faultOf(error);
        // With half the evidence it may fit.
        if (kind === 'too long' && tokens > fewestTokens) continue;
        count('model faults', 1, { fault: kind });
        log.warn({ fault: kind, status, model: model.name }, 'the model did not answer');
        return { ...understood, evidence, written: kind };
      }
    }
  }

  async function check(from: WrittenFrom): Promise<Answer> {
    const { question, found, evidence, written } = from;
    const without = (kind: FaultKind): Answer => ({ ...compose(question.text, found), notice: noticeOf(kind) });
    if (typeof written === 'string') return without(written);
    const asked = languageOf(question.text);
    const checked = await timed('checking', async () =>
      written.prose === 'cut'
        ? checkCuts(written.statements, evidence, asked)
        : checkFree(written.statements, evidence, asked, (...pair) => vouches(...pair, from)),
    );
    const { claims, leftOut, replaced } = checked;
    if (leftOut + replaced > 0)
      log.warn(
        { leftOut, replaced, of: written.statements.length, model: model.name },
        'statements of the model were left out or replaced by what was said',
      );
    if (claims.length > 0) {
      const notice = noticeOfChecks(checked);
      return { ...answerFrom(question.text, claims, model.name), ...(notice !== '' && { notice }) };
    }
    if (written.statements.length > 0) return without('not borne out');
    if (written.answered) return without('empty');
    // What came nearest is shown as such; where the program can tell what is not there, in its words.
    if (found.made?.denied) return { ...compose(question.text, found), model: model.name };
    const text = phrasesIn(languageOf(question.text)).notAnswered;
    return { ...nearestAnswer(question.text, text, found), model: model.name };
  }

  /** A model that does not answer this does not vouch. */
  async function vouches(sentence: string, statement: string, run: Run): Promise<boolean> {
    try {
      return (await ask(vouchPrompt(sentence, statement), run, 2)).says;
    } catch (error) {
      log.warn({ fault: faultOf(error).kind, model: model.name }, 'the model did not say whether a sentence says it');
      return false;
    }
  }
}

function noticeOfChecks({ leftOut, replaced }: Checked): string {
  const were = (number: number) =>
    number === 1 ? 'One statement of the model was' : `${number} statements of the model were`;
  const [it, its] = [leftOut === 1 ? 'it' : 'them', replaced === 1 ? 'its' : 'their'];
  return [
    leftOut > 0 && `${were(leftOut)} left out: what was said does not bear ${it} out.`,
    replaced > 0 && `${were(replaced)} not borne out word by word: what was said stands in ${its} place.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The language of the question, where most of the evidence is in another; null where no translation is wanted. */
function otherThan({ sentences }: Evidence, question: string): string | null {
  const asked = languageOf(question);
  const others = sentences.filter((sentence) => (languageSpoken(sentence) ?? asked) !== asked);
  return asked !== null && others.length > sentences.length / 2 ? asked : null;
}

/** One question on its way. */
interface Run {
  question: Question;
  signal: AbortSignal;
  leftMs: () => number;
  usage: Usage;
  /** To spend tokens, asked for when the model first is; one for the whole way. */
  leave: { given?: Promise<Allowance | null> };
}

interface Understood extends Run {
  found: Findings;
  /** The question as the model is asked it. */
  asked: string;
}

interface WrittenFrom extends Understood {
  evidence: Evidence;
  written: Drafted | FaultKind;
}

type Drafted = ({ prose: 'cut' } & Written<CutStatement>) | ({ prose: 'free' } & Written<FreeStatement>);

/** What a reply may take; where one took more, that is set aside from then on. */
const replyTokens = 2000;
/** Less evidence than this is not worth asking with. */
const fewestTokens = 300;

/** What is surely not there, and what the record tells of a session itself, needs no model; what only comes near does. */
function needsModel({ quotes, nearest, others, made }: Findings): boolean {
  const isOpen = made === null || made.isOpen === true || (made.denied === true && made.verification === undefined);
  return isOpen && quotes.length + nearest.length + others.length > 0;
}

function hasAnswer({ quotes, made }: Findings): boolean {
  return quotes.length > 0 || made !== null;
}

/** Whether a question put anew is made of the words of those it comes from, and keeps most of the last one's. */
function addsNothing(anew: string, [question, ...others]: string[]): boolean {
  const given = new Set(termsOf([question, ...others].join('\n')));
  const terms = new Set(termsOf(anew));
  const own = termsOf(question!).filter((term) => !pronouns.has(term));
  return (
    terms.size > 0 &&
    anew.length <= longestQuestion &&
    [...terms].every((term) => given.has(term)) &&
    own.filter((term) => terms.has(term)).length >= own.length / 2 &&
    addsNoFigure(anew, [question!, ...others])
  );
}

const longestQuestion = 500;
const pronouns = new Set(
  termsOf('he she him her his hers they them their theirs it its that this these those there else same'),
);

function addsNoFigure(anew: string, sources: string[]): boolean {
  const given = new Set(sources.flatMap((source) => amountsIn(source)));
  return anew.trim() !== '' && anew.length <= longestQuestion && amountsIn(anew).every((amount) => given.has(amount));
}
