import { describe, expect, test } from 'vitest';
import { botEvents, botScopes, slackManifest } from '../../adapters/slack/manifest.ts';

/** Limits of docs.slack.dev/reference/app-manifest. */
function check(manifest: ReturnType<typeof slackManifest>): void {
  expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
  expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
  expect(manifest.features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
  expect(manifest.features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
  for (const { name, callback_id: id, description } of manifest.features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(id.length).toBeLessThanOrEqual(255);
    expect(description.length).toBeLessThanOrEqual(150);
  }
  for (const { command, description, usage_hint: hint } of manifest.features.slash_commands) {
    expect(command).toMatch(/^\/[a-z]{1,31}$/);
    expect(description.length).toBeLessThanOrEqual(2000);
    expect(hint.length).toBeLessThanOrEqual(1000);
  }
}

describe('the manifest', () => {
  test('for Socket Mode has no address', () => {
    const manifest = slackManifest({ address: null });
    check(manifest);
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest)).not.toContain('http');
  });

  test('for HTTP has the address wherever Slack posts, and where installation leads back', () => {
    const manifest = slackManifest({ address: 'https://rapporteur.example' });
    check(manifest);
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: 'https://rapporteur.example/slack/events' },
      interactivity: { request_url: 'https://rapporteur.example/slack/events' },
    });
    expect(manifest.features.slash_commands[0]).toMatchObject({ url: 'https://rapporteur.example/slack/events' });
    expect(manifest.oauth_config.redirect_urls).toEqual(['https://rapporteur.example/slack/oauth_redirect']);
  });

  test('asks for links only where there is a reader to show', () => {
    const without = JSON.stringify(slackManifest({ address: null }));
    expect(without).not.toMatch(/links:|unfurl_domains|link_shared/);
    const {
      features,
      oauth_config: oauth,
      settings,
    } = slackManifest({
      address: null,
      reader: 'https://records.example.org/reader',
    });
    expect(features.bot_user).toBeDefined();
    expect(features).toMatchObject({ unfurl_domains: ['records.example.org'] });
    expect(oauth.scopes.bot).toEqual([...botScopes, 'usergroups:read', 'links:read', 'links:write']);
    expect(settings.event_subscriptions.bot_events).toContain('link_shared');
  });

  test('is for the agent surface, not the assistant view that preceded it', () => {
    const { features } = slackManifest({ address: null });
    expect(features).toHaveProperty('agent_view');
    expect(features).not.toHaveProperty('assistant_view');
    expect(botEvents).not.toContain('assistant_thread_started');
  });

  test.each([
    ['app_mention', 'app_mentions:read'],
    ['message.im', 'im:history'],
    ['message.channels', 'channels:history'],
    ['message.groups', 'groups:history'],
    ['message.mpim', 'mpim:history'],
  ])('listens to %s and asks for %s', (event, scope) => {
    expect(botEvents).toContain(event);
    expect(botScopes).toContain(scope);
  });
});
