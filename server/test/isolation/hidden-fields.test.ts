import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import {
  apiKeyRoutes,
  authRoutes,
  contactRoutes,
  conversationRoutes,
  permissions,
  taskRoutes,
  type Contact,
  type HiddenField,
  type RouteContract,
} from '@chasqui/contracts'
import * as inbound from '../doubles/graph-api/inbound.ts'
import { createApi } from '../kit/api.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { memberWith } from '../kit/own-role.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { addressWith, everyRoute } from '../kit/route-table.ts'
import { openScreen } from '../kit/screen.ts'
import { connectNumber, conversationWith, threadOf, type Number } from '../kit/whatsapp.ts'

/** What is hidden from a person is in nothing that they are told: it is sought in every answer, header and frame, however it is spelt. */
let the: RunningProduct
let number: Number
const [old, phone, nameless, carded] = ['5491170020001', '5491170020099', '5493517002233', '5491170020044']
const [email, cardsEmail] = ['escondida@clienta.example', 'tarjeta@clienta.example']
const bare = (digits: string) => digits.replace(/^549/, '')
const numbers = [old, phone, nameless, carded].flatMap((digits) => [
  bare(digits),
  Buffer.from(`x${bare(digits)}`)
    .toString('base64')
    .slice(4, 12),
])
const addresses = [email, cardsEmail, 'escondida@', '@clienta']
let contact: Contact
let other: Contact
let conversation: string

before(async () => {
  ;({ the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api)
  const ana = { phone: old, name: 'Ana Escondida' }
  // As Meta makes its ids: the number of the person within.
  const wamid = (digits: string) => `wamid.${Buffer.from(`HBgN${digits}FQIAEhg`).toString('base64')}`
  await number.write(ana, [inbound.text(ana, 'hola', { id: wamid(old) })])
  const card = {
    name: { formatted_name: `+54 9 11 ${carded.slice(5, 9)}-${carded.slice(9)}` },
    phones: [{ phone: `+${carded}`, wa_id: carded }],
    emails: [{ email: cardsEmail }],
  }
  await number.write(ana, [inbound.contactCards(ana, [card])])
  await the.idle()
  await number.write(ana, [inbound.system(ana, { type: 'user_changed_number', wa_id: phone, body: `User A changed from ${old} to ${phone}` })])
  await number.write({ phone: nameless, name: `+${nameless}` }, [inbound.text({ phone: nameless }, 'buenas')])
  await the.idle()
  await the.idle()
  contact = (await the.owner.api.ask(contactRoutes.list, { query: { q: phone } })).items[0]!
  other = (await the.owner.api.ask(contactRoutes.list, { query: { q: nameless } })).items[0]!
  await the.owner.api.ask(contactRoutes.update, { params: { id: contact.id }, body: { email } })
  conversation = (await conversationWith(the.owner.api, number.channelId, phone))!.id
  await the.owner.api.ask(conversationRoutes.send, { params: { id: conversation }, body: { content: 'respuesta' } as never })
  await the.owner.api.ask(taskRoutes.create, { body: { title: `Llamar al ${phone}`, details: `O escribir a ${email}`, contactId: contact.id } })
  await the.idle()
})

const memberHidden = (hides: HiddenField[]) => memberWith(the, the.owner, { hides })

const idsOf = async (path: string): Promise<Record<string, string>> => {
  const first = async (list: string) => (await the.owner.api.send<{ items: { id: string }[] }>('GET', list)).body.items?.[0]?.id ?? ''
  const noun = path.split('/')[2]!
  if (noun === 'flow-runs') return { id: await first(`/api/flows/${await first('/api/flows')}/runs`) }
  const id = { conversations: conversation, contacts: contact.id, channels: number.channelId, users: the.owner.userId }[noun] ?? (await first(`/api/${noun}`))
  return { id, channelId: number.channelId, sessionId: number.channelId, chatId: contact.id, phone: old, version: '1' }
}

/** Everything that this caller is told by any reading operation, and with which searches. */
const words = [`q=${phone.slice(-6)}`, `q=${bare(nameless)}`, `q=${encodeURIComponent('escondida@cl')}`, 'q=hola', 'q=changed']
/** An operation that takes no words answers the same whatever they are. */
const takesWords = ({ query }: RouteContract): boolean => {
  const understood = query?.safeParse({ q: 'hola' })
  return understood !== undefined && (!understood.success || 'q' in (understood.data as object))
}
const searchesOf = (route: RouteContract): string[] => {
  // Nothing is found in the bytes of a PDF.
  if (route.id === 'conversations.export') return ['format=txt', 'format=json']
  if (route.id === 'conversations.search') return words
  return route.query ? ['', 'limit=200', ...(takesWords(route) ? words : [])] : ['']
}
const everythingRead = async (person: Pick<Person, 'api'>): Promise<{ route: string; text: string }[]> => {
  const told: { route: string; text: string }[] = []
  for (const route of everyRoute.filter(({ method, permission }) => method === 'GET' && !['public', 'host'].includes(permission))) {
    const ids = await idsOf(route.path)
    for (const search of searchesOf(route)) {
      const { status, text, headers } = await person.api.send('GET', addressWith(route, ids, search))
      assert.ok(status < 500, `${route.id} ${text}`)
      // What was sought is told back by no answer, so that it may be looked for.
      told.push({ route: `${route.id} ${search} ${status}`, text: `${text} ${JSON.stringify([...headers])}` })
    }
  }
  return told
}
const assertNowhere = (told: { route: string; text: string }[], traces: string[]) => {
  for (const { route, text } of told)
    for (const trace of traces)
      assert.ok(!text.replaceAll(/[\s().-]/g, '').includes(trace.replaceAll(/[\s().-]/g, '')), `${route} shows ${trace}: ${text.slice(0, 3000)}`)
}

test('whoever is hidden nothing from reads all of it, so that the tests below look for something', async () => {
  const told = (await everythingRead(the.owner)).map(({ text }) => text).join('\n')
  for (const trace of [phone, nameless, carded, email, cardsEmail]) assert.ok(told.includes(trace), trace)
})

test('no answer of any reading operation holds a number, and no search finds one', async () => {
  const person = await memberHidden(['phone'])
  const told = await everythingRead(person)
  assertNowhere(told, numbers)
  assert.ok(told.some(({ text }) => text.includes(email)))
  for (const q of [phone.slice(-6), phone.slice(-4), bare(nameless), carded]) {
    assert.deepEqual((await person.api.ask(contactRoutes.list, { query: { q } })).items, [], q)
    assert.deepEqual((await person.api.ask(conversationRoutes.list, { query: { q } })).items, [], q)
    assert.deepEqual((await person.api.ask(conversationRoutes.search, { query: { q } })).items, [], q)
  }
})

test('nor does one that spells the digits in another width, or with marks between them', async () => {
  const person = await memberHidden(['phone', 'email'])
  const wide = (text: string) => [...text].map((sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)).join('')
  const marked = (text: string) => [...text].map((sign) => `${sign}\u0301`).join('')
  const ana = { phone, name: 'Ana Escondida' }
  await number.write(ana, [inbound.text(ana, `llámame al ${phone}`)])
  await the.idle()
  assert.equal((await the.owner.api.ask(conversationRoutes.search, { query: { q: phone.slice(0, 7) } })).items.length, 1)
  for (const q of [wide(phone), wide(phone.slice(0, 7)), marked(phone), `\u00ad${wide(carded)}`, `${wide(old)} changed`])
    assert.deepEqual((await person.api.ask(conversationRoutes.search, { query: { q } })).items, [], q)
  assert.ok((await person.api.ask(conversationRoutes.search, { query: { q: 'llamame' } })).items.length > 0)
})

test('nor an e-mail address, and no search finds one', async () => {
  const person = await memberHidden(['email'])
  const told = await everythingRead(person)
  assertNowhere(told, addresses)
  assert.ok(told.some(({ text }) => text.includes(phone)))
  for (const q of [email, 'escondida@', 'clienta.example']) assert.deepEqual((await person.api.ask(contactRoutes.list, { query: { q } })).items, [], q)
  assert.deepEqual((await person.api.ask(conversationRoutes.list, { query: { q: email } })).items, [])
})

test('masked, people are still told apart: country and last digits, first letter', async () => {
  const person = await memberHidden(['phone', 'email'])
  const seen = await person.api.ask(contactRoutes.read, { params: { id: contact.id } })
  assert.deepEqual([seen.phone, seen.email, seen.name ?? seen.profileName], ['+54 9 ··· ··99', 'e···@···', 'Ana Escondida'])
  assert.equal((await person.api.ask(contactRoutes.read, { params: { id: other.id } })).profileName, '+54 9 ··· ··33')
  const named = await the.owner.api.ask(contactRoutes.create, { body: { name: 'Pedro pedro@casa.example 11 5555-6677' } })
  assert.equal((await person.api.ask(contactRoutes.read, { params: { id: named.id } })).name, 'Pedro p···@··· ···')
  const cards = (await threadOf(person.api, conversation)).flatMap(({ content }) => (content.type === 'contacts' ? content.contacts : []))
  assert.deepEqual(
    cards.map((card) => [card.name, card.phones.map((one) => one.phone), card.emails]),
    [['+54 9 ··· ··44', ['+54 9 ··· ··44'], ['t···@···']]],
  )
})

describe('on an open screen', () => {
  test('frames are masked for whoever is hidden something from, and whole for the others', async () => {
    const [whole, masked] = [
      await openScreen(the.url, the.owner.api.token!, 0),
      await openScreen(the.url, (await memberHidden(['phone', 'email'])).api.token!, 1),
    ]
    const ana = { phone, name: 'Ana Escondida' }
    await number.write(ana, [inbound.contactCards(ana, [{ name: { formatted_name: 'Tarjeta nueva' }, phones: [{ phone: `+${carded}`, wa_id: carded }] }])])
    await the.owner.api.ask(contactRoutes.update, { params: { id: contact.id }, body: { city: 'Salta' } })
    for (const screen of [whole, masked]) {
      await screen.hear('chat.message', ({ message }) => JSON.stringify(message.content).includes('Tarjeta nueva'))
      await screen.hear('contact.updated')
      await screen.hear('chat.updated', (message) => message.conversation.contact.id === contact.id)
    }
    assert.ok(JSON.stringify(whole.heard).includes(phone) && JSON.stringify(whole.heard).includes(carded))
    assertNowhere(
      masked.heard.map((one) => ({ route: one.name, text: JSON.stringify(one) })),
      [...numbers, ...addresses],
    )
    for (const screen of [whole, masked]) screen.close()
  })
})

describe('writing', () => {
  test('a mask cannot be written over what it hides, nor anything else; other fields can', async () => {
    const person = await memberHidden(['phone', 'email'])
    const seen = await person.api.ask(contactRoutes.read, { params: { id: contact.id } })
    for (const body of [
      { phone: seen.phone },
      { phone: '+5491170099999' },
      { phone: null },
      { email: 'otra@clienta.example' },
      { city: 'Jujuy', email: null },
    ]) {
      const refused = await person.api.refused(403, contactRoutes.update, { params: { id: contact.id }, body })
      assert.equal(refused.code, 'contact.field_hidden')
    }
    assert.equal((await person.api.send('PATCH', `/api/contacts/${contact.id}`, { email: seen.email })).status, 422)
    await person.api.ask(contactRoutes.update, { params: { id: contact.id }, body: { city: 'Jujuy' } })
    const kept = await the.owner.api.ask(contactRoutes.read, { params: { id: contact.id } })
    assert.deepEqual([kept.phone, kept.email, kept.city], [`+${phone}`, email, 'Jujuy'])
  })

  test('who does not see numbers still answers people', async () => {
    const person = await memberHidden(['phone'])
    const sent = await person.api.ask(conversationRoutes.send, { params: { id: conversation }, body: { content: 'desde lejos' } as never })
    await the.idle()
    const stored = (await threadOf(the.owner.api, conversation)).find(({ id }) => id === sent.id)!
    assert.ok(['sent', 'delivered', 'read'].includes(stored.status), stored.status)
    assert.equal((await person.api.refused(409, contactRoutes.create, { body: { phone: `+${phone}` } })).detail, 'Another contact has this number.')
  })
})

test('programs are kept from it by their key', async () => {
  const { secret, key } = await the.owner.api.ask(apiKeyRoutes.create, {
    body: { name: 'Tablero', scopes: [...permissions], hides: ['email', 'phone'], reach: 'queue' },
  })
  assert.deepEqual([key.reach, key.hides], ['queue', ['phone', 'email']])
  assertNowhere(await everythingRead({ api: createApi(the.url, null, secret) }), [...numbers, ...addresses])
})

test('what cannot be masked is closed, and the person is told what they may', async () => {
  const person = await memberHidden(['phone'])
  const me = await person.api.ask(authRoutes.me)
  assert.deepEqual([me.reach, me.hides], ['all', ['phone']])
  for (const closed of ['simulator.use', 'deadLetters.read', 'audit.read'] as const) assert.ok(!me.permissions.includes(closed), closed)
  assert.equal((await person.api.send('GET', '/api/dead-letters')).status, 403)
})

describe('a hidden address in the words of messages', () => {
  const search = async (person: Person, q: string, more: { limit?: number; cursor?: string } = {}) =>
    person.api.ask(conversationRoutes.search, { query: { q, ...more } })
  const found = async (person: Person, q: string) => (await search(person, q)).items.length
  const secret = 'xilofonista@clienta.example'
  const sent = ['zanahoria', `escribime a ${secret} cuando puedas, zanahoria`, 'zanahoria dos', secret, 'zanahoria tres']
  before(async () => {
    await the.owner.api.ask(contactRoutes.update, { params: { id: contact.id }, body: { email: secret } })
    const ana = { phone, name: 'Ana Escondida' }
    for (const text of sent) await number.write(ana, [inbound.text(ana, text)])
    await the.idle()
  })

  test('is not guessed by the beginning of it, nor by leaving it out', async () => {
    const person = await memberHidden(['email'])
    assert.equal(await found(the.owner, 'xilof'), 2, 'the words are in the index')
    for (const q of ['xi', 'xilofonista', 'xilof zanahoria', `"${secret.split('@')[0]}"`, 'zzz or "xilofonista"']) assert.equal(await found(person, q), 0, q)
    for (const q of ['zanahoria -xilofonista', 'zanahoria -"xilofonista"', `zanahoria -xilof`, 'zanahoria -tarjeta', '"zanahoria" -nada'])
      assert.equal(await found(person, q), 4, q)
    assert.equal(await found(the.owner, `zanahoria -"${secret}"`), 3)
    for (const q of ['-xilofonista', '-"xilofonista"', '"" -xilofonista']) assert.equal(await found(person, q), 0, q)
  })

  test('takes no place on a page and leads to no other one', async () => {
    const person = await memberHidden(['email'])
    const pages: string[][] = []
    let cursor: string | undefined
    do {
      const page = await search(person, 'zanahoria -dos', { limit: 1, ...(cursor && { cursor }) })
      pages.push(page.items.map(({ snippet }) => snippet))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    assert.deepEqual(pages, [['zanahoria tres'], ['escribime a x···@··· cuando puedas, zanahoria'], ['zanahoria']])
    const page = await search(person, 'xi', { limit: 1 })
    assert.deepEqual(page, { items: [], nextCursor: null })
  })

  test('nor is a number that is hidden by its first digits', async () => {
    const person = await memberHidden(['phone'])
    const ana = { phone, name: 'Ana Escondida' }
    await number.write(ana, [inbound.text(ana, `mi fijo es ${phone}`)])
    await the.idle()
    assert.ok((await found(the.owner, 'fijo 5491')) === 1)
    for (const q of ['fijo 549', 'fijo 5491']) assert.equal(await found(person, q), 0, q)
    for (const q of ['fijo', 'fijo -5491', 'fijo -549']) assert.equal(await found(person, q), 1, q)
  })
})
