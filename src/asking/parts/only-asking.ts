/** Words that ask somebody for their words without saying on what: a closed class in each language, and no matter. */
import { textOf } from '../../words/text-words.ts';
import { termsOf } from '../../words/terms.ts';
import { wordList } from '../../words/word-list.ts';

/** Whether the words of a question asked of somebody name no matter: "sum up what she wants", but not "about her wants". */
export function onlyAsks(words: string): boolean {
  const text = textOf(words);
  return (
    !text.words.some(({ word }) => onMatter.has(word)) &&
    termsOf(words).every((term) => asking.has(term) || raising.has(term))
  );
}

/** What stands after "on" or "about", where only words that ask stand before: `the AI Act` of "Where does she stand on the AI Act"; all of it otherwise. */
export function withoutAsking(words: string): string {
  const text = textOf(words);
  const at = text.words.findIndex(({ word }) => onMatter.has(word));
  if (at < 1) return words;
  const { start, end } = text.words[at]!;
  const [before, after] = [termsOf(words.slice(0, start)), words.slice(end)];
  // "Who wants a declaration on it?" is of what is to be declared, and by whom.
  const isThing = text.words.slice(0, at).some(({ word }) => instruments.has(word));
  const isAsking = before.length > 0 && !isThing && before.every((term) => asking.has(term));
  return isAsking && termsOf(after).length > 0 ? after.trim() : words;
}

/**
 * What a question without any other matter is on, though it is a word of asking elsewhere: `the people` of "What was said about the
 * people?". Null where it is on nothing but the session, or on what was spoken of before.
 */
export function topicOf(question: string): string | null {
  const chinese = /(?:关于|提到|谈到)(\p{Script=Han}{2,6}?)(?:(?:都|人们|大家)?(?:说|讲|谈)|的|有|[，。？?]|$)/u.exec(
    question,
  )?.[1];
  const { words } = textOf(question);
  const at = words.findLastIndex(({ word }) => onMatter.has(word) || mentions.has(word));
  if (chinese === undefined && at < 1) return null;
  const topic = chinese ?? question.slice(words[at]!.end).replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const named = textOf(topic).words.map(({ word }) => word);
  const isTopic = named.length <= longestTopic && !named.some((word) => ofBefore.has(word));
  return isTopic && termsOf(topic).length > 0 ? topic : null;
}

const longestTopic = 3;
const mentions = new Set(
  wordList(
    `mention mentions mentioned mentioner mentionné mentionne mencionó menciona mencionar упомянул упоминал упомянули ذكر`,
  ),
);
/** The session, what is said there, and what a question before it was of. */
const ofBefore = new Set(
  wordList(`session sessions meeting meetings conference panel event recording recordings transcript this that these those it them him her
    me you us topic topics matter matters subject subjects issue issues thing things everything anything something nothing
    everyone everybody anyone anybody someone somebody today yesterday tomorrow there here which whom what
    séance séances réunion réunions conférence cela ça ceci tout sujet sujets ce cette sesión sesiones reunión reuniones conferencia
    esto eso ello todo tema temas este esta заседание заседании сессия сессии встреча встрече этом это этого тема теме всем
    会议 会上 这个 这次 它 他 她 话题 问题上 الجلسة الاجتماع المؤتمر هذا هذه ذلك الموضوع شيء`),
);

const instruments = new Set(wordList('declaration declarations déclaration declaración декларация декларации'));
const onMatter = new Set(wordList('about on regarding concerning over sur sobre о об про حول عن'));

/** What is done with a topic: "the topics she raised" are any. Before "on" or "about" they tell that there was talk of it. */
const raising = new Set(termsOf('topic theme subject raise cover touch discuss bring mention bullet'));
const asking = new Set(
  termsOf(`sum summary summarise summarize summarised summarized recap gist nutshell essence essential essentially outline boil
    down condense short brief briefly overall key main central basic basically single sentence
    message point position stance standpoint view opinion attitude thought idea argument conclusion mind say tell speak talk
    want wish hope desire demand seek aim call ask request propose proposal suggest suggestion recommend recommendation
    advise advocate urge plead insist argue claim stress emphasise emphasize highlight underline declare state answer reply respond
    remark statement intervention speech contribution presentation address transcript wording word
    stand feel make think idea verdict take enlighten elaborate inform knowledge know bit little lot detail
    like see after prefer favour favor expect intend mean try read show reproduce recount relate give quote
    whole full entire complete everything thing anything all part
    résumer résume résumé synthèse essentiel phrase message avis position opinion veut veulent souhaite demande propose
    recommande dit dire déclaré intervention discours propos
    resumir resume resumen síntesis esencia frase mensaje opinión posición quiere quieren desea pide propone recomienda
    dijo decir intervención discurso palabras
    кратко суть резюме итог мнение позиция хочет хотят просит предлагает рекомендует сказал сказала выступление речь слова
    总结 概括 摘要 要点 观点 立场 意见 想要 希望 要求 建议 发言 讲话
    ملخص خلاصة باختصار رأي موقف يريد تريد يطلب يقترح توصي كلمة مداخلة`),
);
