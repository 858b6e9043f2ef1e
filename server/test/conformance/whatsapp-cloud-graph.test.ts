import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Address, SendOutcome } from '#channels'
import type { OutboundContent } from '@chasqui/contracts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startWhatsappCloud } from './whatsapp-cloud-harness.ts'

type Running = Awaited<ReturnType<typeof startWhatsappCloud>>
let running: Running
let api: GraphApi

const phone = (value: string): Address => ({ kind: 'phone', value })
const send = (to: Address, content: OutboundContent = { type: 'text', text: 'hola' }, clientRef = randomUUID()): Promise<SendOutcome> =>
  running.adapter.send({ clientRef, to, content, quotes: null }, running.account, running.io)
const sentBody = () => JSON.parse(String(running.io.calls.at(-1)!.body)) as Record<string, unknown>

before(async () => {
  running = await startWhatsappCloud()
  api = running.api
})
after(() => running.close())
beforeEach(() => {
  api.ledger.clear()
  running.io.calls.length = 0
})

describe('Sending to numbers with two spellings', () => {
  it('tries the other one once, hands it back as an alias and remembers it', async () => {
    api.faults.failures.push({ times: 1, code: 131030, to: '5491155550001' })
    const outcome = await send(phone('5491155550001'))
    assert.deepEqual(outcome.result === 'accepted' && outcome.aliases, [phone('541155550001')])
    assert.deepEqual(
      api.ledger.received.map((message) => message.to),
      ['541155550001'],
    )
    await send(phone('5491155550001'))
    assert.deepEqual(
      api.ledger.received.map((message) => message.to),
      ['541155550001', '541155550001'],
    )
  })

  it('keeps the first reason when neither is known, and tries no third time', async () => {
    api.faults.failures.push({ times: 5, code: 131030, to: '5215512345678' }, { times: 5, code: 131030, to: '525512345678' })
    assert.partialDeepStrictEqual(await send(phone('5215512345678')), { result: 'failed', error: { code: 'whatsapp.131030' } })
    assert.equal(running.io.calls.length, 2)
    api.faults.failures.length = 0
  })

  it('does not repeat elsewhere, nor when the second try is lost', async () => {
    api.faults.failures.push({ times: 1, code: 131030, to: '34600111222' })
    assert.equal((await send(phone('34600111222'))).result, 'failed')
    assert.equal(running.io.calls.length, 1)
    api.faults.failures.push({ times: 1, code: 131030, to: '5491155550002' })
    api.faults.loseNext = 1
    assert.equal((await send(phone('5491155550002'))).result, 'uncertain')
  })

  it('learns WhatsApp’s own spelling from the answer', async () => {
    const outcome = await send(phone('541155550003'))
    assert.deepEqual(outcome.result === 'accepted' && outcome.aliases, [phone('5491155550003')])
  })
})

describe('The body that reaches Meta', () => {
  it('puts a scoped id into `recipient`, where it is delivered', async () => {
    const clientRef = randomUUID()
    await send({ kind: 'bsuid', value: 'AR.1000200030004000' }, undefined, clientRef)
    assert.deepEqual(sentBody(), {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      recipient: 'AR.1000200030004000',
      type: 'text',
      text: { body: 'hola' },
      biz_opaque_callback_data: clientRef,
    })
    assert.equal(api.ledger.stats.silentlyDropped, 0)
  })

  it('is Meta’s for buttons with a header image and a footer', async () => {
    const file = running.io.store(Buffer.from('png'), 'image/png', 'a.png')
    await send(phone('34600111222'), { type: 'buttons', body: '¿Va?', buttons: [{ id: 'y', title: 'Sí' }], header: { type: 'image', file }, footer: 'pie' })
    assert.deepEqual(sentBody()['interactive'], {
      type: 'button',
      header: { type: 'image', image: { id: api.media.find((sentBody()['interactive'] as { header: { image: { id: string } } }).header.image.id)!.id } },
      body: { text: '¿Va?' },
      footer: { text: 'pie' },
      action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Sí' } }] },
    })
  })

  it('carries the bytes, type and name of a document', async () => {
    const file = running.io.store(Buffer.from('%PDF'), 'application/pdf', 'presupuesto.pdf')
    await send(phone('34600111222'), { type: 'document', file, caption: 'Acá va' })
    const document = sentBody()['document'] as { id: string; filename: string; caption: string }
    assert.deepEqual([document.filename, document.caption], ['presupuesto.pdf', 'Acá va'])
    const uploaded = api.media.find(document.id)!
    assert.deepEqual([uploaded.bytes.toString(), uploaded.mime], ['%PDF', 'application/pdf'])
  })

  it('uploads a file once for many sends, and again when Meta lost it', async () => {
    const file = running.io.store(Buffer.from('webp'), 'image/webp', 's.webp')
    const sticker: OutboundContent = { type: 'sticker', file }
    await Promise.all(Array.from({ length: 5 }, () => send(phone('34600111222'), sticker)))
    assert.equal(api.ledger.stats.uploads, 1)
    api.media.clear()
    assert.equal((await send(phone('34600111222'), sticker)).result, 'accepted')
    assert.equal(api.ledger.stats.uploads, 2)
  })

  it('repeats once what Meta could not process', async () => {
    api.faults.failures.push({ times: 1, code: 135000 })
    assert.equal((await send(phone('34600111222'))).result, 'accepted')
    api.faults.failures.push({ times: 2, code: 135000 })
    assert.partialDeepStrictEqual(await send(phone('34600111222')), { result: 'failed', error: { code: 'whatsapp.135000' } })
  })

  it('repeats once what Meta could not fetch from an address, also without a file of ours', async () => {
    api.faults.failures.push({ times: 1, code: 131053 })
    const components = [{ type: 'header', parameters: [{ type: 'image', image: { link: 'https://example.com/a.png' } }] }]
    assert.equal((await send(phone('34600111222'), { type: 'template', name: 'a', language: 'es', components })).result, 'accepted')
    assert.equal(running.io.calls.length, 2)
  })

  it('says values of a template on one line and without long gaps, wherever they stand, and leaves all else of it as it is', async () => {
    const text = (said: string) => ({ type: 'text', text: said })
    const button = (payload: string) => ({ type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload }] })
    const componentsOf = (say: (said: string) => string) => [
      { type: 'header', parameters: [text(say('Turno\n'))] },
      { type: 'body', parameters: [{ ...text(say('Calle 1\r\n\tPiso 2      B')), parameter_name: 'lugar' }, text('15:00')] },
      button('a\nb'),
      { type: 'carousel', cards: [{ card_index: 0, components: [{ type: 'body', parameters: [text(say('uno\ndos'))] }] }] },
    ]
    const outcome = await send(phone('34600111222'), { type: 'template', name: 'a', language: 'es', components: componentsOf((said) => said) })
    assert.equal(outcome.result, 'accepted')
    const body = JSON.parse(String(running.io.calls.at(-1)!.body)) as { template: { components: unknown } }
    const told = new Map([['Turno\n', 'Turno'], ['Calle 1\r\n\tPiso 2      B', 'Calle 1 Piso 2   B'], ['uno\ndos', 'uno dos']]) // prettier-ignore
    assert.deepEqual(
      body.template.components,
      componentsOf((said) => told.get(said)!),
    )
  })

  it('waits longer with each refusal for the same person, and anew once a message was taken', async () => {
    api.faults.failures.push({ times: 3, code: 131056, to: '34600111333' })
    const waited = async () => {
      const outcome = await send(phone('34600111333'))
      return outcome.result === 'retry' && outcome.scope === 'recipient' && outcome.afterSeconds
    }
    assert.deepEqual([await waited(), await waited(), await waited()], [4, 16, 64])
    assert.equal((await send(phone('34600111333'))).result, 'accepted')
    api.faults.failures.push({ times: 1, code: 131056, to: '34600111333' })
    assert.equal(await waited(), 4)
  })

  it('does not try a mobile that cannot be delivered to as a landline', async () => {
    api.faults.failures.push({ times: 1, code: 131026, to: '5491155550009' })
    assert.equal((await send(phone('5491155550009'))).result, 'failed')
    assert.equal(running.io.calls.length, 1)
  })

  it('does not call an upload without an answer uncertain', async () => {
    api.faults.failures.push({ times: 1, edge: 'media', status: 502 })
    const file = running.io.store(Buffer.from('x'), 'image/png', 'x.png')
    assert.equal((await send(phone('34600111222'), { type: 'image', file })).result, 'retry')
  })
})

describe('Read receipts, typing, reactions', () => {
  it('name the message they are about', async () => {
    await running.adapter.markRead!('wamid.IN', running.account, running.io, phone('34600111222'))
    await running.adapter.showTyping!('wamid.IN', running.account, running.io, phone('34600111222'), null)
    assert.deepEqual(
      api.ledger.courtesies.map(({ kind, messageId }) => [kind, messageId]),
      [
        ['read', 'wamid.IN'],
        ['typing', 'wamid.IN'],
      ],
    )
    await running.adapter.react!(
      { clientRef: 'r', to: phone('34600111222'), providerMessageId: 'wamid.IN', isOwn: false, emoji: '👍' },
      running.account,
      running.io,
    )
    assert.deepEqual(sentBody()['reaction'], { message_id: 'wamid.IN', emoji: '👍' })
  })
})

describe('Fetching a customer’s file', () => {
  const fetch = (id: string) => running.adapter.fetchMedia!(id, running.account, running.io)

  it('looks the address up again when it has expired, once', async () => {
    const id = running.vendorFile(Buffer.from('bytes'), 'image/jpeg')
    api.faults.failures.push({ times: 1, edge: 'download', status: 404 })
    assert.equal((await fetch(id)).result, 'fetched')
    api.faults.failures.push({ times: 2, edge: 'download', status: 404 })
    assert.equal((await fetch(id)).result, 'gone')
  })

  it('comes back later when the token or the host has a problem', async () => {
    const id = running.vendorFile(Buffer.from('bytes'), 'image/jpeg')
    for (const failure of [
      { edge: 'lookup', code: 190 },
      { edge: 'lookup', status: 503 },
      { edge: 'download', status: 500 },
    ] as const) {
      api.faults.failures.push({ times: 1, ...failure })
      assert.equal((await fetch(id)).result, 'retry', JSON.stringify(failure))
    }
  })

  it('follows a redirect', async () => {
    const id = running.vendorFile(Buffer.from('moved'), 'image/jpeg')
    const front = createServer((request, response) => {
      if (request.url!.startsWith('/v26.0/')) response.end(JSON.stringify({ url: `http://${request.headers.host}/old`, mime_type: 'image/jpeg', file_size: 5 }))
      else response.writeHead(302, { location: `${api.url}/media-files/${id}` }).end()
    })
    await new Promise<void>((resolve) => void front.listen(0, '127.0.0.1', resolve))
    const { whatsappCloud } = await import('../../src/adapters/channels/whatsapp-cloud/index.ts')
    const adapter = whatsappCloud({ graphUrl: `http://127.0.0.1:${(front.address() as AddressInfo).port}/`, graphVersion: 'v26.0' })
    assert.equal((await adapter.fetchMedia!(id, running.account, running.io)).result, 'fetched')
    front.close()
  })

  it('refuses half a file', async () => {
    const id = running.vendorFile(Buffer.from('half'), 'image/jpeg')
    api.faults.failures.push({ times: 1, edge: 'download', status: 200, text: 'ha' })
    assert.equal((await fetch(id)).result, 'retry')
  })

  it('hands the token to Meta’s hosts only', async () => {
    const { whatsappCloud } = await import('../../src/adapters/channels/whatsapp-cloud/index.ts')
    const adapter = whatsappCloud({ graphUrl: 'https://graph.facebook.com', graphVersion: 'v26.0' })
    const tokens = async (url: string) => {
      const seen: boolean[] = []
      await adapter.fetchMedia!('9', running.account, {
        ...running.io,
        request: async (call) => {
          seen.push(call.headers?.['authorization'] !== undefined)
          return seen.length === 1
            ? { result: 'answer', status: 200, headers: {}, body: Buffer.from(JSON.stringify({ url })) }
            : { result: 'lost', reason: 'enough seen' }
        },
      })
      return seen
    }
    assert.deepEqual(await tokens('https://lookaside.fbsbx.com/x'), [true, true])
    for (const foreign of ['https://evilfbsbx.com/x', 'http://lookaside.fbsbx.com/x', 'https://facebook.com.evil.example/x'])
      assert.deepEqual(await tokens(foreign), [true, false], foreign)
  })
})

describe('Checking the account', () => {
  it('answers the number that customers see', async () => {
    assert.partialDeepStrictEqual(await running.adapter.check!(running.account, running.io), {
      ok: true,
      address: '+1 555-000-0000',
      detail: { verified_name: 'Stand-in' },
    })
  })

  it('tells a refused token without showing it', async () => {
    const account = { ...running.account, settings: { ...running.account.settings, accessToken: 'another0token' } }
    const answer = await running.adapter.check!(account, running.io)
    assert.partialDeepStrictEqual(answer, { ok: false, error: { code: 'whatsapp.190' } })
    assert.ok(!JSON.stringify(answer).includes('another0token'))
  })
})
