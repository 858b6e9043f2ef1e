import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, describe, test } from 'node:test'
import { pino } from 'pino'
import { Failure } from '../failure.ts'
import { openWebhookDoor } from './webhook-door.ts'
import type { WebhookRequest } from './webhooks.ts'

const longWay = 'the long way'
const server = createServer((request, response) => void request.resume().on('end', () => response.writeHead(418).end(longWay)))
let url = ''
let written = ''
let got: WebhookRequest[] = []

const take = (request: WebhookRequest): string => {
  got.push(request)
  if (request.body.toString() === '"refuse"') throw new Failure('unauthenticated', 'webhook.bad_signature', 'The signature does not match.')
  if (request.body.toString() === '"break"') throw new Error('nobody foresaw it')
  return 'taken'
}

before(async () => {
  const log = pino({}, { write: (line: string) => void (written += line) })
  const large = {
    bytes: 6_000_000,
    admit: async ({ params }: Omit<WebhookRequest, 'body'>) => {
      if (params['secret'] !== 'right') throw new Failure('unauthenticated', 'webhook.bad_signature', 'The signature does not match.')
    },
  }
  const paths = ['/api/webhooks/plain', '/api/webhooks/plain/:channelId', '/api/webhooks/secret/:channelId', '/api/webhooks/secret/:channelId/:secret']
  openWebhookDoor(
    server,
    [
      ...paths.map((path) => ({ path, handlers: { POST: take } })),
      { path: '/api/webhooks/large/:channelId/:secret', handlers: { POST: take }, large },
      { path: '/api/webhooks/asked', handlers: { GET: take } },
    ],
    {
      log,
      isClosing: () => false,
    },
  )
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/webhooks/`
})
after(() => void server.close())
beforeEach(() => {
  got = []
  written = ''
})

const post = async (path: string, body = '{}', type = 'application/json'): Promise<[number, string]> => {
  const answer = await fetch(url + path, { method: 'POST', body, headers: { 'content-type': type } })
  return [answer.status, await answer.text()]
}

describe('the door of webhooks', () => {
  test('takes addresses as they are registered, with what they name', async () => {
    for (const [path, params] of [
      ['plain', {}],
      ['plain/c1', { channelId: 'c1' }],
      ['secret/c1', { channelId: 'c1' }],
      ['secret/c1/s-1', { channelId: 'c1', secret: 's-1' }],
    ] as const) {
      assert.deepEqual(await post(path), [200, 'taken'], path)
      assert.deepEqual({ ...got.at(-1)!.params }, params)
    }
  })

  test('leaves every other one to the framework', async () => {
    const others = ['plain/c1/s-1', 'secret', 'secret/', 'secret//s', 'secret/c1/', 'secret/c1/s/more', 'secret/c1/s?a=1', 'secret/c1/%73', 'asked', 'else', `secret/c1/${'s'.repeat(501)}`] // prettier-ignore
    for (const path of others) assert.deepEqual(await post(path), [418, longWay], path)
    assert.deepEqual(await post('plain', '{}', 'text/plain'), [418, longWay])
    assert.deepEqual(got, [])
  })

  test('takes more than usual where files come along, from whoever may send them, and holds only their beginnings', async () => {
    const file = (bytes: number) => JSON.stringify({ body: 'A'.repeat(bytes), id: 'm-1' })
    assert.deepEqual(await post('large/c1/right', file(5_000_000)), [200, 'taken'])
    const { body, id } = JSON.parse(got[0]!.body.toString()) as { body: string; id: string }
    assert.deepEqual([body.length, id], [500_000, 'm-1'])
    assert.equal((await post('large/c1/wrong', file(5_000_000)))[0], 401)
    assert.equal((await post('large/c1/right', JSON.stringify(Array.from({ length: 5_000 }, () => 'A'.repeat(1000)))))[0], 413)
    assert.deepEqual(await post('large/c1/right', file(7_000_000)), [418, longWay], 'the framework refuses it')
    assert.deepEqual(await post('plain/c1', file(5_000_000)), [418, longWay])
    assert.equal(got.length, 1)
  })

  test('refuses as the framework does, and writes no secret into the log when something breaks', async () => {
    const [refused, problem] = await post('secret/c1/s-3cr3t', '"refuse"')
    assert.deepEqual([refused, (JSON.parse(problem) as { code: string }).code], [401, 'webhook.bad_signature'])
    assert.equal(written, '')
    const [broken, told] = await post('secret/c1/s-3cr3t', '"break"')
    assert.deepEqual([broken, (JSON.parse(told) as { code: string }).code], [500, 'internal'])
    assert.match(written, /"route":"\/api\/webhooks\/secret\/:channelId\/:secret"/)
    assert.doesNotMatch(written, /s-3cr3t/)
  })
})
