import type { Channels } from '#channels'
import type { Conversations } from '#conversations'
import type { QueueHandler } from '#platform/lanes/handler'

/** Brings along what was said before an account was connected: read by its channel, kept by conversations, one chat in one transaction. */
export const historyHandler = ({ channels, conversations }: { channels: Channels; conversations: Conversations }): QueueHandler =>
  channels.historyLane(async (tx, { channelId, linkedAt, chat, filesBefore }) => {
    const channel = await channels.facts(tx.tenantId, channelId)
    if (!channel) return { messages: 0, files: 0 }
    return conversations.keepPast(tx, channel, { ...chat, linkedAt, filesBefore })
  })
