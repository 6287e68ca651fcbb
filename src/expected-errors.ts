/** Errors whose message says all that the reader needs; any other is ours, and shown with its stack. */
export const expectedErrors = new Set([
  'ConfigError',
  'LibraryError',
  'CommandError',
  'CorrectionError',
  'LinkError',
  'EmbedderError',
]);
