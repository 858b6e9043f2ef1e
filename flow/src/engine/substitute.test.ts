import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesIn, substitute } from './substitute.ts'

const values: Record<string, string> = { name: 'Ana', sly: '{{secret}}', secret: 'x', empty: '' }
const fill = (template: string) => substitute(template, (name) => values[name] ?? '')

const cases: [string, string][] = [
  ['Hola {{name}}', 'Hola Ana'],
  ['Hola {{ name }}!', 'Hola Ana!'],
  ['{{name}} {{name}}', 'Ana Ana'],
  ['¡Hola, {{empty}}!', '¡Hola!'],
  ['¡Hola {{empty}}! ¿Qué tal?', '¡Hola! ¿Qué tal?'],
  ['Hola {{empty}}, ¿qué tal?', 'Hola, ¿qué tal?'],
  ['Hola {{empty}} otra vez', 'Hola otra vez'],
  ['{{empty}}, hola', 'hola'],
  ['Hola {{empty}} {{unknown}}, x', 'Hola, x'],
  ['Uno {{empty}}\ndos', 'Uno\ndos'],
  ['Datos: {{empty}}, {{name}}', 'Datos: Ana'],
  ['Datos: {{name}}, {{empty}}', 'Datos: Ana'],
  ['{{sly}}', '{{secret}}'],
  ['{{not a name}} {{', '{{not a name}} {{'],
]
for (const [template, expected] of cases) test(`«${template}» reads «${expected}»`, () => assert.equal(fill(template), expected))

test('the names in a text', () => assert.deepEqual(namesIn('{{a}} {{ b.c }} {{1}}'), ['a', 'b.c']))

test('a text cannot be blown up by its variables', () => {
  const huge = substitute('{{a}}'.repeat(1000), () => 'x'.repeat(4096))
  assert.ok(huge.length <= 16_000)
})
