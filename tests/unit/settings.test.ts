import { describe, expect, it } from 'vitest';
import { isAmong, type People } from '../../src/chat/settings.ts';

const asker = { id: 'ana', roles: ['delegates'], isAdmin: false };

function check(people: People, expected: boolean): void {
  expect(isAmong(people, asker)).toBe(expected);
}

describe('who is among the people a setting names', () => {
  it('by everyone, by id, by role', () => {
    check('everyone', true);
    check('admins', false);
    check({ users: ['ana'], roles: [] }, true);
    check({ users: ['ben'], roles: ['delegates'] }, true);
    check({ users: ['ben'], roles: ['observers'] }, false);
    check({ users: [], roles: [] }, false);
  });
  it('administrators always', () => {
    expect(isAmong({ users: [], roles: [] }, { ...asker, isAdmin: true })).toBe(true);
    expect(isAmong('admins', { ...asker, isAdmin: true })).toBe(true);
  });
});
