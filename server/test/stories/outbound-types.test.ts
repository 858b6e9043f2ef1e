import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { conversationRoutes as routes, templateComponents, type FileRef, type OutboundContent } from '@chasqui/contracts'
import { text } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import type { Shape } from '../doubles/graph-api/shape-checks.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { upload } from '../kit/upload.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

/** What is said through the public interface, and the JSON that Meta gets for it (reference 4). */
let graph: GraphApi
let the: RunningProduct
let number: Number
let id: string
const customer = { phone: '5491122334455', name: 'Ana' }
before(async () => {
  ;({ graph, the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api, { flow: false })
  await number.write(customer, [text(customer, 'hola', { id: 'wamid.HOLA' })])
  await the.idle()
  id = (await conversationsOf(the.owner.api, number.channelId))[0]!.id
})

const send = async (content: OutboundContent, replyToMessageId?: string): Promise<Shape> => {
  const message = await the.owner.api.ask(routes.send, { params: { id }, body: { content, takeFloor: true, ...(replyToMessageId && { replyToMessageId }) } })
  await the.idle()
  const [got, ...more] = graph.ledger.received.filter(({ clientRef }) => clientRef === message.id)
  assert.equal(more.length, 0)
  assert.ok(got, JSON.stringify((await threadOf(the.owner.api, id)).find((one) => one.id === message.id)?.error))
  assert.deepEqual(
    { ...got.body, type: '', [got.type]: null },
    {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: customer.phone,
      type: '',
      [got.type]: null,
      biz_opaque_callback_data: message.id,
      ...(replyToMessageId && { context: { message_id: 'wamid.HOLA' } }),
    },
  )
  return { type: got.type, [got.type]: got.body![got.type] }
}
const fileOf = async (bytes: Buffer, name: string, mime: string): Promise<FileRef> => {
  const { body } = await upload(the.owner.api, { bytes, type: mime, name })
  return { fileId: body.id, state: 'stored', mime: body.mime, name: body.name, size: body.size, providerMediaId: null }
}
const files = {
  png: () =>
    fileOf(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'), 'a.png', 'image/png'),
  mp4: () => fileOf(Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypmp42'), Buffer.alloc(64)]), 'v.mp4', 'video/mp4'),
  ogg: () => fileOf(Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(60)]), 'n.ogg', 'audio/ogg; codecs=opus'),
  pdf: () => fileOf(Buffer.from('%PDF-1.7\n'), 'turno ñ.pdf', 'application/pdf'),
  webp: () => fileOf(Buffer.concat([Buffer.from('RIFF\u0010\u0000\u0000\u0000WEBPVP8 '), Buffer.alloc(64)]), 's.webp', 'image/webp'),
}
/** Meta's id of the file that was uploaded last. */
const mediaId = (shape: Shape): string => {
  const found = /"id":"(\d+)"/.exec(JSON.stringify(shape))![1]!
  assert.ok(graph.media.find(found), 'uploaded')
  return found
}

describe('words and places', () => {
  const cases: [name: string, content: OutboundContent, expected: Shape][] = [
    ['a text with its preview', { type: 'text', text: 'Mirá https://a.b 👋', previewUrl: true }, { text: { body: 'Mirá https://a.b 👋', preview_url: true } }],
    ['4,096 characters', { type: 'text', text: '👋'.repeat(4096) }, { text: { body: '👋'.repeat(4096) } }],
    [
      'a place',
      { type: 'location', latitude: -34.6, longitude: -58.38, name: 'Obelisco', address: 'Av. 9 de Julio', url: 'https://a.b' },
      { location: { latitude: -34.6, longitude: -58.38, name: 'Obelisco', address: 'Av. 9 de Julio' } },
    ],
    [
      'contacts',
      {
        type: 'contacts',
        contacts: [{ name: 'Ana Paz', phones: [{ phone: '+54 11', whatsappId: '5411', type: 'WORK' }], emails: ['a@b.c'], organisation: 'C', own: false }],
      },
      {
        contacts: [
          {
            name: { formatted_name: 'Ana Paz', first_name: 'Ana' },
            phones: [{ phone: '+54 11', type: 'WORK', wa_id: '5411' }],
            emails: [{ email: 'a@b.c', type: 'WORK' }],
            org: { company: 'C' },
          },
        ],
      },
    ],
    [
      'a template',
      {
        type: 'template',
        name: 'turno',
        language: 'es_AR',
        components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'nombre', text: 'Ana' }] }],
      },
      {
        template: {
          name: 'turno',
          language: { code: 'es_AR' },
          components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'nombre', text: 'Ana' }] }],
        },
      },
    ],
    [
      'a template without parameters',
      { type: 'template', name: 'turno', language: 'es', components: [] },
      { template: { name: 'turno', language: { code: 'es' } } },
    ],
  ]
  for (const [name, content, expected] of cases) test(name, async () => assert.deepEqual(await send(content), { type: content.type, ...expected }))

  test('an answer names what it answers', async () => {
    const [first] = await threadOf(the.owner.api, id)
    assert.deepEqual(await send({ type: 'text', text: 'a eso' }, first!.id), { type: 'text', text: { body: 'a eso' } })
  })
})

describe('files', () => {
  test('picture, film, document, sticker and voice note, each uploaded and sent by its id', async () => {
    const [png, mp4, ogg, pdf, webp] = await Promise.all([files.png(), files.mp4(), files.ogg(), files.pdf(), files.webp()])
    const cases: [OutboundContent, Shape][] = [
      [{ type: 'image', file: png, caption: 'mirá' }, { caption: 'mirá' }],
      [{ type: 'video', file: mp4 }, {}],
      [
        { type: 'document', file: pdf, caption: 'turno' },
        { caption: 'turno', filename: 'turno ñ.pdf' },
      ],
      [{ type: 'sticker', file: webp, animated: true }, {}],
      [{ type: 'audio', file: ogg, voice: true }, { voice: true }],
      [{ type: 'audio', file: ogg, voice: false }, {}],
    ]
    for (const [content, expected] of cases) {
      const sent = await send(content)
      assert.deepEqual(sent, { type: content.type, [content.type]: { id: mediaId(sent), ...expected } })
    }
  })
})

describe('templates', () => {
  const framed = (header: Extract<OutboundContent, { type: 'template' }>['header']): OutboundContent => ({
    type: 'template',
    name: 'folleto',
    language: 'es_AR',
    components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }],
    header,
  })
  const sentWith = (parameter: Shape) => ({
    type: 'template',
    template: {
      name: 'folleto',
      language: { code: 'es_AR' },
      components: [
        { type: 'header', parameters: [parameter] },
        { type: 'body', parameters: [{ type: 'text', text: 'Ana' }] },
      ],
    },
  })
  const idIn = (sent: Shape) => {
    const [header] = (sent['template'] as { components: { parameters: Record<string, { id: string }>[] }[] }).components
    return Object.values(header!.parameters[0]!).find((value) => typeof value === 'object')!.id
  }

  test('a picture, a film or a document above the text goes by the id of its upload', async () => {
    const [png, mp4, pdf] = await Promise.all([files.png(), files.mp4(), files.pdf()])
    const picture = await send(framed({ type: 'image', file: png }))
    assert.deepEqual(picture, sentWith({ type: 'image', image: { id: idIn(picture) } }))
    const film = await send(framed({ type: 'video', file: mp4 }))
    assert.deepEqual(film, sentWith({ type: 'video', video: { id: idIn(film) } }))
    const document = await send(framed({ type: 'document', file: pdf }))
    assert.deepEqual(document, sentWith({ type: 'document', document: { id: idIn(document), filename: 'turno ñ.pdf' } }))
  })

  test('a place above the text', async () => {
    const place = { latitude: -34.6, longitude: -58.38, name: 'Clínica', address: 'Corrientes 1000' }
    assert.deepEqual(await send(framed({ type: 'location', ...place })), sentWith({ type: 'location', location: place }))
  })

  test('a coupon, the end of a link and a form in its buttons', async () => {
    const parts = {
      header: null,
      body: 'Para vos',
      footer: null,
      buttons: [
        { type: 'copy_code', text: 'Copiar', url: null },
        { type: 'url', text: 'Ver', url: 'https://a.b/{{1}}' },
        { type: 'flow', text: 'Contar', url: null },
        { type: 'phone_number', text: 'Llamar', url: null },
      ],
    }
    const components = templateComponents(parts, { 'coupon.0': ' INVIERNO25 ', 'button.1.1': 'x1' }, 'ft-77')
    assert.deepEqual(await send({ type: 'template', name: 'promo', language: 'es', components }), {
      type: 'template',
      template: {
        name: 'promo',
        language: { code: 'es' },
        components: [
          { type: 'button', sub_type: 'copy_code', index: '0', parameters: [{ type: 'coupon_code', coupon_code: 'INVIERNO25' }] },
          { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'x1' }] },
          { type: 'button', sub_type: 'flow', index: '2', parameters: [{ type: 'action', action: { flow_token: 'ft-77' } }] },
        ],
      },
    })
  })
})

describe('interactive', () => {
  const row = (rowId: string) => ({ id: rowId, title: 'Quince', description: 'Dra. Paz' })
  const cases: [name: string, content: OutboundContent, expected: Shape][] = [
    [
      'buttons',
      {
        type: 'buttons',
        body: '¿Va?',
        buttons: [
          { id: 'y', title: 'Sí' },
          { id: 'n', title: 'No' },
        ],
        header: { type: 'text', text: 'Turno' },
        footer: 'pie',
      },
      {
        type: 'button',
        header: { type: 'text', text: 'Turno' },
        body: { text: '¿Va?' },
        footer: { text: 'pie' },
        action: {
          buttons: [
            { type: 'reply', reply: { id: 'y', title: 'Sí' } },
            { type: 'reply', reply: { id: 'n', title: 'No' } },
          ],
        },
      },
    ],
    [
      'a list',
      {
        type: 'list',
        body: '¿Cuándo?',
        button: 'Ver',
        sections: [
          { title: 'Hoy', rows: [row('a')] },
          { title: 'Mañana', rows: [{ id: 'b', title: 'Diez' }] },
        ],
      },
      {
        type: 'list',
        body: { text: '¿Cuándo?' },
        action: {
          button: 'Ver',
          sections: [
            { title: 'Hoy', rows: [row('a')] },
            { title: 'Mañana', rows: [{ id: 'b', title: 'Diez' }] },
          ],
        },
      },
    ],
    [
      'a link',
      { type: 'link', body: 'Acá', label: 'Abrir', url: 'https://a.b/?x=1' },
      { type: 'cta_url', body: { text: 'Acá' }, action: { name: 'cta_url', parameters: { display_text: 'Abrir', url: 'https://a.b/?x=1' } } },
    ],
    [
      'a request for the place',
      { type: 'location_request', body: '¿Dónde?' },
      { type: 'location_request_message', body: { text: '¿Dónde?' }, action: { name: 'send_location' } },
    ],
    [
      'a request for the number',
      { type: 'contact_request', body: '¿Tu número?' },
      { type: 'request_contact_info', body: { text: '¿Tu número?' }, action: { name: 'request_contact_info' } },
    ],
    [
      'a form',
      { type: 'form', body: 'Contanos', label: 'Empezar', formId: '77', token: 't', mode: 'published', screen: 'START', data: { a: 1 } },
      {
        type: 'flow',
        body: { text: 'Contanos' },
        action: {
          name: 'flow',
          parameters: {
            flow_message_version: '3',
            flow_id: '77',
            flow_token: 't',
            flow_cta: 'Empezar',
            mode: 'published',
            flow_action: 'navigate',
            flow_action_payload: { screen: 'START', data: { a: 1 } },
          },
        },
      },
    ],
    [
      'one product',
      { type: 'products', body: 'Este', catalogId: 'c', sections: [{ title: 'Uno', productIds: ['p'] }] },
      { type: 'product', body: { text: 'Este' }, action: { catalog_id: 'c', product_retailer_id: 'p' } },
    ],
    [
      'several products',
      { type: 'products', body: 'Elegí', catalogId: 'c', sections: [{ title: 'Uno', productIds: ['p', 'q'] }] },
      {
        type: 'product_list',
        header: { type: 'text', text: 'Uno' },
        body: { text: 'Elegí' },
        action: { catalog_id: 'c', sections: [{ title: 'Uno', product_items: [{ product_retailer_id: 'p' }, { product_retailer_id: 'q' }] }] },
      },
    ],
    [
      'the catalogue',
      { type: 'catalog', body: 'Todo', thumbnailProductId: 'p' },
      { type: 'catalog_message', body: { text: 'Todo' }, action: { name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'p' } } },
    ],
  ]
  for (const [name, content, expected] of cases) test(name, async () => assert.deepEqual(await send(content), { type: 'interactive', interactive: expected }))

  test('buttons under a document', async () => {
    const sent = await send({ type: 'buttons', body: '¿Va?', buttons: [{ id: 'y', title: 'Sí' }], header: { type: 'document', file: await files.pdf() } })
    assert.deepEqual((sent['interactive'] as Shape)['header'], { type: 'document', document: { id: mediaId(sent), filename: 'turno ñ.pdf' } })
  })
})

describe('acts', () => {
  test('reactions, read marks and typing name the message they are about', async () => {
    const [first] = await threadOf(the.owner.api, id)
    for (const emoji of ['👍', '']) {
      await the.owner.api.ask(routes.react, { params: { id, messageId: first!.id }, body: { emoji } })
      await the.idle()
      assert.partialDeepStrictEqual(graph.ledger.received.at(-1)!.body!, {
        to: customer.phone,
        type: 'reaction',
        reaction: { message_id: 'wamid.HOLA', emoji },
      })
    }
    await number.write(customer, [text(customer, '¿y?', { id: 'wamid.NUEVO' })])
    await the.idle()
    await the.owner.api.ask(routes.typing, { params: { id } })
    await the.owner.api.ask(routes.markRead, { params: { id } })
    const acts = await the.until(() => {
      const found = graph.ledger.courtesies.filter(({ messageId }) => messageId === 'wamid.NUEVO').map(({ kind }) => kind)
      return found.includes('typing') && found.includes('read')
    }, 'Meta heard of both')
    assert.ok(acts)
  })
})

describe('what Meta would refuse is refused before it is sent', () => {
  const button = { id: 'y', title: 'Sí' }
  const row = { id: 'a', title: 'Uno' }
  const card = { name: 'Ana', phones: [], emails: [], own: false }
  const x = (count: number) => 'x'.repeat(count)
  const cases: [name: string, content: OutboundContent, code: string][] = [
    ['4,097 characters', { type: 'text', text: '👋'.repeat(4097) }, 'content.too_long'],
    ['four buttons', { type: 'buttons', body: 'x', buttons: ['1', '2', '3', '4'].map((one) => ({ id: one, title: one })) }, 'content.too_many'],
    ['a title of 21', { type: 'buttons', body: 'x', buttons: [{ ...button, title: x(21) }] }, 'content.too_long'],
    ['blanks around an id', { type: 'buttons', body: 'x', buttons: [{ ...button, id: ' y' }] }, 'content.not_trimmed'],
    ['one title twice', { type: 'buttons', body: 'x', buttons: [button, { ...button, id: 'z' }] }, 'content.not_unique'],
    [
      'a list of eleven rows',
      { type: 'list', body: 'x', button: 'x', sections: [{ rows: Array.from({ length: 11 }, (_, at) => ({ ...row, id: `${at}` })) }] },
      'content.too_many',
    ],
    ['a section title of 25', { type: 'list', body: 'x', button: 'x', sections: [{ title: x(25), rows: [row] }] }, 'content.too_long'],
    ['a row id of 201', { type: 'list', body: 'x', button: 'x', sections: [{ rows: [{ ...row, id: x(201) }] }] }, 'content.too_long'],
    ['sections without titles', { type: 'list', body: 'x', button: 'x', sections: [{ rows: [row] }, { rows: [{ ...row, id: 'b' }] }] }, 'content.missing'],
    ['a link under 1,025 characters', { type: 'link', body: x(1025), label: 'x', url: 'https://a.b' }, 'content.too_long'],
    [
      'more than thirty products',
      {
        type: 'products',
        body: 'x',
        catalogId: 'c',
        sections: ['A', 'B'].map((title) => ({ title, productIds: Array.from({ length: 16 }, (_, at) => `${title}${at}`) })),
      },
      'content.too_many',
    ],
    [
      'products in sections without titles',
      { type: 'products', body: 'x', catalogId: 'c', sections: [{ title: '', productIds: ['a', 'b'] }] },
      'content.missing',
    ],
    ['a card without a name', { type: 'contacts', contacts: [{ ...card, name: ' ' }] }, 'content.missing'],
  ]
  for (const [name, content, code] of cases) {
    test(name, async () => {
      const problem = await the.owner.api.refused(422, routes.send, { params: { id }, body: { content, takeFloor: true } })
      assert.equal(problem.code, code)
    })
  }

  test('a list under a picture', async () => {
    const content: OutboundContent = { type: 'list', body: 'x', button: 'x', sections: [{ rows: [row] }], header: { type: 'image', file: await files.png() } }
    assert.equal((await the.owner.api.refused(422, routes.send, { params: { id }, body: { content, takeFloor: true } })).code, 'content.header_not_offered')
  })

  test('a picture as a film, and a sticker that is none', async () => {
    const png = await files.png()
    for (const content of [
      { type: 'video', file: png },
      { type: 'sticker', file: png },
    ] as const)
      assert.equal((await the.owner.api.refused(422, routes.send, { params: { id }, body: { content, takeFloor: true } })).code, 'file.type_not_offered')
  })
})
