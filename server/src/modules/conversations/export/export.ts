import { Readable } from 'node:stream'
import type { Conversation, Message } from '@chasqui/contracts'
import { filesOf } from '@chasqui/contracts'
import type { Sight } from '#platform/database/sight'
import { Failure } from '#platform/failure'
import type { ConversationsPorts } from '../ports.ts'
import { readConversation } from '../views.ts'
import { listMessages } from '../list-messages.ts'
import { mostInPdf, pdfOf } from './as-pdf.ts'
import { entryText, headText } from './as-text.ts'
import { clockOf, entryOf, headOf, type Speaking } from './entries.ts'
import { exportLanguage, exportWords, type ExportLanguage } from './words.ts'

export type ExportFormat = 'pdf' | 'txt' | 'json'
export type Asked = { id: string; format: ExportFormat; language: ExportLanguage | undefined; by: { name: string } }
type From = { tenantId: string; sight: Sight }
export type Exported = { mime: string; body: Readable | Buffer; name: string }

const page = 200

/**
 * All messages up to the newest of this moment, a page at a time, as its person sees them: masked, and only while it is within their reach. No
 * transaction is open while a slow reader takes them.
 */
async function* pagesOf(ports: ConversationsPorts, { tenantId, sight }: From, { id, lastSeq }: Conversation): AsyncGenerator<Message[]> {
  for (let afterSeq = 0; ;) {
    const from = afterSeq
    const { items } = await ports.database.inTenant(tenantId, (tx) => listMessages(tx, ports, id, { afterSeq: from, limit: page }), sight)
    yield items.filter(({ seq }) => seq <= lastSeq)
    if (items.length < page || items.at(-1)!.seq >= lastSeq) return
    afterSeq = items.at(-1)!.seq
  }
}

/** Signed addresses open files for whoever has them, and for an hour only: they do not leave. */
const withoutAddresses = (message: Message): Message => {
  for (const file of filesOf(message.content)) {
    delete file.url
    if (file.look) delete file.look.thumbnailUrl
  }
  return message
}

async function* jsonOf(pages: AsyncGenerator<Message[]>, head: object): AsyncGenerator<string> {
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "messages": [`
  let first = true
  for await (const messages of pages) {
    yield messages
      .map((message) => {
        const comma = first ? '' : ','
        first = false
        return `${comma}\n    ${JSON.stringify(withoutAddresses(message))}`
      })
      .join('')
  }
  yield '\n  ]\n}\n'
}

async function* textOf(pages: AsyncGenerator<Message[]>, head: string, speaking: Speaking): AsyncGenerator<string> {
  // Editors of some systems take the file as UTF-8 when it begins with this mark.
  yield `\uFEFF${head}`
  for await (const messages of pages) yield messages.map((message) => entryText(entryOf(message, speaking))).join('')
}

/** A conversation as a file. Recorded before the first byte leaves: whoever breaks the download off has read it nevertheless. */
export const exportConversation = async (ports: ConversationsPorts, from: From, { id, format, language, by }: Asked): Promise<Exported> => {
  const conversation = await ports.database.inTenant(
    from.tenantId,
    async (tx) => {
      const read = await readConversation(tx, ports, id)
      if (format === 'pdf' && read.lastSeq > mostInPdf)
        throw new Failure('invalid', 'export.too_long', `A PDF holds at most ${mostInPdf} messages. Take the text or the JSON.`)
      tx.record({ action: 'conversation.exported', subject: { kind: 'conversation', id, name: read.contact.name }, after: { format, messages: read.lastSeq } })
      return read
    },
    from.sight,
  )
  const { timeZone, locale } = await ports.business(from.tenantId)
  const spoken = language ?? exportLanguage(locale)
  const words = exportWords[spoken]
  const now = ports.now().toISOString()
  const speaking: Speaking = { words, contact: conversation.contact.name, time: clockOf(timeZone) }
  const head = headOf(conversation, speaking, { at: now, by: by.name, timeZone })
  const name = `conversation-${now.slice(0, 10)}-${id.slice(-8)}.${format}`
  const pages = pagesOf(ports, from, conversation)
  if (format === 'json')
    return {
      name,
      mime: 'application/json; charset=utf-8',
      body: Readable.from(jsonOf(pages, { exportedAt: now, exportedBy: by.name, timeZone, conversation })),
    }
  if (format === 'txt') return { name, mime: 'text/plain; charset=utf-8', body: Readable.from(textOf(pages, headText(head), speaking)) }
  const entries = []
  for await (const messages of pages) for (const message of messages) entries.push(entryOf(message, speaking))
  return { name, mime: 'application/pdf', body: await pdfOf({ ...head, entries, page: words.page, pictures: words.pictures, language: spoken }) }
}
