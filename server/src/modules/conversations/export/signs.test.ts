import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runsOf } from './signs.ts'

const set = (text: string) => runsOf(text).map((run) => (run.font ? `<${run.text}>` : run.text))

test('pictures go whole into the face that has them, words into theirs', () => {
  assert.deepEqual(set('Hola 👋🏽 ¿todo bien?'), ['Hola ', '<👋🏽>', ' ¿todo bien?'])
  assert.deepEqual(set('👨‍👩‍👧🇦🇷1️⃣❤️☎'), ['<👨‍👩‍👧>', '<🇦🇷>', '<1️⃣>', '<❤️>', '<☎>'])
  assert.deepEqual(set('Año 2026 · ã ç õ € © 100% #1 *a*'), ['Año 2026 · ã ç õ € © 100% #1 *a*'])
  assert.deepEqual(set(''), [])
})

test('what no face has is a box, and nothing is lost around it', () => {
  assert.deepEqual(set('a 你 b ✔ c'), ['a ', '<◻>', ' b ', '<✔>', ' c'])
  assert.deepEqual(set('हि。٣'), ['<◻>', '<◻>', '<◻>', '<◻>'])
  assert.deepEqual(set('n\u0303 ½ + < | ^ $ €'), ['n\u0303 ½ + < | ^ $ €'])
  assert.deepEqual(set('• uno □'), ['· uno ', '<◻>'])
})
