import type { HostedTenant, TenantLimits } from '@chasqui/contracts'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'

type Row = {
  id: string
  name: string
  slug: string
  country: string
  locale: string
  isDemo: boolean
  status: HostedTenant['status']
  createdAt: Date
  suspendedAt: Date | null
  exportedAt: Date | null
  limits: TenantLimits
  usage: UsageRow
  awaitedOwner: HostedTenant['awaitedOwner']
}
type UsageRow = { users: number; channels: number; messages: number; storageBytes: number; lastActivityAt: string | null }
type System = Pick<Database, 'system'>['system']

const limits = `jsonb_build_object('users', t.user_limit, 'channels', t.channel_limit, 'messages', t.message_limit, 'storageBytes', t.storage_limit)`
const usage = `jsonb_build_object('users', u.users, 'channels', u.channels, 'messages', u.messages, 'storageBytes', u.storage, 'lastActivityAt', u.last_activity)`

const hosted = ({ usage: used, createdAt, suspendedAt, exportedAt, ...row }: Row): HostedTenant => ({
  ...row,
  createdAt: createdAt.toISOString(),
  suspendedAt: suspendedAt?.toISOString() ?? null,
  exportedAt: exportedAt?.toISOString() ?? null,
  usage: used,
})

export type TenantFilter = {
  q: string | null
  status: HostedTenant['status'] | null
  after: { name: string; id: string } | null
  limit: number
  ids: string[] | null
  now: Date
}

/** A page of tenants by name with what they use: one statement, whatever the number of tenants. What they use is asked of the page alone. */
export const hostedTenants = async (system: System, { q, status, after, limit, ids, now }: TenantFilter): Promise<HostedTenant[]> => {
  const { rows } = await system.query<Row>(
    `with t as materialized (
       select * from tenancy.tenant
       where ($1::text is null or lower(name) like $1 or slug like $1) and ($2::text is null or status = $2)
         and ($3::text is null or (lower(name), tenant_id) > ($3, $4::uuid)) and ($5::uuid[] is null or tenant_id = any($5))
       order by lower(name), tenant_id limit $6)
     select t.tenant_id as id, t.name, t.slug, t.country, t.locale, t.is_demo as "isDemo", t.status, t.created_at as "createdAt",
       t.suspended_at as "suspendedAt", t.exported_at as "exportedAt", ${limits} as limits, ${usage} as usage,
       identity.awaited_owner_fact(t.tenant_id) as "awaitedOwner"
     from t join tenancy.usage_of(array(select tenant_id from t), $7) u using (tenant_id) order by lower(t.name), t.tenant_id`,
    [q && `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`, status, after?.name ?? null, after?.id ?? null, ids, limit, now],
  )
  return rows.map(hosted)
}

/** Limits left undefined stay; null takes one away. The row stays locked, so that a limit and its counter change together. */
export const saveTerms = async (tx: Tx, change: { name?: string | undefined; limits: Partial<TenantLimits> }, at: Date): Promise<boolean> => {
  const given = (name: keyof TenantLimits) => change.limits[name] !== undefined
  const { rowCount } = await tx.query(
    `update tenancy.tenant set name = coalesce($2, name), user_limit = case when $3 then $4 else user_limit end,
       channel_limit = case when $5 then $6 else channel_limit end, message_limit = case when $7 then $8::bigint else message_limit end,
       storage_limit = case when $9 then $10::bigint else storage_limit end, updated_at = $11 where tenant_id = $1`,
    [
      tx.tenantId,
      change.name ?? null,
      given('users'),
      change.limits.users ?? null,
      given('channels'),
      change.limits.channels ?? null,
      given('messages'),
      change.limits.messages ?? null,
      given('storageBytes'),
      change.limits.storageBytes ?? null,
      at,
    ],
  )
  return rowCount === 1
}

/** The month's counter goes on from what is known to have been sent, when a tenant gets its first limit. */
export const startCounting = (tx: Tx, sent: number, at: Date): Promise<unknown> =>
  tx.query(
    `insert into tenancy.message_month as m (tenant_id, month, sent)
     select tenant_id, date_trunc('month', $3::timestamptz at time zone time_zone)::date, $2 from tenancy.tenant where tenant_id = $1
     on conflict (tenant_id, month) do update set sent = greatest(m.sent, excluded.sent)`,
    [tx.tenantId, sent, at],
  )

/** Counts one message that is about to leave; false when the month's limit is reached. One statement: of two racers the second sees the first. */
export const countMessage = async (system: System, tenantId: string, at: Date): Promise<boolean> => {
  const { rowCount } = await system.query(
    `insert into tenancy.message_month as m (tenant_id, month, sent)
     select tenant_id, date_trunc('month', $2::timestamptz at time zone time_zone)::date, 1 from tenancy.tenant where tenant_id = $1 and coalesce(message_limit, 1) > 0
     on conflict (tenant_id, month) do update set sent = m.sent + 1
       where m.sent < coalesce((select t.message_limit from tenancy.tenant t where t.tenant_id = m.tenant_id), m.sent + 1)`,
    [tenantId, at],
  )
  return rowCount === 1
}

export const saveStatus = async (tx: Tx, status: HostedTenant['status'], at: Date): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `update tenancy.tenant set status = $2, suspended_at = case when $2 = 'suspended' then $3::timestamptz end, updated_at = $3 where tenant_id = $1 and status <> $2`,
    [tx.tenantId, status, at],
  )
  return rowCount === 1
}

/** That all of the transaction's own tenant has been handed out. */
export const saveExport = (tx: Tx, at: Date): Promise<unknown> => tx.query('update tenancy.tenant set exported_at = $2 where tenant_id = $1', [tx.tenantId, at])

/** What the transaction's own tenant uses and may use. */
export const ownTerms = async (tx: Tx, at: Date): Promise<{ limits: TenantLimits; usage: UsageRow }> => {
  const { rows } = await tx.query<{ limits: TenantLimits; usage: UsageRow }>(
    `select ${limits} as limits, ${usage} as usage from tenancy.tenant t join tenancy.own_usage($2) u using (tenant_id) where t.tenant_id = $1`,
    [tx.tenantId, at],
  )
  return rows[0]!
}

/** What the host decides about the transaction's own tenant, locked until it is decided. */
export const termsOf = async (tx: Tx): Promise<{ name: string; status: HostedTenant['status'] } & TenantLimits> => {
  const { rows } = await tx.query<{ name: string; status: HostedTenant['status']; limits: TenantLimits }>(
    `select t.name, t.status, ${limits} as limits from tenancy.tenant t where t.tenant_id = $1 for no key update`,
    [tx.tenantId],
  )
  const { limits: held, ...terms } = rows[0]!
  return { ...terms, ...held }
}
