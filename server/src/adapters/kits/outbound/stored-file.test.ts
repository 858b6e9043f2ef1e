import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FileRef } from '@chasqui/contracts'
import { readStored } from './stored-file.ts'

const file = (more: Partial<FileRef> = {}): FileRef => ({
  fileId: '0190a000-0000-7000-8000-000000000001',
  providerMediaId: null,
  mime: 'image/png',
  size: 3,
  name: null,
  state: 'stored',
  ...more,
})
const reading = (read: () => Promise<{ bytes: Buffer; mime: string; name: string }>) => ({ readFile: read })
const refusing = (error: object) =>
  reading(async () => {
    throw Object.assign(new Error('no'), error)
  })
const here = reading(async () => ({ bytes: Buffer.from('abc'), mime: 'image/png', name: 'stored.png' }))

test('a file is read under the name that the message gives it, else under its own', async () => {
  for (const [ref, name] of [
    [file({ name: 'menu.png' }), 'menu.png'],
    [file(), 'stored.png'],
  ] as const) {
    const stored = await readStored('vendor', ref, 'tenant', here)
    assert.deepEqual(stored, { result: 'read', bytes: new Uint8Array(Buffer.from('abc')), mime: 'image/png', name })
  }
})

test('what is gone fails under the code of the vendor, and what cannot be read now is tried again', async () => {
  const cases = [
    [file({ fileId: null }), here, 'failed', 'vendor.file_missing'],
    [file(), refusing({ kind: 'absent' }), 'failed', 'vendor.file_missing'],
    [file(), refusing({ code: 'ECONNREFUSED' }), 'retry', 'vendor.file_unreadable'],
  ] as const
  for (const [ref, io, result, code] of cases) {
    const stored = await readStored('vendor', ref, 'tenant', io)
    assert.ok(stored.result === 'failed' || stored.result === 'retry')
    assert.deepEqual([stored.result, stored.error.code], [result, code])
  }
})

test('a file that cannot be made into what the channel takes fails under its own code, which the screen explains', async () => {
  const stored = await readStored('vendor', file(), 'tenant', refusing({ kind: 'invalid', code: 'file.voice_not_convertible' }))
  assert.ok(stored.result === 'failed')
  assert.deepEqual([stored.error.code, stored.error.title], ['file.voice_not_convertible', 'no'])
})
