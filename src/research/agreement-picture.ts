/** An agreement map as a picture: a row a point, a column a speaker. It is SVG that loads nothing and runs nothing. */
import { html } from 'hono/html';
import type { AgreementMap, AgreementPoint } from '../rapporteur.ts';
import { xmlText } from '../words/xml-text.ts';
import type { Grid } from './paper.ts';

export type Said = AgreementPoint['said'][number];

export const stanceNames = {
  for: 'for it',
  against: 'against it',
  conditions: 'for it, with conditions',
  spoke: 'speaks of it, takes no position in these words',
  silent: 'says nothing found on it',
} as const;
export type Mark = keyof typeof stanceNames;

/** Told apart by their sign as well as by their colour. */
const signs: { [mark in Mark]: { sign: string; fill: string; ink: string } } = {
  for: { sign: '+', fill: '#1b7837', ink: '#ffffff' },
  against: { sign: '−', fill: '#a3341f', ink: '#ffffff' },
  conditions: { sign: '±', fill: '#c9a227', ink: '#000000' },
  spoke: { sign: '·', fill: '#d0d5dd', ink: '#000000' },
  silent: { sign: '', fill: '#ffffff', ink: '#000000' },
};

export function markOf(point: AgreementPoint, speaker: string): Mark {
  const said = point.said.find((each) => each.speaker === speaker);
  if (!said) return 'silent';
  return said.stance ?? 'spoke';
}

/** In units of the picture. */
const [left, cell, rowHeight, head, legendLine] = [260, 34, 30, 150, 20];
const longestName = 34;

/** The same in cells. */
export function agreementGrid({ points, speakers }: AgreementMap): Grid {
  const bare = (colour: string) => colour.slice(1).toUpperCase();
  return {
    columns: speakers,
    rows: points.map((point) => ({
      name: point.matter,
      cells: speakers.map((speaker) => {
        const { sign, fill, ink } = signs[markOf(point, speaker)];
        return { sign, fill: bare(fill), ink: bare(ink) };
      }),
    })),
    legend: (Object.keys(signs) as Mark[])
      .map((mark) => `${signs[mark].sign || 'empty'}: ${stanceNames[mark]}`)
      .join('; '),
  };
}

export async function agreementPicture({ points: all, speakers }: AgreementMap): Promise<string> {
  const points = all.map((point) => ({ ...point, matter: xmlText(point.matter) }));
  const marks = Object.keys(signs) as Mark[];
  const width = left + speakers.length * cell + 120;
  const height = head + points.length * rowHeight + 20 + marks.length * legendLine;
  const svg = await html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="img"
    font-family="sans-serif"
    font-size="13"
  >
    <title>Who takes which position on what</title>
    <rect width="${width}" height="${height}" fill="#ffffff" />
    ${speakers.map((name, at) => {
      const x = left + at * cell + cell / 2;
      return html`<text x="${x}" y="${head - 8}" transform="rotate(-45 ${x} ${head - 8})" fill="#000000">
        ${cut(xmlText(name))}
      </text>`;
    })}
    ${points.map((point, row) => {
      const y = head + row * rowHeight;
      return html`<text x="${left - 10}" y="${y + rowHeight / 2 + 4}" text-anchor="end" fill="#000000">
          ${cut(point.matter)}
        </text>
        ${speakers.map((name, at) => {
          const mark = markOf(point, name);
          const title = `${xmlText(name)}: ${stanceNames[mark]} (${point.matter})`;
          return disc(mark, left + at * cell + cell / 2, y + rowHeight / 2, title);
        })}`;
    })}
    ${marks.map((mark, at) => {
      const y = head + points.length * rowHeight + 20 + at * legendLine;
      return html`${disc(mark, 20, y, stanceNames[mark])}
        <text x="40" y="${y + 4}" fill="#000000">${stanceNames[mark]}</text>`;
    })}
  </svg>`;
  return String(svg);
}

function disc(mark: Mark, x: number, y: number, title: string) {
  const { sign, fill, ink } = signs[mark];
  return html`<g>
    <title>${title}</title>
    <circle cx="${x}" cy="${y}" r="9" fill="${fill}" stroke="#98a2b3" />
    <text x="${x}" y="${y + 4}" text-anchor="middle" fill="${ink}">${sign}</text>
  </g>`;
}

function cut(text: string): string {
  return text.length <= longestName ? text : `${text.slice(0, longestName - 1).toWellFormed()}…`;
}
