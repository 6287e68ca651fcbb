import { describe, expect, it } from 'vitest';
import { changesBetween, changesInWords } from '../../src/library/changes.ts';
import type { Finding, Session, Turn } from '../../src/session.ts';
import { sessionOf } from '../fixtures/library.ts';

const turn = (speaker: string | null, text: string): Turn => ({ speaker, text, times: [] });
const harbour: Session = {
  ...sessionOf('harbour'),
  turns: [
    turn('Ines Okafor', 'Good morning and welcome.'),
    turn('Mei Tanaka', 'We will never dredge in the spring months.'),
    turn('Mei Tanaka', 'Ninety ships come in a month.'),
    turn(null, 'The gauges were taken down.'),
  ],
};
const finding = (text: string, kind: Finding['kind'] = 'takeaway'): Finding => ({
  kind,
  text,
  speakers: [],
  details: [],
  topics: [],
  section: [],
});

function check(after: Partial<Session>, lines: string[], before: Partial<Session> = {}): void {
  expect(changesInWords(changesBetween({ ...harbour, ...before }, { ...harbour, ...after }))).toEqual(lines);
}

/** The turns with others in the place of some. */
const replaced = (at: number, gone: number, ...come: Turn[]): Partial<Session> => ({
  turns: harbour.turns.toSpliced(at, gone, ...come),
});

describe('what changed of a record', () => {
  it('is nothing where it is the same, and where only times are others', () => {
    check({}, []);
    check({ turns: harbour.turns.map((one) => ({ ...one, times: [{ offset: 0, seconds: 3 }] })) }, []);
  });

  it('is told of turns that came and went', () => {
    check(replaced(4, 0, turn('Ines Okafor', 'We close.')), ['1 turn added: 5']);
    check(replaced(1, 2), ['2 turns removed: 2 to 3 of the version before']);
    check(replaced(0, 1, turn('Omar Haddad', 'An entirely other beginning altogether.')), [
      '1 turn added: 1',
      '1 turn removed: 1 of the version before',
    ]);
  });

  it('is told of words, with what was and what is', () => {
    check(replaced(1, 1, turn('Mei Tanaka', 'We will dredge in the autumn months.')), [
      'words changed in 1 turn: turn 2 “never” left out, “spring” → “autumn”',
    ]);
    // A turn before it does not hide which turn it is.
    check(
      replaced(
        1,
        1,
        turn('Omar Haddad', 'Briefly.'),
        turn('Mei Tanaka', 'We will never dredge in the cold spring months.'),
      ),
      ['1 turn added: 2', 'words changed in 1 turn: turn 3 “cold” added'],
    );
  });

  it('is told of words in a script without blanks', () => {
    const before = { turns: [turn('李明', '我们从来没有反对这项提案。')] };
    check(
      { turns: [turn('李明', '我们从来没有支持这项提案。')] },
      ['words changed in 1 turn: turn 1 “反对” → “支持”'],
      before,
    );
  });

  it('is told of who spoke', () => {
    check(replaced(2, 1, turn('Omar Haddad', 'Ninety ships come in a month.')), [
      '1 turn given to somebody else: turn 3 from Mei Tanaka to Omar Haddad',
    ]);
    check(replaced(3, 1, { ...turn(null, 'The gauges were taken down.'), label: 'SPEAKER_06' }), [
      '1 turn given to somebody else: turn 4 from unknown speaker to voice 6',
    ]);
    check({ speakers: [{ name: 'Lena Brandt', otherNames: [], role: null, affiliation: null }] }, [
      'speakers added: Lena Brandt',
      'speakers removed: Ines Okafor',
    ]);
  });

  it('is told of the report, by what kinds of finding', () => {
    const before = { findings: [finding('Ninety ships.'), finding('Dredge less.', 'action item')] };
    check(
      { findings: [finding('Dredge less.', 'action item'), finding('A hundred ships.')] },
      ['findings added: 1 × takeaway', 'findings removed: 1 × takeaway'],
      before,
    );
    check({ findings: before.findings.toReversed() }, [], before);
  });

  it('is told of its title, its day and where it is from', () => {
    check({ title: 'Harbour hearing', date: null }, [
      'title: About harbour → Harbour hearing',
      'date: 2025-05-14 → none',
    ]);
  });

  it('is found in little time where everything is other', () => {
    const long = (word: string) => ({
      turns: Array.from({ length: 6_000 }, (_, at) => turn('Mei Tanaka', `${word} ${at} ${word.repeat(20)}`)),
    });
    check(
      long('ferry'),
      ['6000 turns added: 1 to 6000', '6000 turns removed: 1 to 6000 of the version before'],
      long('gauge'),
    );
  });
});
