import { setTimeout as pause } from 'node:timers/promises'
import type { ChannelKind } from '@chasqui/contracts'
import type { Connection, Directory } from '../directory.ts'
import type { ChannelsPorts } from '../ports.ts'
import { listen, sameSettings } from './listener.ts'
import { createOwnership, leaseSeconds, listenedStates, type Claimed } from './ownership.ts'

/** Rounds are a third of a lease apart: two may be missed. */
const everyMilliseconds = (leaseSeconds * 1000) / 3
/** Channels taken at once. Where there are more, the other nodes are told to look, and get theirs while this one rests for so many ms: what a dead node leaves is shared by all. */
const perTake = 10
const restMilliseconds = 100
/** After so many what is owned is prolonged before more is taken. */
const takesPerRound = 20
const topic = 'listening.free'
/** Listeners that begin together are spread over so many milliseconds each. */
const spreadMilliseconds = 20

type Running = { connection: Connection; claimed: Claimed; changedAt: number | null; end: AbortController; open: boolean; done: Promise<void> }

export type Listeners = {
  start(): void
  stop(): Promise<void>
  /** Whether this process listens to channels. */
  isOn(): boolean
  /** How the line of a channel stands that holds one; null when it is not this process that holds it. */
  lineOf(channelId: string): 'open' | 'closed' | null
}

/**
 * Listens to the channels of this installation that have to be: takes those that nobody listens to, prolongs what it owns, lets go what was changed, disconnected
 * or removed. Hints make it look at once, rounds find what hints missed.
 */
export const createListeners = (ports: ChannelsPorts, directory: Directory): Listeners => {
  const { log, listening } = ports
  const ownership = createOwnership({ database: ports.database, node: listening.node })
  const kinds = Object.values(ports.adapters).flatMap(({ kind, listen }) => (listen ? [kind] : []))
  const running = new Map<string, Running>()
  let stopping = false
  let provenAt = performance.now()
  let round: Promise<void> | null = null
  /** What the next round is about: channels that changed, or all that there are. */
  let next: Set<string> | 'all' | null = null
  let timer: NodeJS.Timeout | undefined
  let stopHearing: (() => void)[] = []

  const count = (kind: ChannelKind) => listening.count(kind, [...running.values()].filter(({ connection }) => connection.kind === kind).length)

  const begin = (connection: Connection, claimed: Claimed, delay: number): void => {
    const { id, tenantId, kind } = connection
    const end = new AbortController()
    const work = async () => {
      await pause(delay, null, { signal: end.signal }).catch(() => {})
      const opened = (open: boolean): void => {
        const one = running.get(id)
        if (one?.claimed === claimed) one.open = open
      }
      const how = await listen(ports, connection, claimed, { signal: end.signal, opened })
      running.delete(id)
      count(kind)
      listening.ended(kind, how)
      log.info({ tenantId, channelId: id, kind, how }, 'no longer listening')
      if (how !== 'overtaken') await ownership.release([claimed]).catch((error) => log.debug({ err: error, channelId: id }, 'ownership not given back'))
      // Whoever asked for it takes it now instead of at its next round.
      ports.hints.changed('channel', id)
      look()
    }
    running.set(id, { connection, claimed, changedAt: null, end, open: false, done: work() })
    count(kind)
    log.info({ tenantId, channelId: id, kind, fence: claimed.fence }, 'listening')
  }

  /** Prolongs these, of those that are owned, and tells how their lines are; ends what is owned no longer, not wanted any more, asked for by another node, or was given other settings. */
  const keep = async (owned: Running[]): Promise<void> => {
    const held = owned.map(({ claimed, connection: { adapter, account } }) => ({ ...claimed, load: adapter.load?.(account) ?? null }))
    const kept = new Map((await ownership.prolong(held)).map((one) => [one.channelId, one]))
    for (const one of owned) {
      const still = kept.get(one.connection.id)
      if (!still?.wanted || still.asked) one.end.abort()
      else if (one.changedAt !== still.changedAt) {
        if (await isStillItself(one.connection)) one.changedAt = still.changedAt
        else one.end.abort()
      }
    }
  }
  const isStillItself = async ({ id, account }: Connection): Promise<boolean> => {
    directory.forget(id)
    const now = await directory.find(id)
    return now !== null && sameSettings(now.account, account)
  }

  const take = async (): Promise<void> => {
    for (let takes = 1; ; takes++) {
      const claimed = await ownership.claim(kinds, perTake)
      const unfit: Claimed[] = []
      for (const [index, one] of claimed.entries()) {
        directory.forget(one.channelId)
        const connection = await directory.find(one.channelId)
        if (!connection?.adapter.listen || !listenedStates.includes(connection.state) || running.has(one.channelId) || stopping) unfit.push(one)
        else begin(connection, one, index * spreadMilliseconds)
      }
      await ownership.release(unfit)
      if (claimed.length < perTake || unfit.length > 0 || stopping) return
      ports.hints.changed(topic, listening.node)
      if (takes === takesPerRound) return look()
      await pause(restMilliseconds)
    }
  }

  /** A node that joined, or one that lost much, comes to its share: one channel after the other. */
  const askForOne = async (): Promise<void> => {
    const channelId = await ownership.askForOne(kinds)
    if (channelId === null) return
    log.info({ channelId }, 'asking another node for a channel')
    ports.hints.changed('channel', channelId)
  }

  const keepAll = async (): Promise<void> => {
    const askedAt = performance.now()
    await keep([...running.values()])
    provenAt = askedAt
  }
  /** Hundreds of lines that open tell of each step: whoever is listened to here is looked at alone. */
  const oneRound = async (about: Set<string> | 'all'): Promise<void> => {
    try {
      if (about === 'all') await keepAll()
      else await keep([...about].flatMap((id) => running.get(id) ?? []))
      if (!stopping && (about === 'all' || [...about].some((id) => !running.has(id)))) await take()
      if (!stopping && about === 'all') await askForOne()
    } catch (error) {
      log.warn({ err: error }, 'channels to listen to could not be looked through')
      // Whoever could not prolong for a whole lease may have been overtaken, and has no way to know.
      if (performance.now() - provenAt > leaseSeconds * 1000) for (const { end } of running.values()) end.abort()
    }
  }
  const beginRound = (): void => {
    if (stopping || round || next === null) return
    const about = next
    next = null
    round = oneRound(about).finally(() => {
      round = null
      beginRound()
    })
  }
  const look = (): void => {
    next = 'all'
    beginRound()
  }
  const lookAt = (id: string): void => {
    if (next !== 'all') next = (next ?? new Set()).add(id)
    beginRound()
  }

  return {
    lineOf: (channelId) => {
      const one = running.get(channelId)
      return one ? (one.open ? 'open' : 'closed') : null
    },
    isOn: () => timer !== undefined && !stopping,
    start: () => {
      if (kinds.length === 0) return
      stopHearing = [ports.hints.onChanged('channel', lookAt), ports.hints.onChanged(topic, (node) => node !== listening.node && look())]
      timer = setInterval(look, everyMilliseconds)
      look()
    },
    stop: async () => {
      stopping = true
      clearInterval(timer)
      for (const stop of stopHearing) stop()
      const endAll = () =>
        Promise.all(
          [...running.values()].map(({ end, done }) => {
            end.abort()
            return done
          }),
        )
      await endAll()
      await round
      await endAll()
    },
  }
}
