import assert from 'node:assert/strict'
import { stripVTControlCharacters } from 'node:util'
import { test } from 'node:test'
import { encode } from 'uqr'
import { drawQr } from './draw-qr.ts'

const text = '2@8kJq,Zm9yIHRoZSB0ZXN0,bm9ib2R5,c2NhbnM='
/** The two modules, upper and lower, that a letter shows; light letters on a dark ground. */
const modules: Record<string, [string, string]> = { ' ': ['#', '#'], '▀': ['.', '#'], '▄': ['#', '.'], '█': ['.', '.'] }

test('a camera sees the code with its white around it, with and without colour', () => {
  const { data } = encode(text, { border: 2 })
  const expected = data.map((row) => row.map((on) => (on ? '#' : '.')).join(''))
  for (const color of [true, false]) {
    const lines = stripVTControlCharacters(drawQr(text, color)).split('\n')
    const seen = lines.flatMap((line) => [0, 1].map((half) => [...line].map((letter) => modules[letter]![half]).join('')))
    assert.deepEqual(seen.slice(0, expected.length), expected)
  }
})
