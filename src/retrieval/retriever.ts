/** A library as a retriever of LangChain, for chains of one's own. */
import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { Quote } from '../answer.ts';
import type { Query, Rapporteur } from '../rapporteur.ts';

/** Where a document's words stand: `pageContent` is exactly `turn.text.slice(start, end)` of that turn. */
export interface DocumentPlace extends Omit<Quote, 'n' | 'text'> {
  /** Of the stretch the words were found in; higher is better, and comparable within one search only. */
  score: number;
}

export interface RetrieverOptions extends BaseRetrieverInput, Omit<Query, 'text'> {
  rapporteur: Pick<Rapporteur, 'search'>;
}

/**
 * Gives the stretches of talk that fit a query, best first, cut at each change of speaker so that every document is
 * the words of one. `limit` counts stretches, 10 where it is not given.
 */
export class LibraryRetriever extends BaseRetriever<DocumentPlace> {
  static override lc_name(): string {
    return 'LibraryRetriever';
  }

  override lc_namespace = ['rapporteur', 'retrieval'];
  private readonly rapporteur: Pick<Rapporteur, 'search'>;
  private readonly restriction: Omit<Query, 'text'>;

  constructor({ rapporteur, limit, session, speaker, scope, ...input }: RetrieverOptions) {
    super(input);
    this.rapporteur = rapporteur;
    this.restriction = { limit, session, speaker, scope };
  }

  override async _getRelevantDocuments(text: string): Promise<Document<DocumentPlace>[]> {
    const hits = await this.rapporteur.search({ text, ...this.restriction });
    const seen = new Set<string>();
    return hits.flatMap(({ parts, score }) =>
      parts.flatMap(({ text: pageContent, ...place }) => {
        // Stretches overlap; the same words come once.
        const id = `${place.session.id}:${place.turn}:${place.start}-${place.end}`;
        if (seen.has(id)) return [];
        seen.add(id);
        return [new Document<DocumentPlace>({ id, pageContent, metadata: { ...place, score } })];
      }),
    );
  }
}
