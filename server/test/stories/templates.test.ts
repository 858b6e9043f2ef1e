import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { templateComponents, templatePreview, templateRoutes, type MessageTemplate } from '@chasqui/contracts'
import { accountChange, webhookBody } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import type { Shape } from '../doubles/graph-api/shape-checks.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre } from '../kit/centre.ts'
import { picture } from '../kit/media.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { upload } from '../kit/upload.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** What may be sent when the service window is closed. */
const hour = 3_600_000
const messageTemplates: Shape[] = [
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
  {
    name: 'cupon',
    language: 'es_AR',
    status: 'APPROVED',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'LOCATION' },
      { type: 'BODY', text: 'Te esperamos' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'COPY_CODE', example: 'X1' },
          { type: 'FLOW', text: 'Contar', flow_id: 77 },
        ],
      },
    ],
  },
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
  components: templateComponents(template, values, 'token'),
  preview: templatePreview(template, values)
    .map(({ text }) => text)
    .join(''),
})
const send = ({ api }: Person, id: string, content: object) => api.send<{ code: string }>('POST', `/api/conversations/${id}/messages`, { content })

test('templates are read page by page; what is not approved, or a person cannot fill in, is not offered and says why', async () => {
  const { boss, number } = await openCentre(the)
  const query = { channelId: number.channelId }
  assert.deepEqual((await boss.api.ask(templateRoutes.list, { query })).items, [])
  const sync = await boss.api.ask(templateRoutes.sync, { body: query })
  assert.deepEqual([sync.count, sync.error, sync.syncedAt !== null], [6, null, true])
  const { items } = await boss.api.ask(templateRoutes.list, { query })
  assert.deepEqual(
    items.map(({ name, language, status, usable, obstacle }) => [name, language, status, usable, obstacle]),
    [
      ['cupon', 'es_AR', 'approved', true, null],
      ['folleto', 'es_AR', 'approved', true, null],
      ['hola', 'es_AR', 'approved', true, null],
      ['raro', 'es_AR', 'approved', false, 'carousel'],
      ['turno', 'en', 'rejected', false, null],
      ['turno', 'es_AR', 'approved', true, null],
    ],
  )
  const usable = await boss.api.ask(templateRoutes.list, { query: { ...query, usable: 'true', limit: 1 } })
  assert.deepEqual([usable.items.map(({ name }) => name), usable.nextCursor !== null], [['cupon'], true])
  assert.deepEqual(
    (await boss.api.ask(templateRoutes.list, { query: { ...query, search: 'ESPERAMOS a' } })).items.map(({ name }) => name),
    ['turno'],
  )

  // Within a minute the provider is not asked again; later it is, and what is gone there is gone here.
  const kept = messageTemplates.splice(5, 1)
  assert.equal((await boss.api.ask(templateRoutes.sync, { body: query })).count, 6)
  await the.clock.advance(2 * 60_000)
  assert.equal((await boss.api.ask(templateRoutes.sync, { body: query })).count, 5)
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

test('a template goes out with its picture, its place, its coupon and its form; without them it is refused', async () => {
  const centre = await openCentre(the)
  const { boss, number } = centre
  const { id } = await centre.says(centre.customer())
  await boss.api.ask(templateRoutes.sync, { body: { channelId: number.channelId } })
  const { items } = await boss.api.ask(templateRoutes.list, { query: { channelId: number.channelId } })
  const [folleto, cupon] = ['folleto', 'cupon'].map((name) => items.find((one) => one.name === name)!)
  const { body: stored } = await upload(boss.api, { bytes: await picture('png'), type: 'image/png', name: 'folleto.png' })
  const file = { fileId: stored.id, state: 'stored', mime: 'image/png', name: 'folleto.png', size: stored.size }
  const place = { type: 'location', latitude: -34.6, longitude: -58.38, name: 'Clínica', address: 'Corrientes 1000' }
  const plain = contentOf(folleto!, {})
  const refused = async (content: object) => (await send(boss, id, content)).body.code
  assert.equal(await refused(plain), 'template.header_missing')
  assert.equal(await refused({ ...plain, components: [{ type: { toString: 0 }, parameters: [null, 5] }] }), 'template.header_missing')
  assert.equal(await refused({ ...plain, header: place }), 'template.header_other')
  assert.equal(await refused({ ...plain, header: { type: 'image', file: { ...file, fileId: boss.tenantId } } }), 'file.unknown')
  assert.equal(await refused({ ...plain, header: { type: 'image', file }, components: [{ type: 'header', parameters: [] }] }), 'template.header_twice')
  assert.equal(await refused({ ...contentOf(cupon!, {}), header: place }), 'template.variables_missing')
  assert.equal(await refused({ ...contentOf(cupon!, { 'coupon.0': 'DEMASIADO-LARGO-1' }), header: place }), 'template.coupon_too_long')
  assert.equal(await refused({ ...contentOf(cupon!, { 'coupon.0': 'A1' }), header: { ...place, name: ' ' } }), 'invalid')
  graph.ledger.clear()
  assert.equal((await send(boss, id, { ...plain, header: { type: 'image', file } })).status, 201)
  assert.equal((await send(boss, id, { ...contentOf(cupon!, { 'coupon.0': 'A1' }), header: place })).status, 201)
  await the.idle()
  const [withPicture, withCoupon] = graph.ledger.received.map(({ body }) => body!['template'] as { components: object[] })
  const [header] = withPicture!.components as { parameters: { image: { id: string } }[] }[]
  assert.equal(graph.media.find(header!.parameters[0]!.image.id)?.mime, 'image/png')
  assert.deepEqual(
    (withCoupon!.components as { type: string; sub_type?: string; index?: string }[]).map(({ type, sub_type, index }) => [type, sub_type, index]),
    [
      ['header', undefined, undefined],
      ['button', 'copy_code', '0'],
      ['button', 'flow', '1'],
    ],
  )
  const thread = (await threadOf(boss.api, id)).filter(({ direction }) => direction === 'out')
  const shown = thread.map(({ content }) => content.type === 'template' && content.header)
  assert.ok(shown[0] && 'file' in shown[0] && shown[0].file.url, 'people see the picture')
  assert.deepEqual(shown[1], place)
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
  assert.equal((await boss.api.ask(templateRoutes.list, { query: body })).items.length, 6)
  assert.deepEqual((await boss.api.ask(templateRoutes.syncs)).items.find(({ channelId }) => channelId === number.channelId)?.error, again.error)
})

test('what the provider tells of a template counts at once, in whatever order and however often it comes', async () => {
  const { boss, number } = await openCentre(the)
  const query = { channelId: number.channelId }
  await boss.api.ask(templateRoutes.sync, { body: query })
  const second = Math.floor((await the.clock.now()).getTime() / 1000)
  const tell = async (field: string, value: object, at: number, language = 'es_AR') => {
    const named = { message_template_id: 1234567890123456, message_template_name: 'turno', message_template_language: language, ...value }
    assert.equal(await number.post(webhookBody([accountChange(field, named)], number.waba, second + at)), 200)
    await the.idle()
  }
  const found = async (language = 'es_AR') => {
    const { items } = await boss.api.ask(templateRoutes.list, { query: { ...query, search: 'turno' } })
    const { status, statusReason, statusAdvice, quality, category, usable } = items.find((one) => one.name === 'turno' && one.language === language)!
    return [status, statusReason, statusAdvice, quality, category, usable]
  }
  const status = 'message_template_status_update'
  const rejection = { reason: 'INVALID_FORMAT', rejection_info: { reason: 'Braces', recommendation: 'Write {{1}}' } }
  await tell(status, { event: 'REJECTED', ...rejection }, 20)
  assert.deepEqual(await found(), ['rejected', 'INVALID_FORMAT', 'Write {{1}}', null, 'utility', false])
  await tell(status, { event: 'APPROVED', reason: 'NONE' }, 10)
  assert.deepEqual((await found())[0], 'rejected', 'an older word does not undo a newer one')
  await tell(status, { event: 'APPROVED', reason: 'NONE' }, 30)
  await tell(status, { event: 'APPROVED', reason: 'NONE' }, 30)
  assert.deepEqual(await found(), ['approved', null, null, null, 'utility', true])
  await tell('message_template_quality_update', { previous_quality_score: 'GREEN', new_quality_score: 'RED' }, 25)
  await tell('template_category_update', { new_category: 'MARKETING' }, 26)
  assert.deepEqual(await found(), ['approved', null, null, 'red', 'marketing', true])
  await tell(status, { event: 'PAUSED', reason: null, other_info: { title: 'FIRST_PAUSE', description: 'Three hours' } }, 40)
  assert.deepEqual(await found(), ['paused', 'FIRST_PAUSE', 'Three hours', 'red', 'marketing', false])
  assert.deepEqual((await found('en')).slice(0, 1), ['rejected'], 'of one language alone')
  await tell(status, { event: 'DISABLED', reason: 'NONE' }, 50)
  await tell(status, { event: 'REINSTATED', reason: 'NONE' }, 60)
  assert.deepEqual((await found())[0], 'approved')
  for (const value of [{ event: 7 }, { event: 'APPROVED', message_template_name: null }, { event: 'APPROVED', message_template_language: '' }, {}])
    await tell(status, value, 70)
  assert.deepEqual((await found())[0], 'approved')
  await tell(status, { event: 'PAUSED' }, 80)
  // The list that was read before that says otherwise; the news stay until a newer one is read.
  await the.clock.advance(62_000)
  await boss.api.ask(templateRoutes.sync, { body: query })
  assert.deepEqual((await found()).slice(0, 1), ['paused'])
  await the.clock.advance(62_000)
  await boss.api.ask(templateRoutes.sync, { body: query })
  assert.deepEqual((await found()).slice(0, 1), ['approved'])
})

test('when its words change, or a new one is approved, the templates are read again by themselves, once for many news', async () => {
  const { boss, number } = await openCentre(the)
  const query = { channelId: number.channelId }
  const second = Math.floor((await the.clock.now()).getTime() / 1000)
  const tell = async (field: string, name: string) => {
    const value = { event: 'APPROVED', message_template_name: name, message_template_language: 'es_AR' }
    assert.equal(await number.post(webhookBody([accountChange(field, value)], number.waba, second)), 200)
  }
  const names = async () => (await boss.api.ask(templateRoutes.list, { query: { ...query, search: 'recién' } })).items.map(({ name }) => name)
  await tell('message_template_status_update', 'nuevo')
  await the.idle()
  assert.deepEqual((await boss.api.ask(templateRoutes.syncs)).items, [], 'nobody ever looked at them')
  await boss.api.ask(templateRoutes.sync, { body: query })
  messageTemplates.push({ name: 'nuevo', language: 'es_AR', status: 'APPROVED', category: 'UTILITY', components: [{ type: 'BODY', text: 'Recién hecho' }] })
  await tell('message_template_status_update', 'nuevo')
  await tell('message_template_components_update', 'hola')
  await the.idle()
  const waiting = await the.admin.query(`select 1 from platform.job where tenant_id = $1 and queue = 'templates'`, [boss.tenantId])
  assert.deepEqual([await names(), waiting.rowCount], [[], 1], 'not within a minute after the last time')
  await the.clock.advance(62_000)
  await the.idle()
  assert.deepEqual(await names(), ['nuevo'])
  messageTemplates.pop()
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
