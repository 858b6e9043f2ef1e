import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleNote } from './sample-note.ts'

const read = async () => {
  const file = sampleNote('Mensaje de voz')
  return { file, view: new DataView(await file.arrayBuffer()) }
}
const word = (view: DataView, at: number) => String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)))

test('the sample is a WAV file whose header tells its true size and length', async () => {
  const { file, view } = await read()
  assert.deepEqual([file.name, file.type, word(view, 0), word(view, 8), word(view, 36)], ['Mensaje de voz.wav', 'audio/wav', 'RIFF', 'WAVE', 'data'])
  assert.equal(view.getUint32(4, true), file.size - 8)
  assert.equal(view.getUint32(40, true), file.size - 44)
  const seconds = view.getUint32(40, true) / view.getUint32(28, true)
  assert.ok(seconds > 1 && seconds < 2, `${seconds} s`)
})

test('it can be heard and never clips', async () => {
  const { view } = await read()
  const loudest = Math.max(...Array.from({ length: (view.byteLength - 44) / 2 }, (_, index) => Math.abs(view.getInt16(44 + index * 2, true))))
  assert.ok(loudest > 8000 && loudest < 32_767, String(loudest))
})
