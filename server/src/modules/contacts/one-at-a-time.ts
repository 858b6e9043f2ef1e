import type { Tx } from '#platform/database/transaction'
import { canonical } from './domain/phone-variants.ts'

/** Until the end of the transaction nobody else adds this person: two callers who find nobody would otherwise make two contacts. */
export const oneAtATime = (tx: Tx, key: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [`${tx.tenantId} ${key}`])

/** The same key for all spellings of a number. */
export const phoneKey = (phone: string): string => canonical(phone.replace('+', ''))
