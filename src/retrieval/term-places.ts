/**
 * Where the terms of a session stand. They are looked up in one text of all its terms: a question asks for a few, and a
 * list of every term of a long session takes longer to make than all the rest of the answer.
 */
export class TermPlaces {
  private readonly text: string;
  /** Where each sentence begins in the text, and the last ends. */
  private readonly starts: Uint32Array;
  private readonly found = new Map<string, number[]>();
  private all: Map<string, number[]> | null = null;

  /** `sentences` have the terms of each with blanks between them. */
  constructor(sentences: string[]) {
    this.starts = new Uint32Array(sentences.length + 1);
    for (const [at, terms] of sentences.entries()) this.starts[at + 1] = this.starts[at]! + terms.length + 2;
    this.text = ` ${sentences.join('  ')} `;
  }

  has(term: string): boolean {
    return this.get(term) !== undefined;
  }

  /** The sentences a term stands in, by their places, rising; not to be changed. */
  get(term: string): number[] | undefined {
    if (this.all !== null) return this.all.get(term);
    let places = this.found.get(term);
    if (!places) {
      if (this.found.size >= mostScanned) return this.listed().get(term);
      this.found.set(term, (places = term === '' ? [] : this.scan(` ${term} `)));
    }
    return places.length > 0 ? places : undefined;
  }

  /** Every term. */
  keys(): Iterable<string> {
    return this.listed().keys();
  }

  starting(letters: string): Set<string> {
    return this.having(` ${letters}`);
  }

  ending(letters: string): Set<string> {
    return this.having(`${letters} `);
  }

  private scan(term: string): number[] {
    const places: number[] = [];
    let sentence = 0;
    for (let at = this.text.indexOf(term); at !== -1; at = this.text.indexOf(term, this.starts[sentence])) {
      while (this.starts[sentence + 1]! <= at) sentence += 1;
      places.push(sentence);
      // Once a sentence is enough.
      sentence += 1;
    }
    return places;
  }

  private having(letters: string): Set<string> {
    const terms = new Set<string>();
    for (let at = this.text.indexOf(letters); at !== -1;) {
      const end = this.text.indexOf(' ', at + 1);
      terms.add(this.text.slice(this.text.lastIndexOf(' ', end - 1) + 1, end));
      at = this.text.indexOf(letters, end);
    }
    return terms;
  }

  private listed(): Map<string, number[]> {
    if (this.all) return this.all;
    const all = new Map<string, number[]>();
    for (let sentence = 0; sentence + 1 < this.starts.length; sentence += 1) {
      for (const term of this.text.slice(this.starts[sentence]! + 1, this.starts[sentence + 1]! - 1).split(' ')) {
        const places = all.get(term);
        if (!places) all.set(term, [sentence]);
        else if (places.at(-1) !== sentence) places.push(sentence);
      }
    }
    all.delete('');
    return (this.all = all);
  }
}

/** After so many terms were asked for, all are listed. */
const mostScanned = 128;
