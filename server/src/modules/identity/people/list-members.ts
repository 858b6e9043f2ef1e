import type { Page, TenantUser } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { isId } from '#platform/ids'
import { memberById, type MemberFilter, membersAfter, type Place } from './member-rows.ts'

const writeCursor = ({ name, id }: Place): string => Buffer.from(JSON.stringify([name, id])).toString('base64url')

const readCursor = (cursor: string): Place => {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof name === 'string' && !name.includes('\0') && isId(id)) return { name, id }
  } catch {
    // Not JSON: answered below like any other foreign text.
  }
  throw foreignCursor()
}

type MemberQuery = MemberFilter & { limit: number; cursor?: string | undefined }

/** People of the transaction's tenant, by name. Those who were removed are not among them. */
export const listMembers = async (tx: Tx, { limit, cursor, ...filter }: MemberQuery): Promise<Page<TenantUser>> => {
  const found = await membersAfter(tx, filter, cursor === undefined ? null : readCursor(cursor), limit + 1)
  const items = found.slice(0, limit)
  return { items, nextCursor: found.length > limit ? writeCursor(items.at(-1)!) : null }
}

export const readMember = async (tx: Tx, userId: string): Promise<TenantUser> => {
  const member = await memberById(tx, userId)
  if (!member) throw absent('user')
  return member
}
