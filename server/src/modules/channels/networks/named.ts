import { channelNetworks, type ChannelKind } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import { channelsNamed } from '../sessions/named.ts'

/** Up to two channels of these kinds. */
export const channelsOfKinds = async (tx: Tx, kinds: readonly ChannelKind[]): Promise<string[]> => {
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
