import { type GuardLimits, HoldCause, morningAfter, type NumberGuard, type SendingHold } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { ClaimedEntry } from '#platform/outbox/entry'
import type { Route } from '#platform/outbox/route'
import { countHeld, releaseHeld } from '#platform/outbox/hold'
import type { Settled } from '#platform/outbox/settle'
import type { Sanction } from '../adapter.ts'
import type { Directory } from '../directory.ts'
import { changed, writeLog } from '../manage.ts'
import type { ChannelsPorts } from '../ports.ts'
import { readRow } from '../views.ts'
import { lockHours } from './domain/judge.ts'
import { count, dayAt, guardOf, heldCodes, lockGuard, standingOf, type Guarded } from './facts.ts'
import { holdByVendor, vendorCodes } from './hold-by-vendor.ts'
import { holdStrangers } from './hold-strangers.ts'
import { activeHolds, beginHold, endHolds, shownHold } from './vendor-holds.ts'

/** How many strangers a day and how fast, as the trail keeps it. */
const recorded = ({ limits: { now } }: NumberGuard) => ({
  strangersFirstDay: now.first,
  strangersMoreEachDay: now.step,
  strangersAtMost: now.most,
  messagesAMinute: now.perMinute,
})

const digits = (address: string): string => address.replaceAll(/\D/g, '')

/**
 * Guards numbers that are linked without their network's consent: strangers are written to within a budget of the day that grows with the number's age and shrinks with its
 * troubles, and not at all while the network restricts the account. What does not leave waits, and says why and until when. Answers are never held.
 * Where vendors tell what may not be sent, their word holds it back as long as it stands.
 */
export const createGuardian = (ports: ChannelsPorts, directory: Directory) => {
  const of = async (channelId: string): Promise<Guarded | null> => guardOf(ports, await directory.find(channelId))

  const release = async (tx: Tx, channelId: string, subject: string | null, codes: readonly string[] = heldCodes): Promise<void> => {
    const released = await releaseHeld(tx, channelId, { codes, subject, now: ports.now() })
    if (released.length > 0)
      await ports.tellHeld(
        tx,
        released.map((messageId) => ({ messageId, error: null })),
      )
  }

  const read = async (tx: Tx, channelId: string): Promise<NumberGuard | null> => {
    await readRow(tx, channelId)
    const guarded = await of(channelId)
    if (!guarded) return null
    const now = ports.now()
    const { days, used, verdict, heldUntil, limits } = await standingOf(tx, guarded, now)
    return {
      limits: { ...limits, standard: guarded.standard },
      score: verdict.score,
      causes: verdict.causes,
      budget: { limit: verdict.budget, used, renewsAt: new Date(morningAfter(1, now.getTime(), guarded.timeZone)).toISOString() },
      held: await countHeld(tx, channelId, heldCodes),
      breaker: heldUntil && { cause: 'account_locked', until: heldUntil.toISOString() },
      days,
    }
  }

  /** What vendors said holds no more; whoever still has to wait is held again. */
  const letGo = async (tx: Tx, channelId: string, causes: readonly HoldCause[]): Promise<string[]> => {
    const ended = await endHolds(tx, ports, channelId, causes)
    if (ended.length > 0) await release(tx, channelId, null, vendorCodes)
    return ended.map(({ cause }) => cause)
  }

  return {
    /** How claimed entries of a channel are held back; undefined where nothing is. */
    holdOf: async (tenantId: string, channelId: string): Promise<Route['hold']> => {
      const guarded = await of(channelId)
      if (guarded) return (entries: ClaimedEntry[]) => holdStrangers(ports, guarded, entries)
      return (await directory.isHeld(channelId)) ? (entries: ClaimedEntry[]) => holdByVendor(ports, { tenantId, channelId }, entries) : undefined
    },
    read,
    /** What a vendor's word holds back now, and how many messages wait for that. */
    holds: async (tx: Tx, channelId: string): Promise<{ holds: SendingHold[]; waiting: number }> => {
      const holds = (await activeHolds(tx, channelId, ports.now())).map(shownHold)
      return { holds, waiting: holds.length > 0 ? await countHeld(tx, channelId, vendorCodes) : 0 }
    },
    /** The vendor says what may not be sent any more, or may again. News of another number of the same account is passed over. */
    heed: async (tx: Tx, channelId: string, sanction: Sanction): Promise<void> => {
      const own = (await directory.find(channelId))?.address ?? null
      if (own !== null && sanction.number !== null && digits(own) !== digits(sanction.number)) return
      if ('ends' in sanction) return void (await letGo(tx, channelId, sanction.ends))
      const { begins: cause, until, said } = sanction
      await beginHold(tx, ports, channelId, { cause, until: until === null ? null : new Date(until), said: said && { code: said.code, title: said.title } })
    },
    /** Somebody wrote: what the business begins with them is an answer now. */
    answered: async (tx: Tx, { id, channelId }: { id: string; channelId: string }): Promise<void> => {
      if (!(await directory.isHeld(channelId))) return
      await lockGuard(tx, channelId)
      await release(tx, channelId, id, vendorCodes)
    },
    /** Somebody wrote in a conversation for the first time: no stranger any more, and what was held for them leaves. */
    heard: async (tx: Tx, { id, channelId, contactId }: { id: string; channelId: string; contactId: string }): Promise<void> => {
      if (!(await of(channelId))) return
      await lockGuard(tx, channelId)
      const { rows } = await tx.query<{ day: string }>(
        `update channels.cold_start set answered_at = $4 where tenant_id = $1 and channel_id = $2 and contact_id = $3 and answered_at is null returning day::text`,
        [tx.tenantId, channelId, contactId, ports.now()],
      )
      if (rows[0])
        await tx.query('update channels.guard_day set answered = answered + 1 where tenant_id = $1 and channel_id = $2 and day = $3::date', [
          tx.tenantId,
          channelId,
          rows[0].day,
        ])
      await release(tx, channelId, id)
    },
    /** What failed counts against the number. */
    settled: async (tx: Tx, channelId: string, settled: readonly Settled[]): Promise<void> => {
      const failed = settled.filter(({ kind, state }) => kind === 'message' && state === 'failed').length
      const guarded = failed > 0 ? await of(channelId) : null
      if (guarded) await count(tx, channelId, dayAt(ports.now(), guarded.timeZone), { failed })
    },
    /** The network restricts the account: strangers are left alone for some hours, longer each time. Told again meanwhile it is the same restriction. */
    locked: async (tx: Tx, channelId: string): Promise<void> => {
      const guarded = await of(channelId)
      if (!guarded) return
      const now = ports.now()
      await lockGuard(tx, channelId)
      const { today, days, heldUntil } = await standingOf(tx, guarded, now)
      if (heldUntil !== null) return
      await count(tx, channelId, today, { locks: 1 })
      const hours = lockHours(1 + days.reduce((sum, { locks }) => sum + locks, 0))
      const until = new Date(now.getTime() + hours * 3_600_000)
      await tx.query(`update channels.guard set held_until = $3, cause = 'account_locked' where tenant_id = $1 and channel_id = $2`, [
        tx.tenantId,
        channelId,
        until,
      ])
      await writeLog(tx, ports, channelId, { level: 'warn', event: 'strangers_held', detail: { cause: 'account_locked', until: until.toISOString() } })
      changed(tx, ports, channelId, (await readRow(tx, channelId)).state)
    },
    /** A person says how many strangers a day and how fast; null: as is standard. Whoever waits for today's budget is asked about again. */
    limit: async (tx: Tx, channelId: string, limits: GuardLimits | null): Promise<NumberGuard> => {
      const { name, state } = await readRow(tx, channelId, true)
      const before = await read(tx, channelId)
      if (!before) throw new Failure('conflict', 'channel.not_guarded', 'The vendor of this channel counts strangers by itself.')
      await lockGuard(tx, channelId)
      await tx.query('update channels.guard set first = $3, step = $4, most = $5, per_minute = $6 where tenant_id = $1 and channel_id = $2', [
        tx.tenantId,
        channelId,
        limits?.first ?? null,
        limits?.step ?? null,
        limits?.most ?? null,
        limits?.perMinute ?? null,
      ])
      await release(tx, channelId, null)
      const after = (await read(tx, channelId))!
      tx.record({ subject: { kind: 'channel', id: channelId, name }, before: recorded(before), after: recorded(after) })
      changed(tx, ports, channelId, state)
      return after
    },
    /** A person lets go of what is held, of strangers or by the vendor's word. */
    resume: async (tx: Tx, channelId: string): Promise<NumberGuard | null> => {
      const { name, state } = await readRow(tx, channelId, true)
      const before = await read(tx, channelId)
      await tx.query('update channels.guard set held_until = null, cause = null where tenant_id = $1 and channel_id = $2', [tx.tenantId, channelId])
      if (before?.breaker) await writeLog(tx, ports, channelId, { level: 'info', event: 'strangers_resumed', detail: {} })
      await release(tx, channelId, null)
      const ended = await letGo(tx, channelId, HoldCause.options)
      tx.record({
        subject: { kind: 'channel', id: channelId, name },
        before: { strangersHeldUntil: before?.breaker?.until ?? null, heldByVendor: ended },
        after: { strangersHeldUntil: null, heldByVendor: [] },
      })
      changed(tx, ports, channelId, state)
      return read(tx, channelId)
    },
  }
}
export type Guardian = ReturnType<typeof createGuardian>
