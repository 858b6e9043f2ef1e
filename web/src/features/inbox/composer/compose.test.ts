import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose, type ReadyFile } from './compose.ts'

const file = (as: ReadyFile['as']): ReadyFile => ({
  as,
  stored: { id: as, name: `${as}.bin`, mime: 'x/y', size: 1, url: '', createdAt: '', state: 'stored' as const, look: {} },
})
const shape = (text: string, files: ReadyFile[], caption = 1024) =>
  compose(text, files, { caption }).map((content) =>
    'caption' in content ? `${content.type}:${content.caption ?? ''}` : content.type === 'text' ? `text:${content.text}` : content.type,
  )

test('words alone are a text, trimmed; nothing is nothing', () => {
  assert.deepEqual(shape(' hola \n', []), ['text:hola'])
  assert.deepEqual(shape('  ', []), [])
})

test('words go with the first file that can carry them', () => {
  assert.deepEqual(shape('mira', [file('audio'), file('image'), file('document')]), ['audio', 'image:mira', 'document'])
})

test('words that no file can carry come after the files', () => {
  assert.deepEqual(shape('mira', [file('audio')]), ['audio', 'text:mira'])
  assert.deepEqual(shape('demasiado', [file('image')], 3), ['image', 'text:demasiado'])
})
