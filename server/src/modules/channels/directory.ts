import type { ChannelAbilities, ChannelAnswers, ChannelKind, ChannelState } from '@chasqui/contracts'
import { LRUCache } from 'lru-cache'
import type { Account, ChannelAdapter } from './adapter.ts'
import { answersOf, type AnswersRow } from './answers.ts'
import type { ChannelsPorts } from './ports.ts'

/** A channel ready for use: settings opened, adapter at hand. */
export type Connection = {
  id: string
  tenantId: string
  kind: ChannelKind
  name: string
  state: ChannelState
  /** As it is written to people. */
  address: string | null
  flowId: string | null
  answers: ChannelAnswers
  abilities: ChannelAbilities
  adapter: ChannelAdapter
  account: Account
}

export type Directory = {
  /** By id; null when there is none or it was removed. Cached: the hot path asks here for every delivery. */
  find(channelId: string): Promise<Connection | null>
  /** All channels of a kind that claim this vendor's account; a signature tells which one is meant. */
  byAccount(kind: ChannelKind, account: string): Promise<Connection[]>
  /** All channels of a kind whose settings name this group of the vendor's accounts. */
  byGroup(kind: ChannelKind, group: string): Promise<Connection[]>
  /** All channels of a kind that people gave this name, in whichever organisations. */
  byName(kind: ChannelKind, name: string): Promise<Connection[]>
  /** Whether its vendor's word may hold messages back now. Cached as `find` is: whoever holds or lets go looks again behind a lock. */
  isHeld(channelId: string): Promise<boolean>
  /** Messages a minute that a person allows a guarded number; null: what is standard. Cached as `find` is. */
  perMinute(channelId: string): Promise<number | null>
  forget(channelId: string): void
}

export type ChannelRow = AnswersRow & {
  tenant_id: string
  id: string
  kind: ChannelKind
  name: string
  state: ChannelState
  state_detail: string | null
  state_since: Date
  last_connected_at: Date | null
  address: string | null
  account: string | null
  settings: Record<string, unknown>
  secrets: Buffer | null
  flow_id: string | null
  last_inbound_at: Date | null
  last_outbound_at: Date | null
  created_at: Date
}

export const secretsOf = (ports: Pick<ChannelsPorts, 'open'>, row: ChannelRow): Record<string, unknown> =>
  row.secrets ? JSON.parse(ports.open(row.secrets, `channel:${row.id}`)) : {}

/** Null when this installation has no adapter of that kind, or the stored settings no longer fit it. */
export const connectionOf = (ports: ChannelsPorts, row: ChannelRow): Connection | null => {
  const adapter = ports.adapters[row.kind]
  const parsed = adapter?.settings.safeParse({ ...row.settings, ...secretsOf(ports, row) })
  if (!adapter || !parsed?.success) return null
  return {
    id: row.id,
    tenantId: row.tenant_id,
    kind: row.kind,
    name: row.name,
    state: row.state,
    address: row.address,
    flowId: row.flow_id,
    answers: answersOf(row),
    adapter,
    abilities: adapter.abilities(parsed.data),
    account: { channelId: row.id, tenantId: row.tenant_id, settings: parsed.data },
  }
}

const staleAfter = 30_000
type Known = { connection: Connection | null; isHeld: boolean; perMinute: number | null }

export const createDirectory = (ports: ChannelsPorts): Directory => {
  const known = new LRUCache<string, Known>({ max: 5000, ttl: staleAfter })
  const asked = new Map<string, Promise<Known>>()
  const listed = new LRUCache<string, Connection[]>({ max: 5000, ttl: staleAfter })
  /** How often something was forgotten. */
  let forgotten = 0

  const load = async (channelId: string): Promise<Known> => {
    const { rows } = await ports.database.system.query<ChannelRow & { is_held: boolean; per_minute: number | null }>(
      `select c.*, exists (select 1 from channels.vendor_hold h where h.tenant_id = c.tenant_id and h.channel_id = c.id and (h.until is null or h.until > $2)) as is_held,
         (select per_minute from channels.guard g where g.tenant_id = c.tenant_id and g.channel_id = c.id)
       from channels.channel c where c.id = $1 and c.deleted_at is null`,
      [channelId, ports.now()],
    )
    const [row] = rows
    return { connection: row ? connectionOf(ports, row) : null, isHeld: row?.is_held ?? false, perMinute: row?.per_minute ?? null }
  }
  const ask = (channelId: string): Promise<Known> => {
    const asking = load(channelId).then((loaded) => {
      if (asked.get(channelId) === asking) known.set(channelId, loaded)
      return loaded
    })
    asked.set(channelId, asking)
    const over = () => void (asked.get(channelId) === asking && asked.delete(channelId))
    asking.then(over, over)
    return asking
  }
  const entryOf = (channelId: string): Known | Promise<Known> => known.get(channelId) ?? asked.get(channelId) ?? ask(channelId)
  /** What is being read meanwhile may be older than the change: it is not remembered, and nobody else is given it. */
  const forget = (channelId: string) => {
    known.delete(channelId)
    asked.delete(channelId)
    listed.clear()
    forgotten += 1
  }
  ports.hints.onChanged('channel', forget)
  const list = async (key: string, condition: 'account = $2' | 'name = $2' | 'settings ->> $3 = $2', values: string[]): Promise<Connection[]> => {
    // Nothing is stored under such a name, and the database refuses to look for it.
    if (values.some((value) => value.includes('\u0000'))) return []
    const hit = listed.get(key)
    if (hit) return hit
    const before = forgotten
    const { rows } = await ports.database.system.query<ChannelRow>(
      `select * from channels.channel where kind = $1 and ${condition} and deleted_at is null order by id limit 50`,
      values,
    )
    const connections = rows.flatMap((row) => connectionOf(ports, row) ?? [])
    if (forgotten === before) listed.set(key, connections)
    return connections
  }

  return {
    find: async (channelId) => (await entryOf(channelId)).connection,
    isHeld: async (channelId) => (await entryOf(channelId)).isHeld,
    perMinute: async (channelId) => (await entryOf(channelId)).perMinute,
    byAccount: (kind, account) => list(`account ${kind} ${account}`, 'account = $2', [kind, account]),
    byGroup: async (kind, group) => {
      const setting = ports.adapters[kind]?.groupSetting
      return setting ? list(`group ${kind} ${group}`, 'settings ->> $3 = $2', [kind, group, setting]) : []
    },
    byName: (kind, name) => list(`name ${kind} ${name}`, 'name = $2', [kind, name]),
    forget,
  }
}
