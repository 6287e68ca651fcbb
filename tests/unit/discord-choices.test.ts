// oxlint-disable vitest/expect-expect -- the check functions expect
import { inEnglish } from '../../src/chat/wording.ts';
import { describe, expect, it } from 'vitest';
import { meantSession, meantSpeaker, sessionChoices, speakerChoices } from '../../adapters/discord/choices.ts';
import type { SessionSummary } from '../../src/rapporteur.ts';

const sessions: SessionSummary[] = ['Lighthouses of Ångmar', 'Lighthouses at night', 'Ferries'].map((title, index) => ({
  id: `s${index}`,
  title,
  date: `2031-0${index + 1}-01`,
  event: 'Coast days',
  kind: 'transcript',
  source: 'x',
  turnCount: 1,
  speakers: [],
}));

describe('choices', () => {
  const check = (typed: string, expected: string[]): void =>
    expect(sessionChoices(sessions, typed).map(({ value }) => value)).toEqual(expected);
  it('are all where nothing is typed', () => check('', ['s0', 's1', 's2']));
  it('fold diacritics', () => check('angmar', ['s0']));
  it('take words in any order', () => check('night light', ['s1']));
  it('know the day and the event', () => check('coast 2031-03', ['s2']));
  it('are none where none fits', () => check('airports', []));
  it('are never over 100 characters', () => {
    const [choice] = sessionChoices([{ ...sessions[0]!, title: '😀'.repeat(90) }], '');
    expect(choice!.name.length).toBeLessThanOrEqual(100);
    expect(choice!.name).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
  it('of speakers know other spellings', () => {
    const speaker = {
      name: 'Mara Kühl',
      otherNames: ['M. Kuehl'],
      role: null,
      affiliation: 'Coast Guard',
      sessions: [],
      turnCount: 1,
    };
    expect(speakerChoices([speaker], 'kuehl')).toEqual([{ name: 'Mara Kühl, Coast Guard', value: 'Mara Kühl' }]);
    expect(meantSpeaker([speaker], 'm. KUEHL')).toBe('Mara Kühl');
    expect(meantSpeaker([speaker], 'the harbour master')).toBe('the harbour master');
  });
});

describe('the session that is meant', () => {
  it('is the one of that id or title', () => {
    expect(meantSession(sessions, 's1', inEnglish)).toBe(sessions[1]);
    expect(meantSession(sessions, 'lighthouses AT night', inEnglish)).toBe(sessions[1]);
  });
  it('is the only one that fits', () => expect(meantSession(sessions, 'ferr', inEnglish)).toBe(sessions[2]));
  it('is none among several, which are named', () =>
    expect(meantSession(sessions, 'lighthouses', inEnglish)).toMatch(
      /can mean 2 sessions.*\n- Lighthouses of Ångmar · 2031-01-01\n- Lighthouses at night/,
    ));
  it('is none where none fits', () =>
    expect(meantSession(sessions, 'airports', inEnglish)).toContain('no session called “airports”'));
});
