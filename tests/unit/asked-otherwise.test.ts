/** The same asked another way: only the matter must have been said, by whom it is asked of, in the form that is wanted. */
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/asking/inquiry.ts';
import { directory } from '../../src/people/directory.ts';
import { termsOf } from '../../src/words/terms.ts';
import { personCalled } from '../fakes/person.ts';

const people = directory([
  personCalled('Ines Okafor', 'Harbour Master of Varn'),
  personCalled('Tomas Lindqvist', 'Director of the Lake Office'),
  personCalled('Wolfram Kleinhäuser', 'Professor of Tides'),
  personCalled('Mei Tanaka', 'General Manager of Blue Quay'),
  personCalled('Rahul Iyer', 'Head of the Ferry Users Union', { says: ['India'] }),
  personCalled('Li Wen', 'Chief Engineer of the China Ferry Company'),
  personCalled('Chen Bo', 'Deputy Director of the Chinese Institute of Tides'),
  personCalled('Ada Moss (Sky Country, Lib.)', 'Member for Sky Country'),
  personCalled('Jorge Prado', 'Under-Secretary of State for Energy of Brazil'),
  personCalled('Alan Reed', 'The Secretary of State for Harbours'),
]);

const read = (question: string, history: string[] = []) =>
  readQuestion(question, history, (text) => people.mentions(text));
const matter = (question: string) => termsOf(read(question).words).toSorted().join(' ');
const terms = (words: string) => termsOf(words).toSorted().join(' ');
const who = (question: string) =>
  read(question)
    .speakers.map(
      ({ phrase, matches }) => matches.map(({ person }) => person.name.split(' ').at(-1)).join('/') || `?${phrase}`,
    )
    .join(' ');

describe('the matter is the same', () => {
  it.each([
    ['What was said about Peru?', 'Peru', ''],
    ['In one sentence: what did Okafor say about Peru?', 'Peru', 'Okafor'],
    ['Please tell me, for my minister, what was said about Africa', 'Africa', ''],
    ['Could you kindly tell us what was said about Africa? Thank you in advance!', 'Africa', ''],
    ['Give me everything Kleinhäuser said on regulation', 'regulation', 'Kleinhäuser'],
    ['List what Kleinhäuser said on regulation', 'regulation', 'Kleinhäuser'],
    ['Everything Kleinhäuser said on regulation, to paste into Word', 'regulation', 'Kleinhäuser'],
    ['Three bullets for my minister on sand, with quotes and sources', 'sand', ''],
    ['Show me all that Kleinhäuser said on regulation', 'regulation', 'Kleinhäuser'],
    ['Give me a quote on the tidal divide', 'tidal divide', ''],
    ['Give me one strong quote on the tidal divide for a speech', 'tidal divide', ''],
    ['Write a two-paragraph summary of the session for a cable', '', ''],
    ['Give me three bullets on sand', 'sand', ''],
    ['Translate Okafor’s main point', '', 'Okafor'],
    ['Translate Lindqvist’s view on eels into Spanish', 'eels', 'Lindqvist'],
    ['Compare what Blue Quay and Okafor said about energy', 'energy', 'Tanaka Okafor'],
    ['How do Okafor and Lindqvist differ on eels?', 'eels', 'Okafor Lindqvist'],
    ['Was COVID-19 mentioned?', 'COVID-19', ''],
    ['Did anyone mention gender?', 'gender', ''],
    ['What did the G-77 ask for?', 'G-77 ask', ''],
    ['What does UNESCO say about mud?', 'UNESCO mud', ''],
    ['The quote from Karl Ostermann', 'Karl Ostermann', ''],
    ['Was Okafor quoted by anyone?', 'Okafor quoted', ''],
    ['What was said about Okafor?', 'Okafor', ''],
    ['What did the Chinese say about ferries?', 'ferries', 'Bo/Wen'],
    ['What was said about the Chinese market?', 'Chinese market', ''],
    ['What did the Chinese think about Brazilian ferries?', 'Brazilian ferries', 'Bo/Wen'],
    ['What did member countries accept about eels?', 'member countries accept eels', ''],
    ['What did the member for Sky Country say about eels?', 'eels', 'Lib.)'],
    ['What did all the speakers say about eels?', 'eels', ''],
    ['What did everybody say about eels?', 'eels', ''],
    ['What did the delegate of India say?', '', '?delegate of India'],
    ['What did the delegate of Brazil say about oil?', 'oil', 'Prado'],
    ['What did the Under-Secretary of State for Energy say about oil?', 'oil', 'Prado'],
    ['What did the Director of the Lake Office say about nets?', 'nets', 'Lindqvist'],
    ['What did the Secretary of State for Harbours say about walls?', 'walls', 'Reed'],
    ['What did the Secretary of State for Ferries say about walls?', 'walls', '?Secretary of State for Ferries'],
    ['What did the Secretary-General say about walls?', 'walls', '?Secretary-General'],
    ['What did the Attorney General say about walls?', 'walls', '?Attorney General'],
    ['What did the Secretary-General of the Lake Union say about mud?', 'mud', '?Secretary-General of the Lake Union'],
    ['What did Musgrave say about nets?', 'nets', '?Musgrave'],
    ['What did China say about ferries?', 'ferries', '?China'],
    ['What did the delegate of China say about ferries?', 'ferries', '?delegate of China'],
    ['What did the US say about ferries?', 'ferries', '?US'],
    ['What does the United Kingdom think of ferries?', 'ferries', '?United Kingdom'],
    ['What did Brazil say about oil?', 'oil', 'Prado'],
    ["What is Peru's position on eels?", 'eels', '?Peru'],
    ['What did UNESCO promise?', 'promise', '?UNESCO'],
    ['What did the China Ferry Company say about ferries?', 'ferries', 'Wen'],
    ['Okafor eels', 'eels', 'Okafor'],
    ['okafor eels nets', 'eels nets', 'Okafor'],
    ['kleinhauserr eels', 'eels', 'Kleinhäuser'],
    ['What did Okafor say about mud versus what Lindqvist said about mud?', 'mud', 'Okafor Lindqvist'],
    ['One line for a tweet: what did Okafor say about eels?', 'eels', 'Okafor'],
    ['For a briefing note to the commissioner, what was said about eels?', 'eels', ''],
    ["Isn't Okafor worried about eels?", 'worried eels', 'Okafor'],
    ["I'd love to hear, if it isn't too much trouble, whatever Okafor had to say on eels", 'eels', 'Okafor'],
    ['How did Lindqvist define open water?', 'open water', 'Lindqvist'],
    ['I would like to know whether Okafor spoke about eels', 'eels', 'Okafor'],
    ['The full statement of Okafor', '', 'Okafor'],
    ['Okafor’s whole remarks', '', 'Okafor'],
    ['What about the right to education?', 'right education', ''],
    ['Sorry to bother you, but do you happen to know what Okafor said about eels? Many thanks', 'eels', 'Okafor'],
    ['My minister would like to know what was said about eels', 'eels', ''],
    ['We are drafting a statement on mud; what did the panel say about eels?', 'eels', ''],
    ['I need every statement on eels with the speakers’ names', 'eels', ''],
    ['Everything Okafor said about eels, so that I can quote it in my report', 'eels', 'Okafor'],
    ['What does Okafor mean by slack water?', 'slack water', 'Okafor'],
    ['Who called for more nets?', 'nets', ''],
    ['What did the ambassador of Norway say about eels?', 'eels', '?ambassador of Norway'],
    ['Was the president of Norway mentioned?', 'president Norway', ''],
    ['Did anybody bring up eels?', 'eels', ''],
    ['Résume l’intervention d’Okafor en trois points', '', 'Okafor'],
    ['Que dit Okafor du Pérou, en une phrase ?', 'Pérou', 'Okafor'],
    ['Dame todo lo que dijo Okafor sobre Perú', 'Perú', 'Okafor'],
    ['¿Alguien mencionó el género?', 'género', ''],
    ['Что Okafor говорила о Перу? В одном предложении', 'Перу', 'Okafor'],
    ['请用一句话说明Okafor怎么看数据', '数据', 'Okafor'],
    ['هل ذكر أحد الطاقة؟', 'الطاقة', ''],
    ['Qu’est-ce qu’Okafor a dit sur les anguilles ?', 'anguilles', 'Okafor'],
    ['Quelle est la position de Lindqvist sur les filets ?', 'filets', 'Lindqvist'],
    ['Comparez ce qu’Okafor et Lindqvist ont dit sur les filets', 'filets', 'Okafor Lindqvist'],
    ['Est-ce que quelqu’un a mentionné le genre ?', 'genre', ''],
    ['¿Cuál es la posición de Lindqvist sobre las redes?', 'redes', 'Lindqvist'],
    ['Compara lo que dijeron Okafor y Lindqvist sobre las redes', 'redes', 'Okafor Lindqvist'],
    ['Какова позиция Lindqvist по сетям?', 'по сетям', 'Lindqvist'],
    ['Сравните, что сказали Okafor и Lindqvist о сетях', 'сетях', 'Okafor Lindqvist'],
    ['比较Okafor和Lindqvist关于渔网的看法', '渔网', 'Okafor Lindqvist'],
    ['قارن بين ما قاله Okafor و Lindqvist عن الشباك', 'الشباك', 'Okafor Lindqvist'],
  ])('%s', (question, words, speakers) => {
    expect(matter(question)).toBe(terms(words));
    expect(who(question)).toBe(speakers);
  });

  it('"the Secretary of State for Energy" is not an under-secretary of it', () =>
    expect(who('What did the Secretary of State for Energy say about oil?')).not.toContain('Prado'));

  it.each(['In the VARN20 session, what did Okafor say about mud?', 'At VARN20, what did Okafor say about mud?'])(
    '%s names the event',
    (question) => {
      const { sessionNamed, speakers, words } = read(question);
      expect(sessionNamed).toBe('VARN20');
      expect(speakers.map(({ phrase }) => phrase)).toEqual(['Okafor']);
      expect(words).toContain('mud');
    },
  );
});

describe('each kind of question is told', () => {
  it('a fact in other words', () =>
    expect(read('How much are the six piers worth all together?')).toMatchObject({ wants: 'number', subject: null }));
  it('who, and why', () =>
    expect(read('Who opposed a binding treaty and why?')).toMatchObject({ asksWho: true, subject: null }));
  it('a comparison', () =>
    expect(read('Compare what Blue Quay and Okafor said about energy')).toMatchObject({
      sides: ['Blue Quay', 'Okafor'],
      subject: null,
    }));
  it('a list', () => expect(read('What are the three parts of the definition?')).toMatchObject({ wants: 'list' }));
  it('either of two', () =>
    expect(read('What was said about energy or minerals?').alternatives).toEqual(['energy', 'minerals']));
  it('whether', () => expect(read('Did anyone mention gender?')).toMatchObject({ yesNo: true, asksWho: true }));
  it('agreement', () =>
    expect(read('Who agreed with Okafor on eels?')).toMatchObject({ subject: { called: 'agreements' } }));
  it('the whole remarks', () =>
    expect(read('Give me the whole remarks of Okafor').form).toMatchObject({ kind: 'whole' }));
  it('a quotation to be checked', () =>
    expect(read('Okafor said “mud remembers the tide”, right?')).toMatchObject({
      quotation: 'mud remembers the tide',
      yesNo: true,
      subject: null,
    }));
  it('words that are looked up, and not read as a question', () =>
    expect(read('Who said the chair must stay neutral?')).toMatchObject({
      quotation: 'the chair must stay neutral',
      subject: null,
      asksWho: true,
    }));
  it.each(['Who spoke longest?', 'Who had the floor longest?'])('about the session: %s', (question) =>
    expect(read(question).subject).toEqual({ of: 'speaking', measure: 'time', order: 'most' }),
  );
  it.each(['When is the next meeting?', 'When does the harbour forum take place next?', 'When will it be held again?'])(
    'not its time where the next is meant: %s',
    (question) => expect(read(question).subject).toEqual({ of: 'next' }),
  );
  it('the first and the last who spoke', () =>
    expect(read('Who was the last speaker?').subject).toEqual({ of: 'turn', which: 'last' }));
  it('the title of a session, which is nobody’s', () =>
    expect(read('What is the title of the session?').subject).toEqual({ of: 'sessions' }));
  it('who was represented', () =>
    expect(read('Which organisations were represented?').subject).toEqual({ of: 'participants' }));
  it('words in quotation marks that somebody asked', () =>
    expect(read('“Is the mud too soft?” Who asked that?')).toMatchObject({
      quotation: 'Is the mud too soft?',
      speakers: [],
    }));
  it('whether two are of one mind', () =>
    expect(read('Do Okafor and Lindqvist agree on eels?').sides).toEqual(['Okafor', 'Lindqvist']));
  it('thanks that end it', () => expect(read("ok thanks, that's all").smallTalk).toBe('thanks'));
  it('small talk', () => expect(read('thanks')).toMatchObject({ smallTalk: 'thanks', words: '' }));
  it('work', () =>
    expect(read('Make a table of what Okafor said on eels, for my minister')).toMatchObject({
      form: { kind: 'table' },
      audience: 'my minister',
    }));
  it.each([
    'thank you very much, that helped',
    'That really helped, thanks!',
    'great, thanks a lot, that was useful',
    'Thank you so much, this is all very helpful',
  ])('thanks with a word of praise: %s', (text) => expect(read(text).smallTalk).toBe('thanks'));
  it.each(['Hi, I’m new here. What are you good for?', 'Hello, we are new to this, what can you do for us?'])(
    'help for a newcomer: %s',
    (text) => expect(read(text).smallTalk).toBe('help'),
  );
  it.each(['A table of speakers and what each said on mud', 'Table: what each speaker said about mud'])(
    'each speaker in a table: %s',
    (text) => expect(read(text)).toMatchObject({ each: true, form: { kind: 'table' } }),
  );
  it('the day of a session', () =>
    expect(read('Which day was this and at what time?').subject).toEqual({ of: 'time' }));
  it('how long something took, which is no session', () =>
    expect(read('Who paid for the wall and how long did it take?').subject).toBe(null));
  it.each(['all dates named by Okafor', 'List every number Okafor mentioned', 'give me all the figures of Okafor'])(
    'figures: %s',
    (text) => expect(read(text).asksFor.has('figures')).toBe(true),
  );
  it('the language', () => expect(read('Que dit Okafor du Pérou ?').language).toBe('fr'));
  it('English, whatever the name in it', () => expect(read('Was Ina von der Aa there?').language).toBe('en'));
  it('who was thanked by the moderator, who is not asked for', () =>
    expect(read('Who was thanked by the moderator?').subject).toBe(null));
  it('no language of a few words in a hurry', () => expect(read('okafor acronym ABC aid').language).toBe(null));
});
