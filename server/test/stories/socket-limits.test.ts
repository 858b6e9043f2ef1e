import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, test } from 'node:test'
import { conversationRoutes, simulatorRoutes, channelRoutes } from '@chasqui/contracts'
import { openScreen, type Screen } from '../kit/screen.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'

/** Sockets are counted as requests are: by token, person, organisation and address. */
let the: RunningProduct
let conversationId: string
before(async () => {
  the = await startProduct({ env: { TRUST_PROXY: '1' } })
  const channel = (await the.owner.api.ask(channelRoutes.list)).items.find(({ kind }) => kind === 'simulator')!
  const phone = '5491189990001'
  await the.owner.api.ask(simulatorRoutes.act, { params: { channelId: channel.id }, body: { from: { phone, name: 'Rosa' }, text: 'hola' } })
  const { conversation } = await the.ownersScreen.hear('chat.new', (told) => told.conversation.contact.phone === `+${phone}`)
  conversationId = conversation.id
})
after(() => the.stop())

type Refusal = Error & { data?: { code: string; retryAfter: number } }
const tryToOpen = async (token: string): Promise<Refusal | null> => {
  const opened = await openScreen(the.url, token).catch((error: Refusal) => error)
  if (opened instanceof Error) return opened
  opened.close()
  return null
}
const typed = (screen: Screen, userId: string) => screen.heard.filter(({ name, message }) => name === 'agent.typing' && message.userId === userId)

test('handshakes of one person end at 120 a minute, with the time to wait; others are not affected', async () => {
  const flooding = await the.addMember(the.owner.tenantId, 'agent')
  const again = await the.signIn(flooding.email)
  const refusals: (Refusal | null)[] = []
  // By two sessions: it is the person who is counted, not the token.
  for (let index = 0; index < 124; index++) refusals.push(await tryToOpen((index % 2 ? flooding : again).api.token!))
  assert.equal(refusals.filter((refusal) => refusal === null).length, 120)
  const refused = refusals.at(-1)!
  assert.deepEqual([refused.message, refused.data!.code], ['limited', 'limited'])
  assert.ok(refused.data!.retryAfter >= 1 && refused.data!.retryAfter <= 60)
  assert.equal(await tryToOpen((await the.addMember(the.owner.tenantId, 'agent')).api.token!), null)
})

test('tokens that are none are not tried without end', async () => {
  const messages: string[] = []
  for (let index = 0; index < 122; index++) messages.push((await tryToOpen(`forged-${index}`))!.message)
  assert.deepEqual([messages[119], messages[120], messages[121]], ['unauthenticated', 'limited', 'limited'])
})

const knock = (address: string, upgrade: boolean) =>
  new Promise<{ status: number; type: string; retryAfter: string; body: string }>((resolve, reject) => {
    const asked = request(`${the.url}/socket.io/?EIO=4&transport=${upgrade ? 'websocket' : 'polling'}`, {
      headers: {
        'x-forwarded-for': address,
        ...(upgrade && { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }),
      },
    })
    asked.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve({ status: 101, type: '', retryAfter: '', body: '' })
    })
    asked.on('response', (response) => {
      let body = ''
      response.on('data', (part) => (body += part))
      response.on('end', () =>
        resolve({ status: response.statusCode!, type: response.headers['content-type'] ?? '', retryAfter: response.headers['retry-after'] ?? '', body }),
      )
    })
    asked.on('error', reject).end()
  })

test('connections that say nothing are counted for the address that the proxy tells, and refused with a problem', async () => {
  const statuses: number[] = []
  for (let index = 0; index < 1200; index += 20)
    statuses.push(
      ...(await Promise.all(Array.from({ length: 20 }, (_, part) => knock(`10.9.9.${part}, 203.0.113.50`, index % 40 === 0)))).map(({ status }) => status),
    )
  assert.deepEqual(new Set(statuses), new Set([101, 200]))
  for (const upgrade of [false, true]) {
    const { status, type, retryAfter, body } = await knock('10.9.9.200, 203.0.113.50', upgrade)
    assert.deepEqual([status, JSON.parse(body).code], [429, 'limited'])
    assert.match(type, /^application\/problem\+json/)
    assert.ok(Number(retryAfter) >= 1)
  }
  assert.equal((await knock('203.0.113.51', false)).status, 200)
})

test('a flood of words is not told on; whoever floods hears it once, and colleagues are heard as before', async () => {
  const [flooding, colleague] = [await the.addMember(the.owner.tenantId, 'agent'), await the.addMember(the.owner.tenantId, 'agent')]
  const [loud, calm] = [await openScreen(the.url, flooding.api.token!), await openScreen(the.url, colleague.api.token!)]
  for (let index = 0; index < 3000; index++) loud.socket.emit('chat.typing', { conversationId, typing: true })
  const { retryAfter, name } = await loud.hear('limited')
  assert.deepEqual([name, retryAfter >= 1], ['chat.typing', true])
  calm.socket.emit('chat.typing', { conversationId, typing: true })
  await the.until(() => typed(the.ownersScreen, colleague.userId).length === 1, 'the colleague is heard')
  loud.socket.emit('chat.read', { conversationId })
  await the.until(async () => (await the.owner.api.ask(conversationRoutes.read, { params: { id: conversationId } })).unread === 0, 'a read mark is heard')
  assert.ok(typed(the.ownersScreen, flooding.userId).length <= 1200)
  for (const screen of [loud, calm]) screen.close()
})
