import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { simulatorRoutes } from '@chasqui/contracts'
import { eventsOfWebhooks, forward, newestSeq, type ForwardedEvent, type Forwarding } from '../../src/cli/forward/forward.ts'
import { signatureOf } from '../../src/cli/forward/post-signed.ts'
import { openSession, type ProductSession } from '../../src/cli/forward/product-session.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { simulatorOf } from '../kit/simulator.ts'

/** `chasqui listen --forward`: a developer's own program hears what webhooks bring. */
let the: RunningProduct
let channelId: string
let session: ProductSession
before(async () => {
  the = await startProduct()
  channelId = await simulatorOf(the.owner.api)
  session = await openSession(the.url, await the.product.operations.createSignInLink())
})
after(() => the.stop())

const secret = 'a secret between the two'
type Heard = { headers: Record<string, unknown>; raw: string; event: ForwardedEvent }

/** The developer's program; answers with the statuses given, then with 200. */
const openListener = async (...statuses: number[]) => {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8')
      heard.push({ headers: request.headers, raw, event: JSON.parse(raw) as ForwardedEvent })
      response.writeHead(statuses.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return { heard, target: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, close: () => server.close() }
}

/** Forwards while `work` goes on; what was told meanwhile. */
const listening = async (wishes: Pick<Forwarding, 'target' | 'events'>, work: (told: string[]) => Promise<void>) => {
  const stop = new AbortController()
  const told: string[] = []
  const tell: Forwarding['tell'] = {
    posted: (event, posted) => void told.push(`${event.type} ${posted.result} ${posted.result === 'stopped' ? '' : posted.attempts}`),
    retrying: (_event, { reason }) => void told.push(`again: ${reason}`),
    away: () => void told.push('away'),
    back: () => void told.push('back'),
  }
  const running = forward({ session, secret, after: await newestSeq(session), signal: stop.signal, tell, ...wishes })
  try {
    await work(told)
  } finally {
    stop.abort()
    await running
  }
  return told
}
const write = (phone: string, text: string) => the.owner.api.ask(simulatorRoutes.act, { params: { channelId }, body: { from: { phone, name: 'Ana' }, text } })

test('what a customer writes is posted with its message, signed, in order, and nothing that came before', async () => {
  const { heard, target, close } = await openListener()
  await write('5491155580001', 'antes')
  await the.idle()
  await listening({ target, events: ['message.received'] }, async () => {
    for (const text of ['uno', 'dos', 'tres']) await write('5491155580001', text)
    await the.until(() => heard.length === 3, 'the three are posted')
  })
  close()
  assert.deepEqual(
    heard.map(({ event }) => event.message?.content),
    ['uno', 'dos', 'tres'].map((text) => ({ type: 'text', text })),
  )
  const [{ headers, raw, event }] = heard as [Heard]
  assert.equal(headers['x-chasqui-signature'], signatureOf(raw, secret))
  assert.deepEqual([headers['x-chasqui-event'], headers['x-chasqui-delivery']], ['message.received', `${session.tenantId}:${event.seq}`])
  assert.partialDeepStrictEqual(event, { tenantId: session.tenantId, type: 'message.received' })
})

test('an error is answered by a second try with the same id; the third gives way to the next event', async () => {
  const { heard, target, close } = await openListener(500, 200, 500, 503, 404)
  const told = await listening({ target, events: ['message.received'] }, async () => {
    for (const text of ['uno', 'dos', 'tres']) await write('5491155580002', text)
    await the.until(() => heard.length === 6, 'all three had their turn')
  })
  close()
  assert.deepEqual(
    heard.map(({ event }) => event.message?.content.type === 'text' && event.message.content.text),
    ['uno', 'uno', 'dos', 'dos', 'dos', 'tres'],
  )
  assert.equal(heard[0]!.headers['x-chasqui-delivery'], heard[1]!.headers['x-chasqui-delivery'])
  assert.deepEqual(told.slice(0, 5), ['again: HTTP 500', 'message.received taken 2', 'again: HTTP 500', 'again: HTTP 503', 'message.received refused 3'])
})

test('a program that does not run is waited for', async () => {
  const gone = await openListener()
  gone.close()
  const told = await listening({ target: gone.target, events: eventsOfWebhooks }, async (soFar) => {
    await write('5491155580003', 'hola')
    await the.until(() => soFar.length >= 2, 'it is tried again')
  })
  assert.deepEqual(told.slice(0, 2), ['again: ECONNREFUSED', 'again: ECONNREFUSED'])
})

test('an organisation that the account does not have is refused with those it has', async () => {
  const key = await the.product.operations.createSignInLink()
  await assert.rejects(openSession(the.url, key, 'nobody'), /no organisation "nobody"/)
})
