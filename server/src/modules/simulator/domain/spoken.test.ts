import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PhoneAct, type FileRef } from '@chasqui/contracts'
import { press } from './pressed.ts'
import { contentOf, missingField, reworded, withFilesPending } from './spoken.ts'

const act = (fields: Record<string, unknown>): PhoneAct => PhoneAct.parse({ from: { phone: '54911' }, ...fields })
const file: FileRef = { fileId: '0198c0de-0000-7000-8000-000000000000', state: 'stored', mime: 'image/jpeg', name: 'a.jpg', size: 3, providerMediaId: null }
const nothing = { file: null, pressed: null }

const incomplete: [fields: Record<string, unknown>, missing: string | null][] = [
  [{ text: 'hola' }, null],
  [{}, 'text'],
  [{ text: { body: '' } }, 'text'],
  [{ type: 'video' }, 'fileId'],
  [{ type: 'location' }, 'location'],
  [{ type: 'contacts', contacts: [] }, 'contacts'],
  [{ type: 'choice', choice: { id: '' } }, 'choice'],
  [{ type: 'edit', messageId: 'm' }, 'text'],
  [{ type: 'delete' }, 'messageId'],
  [{ type: 'read' }, null],
  [{ type: 'unsupported' }, null],
]
for (const [fields, missing] of incomplete)
  test(`${JSON.stringify(fields)} lacks ${missing ?? 'nothing'}`, () => assert.equal(missingField(act(fields)), missing))

test('a caption goes with pictures, not with stickers or voice notes', () => {
  const content = (type: string) => contentOf(act({ type, fileId: file.fileId, caption: 'mirá', voice: true }), { file, pressed: null })
  assert.deepEqual(content('image'), { type: 'image', file, caption: 'mirá' })
  assert.deepEqual(content('sticker'), { type: 'sticker', file })
  assert.deepEqual(content('audio'), { type: 'audio', file, voice: true })
})

test('changing a picture changes its caption, changing a text its words', () => {
  assert.deepEqual(reworded({ type: 'image', file, caption: 'a' }, 'b'), { type: 'image', file, caption: 'b' })
  assert.deepEqual(reworded(contentOf(act({ text: 'a' }), nothing), 'b'), { type: 'text', text: 'b' })
})

test('on its way a file is only a media id', () => {
  const sent = withFilesPending({ type: 'image', file })
  assert.ok(sent.type === 'image')
  assert.deepEqual([sent.file.fileId, sent.file.state, sent.file.providerMediaId], [null, 'pending', file.fileId])
})

test("a template's quick reply is pressed as one, and the newest offer wins", () => {
  const template = {
    id: 't',
    content: {
      type: 'template',
      name: 'turno',
      language: 'es',
      components: [{ type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'yes' }] }, { type: 'body' }],
    },
  } as const
  const buttons = { id: 'b', content: { type: 'buttons', body: '?', buttons: [{ id: 'yes', title: 'Sí' }] } } as const
  const offers = [template, buttons].map(({ id, content }) => ({ id, content: structuredClone(content) as never }))
  assert.deepEqual(press({ id: 'yes', title: 'Confirmo' }, offers, null), {
    pressed: { type: 'choice', id: 'yes', title: 'Confirmo', via: 'template' },
    messageId: 't',
  })
  assert.deepEqual(press({ id: 'yes' }, offers.toReversed(), null), { pressed: { type: 'choice', id: 'yes', title: 'Sí', via: 'button' }, messageId: 'b' })
})
