#!/usr/bin/env bash
# Expected: a renamed file is reported as gone and then as come, in that order, as the folder changed.
# Happens: the new name comes first, then the old one goes; with a folder's contents the order is open: the folder is gone, its files have
#   come under the new name, and only then the old ones go. While the two are worked on, the same record is there twice.
# With: chokidar 6.0.0, Node 24.21.0, on Linux
# Matters: a record is known by what it says, not by its path. Taken in under its new name it is "already there" or replaces itself, and the
#   departure of the old name then removes it: a renamed transcript is lost to the library until the next start. Gather events of a
#   moment and let arrivals win.
# Seen:
#   add new.vtt, unlink old.vtt
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error node@24.21.0 chokidar@6.0.0 >/dev/null
mkdir records
node_modules/.bin/node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { watch } from 'chokidar';
writeFileSync('records/old.vtt', 'Ines: We agree.');
const watcher = watch('records', { ignoreInitial: true });
const events = [];
watcher.on('all', (event, path) => events.push(`${event} ${basename(path)}`));
await once(watcher, 'ready');
await wait(300);
renameSync('records/old.vtt', 'records/new.vtt');
for (let tries = 0; events.length < 2 && tries < 100; tries += 1) await wait(100);
await watcher.close();
console.log(events.join(', '));
assert.deepEqual(events, ['add new.vtt', 'unlink old.vtt']);
JS
