/** What XML does not allow is left out of a text, and half of a pair of code units is replaced. */
export function xmlText(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').toWellFormed();
}
