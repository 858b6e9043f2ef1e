import type { Page } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { isId } from '#platform/ids'
import { type Member, membersAfter } from './store/memberships.ts'

type Place = { name: string; id: string }

const writeCursor = ({ name, id }: Place): string => Buffer.from(JSON.stringify([name, id])).toString('base64url')

const readCursor = (cursor: string): Place => {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof name === 'string' && !name.includes('\0') && isId(id)) return { name, id }
  } catch {
    // Not JSON: answered below like any other foreign text.
  }
  throw new Failure('invalid', 'invalid_cursor', 'This cursor was not made by this list.')
}

/** Active members of the transaction's tenant, by name. */
export const listMembers = async (tx: Tx, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Page<Member>> => {
  const found = await membersAfter(tx, cursor === undefined ? null : readCursor(cursor), limit + 1)
  const items = found.slice(0, limit)
  return { items, nextCursor: found.length > limit ? writeCursor(items.at(-1)!) : null }
}
