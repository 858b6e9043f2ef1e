import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose, type ReadyFile } from './compose.ts'

const file = (as: ReadyFile['as'], part: Partial<ReadyFile> = {}): ReadyFile => ({
  key: `key ${as}`,
  as,
  caption: '',
  name: `${as}.bin`,
  mime: 'x/y',
  size: 1,
  stored: { id: as, name: `${as}.bin`, mime: 'x/y', size: 1 },
  ...part,
})
const shape = (text: string, files: ReadyFile[], caption = 1024) =>
  compose(text, files, { caption }).map(({ content }) =>
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

test('a file keeps its own words, and the field goes to the next', () => {
  assert.deepEqual(shape('mira', [file('image', { caption: ' uno ' }), file('video')]), ['image:uno', 'video:mira'])
  assert.deepEqual(shape('mira', [file('image', { caption: 'uno' })]), ['image:uno', 'text:mira'])
})

test('what has not gone up yet says where its bytes are kept', () => {
  const [one] = compose('', [file('image', { stored: null })], { caption: 10 })
  assert.equal(one?.upload, 'key image')
  assert.ok(one.content.type === 'image')
  assert.deepEqual([one.content.file.fileId, one.content.file.state, one.content.file.name], [null, 'pending', 'image.bin'])
  assert.equal(compose('', [file('image')], { caption: 10 })[0]?.upload, null)
})
