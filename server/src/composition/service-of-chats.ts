import { LRUCache } from 'lru-cache'
import type { Analytics } from '#analytics'
import type { Campaigns } from '#campaigns'
import type { Database } from '#platform/database/open'

/** Fewer answers say nothing of the next one. */
const enough = 5
const keptFor = 10 * 60_000

const medianOf = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)]!

type Ports = {
  database: Pick<Database, 'inTenant'>
  now(): Date
  /** Asked when everything stands. */
  analytics(): Pick<Analytics, 'recentReplies'>
  campaignOfChannel: Campaigns['campaignOfChannel']
}

/** What visitors may know of the hours: `changesAt` when people come or go, null without hours. */
export type ServiceOfChat = { closed: boolean; changesAt: Date | null; replySeconds: number | null }

/**
 * The hours of whoever serves a channel, and how long an answer took of late, in time of the business: the median, ten minutes old at most, null while
 * too little is known. Every page of a site asks, so that it comes from memory.
 */
export const serviceOfChats = ({ database, now, analytics, campaignOfChannel }: Ports) => {
  const measured = new LRUCache<string, Promise<number | null>>({ max: 5000, ttl: keptFor })

  const measure = async (tenantId: string, channelId: string): Promise<number | null> => {
    const time = (await campaignOfChannel(tenantId, channelId))?.time
    const replies = await database.inTenant(tenantId, (tx) => analytics().recentReplies(tx, channelId, now()))
    if (replies.length < enough) return null
    return Math.round(
      medianOf(replies.map(({ asked, answered }) => (time ? time.businessSecondsBetween(asked, answered) : (answered.getTime() - asked.getTime()) / 1000))),
    )
  }
  const replySeconds = (tenantId: string, channelId: string): Promise<number | null> => {
    const key = `${tenantId} ${channelId}`
    const known = measured.get(key)
    if (known) return known
    const asked = measure(tenantId, channelId)
    measured.set(key, asked)
    asked.catch(() => measured.delete(key))
    return asked
  }

  return async (tenantId: string, channelId: string): Promise<ServiceOfChat> => {
    const time = (await campaignOfChannel(tenantId, channelId))?.time
    const at = now()
    const closed = time !== undefined && !time.isOpen(at)
    return { closed, changesAt: (closed ? time.nextOpening(at) : time?.nextClosing(at)) ?? null, replySeconds: await replySeconds(tenantId, channelId) }
  }
}
