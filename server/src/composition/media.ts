import { filesOf } from '@chasqui/contracts'
import type { Channels, MediaOutcome } from '#channels'
import type { Conversations } from '#conversations'
import type { Files } from '#files'
import { Failure } from '#platform/failure'
import type { Database } from '#platform/database/open'
import type { QueueHandler } from '#platform/lanes/handler'

type Wanted = { channelId: string; messageId: string }
type Stored = { messageId: string; providerMediaId: string; fileId: string | null; size: number | null; mime?: string; failure?: string }
type Ports = { channels: Channels; conversations: Conversations; files: Files; database: Database }

const patience = 6

/** Brings the bytes of customers' files home while the provider still has them. The call happens outside of any transaction. */
export const mediaHandler = ({ channels, conversations, files, database }: Ports): QueueHandler => {
  const keep = async (
    tenantId: string,
    providerMediaId: string,
    name: string | null,
    claimed: string,
    outcome: Extract<MediaOutcome, { result: 'fetched' }>,
  ): Promise<Omit<Stored, 'messageId'>> => {
    try {
      const file = await files.keep(tenantId, { bytes: outcome.media.bytes, mime: claimed || outcome.media.mime, name, userId: null })
      return { providerMediaId, fileId: file.id, size: file.size, mime: file.mime }
    } catch (error) {
      if (error instanceof Failure) return { providerMediaId, fileId: null, size: null, failure: error.message }
      throw error
    }
  }
  const fetchAll = async (tenantId: string, { channelId, messageId }: Wanted, attempts: number): Promise<Stored[]> => {
    const content = await database.inTenant(tenantId, (tx) => conversations.pendingFile(tx, messageId))
    const stored: Stored[] = []
    for (const file of content ? filesOf(content) : []) {
      if (file.state !== 'pending' || !file.providerMediaId) continue
      const outcome = await channels.fetchMedia(tenantId, channelId, file.providerMediaId)
      if (outcome.result === 'retry' && attempts + 1 < patience) throw new Error(`file not fetched yet: ${outcome.reason}`)
      if (outcome.result === 'fetched') stored.push({ messageId, ...(await keep(tenantId, file.providerMediaId, file.name, file.mime, outcome)) })
      else stored.push({ messageId, providerMediaId: file.providerMediaId, fileId: null, size: null, failure: outcome.reason })
    }
    return stored
  }
  return {
    queue: 'media',
    concurrency: 6,
    maxAttempts: patience + 1,
    outside: (tenantId, [job]) => fetchAll(tenantId, job!.payload as Wanted, job!.attempts),
    handle: async (tx, _jobs, outside) => {
      for (const { messageId, ...file } of outside as Stored[])
        await conversations.storeFetchedFile(tx, messageId, { ...file, state: file.fileId ? 'stored' : 'failed' })
    },
  }
}
