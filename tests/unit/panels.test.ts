import { describe, expect, it } from 'vitest';
import { helpPanel, ingestedPanel, sessionsPanel, settingsPanel, speakersPanel } from '../../src/chat/panels.ts';
import { defaultSettings } from '../../src/chat/settings.ts';
import { fakeRapporteur } from '../fakes/rapporteur.ts';

describe('the lists people ask for', () => {
  it('sessions with day, event and kind', async () => {
    expect(sessionsPanel(await fakeRapporteur().sessions())).toEqual({
      title: '2 sessions',
      lines: [
        'Open data for rivers · 4 March 2025 · Water Days 2025 · 2 speakers · transcript',
        'Night trains · 20 May 2025 · Rail Forum 2025 · 1 speaker · official record',
      ],
    });
    expect(sessionsPanel([]).lines).toEqual(['No session is open here yet.']);
  });
  it('speakers with role, affiliation and session', async () => {
    expect(
      speakersPanel(
        await fakeRapporteur().speakers({ session: 'open-data-for-rivers-2025-03-04' }),
        'Open data for rivers',
      ),
    ).toEqual({
      title: '2 speakers in Open data for rivers',
      lines: [
        'Ana Ruiz, Chair, River Watch · Open data for rivers',
        'Tomáš Novák, Clear Water League · Open data for rivers',
      ],
    });
    expect(speakersPanel([], null).lines).toEqual(['No speaker is named in the sessions open here.']);
  });
  it('settings in words', () => {
    expect(settingsPanel(defaultSettings).lines).toEqual([
      'Sessions: all',
      'Replies: in the thread, for everyone',
      'May ask: everyone',
      'Questions an hour for each person: no limit',
      'May add sessions: administrators',
      'Answers: where I am mentioned',
      'Threads in which I answered: questions need no mention',
    ]);
    expect(
      settingsPanel(
        {
          scope: { events: ['Water Days 2025'], sessions: ['night-trains'] },
          reply: 'asker',
          mayAsk: { users: ['U1'], roles: ['R1'] },
          questionsPerHour: 3,
          mayIngest: 'everyone',
          answers: 'questions',
          threadsGoOn: false,
          handsTo: null,
        },
        (id) => `@${id}`,
      ).lines,
    ).toEqual([
      'Sessions: event Water Days 2025, night-trains',
      'Replies: only to who asked',
      'May ask: administrators, @R1, @U1',
      'Questions an hour for each person: 3',
      'May add sessions: everyone',
      'Answers: every question',
      'Threads in which I answered: questions need a mention',
    ]);
    expect(settingsPanel({ ...defaultSettings, scope: {} }).lines[0]).toBe('Sessions: none');
  });
  it('what became of a file, with its problems', () => {
    const problem = { line: 3, message: 'has no time' };
    expect(
      ingestedPanel({
        name: 'rivers.vtt',
        failure: null,
        problems: Array.from({ length: 12 }, () => problem),
        sessions: [{ id: 'rivers', title: 'Rivers', date: null, outcome: 'added', turnCount: 1 }],
      }).lines,
    ).toEqual([
      'added “Rivers”, 1 turn',
      ...Array.from({ length: 10 }, () => 'line 3: has no time'),
      'and 2 more problems',
    ]);
    expect(
      ingestedPanel({ name: 'x', failure: 'x: is empty', sessions: [], problems: [{ line: null, message: 'odd' }] }),
    ).toEqual({ title: 'x', lines: ['x: is empty', 'odd'] });
  });
  it('help names the commands as they are typed here', () => {
    const { lines } = helpPanel('/rapporteur ask');
    expect(lines.join('\n')).toContain('/rapporteur ask What was said about …?');
    expect(lines.join('\n')).toContain('/rapporteur verify “…”');
    expect(helpPanel('@Rapporteur').lines.join('\n')).toContain('@Rapporteur sessions lists');
  });
});
