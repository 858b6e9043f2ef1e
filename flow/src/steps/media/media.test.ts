import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChannelAbilities } from '@chasqui/contracts/channel'
import { problemsIn } from '../../index.ts'
import { context, flow, rich, talk, textOnly } from '../../../test/world.ts'

const full: ChannelAbilities = { ...rich, media: { image: { bytes: 5_000_000, mimes: ['image/jpeg'] } }, extras: ['location', 'contacts'] }
const file = { fileId: '019a0000-0000-7000-8000-000000000001', name: 'frente.jpg', mime: 'image/jpeg', size: 1000 }
const place = { latitude: -32.95, longitude: -60.64, name: 'Clínica Demo', address: 'Córdoba 1500' }
const send = (more: object, abilities = full) => talk(flow({ send: { type: 'media', next: null, ...more } as never }), [], context({ abilities })).effects[0]

test('a picture goes out with its caption', () => {
  assert.deepEqual(send({ kind: 'image', file, caption: 'Hola {{message.text}}' }), {
    type: 'say',
    content: {
      type: 'image',
      file: { fileId: file.fileId, state: 'stored', name: 'frente.jpg', mime: 'image/jpeg', size: null, providerMediaId: null },
      caption: 'Hola hola',
    },
  })
})

test('where the channel takes none, the words of it are said', () => {
  const said = (more: object) => {
    const effect = send(more, textOnly)
    return effect?.type === 'say' && effect.content.type === 'text' ? effect.content.text : null
  }
  assert.equal(said({ kind: 'image', file, caption: 'El frente' }), 'El frente')
  assert.equal(said({ kind: 'location', place }), 'Clínica Demo\nCórdoba 1500\n-32.95, -60.64')
  assert.equal(said({ kind: 'contact', card: { name: 'Ana', phone: '+54 9 341 555 0100' } }), 'Ana: +54 9 341 555 0100')
})

test('where nothing can stand below a file, its words follow it', () => {
  const { effects } = talk(
    flow({ send: { type: 'media', next: null, kind: 'image', file, caption: 'El frente' } as never }),
    [],
    context({ abilities: { ...full, caption: 0 } }),
  )
  assert.deepEqual(
    effects.flatMap((effect) => (effect.type === 'say' ? [effect.content.type === 'text' ? effect.content.text : effect.content.type] : [])),
    ['image', 'El frente'],
  )
})

test('places and contacts travel as such where they can', () => {
  assert.deepEqual(send({ kind: 'location', place }), { type: 'say', content: { type: 'location', ...place } })
  const card = send({ kind: 'contact', card: { name: 'Ana', phone: '+54 9 341 555 0100' } })
  assert.ok(card?.type === 'say' && card.content.type === 'contacts')
})

test('a step with nothing to send is told', () => {
  for (const [kind, field] of [
    ['image', 'file'],
    ['location', 'place'],
    ['contact', 'card'],
  ] as const)
    assert.ok(
      problemsIn(flow({ send: { type: 'media', kind, next: null } })).some((problem) => problem.code === 'flow.media_missing' && problem.field === field),
    )
})
