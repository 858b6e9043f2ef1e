import type { TenantUser } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

type Row = Omit<TenantUser, 'createdAt' | 'photoUrl'> & { createdAt: Date; photoFileId: string | null }

/** A member as stored; the address of their photo is signed by whoever shows them. */
export type MemberRow = Omit<TenantUser, 'photoUrl'> & { photoFileId: string | null }

/** Names as people expect them: the database's own order puts Á behind z. */
const alphabetical = 'collate "es-x-icu"'
const name = 'coalesce(m.shown_name, u.name)'

const select = `select u.id, ${name} as name, u.email, m.role, m.language, m.capacity, m.skills, m.photo_file_id as "photoFileId", m.created_at as "createdAt",
    case when u.status = 'active' then m.status else 'suspended' end as status,
    conversations.open_load_fact(m.user_id) as "openConversations"
  from identity.membership m join identity."user" u on u.id = m.user_id
  where m.tenant_id = platform.current_tenant() and m.status <> 'removed'`

const userOf = ({ createdAt, ...row }: Row): MemberRow => ({ ...row, createdAt: createdAt.toISOString() })

export type Place = { name: string; id: string }
export type MemberFilter = { q?: string | undefined; role?: string | undefined; status?: string | undefined }

/** People of the transaction's tenant by name, starting behind `after`. */
export const membersAfter = async (tx: Tx, filter: MemberFilter, after: Place | null, limit: number): Promise<MemberRow[]> => {
  const { rows } = await tx.query<Row>(
    `select * from (${select}) person
     where ($1::text is null or (name ${alphabetical}, id) > ($1 ${alphabetical}, $2::uuid))
       and ($3::text is null or public.unaccent(lower(name || ' ' || email)) like '%' || public.unaccent(lower($3)) || '%')
       and ($4::text is null or role = $4) and ($5::text is null or status = $5)
     order by name ${alphabetical}, id limit $6`,
    [after?.name ?? null, after?.id ?? null, filter.q ? filter.q.replace(/[\\%_]/g, '\\$&') : null, filter.role ?? null, filter.status ?? null, limit],
  )
  return rows.map(userOf)
}

export const memberById = async (tx: Tx, userId: string): Promise<MemberRow | null> => {
  const { rows } = await tx.query<Row>(`${select} and u.id = $1`, [userId])
  return rows[0] ? userOf(rows[0]) : null
}

export type LockedMember = { role: string; status: TenantUser['status']; isLastOwner: boolean }

/**
 * One member, locked until the transaction ends together with all active owners, so that of two owners who demote each other the second sees what
 * the first did. The lock leaves room for those who refer to the member meanwhile.
 */
export const lockMember = async (tx: Tx, userId: string): Promise<LockedMember | null> => {
  const { rows } = await tx.query<{ userId: string; role: string; status: LockedMember['status'] }>(
    `select user_id as "userId", role, status from identity.membership
     where tenant_id = $1 and status <> 'removed' and (user_id = $2 or (role = 'owner' and status = 'active')) order by user_id for no key update`,
    [tx.tenantId, userId],
  )
  const member = rows.find((row) => row.userId === userId)
  const owners = rows.filter((row) => row.role === 'owner' && row.status === 'active')
  return member ? { role: member.role, status: member.status, isLastOwner: owners.length === 1 && owners[0]!.userId === userId } : null
}

export type MemberChange = {
  name?: string | undefined
  role?: string | undefined
  status?: TenantUser['status'] | undefined
  language?: TenantUser['language'] | undefined
  capacity?: number | undefined
  skills?: TenantUser['skills'] | undefined
}

/** Fields left undefined stay. */
export const saveMember = (tx: Tx, userId: string, change: MemberChange): Promise<unknown> =>
  tx.query(
    `update identity.membership set shown_name = coalesce($3, shown_name), role = coalesce($4, role), status = coalesce($5, status),
       language = case when $6 then $7 else language end, capacity = coalesce($8, capacity), skills = coalesce($9::jsonb, skills)
     where tenant_id = $1 and user_id = $2`,
    [
      tx.tenantId,
      userId,
      change.name ?? null,
      change.role ?? null,
      change.status ?? null,
      change.language !== undefined,
      change.language ?? null,
      change.capacity ?? null,
      change.skills ? JSON.stringify(change.skills) : null,
    ],
  )

/** The row stays, so that what they wrote keeps its author. */
export const markRemoved = async (tx: Tx, userId: string): Promise<void> => {
  await tx.query(`update identity.membership set status = 'removed' where tenant_id = $1 and user_id = $2`, [tx.tenantId, userId])
  await tx.query('delete from identity.team_member where tenant_id = $1 and user_id = $2', [tx.tenantId, userId])
}
