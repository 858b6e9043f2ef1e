import type { ConversationFilter, Selection } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { countMatching, matchingIds } from '../lists/matching.ts'
import type { ConversationsPorts } from '../ports.ts'

/** As many conversations as one job takes. */
const mostInOne = 50_000

/** The conversations that are meant, as they are listed now. More than one job takes are refused rather than cut off. */
export const selectBulk = async (tx: Tx, ports: ConversationsPorts, userId: string, { ids, matching }: Selection): Promise<string[]> => {
  if (ids) return ids
  const found = await matchingIds(tx, ports, userId, matching!, mostInOne + 1)
  if (found.length > mostInOne)
    throw new Failure('invalid', 'job.too_long', `More than ${mostInOne} conversations are more than one job takes. Narrow the list first.`)
  return found
}

export const countBulk = async (tx: Tx, ports: ConversationsPorts, userId: string, filter: ConversationFilter): Promise<{ count: number; isMore: boolean }> => {
  const count = await countMatching(tx, ports, userId, filter, mostInOne + 1)
  return { count: Math.min(count, mostInOne), isMore: count > mostInOne }
}
