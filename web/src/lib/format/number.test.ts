import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileSize } from './number.ts'

test('sizes of files are short in every language', () => {
  const plain = (text: string) => text.replace(/\s/g, ' ')
  assert.deepEqual(
    [192, 2300, 512_000, 16 * 1024 ** 2].map((bytes) => plain(fileSize('es-AR', bytes))),
    ['192 B', '2,2 kB', '500 kB', '16 MB'],
  )
})
