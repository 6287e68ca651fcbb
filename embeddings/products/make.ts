/** Makes `products.wasm` from `products.wat`: node embeddings/products/make.ts */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import makeWabt from 'wabt';

const folder = import.meta.dirname;

/** The bytes that `products.wasm` is to have. */
export async function productsMade(): Promise<Uint8Array> {
  const wabt = await makeWabt();
  const module = wabt.parseWat('products.wat', readFileSync(path.join(folder, 'products.wat'), 'utf8'), { simd: true });
  try {
    module.resolveNames();
    module.validate();
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}

if (import.meta.main) writeFileSync(path.join(folder, 'products.wasm'), await productsMade());
