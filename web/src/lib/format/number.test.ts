import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileSize } from './number.ts'

test('sizes of files are short in every language', () => {
  const plain = (text: string) => text.replace(/\s/g, ' ')
  assert.deepEqual(
    [192, 2300, 17_000_000].map((bytes) => plain(fileSize('es-AR', bytes))),
    ['192 B', '2,3 kB', '17 MB'],
  )
})
