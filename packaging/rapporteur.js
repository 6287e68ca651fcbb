#!/usr/bin/env node
// In a checkout the sources are run as they are; a package carries JavaScript made of them in their place.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Before anything is loaded that an older one does not know.
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`Rapporteur needs Node.js 24 or newer, and this is ${process.versions.node}. See https://nodejs.org.`);
  process.exit(1);
}
const sources = new URL('../src/main.ts', import.meta.url);
if (existsSync(sources)) {
  // Before the first source, or what takes its types out would be loaded at every start.
  const { enableCompileCache } = await import('node:module');
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/rapporteur', import.meta.url));
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}
await import(existsSync(sources) ? sources.href : new URL('../dist/src/main.js', import.meta.url).href);
