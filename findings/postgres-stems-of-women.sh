#!/usr/bin/env bash
# Expected: the stemmer of a language brings one and many of a common noun together, and Arabic's takes off the "and" written onto words.
# Happens: Spanish makes muj of mujer and mujer of mujeres, so "woman" never finds "women"; French makes traval of travaux and travail of
#   travail. Arabic takes the article off الحكومة (the government), but in والحكومة (and the government) it takes nothing off, and
#   of "governments" it keeps a part of the ending: three stems of one word. English woman and women stay apart as well.
# With: PostgreSQL in @electric-sql/pglite 0.5.14; the stemmers are Snowball's, as in most search libraries
# Matters: these are everyday words of UN debate. Who searches by stems alone answers "nobody spoke of women" from a record full of them.
# Seen:
#   spanish mujer muj, mujeres mujer, nación nacion, naciones nacion
#   arabic الحكومة حكوم, والحكومة والحكوم, حكومات حكوما
#   french travail travail, travaux traval
#   english woman woman, women women
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error @electric-sql/pglite@0.5.14 >/dev/null
node --input-type=module <<'JS'
import assert from 'node:assert/strict';
import { PGlite } from '@electric-sql/pglite';
const db = await PGlite.create();
const stems = async (language, words) => {
  const found = [];
  for (const word of words.split(' ')) {
    const { rows } = await db.query('SELECT array_to_string(ts_lexize($1::regdictionary, $2), $3) AS stem', [`${language}_stem`, word, '+']);
    found.push(`${word} ${rows[0].stem}`);
  }
  return `${language} ${found.join(', ')}`;
};
const seen = [
  await stems('spanish', 'mujer mujeres nación naciones'),
  await stems('arabic', 'الحكومة والحكومة حكومات'),
  await stems('french', 'travail travaux'),
  await stems('english', 'woman women'),
];
console.log(seen.join('\n'));
assert.deepEqual(seen, [
  'spanish mujer muj, mujeres mujer, nación nacion, naciones nacion',
  'arabic الحكومة حكوم, والحكومة والحكوم, حكومات حكوما',
  'french travail travail, travaux traval',
  'english woman woman, women women',
]);
await db.close();
JS
