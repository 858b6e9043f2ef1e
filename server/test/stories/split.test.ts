import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes, conversationRoutes, type Message } from '@chasqui/contracts'
import type { WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import { document } from '../kit/media.ts'
import type { RunningProduct } from '../kit/product.ts'
import { startSplitProduct } from '../kit/split-product.ts'
import { talksOf } from '../kit/telegram.ts'
import { upload } from '../kit/upload.ts'
import { addNumber, lineIs, lineOf, linkNumber } from '../kit/whatsapp-web.ts'
import { threadOf } from '../kit/whatsapp.ts'

/** A number by QR where one process serves browsers, one does jobs, and one holds the lines: what people do in the first has to leave by the third, whoever takes up the work. */
let sandbox: WhatsAppWeb
let the: RunningProduct
let id: string
const business = '5491150000001'
/** So many that each kind of work is taken up by either process that does jobs. */
const people = Array.from({ length: 6 }, (_, index) => `549112233000${index}`)

before(async () => {
  const split = await startSplitProduct()
  ;({ sandbox, the } = split)
  await Promise.all([split.begin('worker'), split.begin('sessions')])
})

const talkWith = async (phone: string) => (await talksOf(the.owner.api, id)).find(({ contact }) => contact.phone === `+${phone}`)
const last = async (phone: string): Promise<Message> => (await threadOf(the.owner.api, (await talkWith(phone))!.id)).at(-1)!
const send = async (phone: string, content: object) =>
  the.owner.api.send('POST', `/api/conversations/${(await talkWith(phone))!.id}/messages`, { content, takeFloor: true })
const got = (phone: string) => sandbox.network.got(phone)

describe('a product that is split by roles', () => {
  test('shows in one process the code that another is given, and is linked by scanning it', async () => {
    id = (await addNumber(the.owner.api)).id
    await lineIs(the, id, 'qr')
    const picture = await the.owner.api.send('GET', `/api/sessions/${id}/qr`)
    assert.equal(picture.status, 200)
    await linkNumber(the, sandbox, id, business)
    assert.equal((await the.owner.api.ask(channelRoutes.read, { params: { id } })).address, `+${business}`)
  })

  test('hears people, and answers them', async () => {
    for (const phone of people) await sandbox.network.say(phone, business, { conversation: 'hola' })
    for (const phone of people) await the.until(() => talkWith(phone), 'the talk')
    for (const phone of people) await send(phone, { type: 'text', text: '¿en qué te ayudo?' })
    for (const phone of people) await the.until(async () => (await last(phone)).status === 'delivered', 'the answer arrived')
    for (const phone of people)
      assert.deepEqual(
        (await got(phone)).map(({ message }) => message.extendedTextMessage?.text),
        ['¿en qué te ayudo?'],
      )
  })

  test('tells who wrote that it was read', async () => {
    const ids = new Map<string, string>()
    for (const phone of people) ids.set(phone, await sandbox.network.say(phone, business, { conversation: '¿me leíste?' }))
    for (const phone of people) {
      const talk = await the.until(async () => {
        const found = await talkWith(phone)
        return found!.unread > 0 && found
      }, 'it is unread')
      await the.owner.api.ask(conversationRoutes.markRead, { params: { id: talk.id } })
    }
    for (const phone of people)
      await the.until(async () => (await sandbox.network.told(phone)).some((one) => one.type === 'read' && one.id === ids.get(phone)), 'blue ticks')
  })

  test('shows who wrote that somebody is typing', async () => {
    for (const phone of people.slice(0, 2)) await the.owner.api.ask(conversationRoutes.typing, { params: { id: (await talkWith(phone))!.id } })
    for (const phone of people.slice(0, 2)) await the.until(async () => (await sandbox.network.shown(phone)).includes('composing'), 'it shows')
    assert.deepEqual(await sandbox.network.shown(people[5]!), [], 'and nobody else')
  })

  test('fetches the files of people where the line is, also those that only their telephones still have', async () => {
    const files = new Map(people.map((phone, index) => [phone, document(index + 1)]))
    const fileOf = (phone: string) => sandbox.network.file('document', files.get(phone)!, { mimetype: 'application/pdf', fileName: 'a.pdf' })
    const [lost, kept] = [people.slice(0, 3), people.slice(3)]
    const messages = new Map<string, Awaited<ReturnType<typeof fileOf>>>()
    for (const phone of lost) messages.set(phone, await fileOf(phone))
    // Once, before anybody fetches: what a telephone gives again must not be lost again.
    await sandbox.network.loseFiles()
    for (const phone of kept) messages.set(phone, await fileOf(phone))
    for (const phone of people) await sandbox.network.say(phone, business, messages.get(phone)!)
    for (const phone of people) {
      const file = await the.until(async () => {
        const { content } = await last(phone)
        return content.type === 'document' && content.file.state !== 'pending' && content.file
      }, 'the file was fetched')
      assert.equal(file.state, 'stored')
      assert.ok(Buffer.from(await (await fetch(`${the.url}${file.url!}`)).arrayBuffer()).equals(files.get(phone)!))
    }
  })

  test('sends a file that was uploaded in the process for browsers', async () => {
    const bytes = document(3)
    const { body: file } = await upload(the.owner.api, { bytes, type: 'application/pdf', name: 'precios.pdf' })
    await send(people[0]!, {
      type: 'document',
      file: { fileId: file.id, state: 'stored', mime: file.mime, name: file.name, size: file.size, providerMediaId: null },
    })
    const { message } = await the.until(async () => (await got(people[0]!)).find((one) => one.message.documentMessage), 'it arrives')
    assert.deepEqual(Buffer.from(await sandbox.network.openFile('document', message)), bytes)
  })

  test('begins its line anew when somebody asks for that, and goes on', async () => {
    await the.owner.api.ask(channelRoutes.restart, { params: { id } })
    await lineIs(the, id, 'connected')
    await send(people[1]!, { type: 'text', text: 'seguimos' })
    await the.until(async () => (await got(people[1]!)).some(({ message }) => message.extendedTextMessage?.text === 'seguimos'), 'it leaves')
  })

  test('takes the device out of the account when the number is disconnected, and its keys go', async () => {
    await the.owner.api.ask(channelRoutes.disconnect, { params: { id } })
    await the.until(async () => (await sandbox.network.person(business)).companions.length === 0, 'the device is out')
    await the.until(async () => (await the.admin.query('select 1 from channels.session_key')).rowCount === 0, 'its keys are gone')
    assert.equal(await lineOf(the.owner.api, id), null)
    assert.equal(await sandbox.network.replaced(), 0, 'no two lines of one device at any time')
  })
})
