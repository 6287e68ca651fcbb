import { ComponentType, type APIModalSubmission } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { differing, readSettingsForm, settingsForm } from '../../adapters/discord/settings-form.ts';
import { defaultSettings, type PlaceSettings } from '../../src/chat/settings.ts';
import type { SessionSummary } from '../../src/rapporteur.ts';
import { problemsOfModal } from '../fakes/discord-limits.ts';

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

describe('the form of settings', () => {
  const own: PlaceSettings = {
    scope: { events: [], sessions: ['s1', 'gone'] },
    reply: 'asker',
    mayAsk: { users: ['1'], roles: ['5'] },
    questionsPerHour: 3,
    mayIngest: 'admins',
    answers: 'questions',
    threadsGoOn: false,
    handsTo: null,
  };
  /** The form sent in as it opened, with `change`. */
  const submitted = (
    settings: PlaceSettings,
    change: Record<string, string | string[]> = {},
  ): PlaceSettings | string => {
    const form = settingsForm('channel', settings, sessions);
    const components = form.components.flatMap((part) => {
      if (!('component' in part)) return [];
      const field = part.component;
      const chosen =
        'options' in field
          ? field.options.filter((option) => option.default === true).map(({ value }) => value)
          : 'default_values' in field
            ? (field.default_values ?? []).map(({ id }) => id)
            : [];
      const given = change[field.custom_id];
      return [
        {
          type: ComponentType.Label,
          component: {
            type: field.type,
            custom_id: field.custom_id,
            ...(field.type === ComponentType.TextInput
              ? { value: given ?? field.value ?? '' }
              : { values: given ?? chosen }),
          },
        },
      ];
    });
    return readSettingsForm(
      { custom_id: form.custom_id, components, resolved: { roles: { 5: {} } } } as unknown as APIModalSubmission,
      settings,
      sessions,
    );
  };
  it('is one Discord takes', () => {
    for (const settings of [defaultSettings, own])
      expect(problemsOfModal({ ...settingsForm('server', settings, sessions) })).toEqual([]);
    const many = Array.from({ length: 60 }, (_, index) => ({
      ...sessions[0]!,
      id: `m${index}`,
      title: 'x'.repeat(200),
      event: null,
    }));
    expect(problemsOfModal({ ...settingsForm('server', own, many) })).toEqual([]);
    expect(problemsOfModal({ ...settingsForm('server', own, []) })).toEqual([]);
  });
  it('changes nothing when it is sent in as it opened', () => {
    expect(submitted(own)).toEqual(own);
    expect(submitted(defaultSettings)).toEqual(defaultSettings);
  });
  it('keeps chosen sessions that it has no room to show', () =>
    expect(submitted(own, { scope: ['s2'].map((id) => `session:${id}`) })).toMatchObject({
      scope: { sessions: ['s2', 'gone'] },
    }));
  it('opens everything again, and everyone may ask, when nothing is chosen', () => {
    expect(
      submitted({ ...own, scope: { sessions: ['s1'] } }, { scope: [], mayAsk: [], questionsPerHour: ' ' }),
    ).toMatchObject({ scope: null, mayAsk: 'everyone', questionsPerHour: null });
  });
  it('takes only whole numbers from 1', () => {
    for (const wrong of ['many', '0', '-1', '1.5', '1e9999'])
      expect(submitted(own, { questionsPerHour: wrong })).toContain(`“${wrong}”`);
  });
  it('stores only what differs from what holds anyway', () =>
    expect(differing({ ...defaultSettings, reply: 'asker' }, defaultSettings)).toEqual({ reply: 'asker' }));
});
