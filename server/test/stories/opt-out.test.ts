import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { apiKeyRoutes, contactRoutes, scheduledRoutes, templateRoutes } from '@chasqui/contracts'
import type { Shape } from '../doubles/graph-api/shape-checks.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { createApi } from '../kit/api.ts'
import { openCentre, type Centre, type Customer } from '../kit/centre.ts'
import type { RunningProduct } from '../kit/product.ts'

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
let centre: Centre
before(async () => {
  ;({ the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }, { messageTemplates }))
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
