import type { Conversations, FlowTyping } from '#conversations'
import type { Channels } from '#channels'
import type { Database } from '#platform/database/open'
import type { Log } from '#platform/log'
import { lightPause } from '#platform/rest'

type Ports = {
  database: Pick<Database, 'inTenant'>
  now(): Date
  log: Pick<Log, 'debug'>
  isSuspended(tenantId: string): Promise<boolean>
  conversations(): Pick<Conversations, 'typingStands'>
  channels(): Pick<Channels, 'showTyping' | 'hideTyping'>
}

/** Conversations in which one process shows it at a time; beyond that a customer just sees nothing. */
const most = 1000
/** ms between two looks whether what was said before has left: quickly at first, and what is held back for more than some ten seconds is not waited for. */
const firstLook = 100
const slowestLook = 6400
/** Shown again after this part of the time for which it shows. */
const renewed = 0.8

/**
 * Shows customers “typing…” while a flow takes its time. A courtesy: it is written down nowhere, so that a process that dies takes it along; one that fails is
 * not tried again; it waits for messages, and no message waits for it.
 */
export const createFlowTyping = ({ database, now, log, isSuspended, conversations, channels }: Ports) => {
  /** By conversation, what is shown there now: what comes later takes its place. */
  const shown = new Map<string, FlowTyping>()

  /** Whether it shows when this is over. */
  const show = async (typing: FlowTyping): Promise<boolean> => {
    const { tenantId, channelId, conversationId, providerMessageId, to, until } = typing
    const left = () => until.getTime() - now().getTime()
    let look = firstLook
    let shows = false
    while (left() > 0 && shown.get(conversationId) === typing) {
      const standing = (await isSuspended(tenantId)) ? 'over' : await database.inTenant(tenantId, (tx) => conversations().typingStands(tx, typing))
      if (standing === 'said') return false
      if (standing === 'over') return shows
      let wait = look
      if (standing === 'stands') {
        const seconds = await channels().showTyping(tenantId, channelId, providerMessageId, to, null)
        if (seconds === null) return false
        shows = true
        wait = seconds * 1000 * renewed
      } else if (look > slowestLook) return shows
      else look *= 2
      await lightPause(Math.min(wait, Math.max(left(), 0)))
    }
    return shows && shown.get(conversationId) === typing
  }

  const keep = async (typing: FlowTyping): Promise<void> => {
    const { tenantId, channelId, conversationId, to } = typing
    if (shown.size >= most && !shown.has(conversationId)) return
    shown.set(conversationId, typing)
    try {
      if (await show(typing)) await channels().hideTyping(tenantId, channelId, to)
    } catch (error) {
      log.debug({ err: error }, 'typing of a flow not shown')
    } finally {
      if (shown.get(conversationId) === typing) shown.delete(conversationId)
    }
  }

  return (typing: FlowTyping): void => void keep(typing)
}
