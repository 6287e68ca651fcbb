/** A reply of any length in pages that Discord takes. Pure. */
import {
  ComponentType,
  type APIButtonComponentWithCustomId,
  type APISectionComponent,
  type APITextDisplayComponent,
} from 'discord-api-types/v10';
import { page as pageOf } from '../../src/chat/answer-view.ts';
import { below, type QuoteView } from '../../src/chat/quote-view.ts';
import type { Words } from '../../src/chat/wording.ts';
import { actionId } from './actions.ts';
import { escapeText, fittingEnd } from './markup.ts';
import {
  button,
  fileComponent,
  limits,
  row,
  small,
  textDisplay,
  textOfBlock,
  textOfSmallLines,
  type Rendered,
  type Setting,
} from './parts.ts';

/** Part of a reply that stays on one page. */
export interface Block {
  component: APITextDisplayComponent | APISectionComponent;
  /** Where it is a quote: how it is made, for its place below another. */
  quote?: { view: QuoteView; section: (view: QuoteView) => APISectionComponent };
  isCut: boolean;
}

/** One page of the blocks, with its buttons; `whole` goes along as a file where one page does not hold it. */
export function paged(
  id: string,
  blocks: Block[],
  whole: string,
  setting: Setting,
  buttons: APIButtonComponentWithCustomId[],
  say: Words,
): Rendered {
  const pages = inPages(blocks);
  const {
    items: [shown = []],
    page,
    pages: count,
  } = pageOf(pages, setting.page ?? 0, 1);
  const isFirst = page === 0;
  const file =
    isFirst && (count > 1 || blocks.some((block) => block.isCut)) ? { name: `answer-${id}.txt`, text: whole } : null;
  const hasMoreQuotes = pages
    .slice(page + 1)
    .some((blocksOfPage) => blocksOfPage.some(({ quote }) => quote !== undefined && quote.view.mark !== ''));
  const isCopy = setting.seenBy === 'copy';
  const turning =
    count === 1 || isCopy
      ? []
      : [
          row([
            button(say('back'), actionId({ do: 'page', id, page: page - 1 }), isFirst),
            button(
              say(hasMoreQuotes ? 'moreQuotesPage' : 'morePage', { page: page + 1, pages: count }),
              actionId({ do: 'page', id, page: page + 1 }),
              page === count - 1,
            ),
          ]),
        ];
  return {
    components: [
      ...small(setting.asked ?? null),
      ...small(setting.read ?? null),
      ...inSequence(shown).flatMap((component) =>
        isCopy && component.type === ComponentType.Section ? component.components : [component],
      ),
      ...fileComponent(file),
      ...small(setting.note ?? null),
      ...turning,
      ...(isFirst && !isCopy && buttons.length > 0 ? [row(buttons)] : []),
    ],
    file,
  };
}

/** Blocks one below the other: what the quote above says already is not said again. */
function inSequence(blocks: Block[]): Block['component'][] {
  return blocks.map(({ component, quote }, index) =>
    quote === undefined ? component : quote.section(below(quote.view, blocks[index - 1]?.quote?.view)),
  );
}

function inPages(blocks: Block[]): Block[][] {
  const pages: Block[][] = [[]];
  let room = { text: 0, components: 0, quotes: 0 };
  for (const block of blocks) {
    const { component } = block;
    const needs = {
      text: textIn(component).length,
      components: component.type === ComponentType.Section ? 3 : 1,
      quotes: block.quote === undefined ? 0 : 1,
    };
    if (room.text < needs.text || room.components < needs.components || room.quotes < needs.quotes) {
      if (pages.at(-1)!.length > 0) pages.push([]);
      room = {
        text: limits.text - textOfSmallLines,
        components: limits.components - componentsOfFrame,
        quotes: quotesOfPage,
      };
    }
    pages.at(-1)!.push(block);
    room = {
      text: room.text - needs.text,
      components: room.components - needs.components,
      quotes: room.quotes - needs.quotes,
    };
  }
  return pages;
}

export function textBlock(text: string, isCut: boolean): Block {
  return { component: textDisplay(text), isCut };
}

/** Text of any length in blocks, parted between paragraphs, then lines, then words. */
export function lineBlocks(text: string, prefix = ''): Block[] {
  const blocks: Block[] = [];
  for (let rest = text.trim(); rest !== '';) {
    const end = fittingEnd(rest, textOfBlock);
    const paragraph = end === rest.length ? -1 : rest.lastIndexOf('\n', end);
    const cut = paragraph > 0 ? paragraph : end;
    blocks.push(textBlock(prefix + escapeText(rest.slice(0, cut).trimEnd()), false));
    rest = rest.slice(cut).trimStart();
  }
  return blocks;
}

function textIn(component: APITextDisplayComponent | APISectionComponent): string {
  return component.type === ComponentType.TextDisplay
    ? component.content
    : component.components.map(({ content }) => content).join('');
}

/** Kept free on every page for buttons, the file and small lines. */
const componentsOfFrame = 16;
/** More would be a wall of text: the others are a button away. */
const quotesOfPage = 4;
