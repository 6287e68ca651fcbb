#!/usr/bin/env bash
# Expected: a meeting at 10:00 with TZID=Europe/Paris is at 10:00 in Paris, or the reader says that it does not know the zone.
# Happens: where the calendar brings no VTIMEZONE of its own, as short invitations do not, the time is "floating": `toJSDate` makes it 10:00
#   of the machine, without an error. node-ical, which knows the names of zones, gives 08:00 UTC for the same lines.
# With: ical.js 2.2.1, node-ical 0.26.1, TZ=UTC and TZ=Asia/Tokyo
# Matters: a recording is matched to its meeting by time. Two hours off it is the next meeting's, with other speakers. Look whether
#   `zone.tzid` is "floating" though the line names a zone.
# Seen:
#   UTC: ical.js 2024-05-01T10:00:00.000Z (floating, Europe/Paris), node-ical 2024-05-01T08:00:00.000Z
#   Asia/Tokyo: ical.js 2024-05-01T01:00:00.000Z (floating, Europe/Paris), node-ical 2024-05-01T08:00:00.000Z
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error ical.js@2.2.1 node-ical@0.26.1 >/dev/null
cat > seen.mjs <<'JS'
import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
const zone = process.env.TZ;
const calendar = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//invented//EN', 'BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20240401T000000Z',
  'DTSTART;TZID=Europe/Paris:20240501T100000', 'SUMMARY:Harbour talks', 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n');
const { startDate } = new ICAL.Event(new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent'));
const read = `${startDate.toJSDate().toISOString()} (${startDate.zone.tzid}, ${startDate.timezone})`;
const other = nodeIcal.sync.parseICS(calendar)['1'].start.toISOString();
console.log(`${zone}: ical.js ${read}, node-ical ${other}`);
assert.equal(read, `2024-05-01T${zone === 'UTC' ? '10' : '01'}:00:00.000Z (floating, Europe/Paris)`);
assert.equal(other, '2024-05-01T08:00:00.000Z');
JS
TZ=UTC node seen.mjs
TZ=Asia/Tokyo node seen.mjs
