import { describe, expect, it } from 'vitest';
import { builtInEmbedder } from '../../embeddings/built-in.ts';

const { model, parts } = builtInEmbedder();
const former = builtInEmbedder({ version: 1 });

async function similarity(one: string, other: string): Promise<number> {
  const [a, b] = await model.embedDocuments([one, other]);
  return a!.reduce((sum, value, index) => sum + value * b![index]!, 0);
}

describe('what belongs together is nearer than what only looks much alike', () => {
  it.each([
    ['a letter left out', 'goverance', 'governance', 'severance'],
    ['two letters swapped', 'intrenet', 'internet', 'intensive'],
    ['word forms', 'negotiated', 'negotiations', 'navigation'],
    ['as heard', 'fotokrafi', 'photography', 'photosynthesis'],
    ['in two words', 'cyber security', 'cybersecurity', 'cyclical severity'],
    ['Russian cases', 'безопасности', 'безопасностью', 'опасения'],
    ['French plurals', 'les négociations', 'négociation', 'association'],
    ['Arabic article', 'الأمن السيبراني', 'أمن سيبراني', 'الأمن الغذائي'],
    ['Chinese in another order', '网络安全治理', '治理网络安全', '粮食安全'],
    ['Japanese in a longer word', 'ネットワーク', 'ネットワークの', 'フレームワーク'],
    ['Korean with an ending', '인터넷은', '인터넷', '인류는'],
  ])('%s: %s, %s', async (_, written, meant, other) => {
    expect(await similarity(written, meant)).toBeGreaterThan((await similarity(written, other)) + 0.1);
  });
});

describe('spellings of one name are the same', () => {
  it.each([
    ['Brückner', 'BRUCKNER'],
    ['Torbjörn', 'Torbjorn'],
    ['Łódź', 'Lodz'],
    ['İzmir', 'izmir'],
    ['Ａｂｃ', 'abc'],
    ['شُكْرًا', 'شكرا'],
    ['Straße', 'Strasse'],
  ])('%s, %s', async (one, other) => expect(await similarity(one, other)).toBeCloseTo(1, 10));

  it('Brückner, Brueckner: as far as it is spelt', async () => {
    const [one, other] = await Promise.all(['Brückner', 'Brueckner'].map((name) => partOf('spelling', name)));
    expect(cosine(one!, other!)).toBeCloseTo(1, 6);
  });
});

describe('what does not belong together is far', () => {
  it.each([
    ['2024', '2025'],
    ['river', 'tax'],
    ['the', 'of'],
    ['car', 'sermon'],
    ['voiture', 'automobile'],
    ['car', ''],
  ])('%s, %s', async (one, other) => {
    expect(Math.abs(await similarity(one, other))).toBeLessThan(0.25);
  });
});

it('stop words hardly count', async () => {
  expect(await similarity('what did they say about the harbour', 'harbour')).toBeGreaterThan(0.9);
});

describe('what means the same is near, however it is spelt', () => {
  it.each([
    ['car', 'automobile', 'river'],
    ['the physician was late', 'doctors did not come in time', 'the flagship was lost'],
    ['did they catch fish', 'salmon and trout in the nets', 'the council wants a match'],
  ])('%s: %s, not %s', async (text, near, far) => {
    expect(await similarity(text, near)).toBeGreaterThan((await similarity(text, far)) + 0.1);
  });
});

describe('the parts of a vector', () => {
  it('find by spelling alone and by meaning alone', async () => {
    const [spelt, meant] = await model.embedDocuments(['goverment minsters', 'cabinet of the prime minister']);
    const [bySpelling, byMeaning] = [
      await partOf('spelling', 'government ministers'),
      await partOf('meaning', 'government ministers'),
    ];
    expect(cosine(bySpelling!, spelt!)).toBeGreaterThan(cosine(bySpelling!, meant!) + 0.1);
    expect(cosine(byMeaning!, meant!)).toBeGreaterThan(cosine(byMeaning!, spelt!) + 0.1);
  });
  it('are null where the text has nothing of them', async () => {
    expect(await partOf('meaning', 'Was wurde über die Messstationen gesagt?')).toBeNull();
    expect(await partOf('meaning', '网络安全治理')).toBeNull();
    expect(await partOf('spelling', '网络安全治理')).not.toBeNull();
  });
  it('are none of what the former version made', () => {
    expect(former.parts).toBeUndefined();
    expect(former.words).toBeUndefined();
  });
});

describe('gives the same numbers on every machine', () => {
  const text = 'Who spoke about the harbour in 2025? Zoë, 网络, الأمن';
  // To the last bit: a stored vector must not depend on where it was made. Raise the number in the id when this changes.
  it.each([
    [builtInEmbedder(), 'built-in/2', 'da87f6bd5add5b97'],
    [former, 'built-in/1', '51e816099c90c561'],
  ])('%#', async ({ id, model }, name, expected) => {
    const [vector] = await model.embedDocuments([text]);
    expect(id).toBe(name);
    expect(fingerprint(vector!)).toBe(expected);
  });
});

async function partOf(part: 'spelling' | 'meaning', text: string): Promise<Float32Array | null> {
  return parts![part](Float32Array.from(await model.embedQuery(text)));
}

function cosine(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from(a).reduce((sum, value, n) => sum + value * b[n]!, 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}

function fingerprint(vector: number[]): string {
  const bits = new BigUint64Array(Float64Array.from(vector).buffer);
  return bits
    .reduce((hash, word) => BigInt.asUintN(64, (hash ^ word) * 0x100000001b3n), 0xcbf29ce484222325n)
    .toString(16);
}
