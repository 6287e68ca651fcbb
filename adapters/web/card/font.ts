/** How wide a TrueType font draws each sign, and which it has none for (OpenType: `cmap` format 12, `hmtx`, `head`). */

export interface Font {
  /** Of a size of 1; null where the font has no such sign. */
  widthOf(sign: number): number | null;
}

/** Of a collection the first one. Throws where the bytes are no font of this kind, or one of pictures. */
export function readFont(bytes: Buffer): Font {
  const start = bytes.toString('latin1', 0, 4) === 'ttcf' ? bytes.readUInt32BE(12) : 0;
  const tables = new Map<string, number>();
  for (let at = start + 12; at < start + 12 + 16 * bytes.readUInt16BE(start + 4); at += 16)
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  if (!['glyf', 'CFF ', 'CFF2'].some((table) => tables.has(table))) throw new Error('The font has no outlines.');
  const groups = groupsIn(bytes, tables.get('cmap')!);
  const unitsPerEm = bytes.readUInt16BE(tables.get('head')! + 18);
  const advances = bytes.readUInt16BE(tables.get('hhea')! + 34);
  const hmtx = tables.get('hmtx')!;
  // A copy, so that of a large file no more is kept.
  const widths = Buffer.from(bytes.subarray(hmtx, hmtx + 4 * advances));
  return {
    widthOf(sign) {
      const group = groups.find(({ first, last }) => sign >= first && sign <= last);
      if (!group) return null;
      const glyph = group.glyph + sign - group.first;
      // Glyphs after the last advance have the same.
      const advance = widths.readUInt16BE(4 * Math.min(glyph, advances - 1));
      return glyph === 0 ? null : advance / unitsPerEm;
    },
  };
}

interface Group {
  first: number;
  last: number;
  /** Of the first sign. */
  glyph: number;
}

function groupsIn(bytes: Buffer, cmap: number): Group[] {
  for (let which = 0; which < bytes.readUInt16BE(cmap + 2); which += 1) {
    const table = cmap + bytes.readUInt32BE(cmap + 8 + 8 * which);
    if (bytes.readUInt16BE(table) !== 12) continue;
    return Array.from({ length: bytes.readUInt32BE(table + 12) }, (_, group) => {
      const at = table + 16 + 12 * group;
      return { first: bytes.readUInt32BE(at), last: bytes.readUInt32BE(at + 4), glyph: bytes.readUInt32BE(at + 8) };
    });
  }
  throw new Error('The font names its signs in another way than cmap format 12.');
}
