import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { authRoutes, channelRoutes, conversationRoutes } from '@chasqui/contracts'
import { noFaults } from '../doubles/graph-api/faults.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { postWebhook, signWebhook } from '../doubles/graph-api/signed-webhook.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, type Number } from '../kit/whatsapp.ts'

/** Secrets are given once and never come back: not by the interface, not in the log at its most talkative, not in the database as text. */
const accessToken = 'EAAGmostSecretToken0123456789'
const password = 'a-password-nobody-should-see'
let graph: GraphApi
let the: RunningProduct
let number: Number
before(async () => {
  ;({ graph, the } = await startBesideGraph({ env: { LOG_LEVEL: 'trace', ADMIN_PASSWORD: password } }))
  number = await connectNumber(the.url, the.owner.api, {
    accessToken,
    appSecret: 'app-secret-nobody-should-see',
    verifyToken: 'verify-token-nobody-should-see',
  })
  await useEverything()
})

/** Everything that handles a secret, going well and going wrong. */
const useEverything = async () => {
  const { api } = the.owner
  await number.say({ phone: '5491122334455', name: 'Ana' }, 'mi clave es 1234')
  await the.idle()
  const [conversation] = await conversationsOf(api, number.channelId)
  for (const code of [100, 190]) {
    Object.assign(graph.faults, noFaults(), { failures: [{ times: 1, code, details: `Malformed access token ${accessToken}` }] })
    await api.send('POST', `/api/conversations/${conversation!.id}/messages`, { content: 'hola' })
    await the.until(() => graph.faults.failures[0]?.times === 0 || graph.faults.failures.length === 0, 'the failure happened')
  }
  Object.assign(graph.faults, noFaults(), { failures: [{ times: 1, edge: 'number', code: 190, details: `Session of ${accessToken} expired` }] })
  await api.ask(channelRoutes.connect, { params: { id: number.channelId } })
  await fetch(`${number.webhookUrl}?hub.mode=subscribe&hub.verify_token=${number.verifyToken}&hub.challenge=1`)
  await fetch(`${number.webhookUrl}?hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1`)
  await postWebhook(number.webhookUrl, signWebhook('{', number.appSecret))
  await the.anybody.send('POST', authRoutes.login.path, { email: the.owner.email, password })
  await the.anybody.send('POST', authRoutes.login.path, { email: the.owner.email, password: `${password}!` })
  await api.send('PATCH', `/api/channels/${number.channelId}`, { settings: { accessToken, appSecret: ['wrong', number.appSecret] } })
  await api.send('PATCH', `/api/channels/${number.channelId}`, { settings: { accessToken: `${accessToken} with blanks` } })
}
const secrets = () => [accessToken, number.appSecret, number.verifyToken, password]

test('no answer of the interface holds one', async () => {
  const { api } = the.owner
  const [conversation] = await conversationsOf(api, number.channelId)
  const answers = await Promise.all(
    [
      '/api/channels',
      `/api/channels/${number.channelId}`,
      `/api/channels/${number.channelId}/logs`,
      `/api/channels/${number.channelId}/status`,
      `/api/conversations/${conversation!.id}/messages`,
      '/api/queue',
      '/api/events?limit=1000',
      '/api/dead-letters',
      '/api/auth/me',
      '/api/home',
      '/health',
      '/api/openapi.json',
    ].map(async (path) => [path, (await api.send('GET', path)).text]),
  )
  // For the machine itself, without a proxy in between.
  answers.push(['/metrics', await (await fetch(`${the.url}/metrics`)).text()])
  for (const [path, text] of answers) for (const secret of secrets()) assert.ok(!text!.includes(secret), `${path} shows ${secret}`)
  const channel = await api.ask(channelRoutes.read, { params: { id: number.channelId } })
  assert.deepEqual(channel.settings['accessToken'], { set: true, last4: accessToken.slice(-4) })
})

test('the database holds none as text', async () => {
  const { rows: tables } = await the.admin.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
  )
  assert.ok(tables.length > 25)
  for (const { name } of tables) {
    for (const secret of [...secrets(), the.owner.api.token!]) {
      const { rows } = await the.admin.query<{ found: number }>(
        `select count(*)::int as found from ${name} as whole where strpos(whole::text, $1) > 0 or strpos(whole::text, encode(convert_to($1, 'UTF8'), 'hex')) > 0`,
        [secret],
      )
      assert.equal(rows[0]!.found, 0, `${name} holds ${secret}`)
    }
  }
})

test('a secret left out of a change stays, and the channel still works with it', async () => {
  await the.owner.api.ask(channelRoutes.update, { params: { id: number.channelId }, body: { settings: { displayPhoneNumber: '+54 11 5555' } } })
  await the.owner.api.ask(channelRoutes.connect, { params: { id: number.channelId } })
  assert.equal(await number.say({ phone: '5491122334466', name: 'Beto' }, 'hola'), 200)
  await the.until(() => graph.ledger.received.some(({ to }) => to === '5491122334466'), 'the flow answers')
  assert.equal((await the.owner.api.ask(conversationRoutes.list, { query: { channelId: number.channelId } })).items.length, 2)
})

test('the log holds none, nor what customers write, nor who is signed in', async () => {
  const folder = join(the.dataDir, 'logs')
  const lines = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
  // Written for good when the product stops.
  await the.stop()
  const text = lines()
  for (const told of ['at work', 'channel changed its state', 'message not sent', 'webhook refused', 'stopped'])
    assert.ok(text.includes(told), `the log tells: ${told}`)
  for (const secret of [...secrets(), the.owner.api.token!, 'mi clave es 1234', '5491122334455']) assert.ok(!text.includes(secret), `the log holds ${secret}`)
})
