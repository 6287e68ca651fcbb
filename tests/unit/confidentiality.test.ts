import { describe, expect, it } from 'vitest';
import {
  confidentialityInWords,
  isConfidentiality,
  isOpenTo,
  readConfidentiality,
  together,
} from '../../src/access/confidentiality.ts';
import { confidentialityOf, nameOf } from '../../src/library/rules.ts';

const now = new Date('2025-06-01T00:00:00Z');

describe('rules as people write them', () => {
  it.each([
    ['open', {}],
    ['Chatham House', { chathamHouse: true }],
    ['chatham-house rule', { chathamHouse: true }],
    ['off the record', { offTheRecord: true }],
    ['restricted slack:T1/C1, discord:2', { places: ['slack:T1/C1', 'discord:2'] }],
    ['embargo until 2026-12-01', { until: '2026-12-01' }],
    ['chatham-house; embargo 2026-12-01T10:00Z', { chathamHouse: true, until: '2026-12-01T10:00Z' }],
  ])('%s', (text, rule) => {
    expect(readConfidentiality(text)).toEqual(rule);
    expect(isConfidentiality(text)).toBe(true);
    expect(readConfidentiality(confidentialityInWords(readConfidentiality(text)))).toEqual(rule);
  });

  it.each(['', 'secret', 'restricted', 'embargo until soon', 'embargo until 2026-13-40', 'open; secret', 'chatham'])(
    '“%s” is off the record',
    (text) => {
      expect(readConfidentiality(text).offTheRecord).toBe(true);
      expect(isConfidentiality(text)).toBe(false);
    },
  );
});

describe('who sees a session', () => {
  it('in a place named, or in any channel of a workspace named', () => {
    const places = ['slack:T1', 'discord:2/c3'];
    const seen = (place?: string) => isOpenTo(place, { places }, now);
    expect([seen('slack:T1'), seen('slack:T1/C9'), seen('discord:2/c3')]).toEqual([true, true, true]);
    expect([seen(), seen('slack:T12/C9'), seen('discord:2'), seen('discord:2/c33'), seen('terminal')]).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
  it('from a day on', () => {
    const seen = (until: string) => isOpenTo('x', { until }, now);
    expect([seen('2025-06-01'), seen('2025-06-02'), seen('2025-06-01T00:00:01Z')]).toEqual([true, false, false]);
  });
  it('under rules that add up', () => {
    expect(together({ places: ['slack:T1', 'discord:2'] }, { places: ['slack:T1/C1', 'slack:T2'] })).toEqual({
      places: ['slack:T1/C1'],
    });
    expect(together({ until: '2025-01-01' }, { until: '2026-01-01', chathamHouse: true })).toEqual({
      chathamHouse: true,
      until: '2026-01-01',
    });
    expect(isOpenTo('slack:T1', together({ places: ['slack:T1'] }, { places: ['slack:T2'] }), now)).toBe(false);
  });
});

describe('the rule of a session', () => {
  const of = (rules: [Parameters<typeof nameOf>[0], string][], session = {}) =>
    confidentialityInWords(
      confidentialityOf(
        { id: 'x', event: 'Week', source: '/records/closed/a.zip › b.vtt', ...session },
        new Map(rules.map(([target, rule]) => [nameOf(target), rule])),
      ),
    );
  it('is its own, or that of its record, folder and event together', () => {
    expect(of([])).toBe('open');
    expect(
      of([
        [{ folder: '/records/closed' }, 'chatham-house'],
        [{ event: 'Week' }, 'embargo until 2026-01-01'],
      ]),
    ).toBe('chatham-house; embargo until 2026-01-01');
    expect(of([[{ folder: '/records/clo' }, 'off the record']])).toBe('open');
    expect(
      of([
        [{ folder: '/' }, 'off the record'],
        [{ session: 'x' }, 'open'],
      ]),
    ).toBe('open');
    expect(of([], { rule: 'whatever' })).toBe('off the record');
  });
  it('is not that of an event or a folder for what a chat added', () => {
    const rules: Parameters<typeof of>[0] = [
      [{ event: 'Week' }, 'chatham-house'],
      [{ folder: '/records' }, 'chatham-house'],
    ];
    expect(of(rules, { origin: 'slack:T1' })).toBe('open');
    expect(of(rules, { origin: 'slack:T1', rule: 'chatham-house' })).toBe('chatham-house');
  });
});
