import { channelNetworks, type ChannelKind } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { channelsNamed } from '../sessions/named.ts'

/** The network whose numbers are spoken of without a name. */
export const numberKinds: readonly ChannelKind[] = channelNetworks['whatsapp']

/** Up to two channels of these kinds. */
const channelsOfKinds = async (tx: Tx, kinds: readonly ChannelKind[]): Promise<string[]> => {
  const { rows } = await tx.query<{ id: string }>(
    'select id from channels.channel where tenant_id = $1 and deleted_at is null and kind = any($2) order by id limit 2',
    [tx.tenantId, kinds],
  )
  return rows.map(({ id }) => id)
}

const networkCalled = (word: string): readonly ChannelKind[] => Object.entries(channelNetworks).find(([name]) => name === word)?.[1] ?? []

/** The id of the channel that is meant by its id, its name, or its network where it is the only one there. Of several none is guessed. */
export const integrationNamed = async (tx: Tx, reference: string): Promise<string> => {
  const named = await channelsNamed(tx, reference)
  const [found, other] = named.length > 0 ? named : await channelsOfKinds(tx, networkCalled(reference))
  if (found === undefined) throw absent('integration')
  if (other !== undefined) throw new Failure('absent', 'integration.ambiguous', 'Several channels are called so: give the id of the one that is meant.')
  return found
}

/** Those of these channels that have a number. */
const numbersAmong = async (tx: Tx, ids: readonly string[]): Promise<string[]> => {
  const { rows } = await tx.query<{ id: string }>(
    'select id from channels.channel where tenant_id = $1 and id = any($2::uuid[]) and kind = any($3) order by id',
    [tx.tenantId, ids, numberKinds],
  )
  return rows.map(({ id }) => id)
}

/** The id of the channel of the number that is meant by its id or its name; where nothing is said, of the only one. */
export const numberMeant = async (tx: Tx, reference: string | undefined): Promise<string> => {
  const [found, other] = reference === undefined ? await channelsOfKinds(tx, numberKinds) : await numbersAmong(tx, await channelsNamed(tx, reference))
  if (found === undefined) throw absent('number')
  if (other === undefined) return found
  const message = 'Several numbers may be meant: give the id of the channel.'
  throw new Failure('invalid', 'number.ambiguous', message, { errors: [{ path: 'channel', code: 'number.ambiguous', message }] })
}
