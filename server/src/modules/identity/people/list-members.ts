import type { Page, TenantUser } from '@chasqui/contracts'
import { foreignCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import { isId } from '#platform/ids'
import type { IdentityPorts } from '../ports.ts'
import { memberById, type MemberFilter, type MemberRow, membersAfter, type Place } from './member-rows.ts'
import { photoUrl } from './photo.ts'

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

type FileUrls = Pick<IdentityPorts, 'fileUrl'>
type MemberQuery = MemberFilter & { limit: number; cursor?: string | undefined }

const wireMember = (ports: FileUrls, tenantId: string, { photoFileId, ...row }: MemberRow): TenantUser => ({
  ...row,
  photoUrl: photoUrl(ports, tenantId, photoFileId),
})

/** People of the transaction's tenant, by name. Those who were removed are not among them. */
export const listMembers =
  (ports: FileUrls) =>
  async (tx: Tx, { limit, cursor, ...filter }: MemberQuery): Promise<Page<TenantUser>> => {
    const found = await membersAfter(tx, filter, cursor === undefined ? null : readCursor(cursor), limit + 1)
    const items = found.slice(0, limit).map((row) => wireMember(ports, tx.tenantId, row))
    return { items, nextCursor: found.length > limit ? writeCursor(items.at(-1)!) : null }
  }

/** Fails for somebody who is no member here, or not any more. */
export const requireMember = async (tx: Tx, userId: string): Promise<MemberRow> => {
  const member = await memberById(tx, userId)
  if (!member) throw absent('user')
  return member
}

export const readMember =
  (ports: FileUrls) =>
  async (tx: Tx, userId: string): Promise<TenantUser> =>
    wireMember(ports, tx.tenantId, await requireMember(tx, userId))
