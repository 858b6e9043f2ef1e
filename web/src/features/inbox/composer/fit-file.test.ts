import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitFile } from './fit-file.ts'

const channel = { media: { image: { bytes: 5_000_000, mimes: ['image/jpeg', 'image/png'] }, document: { bytes: 100_000_000, mimes: [] as string[] } } }

test('a picture the channel takes goes as a picture, a drawing that a browser could run as a document', () => {
  assert.deepEqual(fitFile({ type: 'image/png', size: 1000 }, channel), { ok: true, as: 'image' })
  assert.deepEqual(fitFile({ type: 'image/svg+xml', size: 1000 }, channel), { ok: true, as: 'document' })
  assert.deepEqual(fitFile({ type: '', size: 10 }, channel), { ok: true, as: 'document' })
})

test('a picture that the server makes fit goes as a picture, up to what it keeps as one', () => {
  assert.deepEqual(fitFile({ type: 'image/webp', size: 1000 }, channel), { ok: true, as: 'image' })
  assert.deepEqual(fitFile({ type: 'image/png', size: 9_000_000 }, channel), { ok: true, as: 'image' })
  assert.deepEqual(fitFile({ type: 'image/png', size: 11_000_000 }, channel), { ok: true, as: 'document' })
})

test('what is too large says how large it may be', () => {
  assert.deepEqual(fitFile({ type: 'application/pdf', size: 200_000_000 }, channel), { ok: false, reason: 'too_large', limit: 100_000_000 })
})

test('a channel that takes no files says so', () => {
  assert.deepEqual(fitFile({ type: 'audio/ogg', size: 1 }, { media: { image: { bytes: 1, mimes: [] } } }), { ok: false, reason: 'not_offered' })
})
