import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findImports } from './imports.ts'
import { readTokens } from './tokens.ts'

const specifiers = (code: string): string[] => findImports(readTokens(code)).map(({ specifier }) => specifier)

const cases: [string, string[]][] = [
  [`import a, { type b as c } from "x"`, ['x']],
  [`import type * as all from 'x'\nimport 'y'`, ['x', 'y']],
  [`export { a } from './a.ts'\nexport * as b from './b.ts'\nexport const c = 'not this'`, ['./a.ts', './b.ts']],
  [`const { run } = await import('./late.ts')`, ['./late.ts']],
  [`type T = import('./types.ts').T\nconst p = require('pg')`, ['./types.ts', 'pg']],
  [`new Worker(new URL('./work.ts', import.meta.url)); new URL('https://example.org/a.ts')`, ['./work.ts']],
  [`// import 'comment'\n/* import 'block' */\nconst text = "import 'text'"`, []],
  ['const template = `import "inside" ${await import("./really.ts")} ${`${1}`} import "after"`', ['./really.ts']],
  [`const pattern = /['"\`\\/]/\nimport 'after-regex'`, ['after-regex']],
  [`const half = (1 + 2) / 3 / x['y']\nimport 'after-division'`, ['after-division']],
  [`const view = <p>don't <b>import</b> from 'here' <br /></p>\nexport * from './b.ts'`, ['./b.ts']],
  [`const { a } = { import: 'key', from: 'key' }; thing.import('x')`, []],
]

for (const [code, expected] of cases) test(`imports of ${code}`, () => assert.deepEqual(specifiers(code), expected))

test('every token knows its line', () => {
  const tokens = readTokens('one\n`two\n${three}\n`\n/* four\n five */ six')
  assert.deepEqual(
    tokens.map(({ value, line }) => [value, line]),
    [
      ['one', 1],
      ['two\n${}\n', 2],
      ['three', 3],
      ['six', 6],
    ],
  )
})
