#!/usr/bin/env bash
# Expected: the JSON schema that `z.toJSONSchema` makes lets through what the zod schema lets through, or throws, as it does for a date.
# Happens: the flags of a regular expression are dropped, so /^ines okafor$/i becomes a pattern that refuses INES OKAFOR; a field with
#   `catch` is "required" though zod does without it; `trim().min(1)` is just `minLength: 1`, so a blank is good for
#   the one and not for the other; a `refine` leaves no trace.
# With: zod 4.6.7, ajv 8.20.0 as the other side
# Matters: the JSON schema is what a model or an MCP client is held to. It forbids what the program would take and allows what the program
#   then throws away, after the tokens are paid for.
# Seen:
#   INES OKAFOR: zod true, JSON schema false; no language: zod true, JSON schema false
#   a blank: zod false, JSON schema true; a refused name: zod false, JSON schema true
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error zod@4.6.7 ajv@8.20.0 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
const verdicts = (schema, value) => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' });
  return `zod ${schema.safeParse(value).success}, JSON schema ${new Ajv2020().validate(json, value)}`;
};
const seen = [
  ['INES OKAFOR', verdicts(z.string().regex(/^ines okafor$/i), 'INES OKAFOR')],
  ['no language', verdicts(z.object({ language: z.enum(['en', 'fr']).catch('en') }), {})],
  ['a blank', verdicts(z.string().trim().min(1), ' ')],
  ['a refused name', verdicts(z.string().refine((name) => name !== 'nobody'), 'nobody')],
];
console.log(seen.map((line) => line.join(': ')).join('; '));
assert.deepEqual(seen.map(([, verdict]) => verdict), [
  'zod true, JSON schema false',
  'zod true, JSON schema false',
  'zod false, JSON schema true',
  'zod false, JSON schema true',
]);
JS
