import { setTimeout as pause } from 'node:timers/promises'
import type { MessageError } from '@chasqui/contracts'
import type { Account, InboundItem, LineState, ListenEnd } from '../adapter.ts'
import { deliveryOf } from '../deliver.ts'
import { connectionOf, type ChannelRow, type Connection } from '../directory.ts'
import { beginIncident } from '../incidents.ts'
import { setState, writeLog } from '../manage.ts'
import type { ChannelsPorts } from '../ports.ts'
import { readRow } from '../views.ts'
import { beginToSend, tellLine, wasLoggedOut } from './line.ts'
import { holdOwnership, listenedStates, Overtaken, type Claimed } from './ownership.ts'
import { waitSeconds } from './waits.ts'

/** How it ended: told to, given over to another node, or by an error that only a person can mend. */
export type Ended = 'stopped' | 'overtaken' | 'failed'

const broken = (error: unknown): ListenEnd => ({
  end: 'trouble',
  error: { code: 'channel.listening_broke', title: 'Listening broke off', detail: (error as Error).message?.slice(0, 300), retryable: true },
  afterSeconds: null,
})

/** Listens to one channel for as long as it is owned and wanted, through any number of troubles. `opened` hears whether its line, if it holds one, is open. */
export const listen = async (
  ports: ChannelsPorts,
  connection: Connection,
  claimed: Claimed,
  { signal, opened }: { signal: AbortSignal; opened(open: boolean): void },
): Promise<Ended> => {
  const { database, log, listening } = ports
  const { id, tenantId, kind, adapter, account } = connection
  const about = { tenantId, channelId: id, kind }
  let place = claimed.place
  let failures = 0

  const store = async (items: InboundItem[], next: unknown): Promise<void> => {
    const deliveries = items.map((item) => deliveryOf(connection, item))
    await database.asSystem(async (client) => {
      await holdOwnership(client, listening.node, claimed, { at: next })
      if (deliveries.length > 0) await ports.ingest.acceptWithin(client, deliveries)
    })
    place = next
    ports.hints.work(new Set(deliveries.map(({ queue }) => queue)))
    listening.stored(kind, items.length)
    // Nobody waits for it, and a broken vendor is noticed elsewhere.
    if (items.length > 0) adapter.acknowledge?.(items, account, listening.io).catch((error) => log.debug({ err: error, ...about }, 'delivery not acknowledged'))
  }
  const line = async (state: LineState): Promise<void> => {
    const open = state.state === 'connected'
    if (!open) opened(false)
    await tellLine(ports, connection, claimed, state)
    if (!open) return
    opened(true)
    await beginToSend(ports, connection)
  }
  const alive = () => {
    if (failures > 0) log.info({ ...about, failures }, 'listening works again')
    failures = 0
  }
  const once = async (): Promise<ListenEnd | 'overtaken'> => {
    try {
      return await adapter.listen!({ account, io: listening.io, signal, place, store, alive, line })
    } catch (error) {
      if (error instanceof Overtaken) return 'overtaken'
      if (!signal.aborted) log.warn({ err: error, ...about }, 'listening broke off')
      return broken(error)
    } finally {
      opened(false)
    }
  }

  while (!signal.aborted) {
    const ended = await once()
    if (ended === 'overtaken') return 'overtaken'
    if (signal.aborted) break
    if (ended.end === 'failed') return stopForPerson(ports, connection, claimed, ended.error)
    failures += 1
    const { error, afterSeconds } = ended.end === 'trouble' ? ended : { error: null, afterSeconds: null }
    const seconds = waitSeconds(failures, afterSeconds, Math.random)
    log[failures > 1 ? 'debug' : 'warn']({ ...about, code: error?.code, detail: error?.detail, seconds }, 'trouble with listening')
    if (failures === troublesTold && error) await tell(ports, connection, error).catch((cause) => log.debug({ err: cause, ...about }, 'trouble not told'))
    await pause(seconds * 1000, null, { signal }).catch(() => {})
  }
  return 'stopped'
}

/** Troubles in a row that are worth an entry in the channel's log. */
const troublesTold = 3

const tell = (ports: ChannelsPorts, { id, tenantId }: Connection, error: MessageError): Promise<unknown> =>
  ports.database.inTenant(tenantId, (tx) => writeLog(tx, ports, id, { level: 'warn', event: 'listening_troubled', detail: { ...error } }))

/** Other settings need another listener; another name or flow does not. */
export const sameSettings = (one: Account | undefined, other: Account): boolean => JSON.stringify(one?.settings) === JSON.stringify(other.settings)

/** Whether a person has disconnected the channel or changed its settings since it was listened to with these. */
const isOutdated = (ports: ChannelsPorts, { account }: Connection, row: ChannelRow): boolean =>
  !listenedStates.includes(row.state) || !sameSettings(connectionOf(ports, row)?.account, account)

/** The cause becomes the channel's state, unless somebody else listens by now or a person has changed something meanwhile. */
const stopForPerson = async (ports: ChannelsPorts, connection: Connection, claimed: Claimed, error: MessageError): Promise<Ended> => {
  const { id, tenantId } = connection
  try {
    return await ports.database.inTenant(tenantId, async (tx) => {
      const row = await readRow(tx, id, true)
      await holdOwnership(tx, ports.listening.node, claimed)
      if (isOutdated(ports, connection, row)) return 'stopped'
      await setState(tx, ports, id, 'error', error.title)
      await beginIncident(tx, ports, id, { cause: (await wasLoggedOut(tx, id)) ? 'logged_out' : 'failed', said: error.title })
      await writeLog(tx, ports, id, { level: 'error', event: 'listening_failed', detail: { ...error } })
      return 'failed'
    })
  } catch (cause) {
    if (cause instanceof Overtaken) return 'overtaken'
    ports.log.warn({ err: cause, tenantId, channelId: id }, 'the end of listening was not stored')
    return 'stopped'
  }
}
