import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { conversationExportRoutes, conversationRoutes, type ExportFormat } from '@chasqui/contracts'
import { text } from '../doubles/graph-api/inbound.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre, type Centre } from '../kit/centre.ts'
import { picture } from '../kit/media.ts'
import { memberWith } from '../kit/own-role.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { upload } from '../kit/upload.ts'

/** A conversation as a file. */
let the: RunningProduct
let centre: Centre
before(async () => {
  ;({ the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }))
  centre = await openCentre(the)
})

const fetchAs = async (person: Person, id: string, format: ExportFormat, language = '') => {
  const path = conversationExportRoutes.export.path.replace(':id', id)
  const answer = await fetch(`${the.url}${path}?format=${format}${language && `&language=${language}`}`, {
    headers: { authorization: `Bearer ${person.api.token}` },
  })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

test('holds all that was said, for people and for programs, and is recorded', async () => {
  const customer = centre.customer()
  const { id } = await centre.says(customer, 'Hola, ¿está?\nSoy yo 👋')
  const params = { id }
  const { body: file } = await upload(centre.boss.api, { bytes: await picture('png'), type: 'image/png', name: 'plano.png' })
  await centre.boss.api.ask(conversationRoutes.send, {
    params,
    body: {
      content: {
        type: 'image',
        caption: 'Aquí está',
        file: { fileId: file.id, state: 'stored', mime: 'image/png', name: null, size: 1, providerMediaId: null },
      },
      takeFloor: true,
    },
  })
  const place = { type: 'location' as const, latitude: -34.6, longitude: -58.38, name: 'Clínica', address: 'Corrientes 1000' }
  await centre.boss.api.ask(conversationRoutes.send, {
    params,
    body: { content: { type: 'template', name: 'turno', language: 'es', components: [], preview: 'Te esperamos', header: place }, takeFloor: true },
  })
  await centre.boss.api.ask(conversationRoutes.note, { params, body: { text: 'Ojo con este' } })
  for (let count = 0; count < 250; count += 50)
    await centre.number.write(
      customer,
      Array.from({ length: 50 }, (_, index) => text(customer, `mensaje ${count + index}`)),
    )
  await the.idle()
  const txt = await fetchAs(centre.boss, id, 'txt')
  const words = txt.bytes.toString('utf8')
  assert.equal(txt.headers.get('content-type'), 'text/plain; charset=utf-8')
  assert.match(txt.headers.get('content-disposition') ?? '', /^attachment; filename="conversation-[\d-]+-\w+\.txt"$/)
  assert.match(words, new RegExp(`^\uFEFFConversación con ${customer.name}\n`))
  assert.ok(words.includes(`${customer.name}: Hola, ¿está?\n    Soy yo 👋\n`))
  assert.ok(words.includes('[Foto · plano.png]\n    Aquí está\n'))
  assert.match(words, /\[[^\]]*Clínica · Corrientes 1000 · -34\.6, -58\.38\]\n    Te esperamos\n/)
  assert.match(words, /\(nota interna\): Ojo con este\n/)
  const said = [...words.matchAll(/: mensaje (\d+)\n/g)].map(([, number]) => Number(number))
  assert.deepEqual(
    said,
    Array.from({ length: 250 }, (_, index) => index),
  )

  const json = await fetchAs(centre.boss, id, 'json')
  const parsed = JSON.parse(json.bytes.toString('utf8')) as { conversation: { id: string }; messages: { seq: number }[] }
  assert.equal(parsed.conversation.id, id)
  assert.deepEqual(
    parsed.messages.map(({ seq }) => seq),
    parsed.messages.map((_, index) => index + 1),
  )
  assert.equal(/\/api\/files\/|[?&]t=/.test(json.bytes.toString('utf8')), false, 'nothing in it opens a file')

  const pdf = await fetchAs(centre.boss, id, 'pdf', 'pt-BR')
  assert.deepEqual([pdf.status, pdf.headers.get('content-type'), pdf.bytes.toString('latin1', 0, 5)], [200, 'application/pdf', '%PDF-'])
  assert.match(pdf.bytes.toString('latin1'), /\/BaseFont \/\w+\+NotoEmoji/, 'a wave is a wave')
  assert.ok((pdf.bytes.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length > 3)
  const { rows } = await the.admin.query(
    `select after ->> 'format' as format, actor_id, subject_name from audit.record where action = 'conversation.exported' and subject_id = $1 order by seq`,
    [id],
  )
  assert.deepEqual(
    rows,
    ['txt', 'json', 'pdf'].map((format) => ({ format, actor_id: centre.boss.userId, subject_name: customer.name })),
  )
})

test('shows each person what they see: nothing beyond their reach, and numbers masked', async () => {
  const customer = { phone: '5491155554444', name: 'Bea' }
  const { id } = await centre.says(customer, 'mi número es +5491155554444')
  await centre.boss.api.ask(conversationRoutes.assign, { params: { id }, body: {} })
  const far = await memberWith(the, centre.boss, { reach: 'own' })
  assert.equal((await fetchAs(far, id, 'txt')).status, 404)
  const masked = await memberWith(the, centre.boss, { hides: ['phone'] })
  for (const format of ['txt', 'json'] as const) {
    const { status, bytes } = await fetchAs(masked, id, format)
    assert.equal(status, 200)
    assert.equal(/55554444/.test(bytes.toString('utf8')), false, format)
  }
})

test('a book is no PDF, but a text', async () => {
  const { id } = await centre.says(centre.customer())
  await the.admin.query('update conversations.conversation set last_seq = 5001 where id = $1', [id])
  const refused = await fetchAs(centre.boss, id, 'pdf')
  assert.deepEqual([refused.status, JSON.parse(refused.bytes.toString('utf8')).code], [422, 'export.too_long'])
  assert.equal((await fetchAs(centre.boss, id, 'txt')).status, 200)
})
