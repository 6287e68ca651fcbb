/** What Slack says of something pressed or chosen. Pure. */
import { z } from 'zod';

export interface Pressed {
  team: string;
  channel: string;
  user: string;
  triggerId: string;
  responseUrl: string;
  actionId: string;
  value: string;
  /** Of a select: the conversation chosen. */
  chosen: string;
  view: { id: string; private_metadata: string } | undefined;
}

/** Null for what is not of this form. */
export function readPress(body: unknown): Pressed | null {
  const read = pressSchema.safeParse(body).data;
  const [action] = read?.actions ?? [];
  if (read === undefined || action === undefined) {
    return null;
  }
  return {
    team: read.team?.id ?? read.user.team_id ?? '',
    channel: read.channel?.id ?? read.container?.channel_id ?? '',
    user: read.user.id,
    triggerId: read.trigger_id,
    responseUrl: read.response_url ?? '',
    actionId: action.action_id,
    value: action.value ?? '',
    chosen: action.selected_conversation ?? '',
    view: read.view,
  };
}

const pressSchema = z.object({
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ channel_id: z.string().optional() }).optional(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  view: z.object({ id: z.string(), private_metadata: z.string() }).optional(),
  actions: z.array(
    z.object({
      action_id: z.string(),
      value: z.string().nullish(),
      selected_conversation: z.string().nullish(),
    }),
  ),
});
