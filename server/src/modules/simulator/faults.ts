import { Faults } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

/** What goes wrong on this channel now; nothing unless somebody asked for it. */
export const readFaults = async (tx: Tx, channelId: string): Promise<Faults> => {
  const { rows } = await tx.query<{ faults: unknown }>('select faults from simulator.fault where tenant_id = $1 and channel_id = $2', [tx.tenantId, channelId])
  return Faults.parse(rows[0]?.faults ?? {})
}

export const saveFaults = async (tx: Tx, channelId: string, faults: Faults): Promise<void> => {
  await tx.query(
    `insert into simulator.fault (tenant_id, channel_id, faults) values ($1, $2, $3)
     on conflict (tenant_id, channel_id) do update set faults = excluded.faults`,
    [tx.tenantId, channelId, JSON.stringify(faults)],
  )
}

/** Takes one of the failures that were asked for: its code, or null when none is left. The row's lock makes the count exact. */
export const takeFailure = async (tx: Tx, channelId: string): Promise<number | null> => {
  const { rows } = await tx.query<{ code: number }>(
    `update simulator.fault set faults = jsonb_set(faults, '{failSends,times}', to_jsonb((faults #>> '{failSends,times}')::int - 1))
     where tenant_id = $1 and channel_id = $2 and (faults #>> '{failSends,times}')::int > 0
     returning (faults #>> '{failSends,code}')::int as code`,
    [tx.tenantId, channelId],
  )
  return rows[0]?.code ?? null
}
