import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, describe, it } from 'node:test'
import { metaJson, signWebhook } from './signed-webhook.ts'
import { startGraphApi, type GraphApi } from './server.ts'

let api: GraphApi
before(async () => {
  api = await startGraphApi({ templates: [{ name: 'reminder', language: 'es_AR', parameters: 1 }] })
})
after(() => api.close())
beforeEach(() => api.ledger.clear())

const post = async (body: object) => {
  const answer = await fetch(`${api.url}/v26.0/106/messages`, {
    method: 'POST',
    headers: { authorization: 'Bearer t' },
    body: JSON.stringify({ messaging_product: 'whatsapp', to: '34600111222', ...body }),
  })
  return (await answer.json()) as { error?: { code: number }; contacts?: object[]; messages?: { id: string }[] }
}
const buttons = (replies: object[], more: object = {}) => ({
  type: 'interactive',
  interactive: { type: 'button', body: { text: 'x' }, action: { buttons: replies.map((reply) => ({ type: 'reply', reply })) }, ...more },
})
const list = (sections: object[]) => ({ type: 'interactive', interactive: { type: 'list', body: { text: 'x' }, action: { button: 'Ver', sections } } })
const rows = (count: number, from = 0) => Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, title: 'Uno' }))

describe('The stand-in refuses what Meta refuses', () => {
  const refusals: [name: string, body: object, code: number][] = [
    ['no product', { messaging_product: undefined, type: 'text', text: { body: 'x' } }, 100],
    ['an unknown type', { type: 'hologram' }, 100],
    ['an empty text', { type: 'text', text: { body: '' } }, 131008],
    ['4,097 characters', { type: 'text', text: { body: 'x'.repeat(4097) } }, 100],
    ['an unknown key', { type: 'text', text: { body: 'x', colour: 'red' } }, 100],
    ['a file that was never uploaded', { type: 'image', image: { id: '1' } }, 100],
    ['four buttons', buttons([1, 2, 3, 4].map((id) => ({ id: `${id}`, title: `${id}` }))), 131009],
    [
      'buttons with one title',
      buttons([
        { id: 'a', title: 'x' },
        { id: 'b', title: 'x' },
      ]),
      131009,
    ],
    ['a button title of 21', buttons([{ id: 'a', title: 'x'.repeat(21) }]), 100],
    ['an id with blanks around', buttons([{ id: ' a', title: 'x' }]), 131009],
    [
      'eleven rows in two sections',
      list([
        { title: 'A', rows: rows(6) },
        { title: 'B', rows: rows(5, 6) },
      ]),
      131009,
    ],
    ['two sections, one without a title', list([{ title: 'A', rows: rows(1) }, { rows: rows(1, 1) }]), 131008],
    ['a template it does not have', { type: 'template', template: { name: 'reminder', language: { code: 'es' } } }, 132001],
    ['a template with too few parameters', { type: 'template', template: { name: 'reminder', language: { code: 'es_AR' } } }, 132000],
    ['a contact with one part of a name', { type: 'contacts', contacts: [{ name: { formatted_name: 'Ana' } }] }, 131008],
    ['a scoped id announced as such', { recipient_type: 'business_scoped_user_id', type: 'text', text: { body: 'x' } }, 100],
  ]
  for (const [name, body, code] of refusals) it(`${name} → ${code}`, async () => assert.equal((await post(body)).error?.code, code))

  it('a call without a token → 190', async () => {
    const answer = await fetch(`${api.url}/v26.0/106/messages`, { method: 'POST', body: '{}' })
    assert.equal(answer.status, 401)
  })
})

describe('The stand-in behaves like Meta', () => {
  it('swallows a scoped id in `to`: 200, an id, and nobody gets it', async () => {
    assert.ok((await post({ to: 'AR.1000', type: 'text', text: { body: 'x' } })).messages)
    assert.deepEqual([api.ledger.received.length, api.ledger.stats.silentlyDropped], [0, 1])
  })

  it('answers with the spelling of WhatsApp', async () => {
    assert.deepEqual((await post({ to: '541122334455', type: 'text', text: { body: 'x' } })).contacts, [{ input: '541122334455', wa_id: '5491122334455' }])
  })

  it('counts a message of ours that was accepted twice', async () => {
    for (const ref of ['a', 'b', 'a']) await post({ type: 'text', text: { body: 'x' }, biz_opaque_callback_data: ref })
    assert.equal(api.ledger.stats.duplicates, 1)
  })

  it('loses answers of messages that were delivered', async () => {
    api.faults.loseNext = 1
    await assert.rejects(post({ type: 'text', text: { body: 'x' } }))
    assert.deepEqual([api.ledger.received.length, api.ledger.received[0]!.answer], [1, 'lost'])
  })

  it('writes JSON in Meta’s hand', () => assert.equal(metaJson({ a: 'ñ/👋' }), '{"a":"\\u00f1\\/\\ud83d\\udc4b"}'))
})

describe('Statuses of the stand-in', () => {
  it('come signed, in batches, again until taken, doubled and mixed on request', async () => {
    const seen: { id: string; status: string; biz_opaque_callback_data?: string }[] = []
    let refusals = 1
    const receiver = createServer((request, response) => {
      const chunks: Buffer[] = []
      request
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .once('end', () => {
          const body = Buffer.concat(chunks)
          assert.equal(request.headers['x-hub-signature-256'], signWebhook(body, 'secret').headers['x-hub-signature-256'])
          if ((refusals -= 1) >= 0) return response.writeHead(503).end()
          seen.push(...(JSON.parse(body.toString()) as { entry: [{ changes: [{ value: { statuses: typeof seen } }] }] }).entry[0].changes[0].value.statuses)
          return response.end()
        })
    })
    await new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve))
    api.callbacks.set({ '*': { url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`, appSecret: 'secret', duplicate: 1, reorder: true } })
    const sent = await Promise.all(['a', 'b', 'c'].map((ref) => post({ type: 'text', text: { body: 'x' }, biz_opaque_callback_data: ref })))
    api.faults.failures.push({ times: 1, code: 131047, later: true })
    const failing = await post({ type: 'text', text: { body: 'x' } })
    await api.callbacks.idle()
    for (const id of sent.map((answer) => answer.messages![0]!.id))
      assert.deepEqual(
        seen
          .filter((status) => status.id === id)
          .map((status) => status.status)
          .toSorted(),
        ['delivered', 'delivered', 'read', 'read', 'sent', 'sent'],
      )
    assert.deepEqual(
      seen.filter((status) => status.id === failing.messages![0]!.id).map((status) => status.status),
      ['failed', 'failed'],
    )
    assert.deepEqual([...new Set(seen.map((status) => status.biz_opaque_callback_data))].toSorted(), ['a', 'b', 'c', undefined])
    receiver.closeAllConnections()
    receiver.close()
  })
})

describe('The stand-in as a process', () => {
  it('runs, is told faults and tells what customers got', async () => {
    const child = spawn(process.execPath, [new URL('main.ts', import.meta.url).pathname, '--keep', 'summary'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const { url } = JSON.parse(line.toString()) as { url: string }
    const asked = async (path: string, init: RequestInit = {}) => (await (await fetch(`${url}/__control/${path}`, init)).json()) as Record<string, unknown>
    await asked('faults', { method: 'PUT', body: JSON.stringify({ failures: [{ times: 1, code: 131056 }] }) })
    const send = () =>
      fetch(`${url}/v26.0/106/messages`, {
        method: 'POST',
        headers: { authorization: 'Bearer t' },
        body: JSON.stringify({ messaging_product: 'whatsapp', to: '34600111222', type: 'text', text: { body: 'hola' } }),
      })
    assert.deepEqual([(await send()).status, (await send()).status], [400, 200])
    assert.partialDeepStrictEqual(await asked('stats'), { accepted: 1, refused: { 131056: 1 } })
    assert.partialDeepStrictEqual(await asked('received?to=34600111222'), { items: [{ text: 'hola', to: '34600111222' }], after: 1 })
    child.kill('SIGTERM')
    const [code] = (await once(child, 'exit')) as [number]
    assert.equal(code, 0)
  })
})
