import type { Channel, ChannelKind, Page } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { countFailed, countWaiting } from '#platform/outbox/amend'
import { absent } from '#platform/failure'
import { answersOf } from './answers.ts'
import { secretsOf, type ChannelRow } from './directory.ts'
import { linkNeeded, type StandingLine } from './domain/link-needed.ts'
import { readGauges } from './listening/gauges.ts'
import type { ChannelsPorts } from './ports.ts'

/** A channel with how its line stands, where it has one. */
type StandingRow = ChannelRow & { line: StandingLine | null }

const standing = `select c.*, (select jsonb_build_object('state', l.state, 'cause', l.cause) from channels.line l where l.tenant_id = c.tenant_id and l.channel_id = c.id) as line
  from channels.channel c where c.tenant_id = $1 and c.deleted_at is null`

export const readRow = async (tx: Tx, id: string, lock = false): Promise<StandingRow> => {
  const { rows } = await tx.query<StandingRow>(`${standing} and c.id = $2${lock ? ' for update' : ''}`, [tx.tenantId, id])
  if (!rows[0]) throw absent('channel')
  return rows[0]
}

/** A secret shows only that it is set and how it ends. */
const masked = (value: unknown) => ({ set: true, last4: typeof value === 'string' && value.length >= 12 ? value.slice(-4) : '' })

export const channelOf = (ports: ChannelsPorts, row: StandingRow): Channel => {
  const adapter = ports.adapters[row.kind]
  const secrets = secretsOf(ports, row)
  const settings = { ...row.settings, ...Object.fromEntries(Object.entries(secrets).map(([key, value]) => [key, masked(value)])) }
  const parsed = adapter?.settings.safeParse({ ...row.settings, ...secrets })
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    state: row.state,
    stateDetail: row.state_detail,
    stateSince: row.state_since.toISOString(),
    link: linkNeeded(row.state, row.line),
    lastConnectedAt: row.last_connected_at?.toISOString() ?? null,
    address: row.address,
    flowId: row.flow_id,
    answers: answersOf(row),
    settings,
    abilities: adapter && parsed?.success ? adapter.abilities(parsed.data) : noAbilities,
    webhookPath: adapter?.webhook ? `/api/webhooks/${adapter.webhook}/${row.id}` : null,
    lastInboundAt: row.last_inbound_at?.toISOString() ?? null,
    lastOutboundAt: row.last_outbound_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}

const noAbilities: Channel['abilities'] = {
  text: { max: 0 },
  buttons: null,
  list: null,
  media: {},
  caption: 0,
  templates: false,
  reactions: false,
  serviceWindowHours: null,
  readReceipts: false,
  typing: false,
  extras: [],
}

type Listing = { limit: number; cursor?: string | undefined; kinds?: readonly ChannelKind[] }

export const listChannels = async (tx: Tx, ports: ChannelsPorts, query: Listing): Promise<Page<Channel>> => {
  const { rows } = await tx.query<StandingRow>(
    `${standing} and ($2::uuid is null or c.id > $2) and ($4::text[] is null or c.kind = any($4)) order by c.id limit $3`,
    [tx.tenantId, idCursor(query.cursor), query.limit + 1, query.kinds ?? null],
  )
  const items = rows.slice(0, query.limit).map((row) => channelOf(ports, row))
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}

export const readStatus = async (tx: Tx, ports: ChannelsPorts, id: string) => {
  const row = await readRow(tx, id)
  return {
    id,
    state: row.state,
    detail: row.state_detail,
    since: row.state_since.toISOString(),
    lastInboundAt: row.last_inbound_at?.toISOString() ?? null,
    lastOutboundAt: row.last_outbound_at?.toISOString() ?? null,
    queued: await countWaiting(tx, id),
    failedLastDay: await countFailed(tx, id, new Date(ports.now().getTime() - 86_400_000)),
    breaker: ports.breakerOf(id),
    line: await readGauges(tx, ports, row),
  }
}

type LogRow = { id: string; at: Date; level: 'info' | 'warn' | 'error'; event: string; detail: Record<string, unknown> }
export const listLog = async (tx: Tx, id: string, query: { limit: number; cursor?: string | undefined; only?: 'trouble' | undefined }) => {
  await readRow(tx, id)
  const { rows } = await tx.query<LogRow>(
    `select id, at, level, event, detail from channels.log where tenant_id = $1 and channel_id = $2 and ($3::uuid is null or id < $3)${query.only ? ` and level <> 'info'` : ''} order by id desc limit $4`,
    [tx.tenantId, id, idCursor(query.cursor), query.limit + 1],
  )
  const items = rows.slice(0, query.limit).map((row) => ({ ...row, at: row.at.toISOString() }))
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}

export type ChannelEntry = { id: string; tenantId: string; kind: string; name: string; state: string; address: string | null }

/** The channels of all tenants, for the operator's command line. */
export const everyChannel = async ({ database }: Pick<ChannelsPorts, 'database'>): Promise<ChannelEntry[]> => {
  const { rows } = await database.system.query<ChannelEntry>(
    'select id, tenant_id as "tenantId", kind, name, state, address from channels.channel where deleted_at is null order by id',
  )
  return rows
}
