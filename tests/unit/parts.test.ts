/** The parts of a question, each read on its own. */
import { describe, expect, it } from 'vitest';
import { alternativesIn, sidesIn } from '../../src/asking/parts/comparison.ts';
import { audienceIn, withoutCourtesy } from '../../src/asking/parts/courtesy.ts';
import { daysIn, withoutDays } from '../../src/asking/parts/days.ts';
import { formIn } from '../../src/asking/parts/form.ts';
import { goingOnIn } from '../../src/asking/parts/going-on.ts';
import { languageOfQuestion } from '../../src/asking/parts/language.ts';
import { quotationIn } from '../../src/asking/parts/quotation.ts';
import { sessionNameIn, withoutPlace } from '../../src/asking/parts/session-name.ts';
import { smallTalkOf } from '../../src/asking/parts/small-talk.ts';
import { kindIn, whatIsAsked } from '../../src/asking/parts/wanted.ts';

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('a form', () => {
  it.each([
    ['In one sentence: what did Okafor say?', 'sentences 1', 'what did Okafor say?'],
    ['What did Okafor say, in two sentences?', 'sentences 2', 'What did Okafor say, ?'],
    ['Give me three bullets on seals', 'points 3', 'seals'],
    ['What was said about seals, as bullet points', 'points', 'What was said about seals,'],
    ['Write a two-paragraph summary of the session', 'paragraphs 2', 'summary of the session'],
    ['Show me a table of who said what', 'table', 'who said what'],
    ['What was said about seals, in a table', 'table', 'What was said about seals,'],
    ['Give me everything Okafor said on eels', 'everything', 'Okafor said on eels'],
    ['All that Lindqvist said', 'everything', 'Lindqvist said'],
    ['Every statement by Okafor on eels', 'everything', 'Okafor on eels'],
    ['One strong quote on dredging', 'quote 1', 'on dredging'],
    ['Find me a quote about seals', 'quote', 'about seals'],
    ['Give me a good line about seals', 'quote', 'about seals'],
    ['The full remarks of Okafor', 'whole', 'The remarks of Okafor'],
    ['Translate Okafor’s main point into French', 'translation fr', 'Okafor’s main point'],
    ['What did Okafor say about eels in Spanish?', 'translation es', 'What did Okafor say about eels ?'],
    ['Briefly, what did Okafor say?', 'short', 'what did Okafor say?'],
    ['Give me a timeline of the dredging', 'timeline', 'the dredging'],
    ['Qu’a dit Okafor, en trois points ?', 'points 3', 'Qu’a dit Okafor, ?'],
    ['Dame todo lo que dijo Okafor', 'everything', 'dijo Okafor'],
    ['Что сказала Okafor, в двух предложениях?', 'sentences 2', 'Что сказала Okafor, ?'],
    ['用两句话说明她怎么看港口', 'sentences 2', '她怎么看港口'],
    ['What was said about seals? Three bullets', 'points 3', 'What was said about seals?'],
    ['On seals: two talking points', 'points 2', 'On seals:'],
    ['a couple of talking points about seals', 'points 2', 'seals'],
    ['Four key points about seals, in bullet form', 'points 4', 'seals,'],
    ['In bullet form, what was said about seals?', 'points', 'what was said about seals?'],
    ['seals. Could you give us three quotes?', 'quote 3', 'seals. ?'],
    ['Who said these two quotes?', '', 'Who said these two quotes?'],
    ['What are the three points Okafor made?', '', 'What are the three points Okafor made?'],
    ['What is on the table?', '', 'What is on the table?'],
    ['Who quoted the pier study?', '', 'Who quoted the pier study?'],
  ])('%s', (question, expected, left) => {
    const { form, left: rest } = formIn(question);
    expect([form?.kind, form?.count, form?.language].filter(Boolean).join(' ')).toBe(expected);
    expect(plain(rest)).toBe(left);
    expect(rest).toHaveLength(question.length);
  });
});

describe('an audience', () => {
  it.each([
    ['Tell me, for my minister, what was said about eels', 'my minister'],
    ['One quote on seals for a speech', 'a speech'],
    ['Summarise it for our delegation', 'our delegation'],
    ['What was said about eels? It is for the press', 'the press'],
    ['A line on seals for the ambassador’s toast', 'the ambassador’s toast'],
    ['I have to brief my minister on seals', 'my minister'],
    ['I’m briefing our delegation tomorrow about seals', 'our delegation'],
    ['Help me brief my boss on seals in three points', 'my boss'],
    ['Prepare my director for questions on seals: two bullets', 'my director'],
    ['Our ambassador will speak on seals. Three quotes', 'Our ambassador'],
    ['Give my head of delegation three points on seals', 'my head of delegation'],
    ['How did the minister brief the board on seals?', null],
    ['I think the board will prepare a report on seals', null],
    ['What did they ask for a pier?', null],
    ['What is planned for our farmers?', null],
    ['What did the board propose for the committee of ports?', null],
  ])('%s', (question, expected) => expect(audienceIn(question).audience).toBe(expected));
});

describe('courtesy', () => {
  it.each([
    ['Please tell me what was said', 'what was said'],
    ['Hello, could you tell me who spoke?', 'who spoke?'],
    ['Could you please kindly tell us how many seals there are', 'how many seals there are'],
    ['I would like to know what Okafor said', 'what Okafor said'],
    ['I was wondering whether Okafor spoke', 'Okafor spoke'],
    ['Do you know if eels were counted? Thanks in advance', 'eels were counted?'],
    ['OK, who was against it?', 'who was against it?'],
    ['I missed the session, who spoke?', 'who spoke?'],
    ['Sorry I was away, who spoke?', 'who spoke?'],
    ['We couldn’t be there, so who opened it?', 'who opened it?'],
    ['Who was against it, the minister needs this by noon', 'Who was against it,'],
    ['My boss wants four key points about seals', 'four key points about seals'],
    ['I was asked to draft talking points on seals', 'talking points on seals'],
    ['We are preparing a speech on seals. Could you give us three quotes?', 'seals. Could you give us three quotes?'],
    ['I am writing a report on seals, who spoke of eels?', 'who spoke of eels?'],
    ['S’il vous plaît, pouvez-vous me dire qui parlait ?', 'qui parlait ?'],
    ['Por favor, dime quién habló', 'quién habló'],
    ['Скажите, пожалуйста, кто говорил', 'кто говорил'],
    ['请问谁发言', '谁发言'],
    ['Right to privacy: what was said?', 'Right to privacy: what was said?'],
    ['Well-being: who spoke of it?', 'Well-being: who spoke of it?'],
    ['Which sessions can you read?', 'Which sessions can you read?'],
  ])('%s', (question, left) => expect(plain(withoutCourtesy(question))).toBe(left));
});

describe('a quotation', () => {
  it.each([
    ['Who said the chair must stay neutral?', 'the chair must stay neutral'],
    ['Who said that a pier is a promise?', 'a pier is a promise'],
    ['Okafor said “a pier is a promise”, right?', 'a pier is a promise'],
    ['Did Okafor say "mud remembers"?', 'mud remembers'],
    ['"a pier is a promise that floats"', 'a pier is a promise that floats'],
    ['Is this a quote: a pier is a promise?', 'a pier is a promise'],
    ['Qui a dit « la vase se souvient » ?', 'la vase se souvient'],
    ['¿Quién dijo que el barro recuerda?', 'el barro recuerda'],
    ['谁说过“泥土有记忆”？', '泥土有记忆'],
    ['Who said that?', null],
    ['Who said anything about mud?', null],
    ['Who said the least?', null],
    ['What does "mud memory" mean?', null],
    ['What did Okafor say about "soft piers"?', null],
    ['What were the ‘easy to use’ features?', null],
  ])('%s', (question, expected) => expect(quotationIn(question).quotation?.trim() ?? null).toBe(expected));
});

describe('small talk', () => {
  it.each([
    ['Hello!', 'greeting'],
    ['hi there', 'greeting'],
    ['Good morning everyone', 'greeting'],
    ['hi, is anyone there?', 'greeting'],
    ['Hello? Are you there?', 'greeting'],
    ['thanks', 'thanks'],
    ['Thank you so much for the help!', 'thanks'],
    ['What can you do?', 'help'],
    ['Hi there, what are you able to do?', 'help'],
    ['Good morning! What are you able to help me with?', 'help'],
    ['help', 'help'],
    ['How does this work?', 'help'],
    ['who are you', 'help'],
    ['bye', 'goodbye'],
    ['stop', 'stop'],
    ['great', 'praise'],
    ['Bonjour', 'greeting'],
    ['Merci beaucoup', 'thanks'],
    ['¿Qué puedes hacer?', 'help'],
    ['Спасибо', 'thanks'],
    ['你好', 'greeting'],
    ['你能做什么？', 'help'],
    ['شكرا', 'thanks'],
    ['What else can I ask you?', 'help'],
    ['Thanks, that was very helpful! What else can I ask you?', 'help'],
    ['Thanks, that was brilliant! What else can you help me with?', 'help'],
    ['Great, thanks. Is there anything else I can ask?', 'help'],
    ['Merci beaucoup ! Que puis-je vous demander d’autre ?', 'help'],
    ['¡Gracias! ¿Qué más puedo preguntarte?', 'help'],
    ['Спасибо! Что ещё я могу спросить?', 'help'],
    ['谢谢！我还能问什么？', 'help'],
    ['شكرا! ماذا يمكنني أن أسأل أيضا؟', 'help'],
    ['Thanks! What else did she ask?', null],
    ['Thanks. Who spoke about eels?', null],
    ['Hello, who spoke about eels?', null],
    ['Who thanked the chair?', null],
    ['What can IT do?', null],
    ['what can it do?', 'help'],
    ['What can be done about mud?', null],
    ['Stop dredging: who wants it?', null],
    ['Help for eels', null],
  ])('%s', (message, kind) => expect(smallTalkOf(message)).toBe(kind));
});

describe('a session or an event', () => {
  it.each([
    ['What was said in the open data session?', 'open data'],
    ['In the VARN20 session, who spoke?', 'VARN20'],
    ['At VARN20, what did Okafor say about mud?', 'VARN20'],
    ['What did Okafor say at VARN20 about mud?', 'VARN20'],
    ['What was decided at the Tide Forum 2031?', 'Tide'],
    ['In VARN20, who spoke?', 'VARN20'],
    ['Did anyone at VARN20 mention gulls?', 'VARN20'],
    ['When did the VARN20 forum take place?', 'VARN20'],
    ['Which town hosted the VARN20 forum on mud?', 'VARN20'],
    ['Where was the Tide Week event held?', 'Tide Week'],
    ['Did the quiet forum discuss gulls?', null],
    ['What happened at Varn harbour?', null],
    ['What was said in Peru?', null],
    ['At night, who counts?', null],
    ['In July 2025, who spoke?', null],
  ])('%s', (question, expected) => expect(sessionNameIn(question)).toBe(expected));
  it('is cut out', () => expect(plain(withoutPlace('what about mud at VARN20'))).toBe('what about mud'));
});

describe('days', () => {
  it.each([
    ['on 14 May 2025', ['2025-05-14']],
    ['on June 3rd, 2025 or in March 2024', ['2025-06-03', '2024-03']],
    ['on 2025-07-11', ['2025-07-11']],
    ['le 1er juillet 2025', ['2025-07-01']],
    ['el 11 de julio de 2025', ['2025-07-11']],
    ['11 июля 2025 года', ['2025-07-11']],
    ['2025年7月11日', ['2025-07-11']],
    ['11 يوليو 2025', ['2025-07-11']],
    ['by 2030, in May, 11 boats', []],
    ['¿Qué se dijo el 1.º de julio de 2031?', ['2031-07-01']],
    ['¿Qué se dijo el primero de julio de 2031?', ['2031-07-01']],
    ['Что сказали 11-го июля 2031 года?', ['2031-07-11']],
    ['Que s’est-il dit le 1er juillet 2031 ?', ['2031-07-01']],
    ['ماذا قيل في ١١ يوليو ٢٠٣١؟', ['2031-07-11']],
    ['ماذا قيل في 11 تموز/يوليو 2031؟', ['2031-07-11']],
    ['ماذا قيل في 5 كانون الثاني/يناير 2031؟', ['2031-01-05']],
  ])('%s', (question, expected) => expect(daysIn(question)).toEqual(expected));
  it('are cut out', () =>
    expect(plain(withoutDays('what was said on 14 May 2025 about mud'))).toBe('what was said about mud'));
});

describe('a comparison', () => {
  it.each([
    ['Compare wind and tide as sources', ['wind', 'tide']],
    ['What is the difference between salt marsh and mud flats?', ['salt marsh', 'mud flats']],
    ['Compare the old pier with the new pier', ['old pier', 'new pier']],
    ["Compare the old pier with today's pier", ['old pier', "today's pier"]],
    ['Compare wind and tide according to the board', ['wind', 'tide']],
    ['What was said about wind and tide?', []],
    ['How do Norden and Ossa differ in how they deal with mud?', []],
  ])('%s', (question, sides) => expect(sidesIn(question, [], false)).toEqual(sides));
  it.each([
    ['What was about wind or tide', ['wind', 'tide']],
    ['Did gender, youth or children', ['gender', 'youth', 'children']],
    ['about salt marsh or the mud flats in spring', ['salt marsh', 'mud flats']],
    ['du vent ou de la marée', ['vent', 'marée']],
    ['binding or not', []],
    ['wind and tide', []],
  ])('alternatives of %s', (matter, expected) => expect(alternativesIn(matter)).toEqual(expected));
});

describe('what is wanted', () => {
  it.each([
    ['Did anyone mention gender?', 'who whether'],
    ['Was COVID-19 mentioned?', 'whether'],
    ['Who spoke?', 'who'],
    ['How many seals are there?', 'number'],
    ['When will it be voted on?', 'number'],
    ['List the conditions', 'list'],
    ['Which organisations help?', 'who list'],
    ['What is the name of the pier?', 'name'],
    ['Est-ce que quelqu’un a parlé du port ?', 'whether'],
    ['¿Alguien habló del puerto?', 'whether'],
    ['Говорил ли кто-нибудь о порте?', 'whether'],
    ['有人提到港口吗？', 'whether'],
    ['她说了什么？', ''],
    ['هل تحدث أحد عن الميناء؟', 'whether'],
    ['¿Cuántas focas hay?', 'number'],
  ])('%s', (question, expected) => {
    const { asksWho, wants, yesNo } = whatIsAsked(question);
    expect([asksWho && 'who', wants, yesNo && 'whether'].filter(Boolean).join(' ')).toBe(expected);
  });
  it('is of a kind', () => {
    expect(kindIn('Which follow-up questions were asked?')).toBe('follow-up');
    expect(kindIn('What was said?')).toBe('');
  });
});

describe('going on', () => {
  it.each([
    ['open 2', { to: 'open', n: 2 }],
    ['Show me quote 3', { to: 'open', n: 3 }],
    ['more', { to: 'more', n: null }],
    ['What did he say just before that?', { to: 'before', n: null }],
    ['What was said right after this?', { to: 'after', n: null }],
    ['Who asked for more money?', null],
    ['What happened before the war?', null],
  ])('%s', (message, expected) => expect(goingOnIn(message)).toEqual(expected));
});

describe('the language of a question', () => {
  it.each([
    ['Was COVID-19 mentioned?', 'en'],
    ['thanks', 'en'],
    ['And Huang?', 'en'],
    ['Qui préside ?', 'fr'],
    ['Bonjour', 'fr'],
    ['Résumez la séance', 'fr'],
    ['¿Alguien mencionó el género?', 'es'],
    ['gracias', 'es'],
    ['Кто против?', 'ru'],
    ['谁谈到港口？', 'zh'],
    ['من تحدث عن الميناء؟', 'ar'],
    ['Okafor', null],
  ])('%s', (question, expected) => expect(languageOfQuestion(question)).toBe(expected));
});
