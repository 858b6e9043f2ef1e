/**
 * Connected accounts (numbers, pages, bots): their settings and secrets, what arrives from them and how to send through them.
 * Owns: channels.channel, channels.log, channels.owner, channels.line, channels.session_key, channels.guard, channels.guard_day, channels.cold_start, channels.vendor_hold, channels.history,
 * channels.history_part, channels.sign_in, channels.incident, channels.state_change. Publishes: channel.changed. Published views: channel_card, silence_fact.
 */
import type { ChannelAnswers, ChannelKind } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import type { InboundItem, RawWebhook } from './adapter.ts'
import { createCalls } from './calls.ts'
import { canonicalLane } from './lane.ts'
import { deliverToChannel, inboundQueue, receiptQueue } from './deliver.ts'
import { createDirectory } from './directory.ts'
import { mayBegin, mayGoOn, type Asking } from './domain/whom-it-answers.ts'
import { createGateway } from './gateway.ts'
import { createGuardian } from './guardian/index.ts'
import { createMovement } from './last-moved.ts'
import { leaveLane } from './leave.ts'
import { historyLane, type KeepChat } from './history/lane.ts'
import { takeOffer } from './history/offered.ts'
import { fallLost, type LostTimer } from './incidents.ts'
import { createByLine } from './listening/by-line.ts'
import { readLinking } from './listening/line.ts'
import { createListeners } from './listening/listeners.ts'
import { createTypingByLine } from './listening/typing.ts'
import { answerWith, createChannel, updateChannel, wakeSenders } from './manage.ts'
import type { ChannelsPorts } from './ports.ts'
import { renewEveryCheck } from './renew-checks.ts'
import { restartLane } from './restart.ts'
import { registerRoutes } from './routes.ts'
import { channelNamed } from './sessions/named.ts'
import { forgetSignIns } from './sign-in/store.ts'
import { forgetStates } from './states.ts'
import { everyChannel, listChannels } from './views.ts'
import { registerWebhooks } from './webhooks.ts'

export type * from './adapter.ts'
export type { LostTimer } from './incidents.ts'
export type { LinkingFacts } from './listening/line.ts'
export type { ChannelFacts, Gateway, OutboundPayload } from './gateway.ts'
export { inboundQueue, receiptQueue } from './deliver.ts'
export { readMarkQueue } from './gateway.ts'
export { createSessionKeys, type SessionKeys } from './session-keys.ts'

export type Channels = ReturnType<typeof createChannels>

export const createChannels = (ports: ChannelsPorts) => {
  const directory = createDirectory(ports)
  const calls = createCalls(ports)
  const door = { ...ports, calls }
  const movement = createMovement(ports)
  const listeners = createListeners(ports, directory)
  const guardian = createGuardian(ports, directory)
  const byLine = createByLine(ports, listeners)
  const typingByLine = createTypingByLine(ports, directory, listeners)
  return {
    ...createGateway(ports, directory, movement, { lineOf: listeners.lineOf, byLine, typingByLine, guardian }),
    create: (tx: Tx, channel: Parameters<typeof createChannel>[2]) => createChannel(tx, ports, channel),
    update: (tx: Tx, id: string, change: Parameters<typeof updateChannel>[3]) => updateChannel(tx, ports, id, change),
    /** Lets a flow answer on a channel. */
    answerWith: (tx: Tx, id: string, flowId: string) => answerWith(tx, ports, id, flowId),
    /** Whether flows may begin with somebody by themselves on a channel that answers so. */
    mayBegin: (answers: ChannelAnswers, asking: Asking) => mayBegin(answers, asking, ports.phoneKey),
    /** Whether what began with them goes on. */
    mayGoOn: (answers: ChannelAnswers, asking: Asking) => mayGoOn(answers, asking, ports.phoneKey),
    /** What numbers are guarded by hears of: who wrote, what failed, when an account is restricted. */
    guardian: { heard: guardian.heard, answered: guardian.answered, settled: guardian.settled, locked: guardian.locked },
    /** Something came in on this channel. */
    heard: movement.heard,
    /** After the tenant could not send: every channel of the transaction's tenant looks at once for what waited. */
    wakeAll: (tx: Tx) => wakeSenders(tx, ports),
    everyChannel: () => everyChannel(ports),
    linking: (tenantId: string, id: string) => readLinking(ports, tenantId, id),
    /** The patience with a lost line is over. */
    fallLost: (tx: Tx, timer: LostTimer) => fallLost(tx, ports, timer),
    /** Asks the vendors of all channels how their accounts stand. */
    renewChecks: () => renewEveryCheck(ports, directory),
    /** Forgets what nobody made use of in time, and in which states channels were long ago. */
    cleanUp: async () => {
      await forgetSignIns(ports)
      await forgetStates(ports)
    },
    list: (tx: Tx) => listChannels(tx, ports, { limit: 200 }),
    /** The id of the channel that somebody means by its id or its name. */
    named: channelNamed,
    /** The settings with secrets opened, for the one adapter-side peer that lives in this process (the simulated phone network). */
    accountOf: async (tenantId: string, channelId: string) => {
      const connection = await directory.find(channelId)
      return connection?.tenantId === tenantId ? { kind: connection.kind, ...connection.account } : null
    },
    /** A channel of this kind that is connected, with its settings opened, whosever it is: for doors that a channel has of its own. */
    connected: async (kind: ChannelKind, channelId: string) => {
      const found = await directory.find(channelId)
      return found?.kind === kind && found.state === 'connected'
        ? { id: found.id, tenantId: found.tenantId, name: found.name, address: found.address, settings: found.account.settings }
        : null
    },
    /** The same way in as a vendor's webhook. */
    deliver: (kind: Parameters<typeof deliverToChannel>[2], channelId: string, webhook: RawWebhook) =>
      deliverToChannel(door, directory, kind, channelId, webhook),
    /**
     * What one of the product's own chats heard, in the transaction that keeps it there: both are stored, or neither. The same thing must not be handed in
     * twice; whoever keeps it knows.
     */
    takeIn: (tx: Tx, channelId: string, items: readonly InboundItem[]): void => {
      for (const item of items)
        tx.enqueue({ queue: item.bulk ? receiptQueue : inboundQueue, key: canonicalLane(channelId, item), payload: { channelId, item: item.payload } })
    },
    /** Listens to the channels whose vendors do not call us; in as many processes as one likes. */
    listeners,
    /** A vendor offers what was said before the account was connected. */
    takeOffer: (tx: Tx, channelId: string, offer: Parameters<typeof takeOffer>[4]) => takeOffer(tx, ports, directory, channelId, offer),
    /** Brings it along. */
    historyLane: (keep: KeepChat) => historyLane(ports, directory, byLine, keep),
    /** Takes leave of vendors, and begins anew what lines hang on there. */
    lanes: [leaveLane(ports, listeners), restartLane(ports, directory)],
    registerRoutes: (http: Http) => registerRoutes(http, ports, directory, { guardian, calls }),
    registerWebhooks: (http: Http) => registerWebhooks(http, door, directory),
  }
}
