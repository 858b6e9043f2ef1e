import type { PauseReason, Presence } from '@chasqui/contracts'
import type { Doer } from '#platform/acts/act'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { PresencePorts } from './ports.ts'
import { lockStanding, nameOf, presentEverywhere, saveEntry, saveLeaving, type Standing } from './store.ts'

/** Milliseconds between the last closed page and offline: a reload, a tunnel or a change of networks is no absence. */
const grace = 2 * 60 * 1000

export type Wish = { state: 'available' | 'busy' } | { state: 'paused'; reason: PauseReason }

type State = Pick<Standing, 'state' | 'reason'>
const factsOf = ({ state, reason }: State) => ({ state, ...(reason && { reason }) })

/** `by` is who does it where nobody called for it: the person by opening a page, the product by their absence. */
const enter = async (tx: Tx, ports: PresencePorts, userId: string, [before, next]: [State, State], by?: Doer): Promise<Presence> => {
  const at = ports.now()
  const subject = { kind: 'user', id: userId }
  tx.record({ action: 'presence.changed', subject, before: factsOf(before), after: factsOf(next), ...(by && { by }) })
  await saveEntry(tx, { id: ports.newId(), userId, ...next, at })
  const presence = { userId, ...next, since: at.toISOString() }
  tx.publish({ type: 'agent.status_changed', payload: presence })
  await ports.changed(tx, presence)
  return presence
}

/** A first page of theirs is open: whoever was offline is available; a pause outlives a reload. */
export const arrive = async (tx: Tx, ports: PresencePorts, userId: string): Promise<void> => {
  const standing = await lockStanding(tx, userId, ports.now())
  if (standing.leftAt) await saveLeaving(tx, userId, null)
  if (standing.state === 'offline')
    await enter(tx, ports, userId, [standing, { state: 'available', reason: null }], { kind: 'user', id: userId, name: await nameOf(tx, userId) })
}

/** The last page was closed: offline after the grace, unless they come back. */
export const leave = async (tx: Tx, ports: PresencePorts, userId: string): Promise<void> => {
  const now = ports.now()
  await lockStanding(tx, userId, now)
  await saveLeaving(tx, userId, now)
  const payload = { type: 'presence_grace', userId, leftAt: now.toISOString() }
  tx.enqueue({ queue: 'due', key: `presence ${userId}`, payload, runAt: new Date(now.getTime() + grace) })
  tx.afterCommit(() => ports.hints.changed('presence.left', `${tx.tenantId} ${userId}`))
}

/** The grace of one leaving is over; a later arrival or leaving has made it void. */
export const endGrace = async (tx: Tx, ports: PresencePorts, userId: string, leftAt: string): Promise<void> => {
  const standing = await lockStanding(tx, userId, ports.now())
  if (standing.leftAt?.toISOString() !== leftAt) return
  await saveLeaving(tx, userId, null)
  if (standing.state !== 'offline') await enter(tx, ports, userId, [standing, { state: 'offline', reason: null }], { kind: 'system', id: null, name: null })
}

/** What somebody says of themselves. Said without an open page it holds for the grace. */
export const setPresence = async (tx: Tx, ports: PresencePorts, userId: string, wish: Wish): Promise<Presence> => {
  const { state, reason, since } = await lockStanding(tx, userId, ports.now())
  const next = { state: wish.state, reason: wish.state === 'paused' ? wish.reason : null }
  if (state === 'offline') await leave(tx, ports, userId)
  if (state === next.state && reason === next.reason) return { userId, state, reason, since: since.toISOString() }
  return enter(tx, ports, userId, [{ state, reason }, next])
}

/** What a supervisor says of somebody who is here; whoever is not cannot be made to be. */
export const setPresenceFor = async (tx: Tx, ports: PresencePorts, userId: string, wish: Wish): Promise<Presence> => {
  if ((await nameOf(tx, userId)) === null) throw absent('user')
  const { state } = await lockStanding(tx, userId, ports.now())
  if (state === 'offline') throw new Failure('conflict', 'presence.offline', 'This person is not here.')
  return setPresence(tx, ports, userId, wish)
}

/** After a start: a process that died noticed nobody leave. Whoever has a page open comes back within the grace. */
export const noticeRestart = async (ports: PresencePorts): Promise<void> => {
  for (const { tenantId, userId } of await presentEverywhere(ports.database.system)) await ports.database.inTenant(tenantId, (tx) => leave(tx, ports, userId))
}
