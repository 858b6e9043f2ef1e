import { readMarkQueue, type Channels } from '#channels'
import type { Conversations } from '#conversations'
import type { Database } from '#platform/database/open'
import { Elsewhere, NotBefore, type QueueHandler } from '#platform/lanes/handler'
import type { Log } from '#platform/log'

type Ports = { channels: Pick<Channels, 'markReadByLine'>; conversations: Pick<Conversations, 'heard'>; database: Pick<Database, 'inTenant'>; log: Log }

/** Tries by a line that is open; then the customer is left without blue ticks. */
const patience = 6

/** Tells customers by the line of a number that their message was read. It waits for the line, wherever that is, for as long as the number is linked; told twice it is one mark. */
export const readMarkHandler = ({ channels, conversations, database, log }: Ports): QueueHandler => ({
  queue: readMarkQueue,
  concurrency: 4,
  maxAttempts: patience + 1,
  outside: async (tenantId, [job]) => {
    const { messageId } = job!.payload as { messageId: string }
    const heard = await database.inTenant(tenantId, (tx) => conversations.heard(tx, messageId))
    if (!heard) return
    await channels.markReadByLine(tenantId, heard).catch((error: unknown) => {
      if (error instanceof Elsewhere || error instanceof NotBefore || job!.attempts + 1 < patience) throw error
      log.warn({ err: error, tenantId, messageId }, 'read mark not sent')
    })
  },
  handle: async () => {},
})
