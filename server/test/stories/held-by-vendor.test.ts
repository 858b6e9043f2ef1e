import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import {
  auditRoutes,
  channelRoutes,
  conversationRoutes as routes,
  templateRoutes,
  type HoldCause,
  type Message,
  type OutboundContent,
} from '@chasqui/contracts'
import { noFaults } from '../doubles/graph-api/faults.ts'
import { accountChange, text as said, webhookBody } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

/** What Meta says of an account holds back what it forbids, and nothing else, until it says otherwise. */
let graph: GraphApi
let the: RunningProduct
let owner: Person
let number: Number
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  owner = the.owner
})

let people = 0
/** Each test has a number of its own, with one talk whose window is open and one where it has closed. */
let open: { phone: string; id: string }
let closed: { phone: string; id: string }
const say = async (phone: string, words: string, hoursAgo = 0) => {
  const at = (await the.clock.now()).getTime() - hoursAgo * 3_600_000
  const customer = { phone, name: `Cliente ${phone}` }
  await number.write(customer, [said(customer, words, { at: new Date(at) })])
}
const talk = async (hoursAgo = 0): Promise<{ phone: string; id: string }> => {
  const phone = `549117777${String((people += 1)).padStart(4, '0')}`
  await say(phone, 'hola', hoursAgo)
  const { id } = await the.until(
    async () => (await conversationsOf(owner.api, number.channelId)).find(({ contact }) => contact.phone === `+${phone}`),
    'the talk',
  )
  return { phone, id }
}
beforeEach(async () => {
  Object.assign(graph.faults, noFaults())
  number = await connectNumber(the.url, owner.api, { flow: false })
  closed = await talk(25)
  open = await talk()
})

const news = (field: string, value: object) => number.post(webhookBody([accountChange(field, value)], number.waba))
const standing = () => owner.api.ask(channelRoutes.standing, { params: { id: number.channelId } })
const holding = (...causes: HoldCause[]) =>
  the.until(async () => JSON.stringify((await standing()).holds.map(({ cause }) => cause).toSorted()) === JSON.stringify(causes.toSorted()), `holds: ${causes}`)
const send = ({ id }: { id: string }, content: OutboundContent): Promise<Message> =>
  owner.api.ask(routes.send, { params: { id }, body: { content, takeFloor: true } })
const text = (words: string): OutboundContent => ({ type: 'text', text: words })
const template = (name: string): OutboundContent => ({ type: 'template', name, language: 'es', components: [] })
const now = async ({ id, conversationId }: Message): Promise<Message> => (await threadOf(owner.api, conversationId)).find((one) => one.id === id)!
const waits = (message: Message, cause: HoldCause) =>
  the.until(async () => {
    const { status, error } = await now(message)
    return status === 'pending' && error?.code === `guard.${cause}` && error
  }, `it waits (${cause})`)
const leaves = (message: Message) => the.until(async () => ['sent', 'delivered'].includes((await now(message)).status), 'it leaves')
const logged = async (event: string) =>
  (await owner.api.ask(channelRoutes.logs, { params: { id: number.channelId }, query: {} })).items.filter((entry) => entry.event === event)

describe('what Meta says of an account', () => {
  test('a ban holds everything until the account is reinstated; what waited leaves by itself', async () => {
    await news('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: 'April 17, 2025' } })
    await holding('account_banned')
    const [answer, invitation] = [await send(open, text('enseguida')), await send(closed, template('aviso'))]
    await waits(answer, 'account_banned')
    await waits(invitation, 'account_banned')
    const { holds, waiting } = await standing()
    assert.deepEqual([holds[0]?.holds, holds[0]?.until, waiting], ['everything', null, 2])
    const home = await owner.api.send<{ attention: { kind: string }[] }>('GET', '/api/home')
    assert.ok(
      home.body.attention.some(({ kind }) => kind === 'channel_down'),
      'the home page says so',
    )
    await news('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } })
    await leaves(answer)
    await leaves(invitation)
    assert.deepEqual([(await standing()).holds, (await now(answer)).error], [[], null])
    assert.deepEqual([(await logged('sending_held')).length, (await logged('sending_goes_on')).length], [1, 1])
  })

  test('an account that refuses because it is locked: the message fails, and the channel is paused until a person looks', async () => {
    Object.assign(graph.faults, { failures: [{ times: 1, code: 131031 }] })
    const refused = await send(open, text('primero'))
    await the.until(async () => (await now(refused)).status === 'failed', 'it fails')
    await the.until(async () => (await owner.api.ask(channelRoutes.read, { params: { id: number.channelId } })).state === 'paused', 'the channel is paused')
    const waiting = await send(open, text('segundo'))
    assert.deepEqual([(await now(waiting)).status, (await standing()).holds], ['pending', []])
    await owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    await leaves(waiting)
  })

  test('who may not begin talks until an instant still answers; whoever writes meanwhile gets what waited for them', async () => {
    const expiration = Math.floor((await the.clock.now()).getTime() / 1000) + 3 * 86_400
    await news('account_update', { event: 'ACCOUNT_RESTRICTION', restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration }] })
    await holding('begun_restricted')
    assert.equal((await standing()).holds[0]!.until, new Date(expiration * 1000).toISOString())
    const begun = await send(closed, template('aviso'))
    assert.equal((await waits(begun, 'begun_restricted')).detail, new Date(expiration * 1000).toISOString())
    await leaves(await send(open, text('claro que sí')))
    await leaves(await send(open, template('aviso')))
    await say(closed.phone, '¿hay novedades?')
    await leaves(begun)
  })

  test('a flagged number holds what advertises, not what people wait for, and goes on when the flag is taken back', async () => {
    const row = (name: string, category: string) => ({ name, category })
    await owner.api.ask(templateRoutes.sync, { body: { channelId: number.channelId } })
    for (const { name, category } of [row('oferta', 'marketing'), row('codigo', 'authentication')])
      await the.admin.query(
        `insert into templates.template (tenant_id, id, channel_id, name, language, category, status, parts, is_fillable)
         values ($1, gen_random_uuid(), $2, $3, 'es', $4, 'approved', '{"header": null, "body": "x", "footer": null, "buttons": []}', true)`,
        [the.owner.tenantId, number.channelId, name, category],
      )
    await news('phone_number_quality_update', { event: 'FLAGGED', current_limit: 'TIER_1K' })
    await holding('quality_flagged')
    const offer = await send(closed, template('oferta'))
    await waits(offer, 'quality_flagged')
    const other = await talk()
    await leaves(await send(other, text('hola')))
    await news('phone_number_quality_update', { event: 'UNFLAGGED', current_limit: 'TIER_1K' })
    await leaves(offer)
    // Another limit: the very same news within a second would be the same news.
    await news('phone_number_quality_update', { event: 'FLAGGED', current_limit: 'TIER_250' })
    await holding('quality_flagged')
    await leaves(await send(closed, template('codigo')))
  })

  test('news of another number of the same account, and alerts about its limits, hold nothing here', async () => {
    await owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
    await news('phone_number_quality_update', { event: 'FLAGGED', display_phone_number: '16505559999' })
    await news('account_alerts', {
      entity_type: 'BUSINESS',
      alert_info: { alert_severity: 'CRITICAL', alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED' },
    })
    await the.until(async () => (await logged('account_alerts')).length === 1, 'the news')
    assert.deepEqual((await standing()).holds, [])
  })

  test('a person who knows better lets go, which is recorded; others may only look', async () => {
    await news('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } })
    await holding('account_banned')
    const answer = await send(open, text('probando'))
    await waits(answer, 'account_banned')
    const agent = await the.addMember(the.owner.tenantId, 'agent')
    assert.equal((await agent.api.send('POST', `/api/channels/${number.channelId}/guard/resume`)).status, 403)
    assert.equal((await agent.api.ask(channelRoutes.standing, { params: { id: number.channelId } })).holds.length, 1)
    await owner.api.ask(channelRoutes.resume, { params: { id: number.channelId } })
    await leaves(answer)
    await the.until(
      async () => (await owner.api.ask(auditRoutes.list, { query: { subjectId: number.channelId } })).items.some(({ action }) => action === 'channel.resumed'),
      'its record',
    )
  })
})
