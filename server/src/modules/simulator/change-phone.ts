import type { PhoneLanguage, SimulatedPhone } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { Person } from './domain/person.ts'
import { readPhone } from './phones.ts'
import type { SimulatorPorts } from './ports.ts'
import { screenChanged } from './store.ts'

type Change = { name?: string | undefined; language?: PhoneLanguage | undefined; aheadSeconds?: number | undefined }

/**
 * Changes who the customer is, or puts the phone's clock ahead. Time that passes on the phone passes for the business too: nobody wrote for
 * so much longer, and the service window closes by it. Back at the real time it is as if nothing had been moved.
 */
export const changePhone = async (ports: SimulatorPorts, tx: Tx, channelId: string, person: Person, change: Change): Promise<SimulatedPhone> => {
  const { rows } = await tx.query<{ aheadSeconds: number }>(
    `select ahead_seconds as "aheadSeconds" from simulator.phone where tenant_id = $1 and channel_id = $2 and phone = $3 for update`,
    [tx.tenantId, channelId, person.key],
  )
  const before = rows[0]
  if (!before) throw absent('phone')
  await tx.query(
    `update simulator.phone set name = coalesce($4, name), language = coalesce($5, language), ahead_seconds = coalesce($6, ahead_seconds)
     where tenant_id = $1 and channel_id = $2 and phone = $3`,
    [tx.tenantId, channelId, person.key, change.name ?? null, change.language ?? null, change.aheadSeconds ?? null],
  )
  const seconds = (change.aheadSeconds ?? before.aheadSeconds) - before.aheadSeconds
  if (seconds !== 0) await ports.timePassed(tx, { channelId, address: addressOf(person), seconds })
  screenChanged(tx, channelId, person.key)
  return readPhone(tx, channelId, person.key)
}

const addressOf = ({ phone, key }: Person): { kind: 'phone' | 'bsuid'; value: string } => ({ kind: phone === null ? 'bsuid' : 'phone', value: key })
