import assert from 'node:assert/strict'
import { test } from 'node:test'
import { photoKind } from './photo.ts'

const bytes = (hex: string) => Buffer.from(hex, 'hex')

test('a picture is known by its first bytes, and nothing else is one', () => {
  const cases: [string, string | null][] = [
    ['ffd8ffe000104a464946', 'image/jpeg'],
    ['89504e470d0a1a0a0000', 'image/png'],
    ['524946462400000057454250', 'image/webp'],
    ['474946383961', null],
    ['524946462400000057415645', null],
    ['89504e47', null],
    ['', null],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>').toString('hex'), null],
  ]
  for (const [hex, kind] of cases) assert.equal(photoKind(bytes(hex)), kind, hex)
})
