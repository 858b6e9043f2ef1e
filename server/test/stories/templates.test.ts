import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { templateComponents, templatePreview, templateRoutes, type MessageTemplate } from '@chasqui/contracts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre } from '../kit/centre.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** What may be sent when the service window is closed. */
const hour = 3_600_000
const messageTemplates = [
  {
    name: 'turno',
    language: 'es_AR',
    status: 'APPROVED',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Turno' },
      { type: 'BODY', text: 'Hola {{nombre}}, te esperamos a las {{hora}}' },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Sí' }] },
    ],
  },
  { name: 'turno', language: 'en', status: 'REJECTED', category: 'UTILITY', components: [{ type: 'BODY', text: 'Hello' }] },
  {
    name: 'folleto',
    language: 'es_AR',
    status: 'APPROVED',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Mirá' },
    ],
  },
  { name: 'raro', language: 'es_AR', status: 'APPROVED', components: [{ type: 'CAROUSEL', cards: [] }] },
  { name: 'hola', language: 'es_AR', status: 'APPROVED', category: 'UTILITY', components: [{ type: 'BODY', text: '¿Seguimos?' }] },
]
let graph: GraphApi
let the: RunningProduct
before(async () => {
  ;({ graph, the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }, { messageTemplates }))
})

const contentOf = (template: MessageTemplate, values: Record<string, string>) => ({
  type: 'template',
  name: template.name,
  language: template.language,
  components: templateComponents(template, values),
  preview: templatePreview(template, values)
    .map(({ text }) => text)
    .join(''),
})
const send = ({ api }: Person, id: string, content: object) => api.send<{ code: string }>('POST', `/api/conversations/${id}/messages`, { content })

test('templates are read page by page; what is not approved, or needs more than texts, is not offered', async () => {
  const { boss, number } = await openCentre(the)
  const query = { channelId: number.channelId }
  assert.deepEqual((await boss.api.ask(templateRoutes.list, { query })).items, [])
  const sync = await boss.api.ask(templateRoutes.sync, { body: query })
  assert.deepEqual([sync.count, sync.error, sync.syncedAt !== null], [4, null, true])
  const { items } = await boss.api.ask(templateRoutes.list, { query })
  assert.deepEqual(
    items.map(({ name, language, status, usable }) => [name, language, status, usable]),
    [
      ['folleto', 'es_AR', 'approved', false],
      ['hola', 'es_AR', 'approved', true],
      ['turno', 'en', 'rejected', false],
      ['turno', 'es_AR', 'approved', true],
    ],
  )
  const usable = await boss.api.ask(templateRoutes.list, { query: { ...query, usable: 'true', limit: 1 } })
  assert.deepEqual([usable.items.map(({ name }) => name), usable.nextCursor !== null], [['hola'], true])
  assert.deepEqual(
    (await boss.api.ask(templateRoutes.list, { query: { ...query, search: 'ESPERAMOS' } })).items.map(({ name }) => name),
    ['turno'],
  )

  // Within a minute the provider is not asked again; later it is, and what is gone there is gone here.
  const kept = messageTemplates.splice(4, 1)
  assert.equal((await boss.api.ask(templateRoutes.sync, { body: query })).count, 4)
  await the.clock.advance(2 * 60_000)
  assert.equal((await boss.api.ask(templateRoutes.sync, { body: query })).count, 3)
  assert.equal((await boss.api.ask(templateRoutes.list, { query: { ...query, search: 'seguimos' } })).items.length, 0)
  messageTemplates.push(...kept)
})

test('with the window closed free text is refused, and a template with its values goes out as it was shown', async () => {
  const centre = await openCentre(the)
  const { boss, number } = centre
  const { id } = await centre.says(centre.customer())
  await the.clock.advance(25 * hour)
  await the.signInAgain(boss)
  assert.deepEqual((await send(boss, id, { type: 'text', text: 'Hola' })).body.code, 'window.closed')
  const free = { type: 'template', name: 'nada', language: 'es', components: [] }
  assert.equal((await send(boss, id, free)).status, 201, 'nothing is known yet: the provider judges')
  await boss.api.ask(templateRoutes.sync, { body: { channelId: number.channelId } })
  const { items } = await boss.api.ask(templateRoutes.list, { query: { channelId: number.channelId } })
  const named = (name: string, language: string) => items.find((one) => one.name === name && one.language === language)!
  const turno = named('turno', 'es_AR')
  assert.deepEqual([(await send(boss, id, free)).status, (await send(boss, id, free)).body.code], [422, 'template.unknown'])
  assert.equal((await send(boss, id, contentOf(named('turno', 'en'), {}))).body.code, 'template.not_approved')
  assert.equal((await send(boss, id, contentOf(turno, { 'body.nombre': 'Ana' }))).body.code, 'template.variables_missing')
  assert.equal((await send(boss, id, contentOf(turno, { 'body.nombre': 'Ana', 'body.hora': '15:00' }))).status, 201)
  await the.idle()
  const said = (await threadOf(boss.api, id)).findLast(({ direction }) => direction === 'out')!
  assert.deepEqual([said.content.type === 'template' && said.content.preview, said.error], ['Turno\nHola Ana, te esperamos a las 15:00', null])
  assert.notEqual(said.status, 'failed')
})

test('what the provider refuses is told, and what was read before stays', async () => {
  const { boss, number } = await openCentre(the)
  const body = { channelId: number.channelId }
  await boss.api.ask(templateRoutes.sync, { body })
  graph.faults.failures.push({ times: 1, edge: 'number', code: 190 })
  await the.clock.advance(2 * 60_000)
  await the.signInAgain(boss)
  const again = await boss.api.ask(templateRoutes.sync, { body })
  assert.ok(again.error?.code, JSON.stringify(again))
  assert.equal((await boss.api.ask(templateRoutes.list, { query: body })).items.length, 4)
  assert.deepEqual((await boss.api.ask(templateRoutes.syncs)).items.find(({ channelId }) => channelId === number.channelId)?.error, again.error)
})

test('the simulated network has some too; a channel without templates says so', async () => {
  const { api } = await the.signIn(the.owner.email)
  const channel = (await api.send<{ items: { id: string; kind: string }[] }>('GET', '/api/channels')).body.items.find(({ kind }) => kind === 'simulator')!
  assert.ok((await api.ask(templateRoutes.sync, { body: { channelId: channel.id } })).count >= 4)
  const offered = (await api.ask(templateRoutes.list, { query: { channelId: channel.id, usable: 'true' } })).items
  assert.deepEqual(new Set(offered.map(({ language }) => language)), new Set(['es', 'pt_BR', 'en']))
  await api.send('PUT', `/api/simulator/${channel.id}/profile`, { profile: 'qr' })
  assert.equal((await api.send('POST', '/api/templates/sync', { channelId: channel.id })).body.code, 'template.not_offered')
})
