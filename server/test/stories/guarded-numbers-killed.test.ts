import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { chatRoutes, conversationRoutes } from '@chasqui/contracts'
import { accountChange, webhookBody } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { environmentFor, leadEngineTo } from '../doubles/whatsapp-web/lead-engine.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import type { Api } from '../kit/api.ts'
import { startMortal, type Lives } from '../kit/killed.ts'
import type { RunningProduct } from '../kit/product.ts'
import { addNumber, linkNumber } from '../kit/whatsapp-web.ts'
import { connectNumber, conversationsOf, type Number } from '../kit/whatsapp.ts'

const customers = ['5491177770001', '5491177770002', '5491177770003']
const strangers = Array.from({ length: 13 }, (_, index) => `54911223302${String(index).padStart(2, '0')}`)
const budget = 10

let sandbox: WhatsAppWeb
let graph: GraphApi
let the: RunningProduct
let lives: Lives
/** A number linked by QR, and one of the official interface with a talk of each customer. */
let linked: string
let official: Number
let talks: string[]
before(async () => {
  sandbox = await startWhatsAppWeb()
  leadEngineTo(sandbox.where)
  const mortal = await startMortal(environmentFor(sandbox.where))
  ;({ graph, the } = mortal)
  linked = (await addNumber(the.owner.api)).id
  await linkNumber(the, sandbox, linked, '5491150000081')
  official = await connectNumber(the.url, the.owner.api, { flow: false })
  for (const phone of customers) await official.say({ phone, name: `Cliente ${phone}` }, 'hola')
  talks = await the.until(async () => {
    const ids = (await conversationsOf(the.owner.api, official.channelId)).map(({ id }) => id)
    return ids.length === customers.length && ids
  }, 'the talks')
  lives = await mortal.livesAfter()
})
after(() => sandbox.stop())

let last: RunningProduct

const sentTo = () => graph.ledger.received.map(({ to }) => to)

describe('killed', () => {
  test('while a vendor’s hold begins and ends: it begins once and ends once, and lets go of all that waited for it', async () => {
    const ban = (state: 'DISABLE' | 'REINSTATE') =>
      webhookBody([accountChange('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: state } })], official.waba, 1_800_000_000)
    /** Meta tells again what nobody acknowledged; the people's own browsers do so with what they wrote. */
    const tell = (url: string, state: 'DISABLE' | 'REINSTATE') => {
      official.webhookUrl = `${url}${new URL(official.webhookUrl).pathname}`
      return official.post(ban(state)).catch(() => {})
    }
    const answerAll = async (api: Api) => {
      for (const id of talks) {
        const body = { content: { type: 'text' as const, text: `respuesta ${id}` }, clientId: `answer-${id}`, takeFloor: true }
        await api.ask(conversationRoutes.send, { params: { id }, body }).catch(() => {})
      }
    }
    const inState = (what: string) => lives.count(`from channels.vendor_hold where channel_id = $1 and ${what}`, [official.channelId])
    const waiting = () =>
      lives.count(`from platform.outbox where sender = $1 and state = 'pending' and error ->> 'code' = 'guard.account_banned'`, [official.channelId])
    const logged = (event: string) => lives.count('from channels.log where channel_id = $1 and event = $2', [official.channelId, event])

    await lives.endAs(
      async () => (await inState('until is null')) === 1,
      'the hold begins',
      ({ url }) => tell(url, 'DISABLE'),
    )
    await lives.endAs(
      async () => (await waiting()) >= 2,
      'some messages wait',
      async (life) => {
        await tell(life.url, 'DISABLE')
        await answerAll(life.apiOf(the.owner))
      },
    )
    assert.equal(sentTo().length, 0)
    await lives.endAs(
      async () => (await inState('until is not null')) === 1,
      'the hold ends',
      async (life) => {
        await answerAll(life.apiOf(the.owner))
        await tell(life.url, 'REINSTATE')
      },
    )

    assert.deepEqual([await waiting(), await inState('times = 1'), await logged('sending_held'), await logged('sending_goes_on')], [0, 1, 1, 1])
  })

  test('while strangers are counted and written to: each counts once, none beyond the budget is written to, nobody gets anything twice', async () => {
    const counted = () => lives.count('from channels.cold_start where channel_id = $1', [linked])
    const writeToAll = async (api: typeof the.owner.api) => {
      for (const to of strangers)
        await api.ask(chatRoutes.send, { params: { id: linked }, body: { to, content: { type: 'text', text: `buenas ${to}` }, clientId: to, takeFloor: true } })
    }
    // At the moment when one more is counted nobody has heard from the network yet.
    await lives.endAs(
      async () => (await counted()) >= 2,
      'the first death',
      (life) => writeToAll(life.apiOf(the.owner)).catch(() => {}),
    )
    for (const goal of [5, 8])
      await lives.endAs(
        async () => (await counted()) >= goal,
        `death after ${goal}`,
        (life) => writeToAll(life.apiOf(the.owner)).catch(() => {}),
      )

    last = await lives.goOn()
    await writeToAll(last.owner.api)
    const held = () => lives.count(`from platform.outbox where sender = $1 and state = 'pending' and error ->> 'code' = 'guard.budget'`, [linked])
    await last.until(async () => (await held()) === strangers.length - budget, 'the others wait')
    await last.idle()
    assert.equal(await counted(), budget)
    assert.deepEqual((await lives.admin.query('select sum(cold)::int as cold from channels.guard_day where channel_id = $1', [linked])).rows, [
      { cold: budget },
    ])
    const got = await Promise.all(strangers.map(async (phone) => (await sandbox.network.got(phone)).length))
    assert.ok(
      got.every((times) => times <= 1),
      JSON.stringify(got),
    )
    assert.ok(got.filter((times) => times === 1).length <= budget)
  })

  test('in the midst of all that: what waited for the vendor has left, none of it twice, or may have', async () => {
    await last.idle()
    const left = (...states: string[]) => lives.count('from platform.outbox where sender = $1 and state = any($2::text[])', [official.channelId, states])
    const sent = sentTo()
    assert.equal(new Set(sent).size, sent.length, JSON.stringify(sent))
    // What was under way at a death is told to be uncertain, and the machine does not repeat it.
    assert.equal(await left('sent', 'processing', 'uncertain'), customers.length)
    assert.ok(sent.length >= (await left('sent')))
  })
})
