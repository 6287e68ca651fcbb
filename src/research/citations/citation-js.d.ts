/** What is used of it; it brings no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: object[]);
    format(form: 'bibtex'): string;
  }
  export const plugins: { config: { get(plugin: '@bibtex'): { format: { asciiOnly: boolean } } } };
}
declare module '@citation-js/plugin-bibtex';
