/** What a button or form of ours does, written into its `custom_id`, which Discord gives back and limits to 100 characters. */

export type Action =
  | { do: 'page'; id: string; page: number }
  /** Shows the turns around a quote, or moves on in what shows them. */
  | { do: 'context' | 'around'; id: string; key: string; shift: number }
  /** A private answer becomes everyone's, or a public one the asker's alone. */
  | { do: 'share' | 'hide'; id: string }
  | { do: 'good' | 'bad'; id: string }
  /** What made a digest come. */
  | { do: 'stop'; id: string }
  /** Opens the form for keeping quotes, and is that form. */
  | { do: 'keep'; id: string }
  /** Opens the form that hands a question to a person, and is that form. */
  | { do: 'person'; id: string }
  /** Opens the form with the settings of a channel or of the whole server. */
  | { do: 'change' | 'tune'; of: 'channel' | 'server' }
  /** Forms: why an answer was not right, and the settings. */
  | { do: 'reason'; id: string }
  | { do: 'save' | 'tuned'; of: 'channel' | 'server' };

export function actionId(action: Action): string {
  switch (action.do) {
    case 'page':
      return ['page', action.id, action.page].join(':');
    case 'context':
    case 'around':
      return [action.do, action.id, action.key, action.shift].join(':');
    case 'change':
    case 'save':
    case 'tune':
    case 'tuned':
      return [action.do, action.of].join(':');
    default:
      return [action.do, action.id].join(':');
  }
}

/** Null for a `custom_id` that is not ours, or of another version of the bot. */
export function readAction(customId: string): Action | null {
  const [name, first = '', second = '', third = ''] = customId.split(':');
  switch (name) {
    case 'page':
      return /^\d+$/.test(second) ? { do: 'page', id: first, page: Number(second) } : null;
    case 'context':
    case 'around':
      return /^-?\d+$/.test(third) ? { do: name, id: first, key: second, shift: Number(third) } : null;
    case 'change':
    case 'save':
    case 'tune':
    case 'tuned':
      return first === 'channel' || first === 'server' ? { do: name, of: first } : null;
    case 'share':
    case 'hide':
    case 'good':
    case 'bad':
    case 'reason':
    case 'stop':
    case 'keep':
    case 'person':
      return first === '' ? null : { do: name, id: first };
    default:
      return null;
  }
}
