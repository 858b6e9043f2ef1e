import type { Tx } from '#platform/database/transaction'
import type { IdentityPorts } from '../ports.ts'

/** Tells every open page and every door at once. */
export const memberChanged = (tx: Tx, ports: Pick<IdentityPorts, 'hints'>, userId: string): void => {
  tx.publish({ type: 'member.changed', payload: { userId } })
  tx.afterCommit(() => ports.hints.changed('user', userId))
}
