import { readFileSync } from 'node:fs';
import { ApplicationCommandType, PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { areRegistered, commands, inviteLink, permissions } from '../../adapters/discord/commands.ts';
import { problemsOfCommands } from '../fakes/discord-limits.ts';

describe('commands', () => {
  it('are such as Discord takes', () => expect(problemsOfCommands(commands())).toEqual([]));
  it('include two for messages, and /settings for managers only', () => {
    expect(
      commands()
        .filter(({ type }) => type === ApplicationCommandType.Message)
        .map(({ name }) => name),
    ).toEqual(['Who said this?', 'Check this quotation']);
    expect(commands().find(({ name }) => name === 'settings')?.default_member_permissions).toBe(
      String(PermissionFlagsBits.ManageGuild),
    );
  });
  it('are registered anew when one differs', () => {
    const registered = commands().map((command) => ({
      ...command,
      id: '1',
      version: '1',
      application_id: '2',
    })) as unknown as Parameters<typeof areRegistered>[0];
    expect(areRegistered(registered, commands(), false)).toBe(true);
    expect(areRegistered([...registered].reverse(), commands(), false)).toBe(true);
    expect(areRegistered(registered.slice(1), commands(), false)).toBe(false);
    expect(
      areRegistered(
        registered.map((command) => ({ ...command, description: 'other' })),
        commands(),
        false,
      ),
    ).toBe(false);
    expect(
      areRegistered(
        registered.map((command) => ({ ...command, contexts: [0] })),
        commands(),
        false,
      ),
    ).toBe(false);
    expect(
      areRegistered(
        registered.map(({ contexts: _contexts, integration_types: _types, ...command }) => command),
        commands(),
        true,
      ),
    ).toBe(true);
  });
});

describe('the invite link', () => {
  it('stands in the README as it is', () => {
    expect(readFileSync(new URL('../../adapters/discord/README.md', import.meta.url), 'utf8')).toContain(
      `\`${inviteLink('APPLICATION_ID')}\``,
    );
  });
  it('asks for six permissions and no more', () => {
    expect(permissions.toString(2).replaceAll('0', '')).toHaveLength(6);
    expect(inviteLink('42')).toBe(
      'https://discord.com/oauth2/authorize?client_id=42&scope=bot+applications.commands&permissions=309237746688',
    );
  });
});
