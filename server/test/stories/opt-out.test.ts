import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { apiKeyRoutes, channelRoutes, contactRoutes, conversationRoutes, scheduledRoutes, templateRoutes } from '@chasqui/contracts'
import type { Shape } from '../doubles/graph-api/shape-checks.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { createApi } from '../kit/api.ts'
import { openCentre, type Centre, type Customer } from '../kit/centre.ts'
import type { RunningProduct } from '../kit/product.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** Who wished for no promotions gets none, by whatever way. */
const templateOf = (name: string, category: string): Shape => ({
  name,
  language: 'es',
  status: 'APPROVED',
  category,
  components: [{ type: 'BODY', text: 'Hola' }],
})
const messageTemplates = [templateOf('oferta', 'MARKETING'), templateOf('aviso', 'UTILITY')]
let the: RunningProduct
let graph: GraphApi
let centre: Centre
before(async () => {
  ;({ graph, the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }, { messageTemplates }))
  centre = await openCentre(the)
  await centre.boss.api.ask(templateRoutes.sync, { body: { channelId: centre.number.channelId } })
})

const content = (name: string) => ({ type: 'template' as const, name, language: 'es', components: [] })
const optOut = ({ phone }: Customer) => the.admin.query('update contacts.contact set marketing_allowed = false where phone = $1', [`+${phone}`])
const send = (id: string, name: string) => centre.boss.api.send('POST', `/api/conversations/${id}/messages`, { content: content(name) })

test('a person may send them what advertises nothing, and nothing else', async () => {
  const customer = centre.customer()
  const { id, contact } = await centre.says(customer)
  assert.equal((await send(id, 'oferta')).status, 201, 'nobody wished otherwise yet')
  await optOut(customer)
  const refused = await send(id, 'oferta')
  assert.deepEqual([refused.status, refused.body.code], [422, 'contact.opted_out'])
  assert.equal((await send(id, 'aviso')).status, 201)
  assert.equal((await centre.boss.api.ask(contactRoutes.read, { params: { id: contact.id } })).marketingAllowed, false)
})

test('a program neither, nor anybody for later; what was planned before is not said', async () => {
  const customer = centre.customer()
  const { id } = await centre.says(customer)
  const at = new Date((await the.clock.now()).getTime() + 3_600_000).toISOString()
  await centre.boss.api.ask(scheduledRoutes.create, { params: { id }, body: { content: content('oferta'), at } })
  await optOut(customer)
  const later = await centre.boss.api.refused(422, scheduledRoutes.create, { params: { id }, body: { content: content('oferta'), at } })
  assert.equal(later.code, 'contact.opted_out')
  const { secret } = await centre.boss.api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes: ['conversations.reply', 'conversations.read'] } })
  const program = createApi(the.url, null, secret)
  const sent = await program.send('POST', `/api/sessions/${centre.number.channelId}/send`, { to: customer.phone, content: content('oferta') })
  assert.deepEqual([sent.status, sent.body.code], [422, 'contact.opted_out'])
  await the.clock.advance(2 * 3_600_000)
  await the.idle()
  await the.signInAgain(centre.boss)
  const [planned] = (await centre.boss.api.ask(scheduledRoutes.list, { params: { id } })).items
  assert.deepEqual([planned?.state, planned?.problem], ['failed', 'contact.opted_out'])
})

test('what waits to be sent when they say so does not leave any more, and tells why; all else does', async () => {
  const [leaving, staying] = [centre.customer(), centre.customer()]
  const [theirs, others] = [await centre.says(leaving), await centre.says(staying)]
  const channel = { params: { id: centre.number.channelId } }
  await centre.boss.api.ask(channelRoutes.disconnect, channel)
  const waiting = async (id: string, name: string) => {
    const body = { content: content(name), takeFloor: true }
    return (await centre.boss.api.ask(conversationRoutes.send, { params: { id }, body })).id
  }
  const offers = [await waiting(theirs.id, 'oferta'), await waiting(theirs.id, 'oferta')]
  const harmless = [await waiting(theirs.id, 'aviso'), await waiting(others.id, 'oferta')]
  await centre.boss.api.ask(conversationRoutes.send, { params: { id: theirs.id }, body: { content: { type: 'text', text: 'Hasta luego' }, takeFloor: true } })
  await optOut(leaving)
  const before = graph.ledger.received.length
  await centre.boss.api.ask(channelRoutes.connect, channel)
  const now = async () => [...(await threadOf(centre.boss.api, theirs.id)), ...(await threadOf(centre.boss.api, others.id))]
  const failed = await the.until(async () => {
    const found = (await now()).filter(({ id, status }) => offers.includes(id) && status === 'failed')
    return found.length === 2 && found
  }, 'both offers fail')
  assert.deepEqual(
    failed.map(({ error }) => [error?.code, error?.retryable]),
    [
      ['contact.opted_out', false],
      ['contact.opted_out', false],
    ],
  )
  await the.until(
    async () => (await now()).filter(({ id, status }) => harmless.includes(id) && ['sent', 'delivered', 'read'].includes(status)).length === 2,
    'the others leave',
  )
  await the.until(
    () => graph.ledger.received.slice(before).some(({ to, text }) => to === leaving.phone && text === 'Hasta luego'),
    'words that advertise nothing leave',
  )
  await the.idle()
  assert.deepEqual(
    graph.ledger.received
      .slice(before)
      .map(({ clientRef }) => clientRef)
      .filter((id) => id !== null && offers.includes(id)),
    [],
  )
})
