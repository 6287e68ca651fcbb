#!/usr/bin/env node
// In a checkout the sources are run as they are; a package carries JavaScript made of them in their place.
import { existsSync } from 'node:fs';

const sources = new URL('../src/main.ts', import.meta.url);
await import(existsSync(sources) ? sources.href : new URL('../dist/src/main.js', import.meta.url).href);
