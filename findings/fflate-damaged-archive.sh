#!/usr/bin/env bash
# Expected: a file that was damaged on its way does not come out of a ZIP archive, since its checksum no longer fits.
# Happens: neither `unzipSync`, `unzip` nor the streaming `Unzip` looks at the checksum: a changed byte in a stored file comes
#   out as changed text, without an error.
# With: fflate 0.8.3
# Matters: Word files and bundles of transcripts are ZIP archives. A few bad bytes turn "not" into "now", and the bot quotes
#   it word for word. Compare `crc32` from `node:zlib` with the archive's own figure before believing a file.
# Seen:
#   We will now pay. (checksum in the archive edb296be, of what came out 6b26e410)
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error fflate@0.8.3 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzip, unzipSync, Unzip, zipSync } from 'fflate';
const archive = zipSync({ 'a.txt': [strToU8('We will not pay.'), { level: 0 }] });
const at = Buffer.from(archive).indexOf('not');
archive.set(strToU8('now'), at);
const text = strFromU8(unzipSync(archive)['a.txt']);
const later = strFromU8((await promisify(unzip)(archive))['a.txt']);
const streamed = await new Promise((resolve, reject) => {
  const stream = new Unzip((file) => {
    file.ondata = (error, data) => (error ? reject(error) : resolve(strFromU8(data)));
    file.start();
  });
  stream.push(archive, true);
});
const stored = Buffer.from(archive).readUInt32LE(14).toString(16);
console.log(`${text} (checksum in the archive ${stored}, of what came out ${crc32(text).toString(16)})`);
assert.deepEqual([text, later, streamed], Array(3).fill('We will now pay.'));
assert.notEqual(stored, crc32(text).toString(16));
JS
