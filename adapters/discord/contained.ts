/** Errors inside discord.js cost an event or a connection, and not the process. */
import type { Client } from 'discord.js';

/**
 * What Discord sends may be of a form that discord.js does not expect: its handlers throw then, or a promise is rejected
 * that nobody waits for. Both are told to `onError`; rejections from elsewhere end the process as ever. The function it
 * gives takes that away again.
 */
export function contain(client: Client, onError: (error: unknown) => void): () => void {
  const manager = client.ws as unknown as { handlePacket: (...given: unknown[]) => boolean };
  const handle = manager.handlePacket.bind(manager);
  manager.handlePacket = (...given) => {
    try {
      return handle(...given);
    } catch (error) {
      onError(error);
      return true;
    }
  };
  const onRejection = (error: unknown): void => {
    if (!isOfDiscord(error)) throw error;
    onError(error);
  };
  process.on('unhandledRejection', onRejection);
  return () => {
    process.off('unhandledRejection', onRejection);
  };
}

function isOfDiscord(error: unknown): boolean {
  return error instanceof Error && /node_modules[/\\](?:@discordjs|discord\.js)[/\\]/.test(error.stack ?? '');
}
