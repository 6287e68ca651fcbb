/** Names as far as anybody reads them; how many more there are is told. */
export function someOf(names: string[]): string {
  const shown = names.slice(0, names.length > most + 1 ? most : names.length).join('; ');
  return names.length > most + 1 ? `${shown}; and ${names.length - most} more` : shown;
}

const most = 24;
