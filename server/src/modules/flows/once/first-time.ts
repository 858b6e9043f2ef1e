import type { Tx } from '#platform/database/transaction'

/** What is to happen once for a contact, or once in so many days: that a flow begins, or (`step`) that a step of it lets them through. */
export type Once = { contactId: string; flowId: string; step?: string; days?: number | undefined }

const day = 86_400_000
const since = ({ days }: Once, now: Date): Date | null => (days === undefined ? null : new Date(now.getTime() - days * day))
const keyOf = (tx: Tx, { contactId, flowId, step = '' }: Once) => [tx.tenantId, contactId, flowId, step]

/**
 * What happens once for a contact is decided for one turn after the other: of two that came to several first times in opposite order each would wait for the
 * other.
 */
const oneAtATime = (tx: Tx, { contactId }: Once): Promise<void> => tx.hold(`first times of ${contactId}`)

/**
 * Takes the first time, if it is one. Of two turns at the same time the other waits here until this transaction ends, and finds the row, or takes the first
 * time itself where this one came to nothing.
 */
export const takeFirstTime = async (tx: Tx, once: Once, now: Date): Promise<boolean> => {
  await oneAtATime(tx, once)
  return (
    (
      await tx.query(
        `insert into flows.once as known (tenant_id, contact_id, flow_id, step, at) values ($1, $2, $3, $4, $5)
       on conflict (tenant_id, contact_id, flow_id, step) do update set at = excluded.at where known.at <= $6 returning 1`,
        [...keyOf(tx, once), now, since(once, now)],
      )
    ).rowCount === 1
  )
}

/** Whether it would be the first time, for who only asks. */
export const isFirstTime = async (tx: Tx, once: Once, now: Date): Promise<boolean> =>
  (
    await tx.query(
      'select 1 from flows.once where tenant_id = $1 and contact_id = $2 and flow_id = $3 and step = $4 and ($5::timestamptz is null or at > $5)',
      [...keyOf(tx, once), since(once, now)],
    )
  ).rowCount === 0

/** It happens whether or not it is the first time: somebody wants it. From now on it has happened. */
export const noteTime = async (tx: Tx, once: Once, now: Date): Promise<void> => {
  await oneAtATime(tx, once)
  await tx.query(
    `insert into flows.once as known (tenant_id, contact_id, flow_id, step, at) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, contact_id, flow_id, step) do update set at = excluded.at where known.at < excluded.at`,
    [...keyOf(tx, once), now],
  )
}
