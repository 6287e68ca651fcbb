/**
 * What Slack's Web API accepts, as its reference documents it, for the kinds of block this project posts.
 * Written apart from the adapter's own table of limits, so that one mistake cannot stand in both.
 * Sources: docs.slack.dev/reference/block-kit (each block's page), chat.postMessage, views.open.
 */
import { z } from 'zod';

/** `null` where Slack would take it, otherwise the error as Slack names it, and what is wrong. */
export interface Refusal {
  error: string;
  messages: string[];
}

export function refuseMessage(message: Record<string, unknown>): Refusal | null {
  const { text, markdown_text: markdown, blocks, metadata } = message;
  if (typeof text === 'string' && text.length > 40_000) return { error: 'msg_too_long', messages: [] };
  if (typeof markdown === 'string') {
    if (text !== undefined || blocks !== undefined) return { error: 'markdown_text_conflict', messages: [] };
    if (markdown.length > 12_000) return { error: 'msg_too_long', messages: [] };
  }
  if (metadata !== undefined) {
    const problems = check(messageMetadata, metadata, '/metadata');
    if (problems.length > 0) return { error: 'invalid_metadata_format', messages: problems };
  }
  if (blocks === undefined) return text || markdown ? null : { error: 'no_text', messages: [] };
  return refuseBlocks(blocks, 50, messageBlock);
}

export function refuseView(value: unknown): Refusal | null {
  const problems = check(view, value, '/view');
  if (problems.length > 0) return { error: 'invalid_arguments', messages: problems };
  if (JSON.stringify(value).length > 250_000) return { error: 'view_too_large', messages: [] };
  const parsed = view.parse(value);
  return refuseBlocks(parsed.blocks, 100, parsed.type === 'modal' ? modalBlock : homeBlock);
}

/** The places in a message where Slack would call somebody or make a link that the poster did not mark up as one. */
export function mentionsIn(message: unknown): string[] {
  const found: string[] = [];
  visit(message, (value, key) => {
    const parsed =
      key === 'text' &&
      typeof value['text'] === 'string' &&
      (value['type'] === undefined || value['type'] === 'mrkdwn');
    if (parsed) found.push(...(String(value['text']).match(/<[@!#][^>]*>/g) ?? []));
    if (['broadcast', 'user', 'usergroup', 'channel'].includes(String(value['type'])) && key === 'type') {
      found.push(String(value['type']));
    }
  });
  return found;
}

/** Every word a reader would see, in order. */
export function wordsOf(blocks: unknown): string {
  const words: string[] = [];
  visit(blocks, (value, key) => {
    if (key === 'text' && typeof value['text'] === 'string') words.push(value['text']);
  });
  return words.join('\n');
}

function refuseBlocks(blocks: unknown, most: number, kind: z.ZodType): Refusal | null {
  if (!Array.isArray(blocks)) return { error: 'invalid_blocks_format', messages: [] };
  if (blocks.length > most) {
    return { error: 'invalid_blocks', messages: [`[ERROR] no more than ${most} items allowed [json-pointer:/blocks]`] };
  }
  const problems = blocks.flatMap((block, index) => check(kind, block, `/blocks/${index}`));
  problems.push(...repeated(blocks, 'block_id'), ...repeated(blocks, 'action_id'));
  if (problems.length > 0) return { error: 'invalid_blocks', messages: problems };
  // 13,200 characters over all blocks were refused in bolt-js#2509; 12,000 is what is documented for markdown alone.
  if (textLength(blocks) > 13_000 || markdownLength(blocks) > 12_000)
    return { error: 'msg_blocks_too_long', messages: [] };
  return null;
}

function check(kind: z.ZodType, value: unknown, where: string): string[] {
  const result = kind.safeParse(value);
  return result.success
    ? []
    : result.error.issues.map(
        (issue) => `[ERROR] ${issue.message} [json-pointer:${[where, ...issue.path.map(String)].join('/')}]`,
      );
}

function repeated(blocks: unknown[], field: 'block_id' | 'action_id'): string[] {
  return blocks.flatMap((block) => {
    const seen = new Set<string>();
    const problems: string[] = [];
    visit(field === 'block_id' ? blocks : block, (value, key) => {
      if (key !== field) return;
      const id = String(value[field]);
      if (seen.has(id)) problems.push(`[ERROR] ${field} ${id} already exists`);
      seen.add(id);
    });
    return problems;
  });
}

function visit(value: unknown, see: (object: Record<string, unknown>, key: string) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (value !== null && typeof value === 'object') {
    const object: Record<string, unknown> = { ...value };
    for (const [key, inner] of Object.entries(object)) {
      see(object, key);
      visit(inner, see);
    }
  }
}

function textLength(blocks: unknown): number {
  let length = 0;
  visit(blocks, (value, key) => {
    if (key === 'text' && typeof value['text'] === 'string') length += value['text'].length;
  });
  return length;
}

function markdownLength(blocks: unknown[]): number {
  let length = 0;
  visit(blocks, (value, key) => {
    if (key === 'text' && value['type'] === 'markdown' && typeof value['text'] === 'string')
      length += value['text'].length;
  });
  return length;
}

const string = (most: number) => z.string().min(1).max(most);
const id = string(255).optional();
const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: string(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: string(most), verbatim: z.boolean().optional() });
const either = (most: number) => z.union([plain(most), mrkdwn(most)]);
const link = z.url().max(3000);

const confirm = z.strictObject({
  title: plain(100),
  text: either(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
});
const option = z.strictObject({ text: either(75), value: string(150), description: either(75).optional() });
const plainOption = z.strictObject({ text: plain(75), value: string(150), description: plain(75).optional() });
const options = z.array(plainOption).min(1).max(100);
const optionGroups = z
  .array(z.strictObject({ label: plain(75), options }))
  .min(1)
  .max(100);
const actionable = { action_id: string(255), confirm: confirm.optional(), focus_on_load: z.boolean().optional() };

const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: link.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: string(75).optional(),
});
const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  ...actionable,
  placeholder: plain(150).optional(),
  options: options.optional(),
  option_groups: optionGroups.optional(),
  initial_option: plainOption.optional(),
});
const multiStaticSelect = z.strictObject({
  type: z.literal('multi_static_select'),
  ...actionable,
  placeholder: plain(150).optional(),
  options: options.optional(),
  option_groups: optionGroups.optional(),
  initial_options: z.array(plainOption).min(1).max(100).optional(),
  max_selected_items: z.number().int().min(1).optional(),
});
const multiExternalSelect = z.strictObject({
  type: z.literal('multi_external_select'),
  ...actionable,
  placeholder: plain(150).optional(),
  min_query_length: z.number().int().min(0).optional(),
  initial_options: z.array(plainOption).min(1).max(100).optional(),
  max_selected_items: z.number().int().min(1).optional(),
});
const multiUsersSelect = z.strictObject({
  type: z.literal('multi_users_select'),
  ...actionable,
  placeholder: plain(150).optional(),
  initial_users: z.array(z.string().regex(/^[UW]/)).min(1).optional(),
  max_selected_items: z.number().int().min(1).optional(),
});
const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...actionable,
  placeholder: plain(150).optional(),
  initial_conversation: z.string().optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  filter: z.record(z.string(), z.unknown()).optional(),
});
const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...actionable,
  options: z.array(option).min(1).max(10),
  initial_option: option.optional(),
});
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...actionable,
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).min(1).optional(),
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  options: z.array(plainOption).min(1).max(5),
});
const textInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...actionable,
  placeholder: plain(150).optional(),
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3000).optional(),
  max_length: z.number().int().min(1).max(3000).optional(),
});
const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...actionable,
  is_decimal_allowed: z.boolean(),
  placeholder: plain(150).optional(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});
const rating = z.strictObject({ text: plain(75), value: string(2000), accessibility_label: string(75).optional() });
const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: string(255),
  positive_button: rating,
  negative_button: rating,
});
const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...actionable,
  icon: z.string(),
  text: plain(75),
  accessibility_label: string(75).optional(),
  value: z.string().max(2000).optional(),
  visible_to_user_ids: z.array(z.string()).optional(),
});

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
  })
  .optional();
const richElement = z.union([
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal('link'),
    url: link,
    text: z.string().min(1).optional(),
    unsafe: z.boolean().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style }),
  z.strictObject({ type: z.literal('emoji'), name: z.string(), unicode: z.string().optional() }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']) }),
]);
const richSection = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richElement).min(1) });
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id,
  elements: z
    .array(
      z.union([
        richSection,
        z.strictObject({
          type: z.literal('rich_text_quote'),
          elements: z.array(richElement).min(1),
          border: z.number().optional(),
        }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(richElement).min(1),
          border: z.number().optional(),
        }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(richSection).min(1),
          indent: z.number().int().min(0).max(8).optional(),
          border: z.number().optional(),
        }),
      ]),
    )
    .min(1),
});

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: id,
    text: either(3000).optional(),
    fields: z.array(either(2000)).min(1).max(10).optional(),
    accessory: z
      .union([
        button,
        staticSelect,
        multiStaticSelect,
        multiExternalSelect,
        multiUsersSelect,
        conversationsSelect,
        overflow,
        radioButtons,
        checkboxes,
      ])
      .optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, 'must have text or fields');
const shared = [
  section,
  richText,
  z.strictObject({ type: z.literal('divider'), block_id: id }),
  z.strictObject({ type: z.literal('header'), block_id: id, text: plain(150) }),
  z.strictObject({ type: z.literal('context'), block_id: id, elements: z.array(either(2000)).min(1).max(10) }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: id,
    elements: z
      .array(
        z.union([
          button,
          staticSelect,
          multiStaticSelect,
          multiExternalSelect,
          conversationsSelect,
          overflow,
          radioButtons,
          checkboxes,
        ]),
      )
      .min(1)
      .max(25),
  }),
] as const;
const input = z.strictObject({
  type: z.literal('input'),
  block_id: id,
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.union([
    textInput,
    numberInput,
    staticSelect,
    multiStaticSelect,
    multiExternalSelect,
    multiUsersSelect,
    conversationsSelect,
    radioButtons,
    checkboxes,
  ]),
});
const messageBlock = z.union([
  ...shared,
  z.strictObject({ type: z.literal('markdown'), block_id: id, text: string(12_000) }),
  z.strictObject({
    type: z.literal('context_actions'),
    block_id: id,
    elements: z
      .array(z.union([feedbackButtons, iconButton]))
      .min(1)
      .max(5),
  }),
]);
const homeBlock = z.union([...shared, input]);
const modalBlock = z.union([
  ...shared,
  input,
  z.strictObject({
    type: z.literal('alert'),
    block_id: id,
    text: either(3000),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
]);

const blocks = z.array(z.record(z.string(), z.unknown()));
const viewFields = {
  blocks,
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};
const view = z.union([
  z.strictObject({ type: z.literal('home'), ...viewFields }),
  z
    .strictObject({
      type: z.literal('modal'),
      ...viewFields,
      title: plain(24),
      submit: plain(24).optional(),
      close: plain(24).optional(),
      clear_on_close: z.boolean().optional(),
      notify_on_close: z.boolean().optional(),
    })
    .refine(
      (modal) => modal.submit !== undefined || modal.blocks.every((block) => block['type'] !== 'input'),
      'submit is required when there is an input block',
    ),
]);
const messageMetadata = z.strictObject({ event_type: string(255), event_payload: z.record(z.string(), z.unknown()) });
