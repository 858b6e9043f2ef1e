import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peaksOf } from './waveform.ts'

test('the loudest stretch fills its bar and silence leaves none', () => {
  const sound = new Float32Array(400).fill(0).map((_, at) => (at < 100 ? 0 : at < 200 ? 0.25 : at < 300 ? 0.5 : 0))
  assert.deepEqual(peaksOf(sound, 4), [0, 0.5, 1, 0])
})

test('pure silence is drawn as silence', () => assert.deepEqual(peaksOf(new Float32Array(8), 2), [0, 0]))
