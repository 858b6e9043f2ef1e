import assert from 'node:assert/strict'
import { test } from 'node:test'
import { soughtWords } from './sought-words.ts'

const spellings: [number: string, spelt: string[]][] = [
  ['+5491177000001', ['+54 9 11 7700-0001', '011 15-7700-0001', '(011) 7700 0001', '1177000001', '005491177000001', '7700-0001', '7700']],
  ['+5511987654321', ['(11) 98765-4321', '+55 11 8765-4321', '011 98765.4321', '4321']],
]
for (const [number, spelt] of spellings)
  for (const written of spelt) test(`${written} is looked for within ${number}`, () => assert.ok(number.includes(soughtWords(written))))

for (const words of ['Ana 2000', 'turno 12/03', '', '12', 'ana@ejemplo.com'])
  test(`“${words}” is looked for as it is written`, () => assert.equal(soughtWords(words), words))
