import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { logLines } from './log-lines.ts'

const frame = (text: string, stream = 1): Buffer => {
  const head = Buffer.from([stream, 0, 0, 0, 0, 0, 0, 0])
  head.writeUInt32BE(Buffer.byteLength(text), 4)
  return Buffer.concat([head, Buffer.from(text)])
}

test('pieces of lines from both streams are put together, whatever their lengths look like', () => {
  const lines = fc.array(
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 300 }).filter((line) => line.trimEnd() === line),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(lines, fc.array(fc.nat(400)), (told, cuts) => {
      const text = told.map((line) => `${line}\n`).join('')
      const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).toSorted((a, b) => a - b), text.length]
      const bytes = Buffer.concat(at.slice(1).map((end, index) => frame(text.slice(at[index], end), 1 + (index % 2))))
      assert.deepEqual(
        logLines(bytes, 100),
        told.filter((line) => line !== ''),
      )
    }),
  )
})

test('without frames, with colours, and what was cut off', () => {
  assert.deepEqual(logLines(Buffer.from('\u001b[32mINFO\u001b[39m started\r\nready'), 10), ['INFO started', 'ready'])
  assert.deepEqual(logLines(Buffer.concat([frame('one\ntwo\n'), frame('three').subarray(0, 10)]), 2), ['two', 'th'])
  assert.deepEqual(logLines(Buffer.alloc(0), 10), [])
})
