import type { QueueSettings } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure, type FieldError } from '#platform/failure'
import type { RoutingPorts } from './ports.ts'

type Lookup = { ids: string[]; path(index: number): string; text: string; code: string; message: string }

const errorsOf = async (tx: Tx, { ids, path, text, code, message }: Lookup): Promise<FieldError[]> => {
  if (ids.length === 0) return []
  const known = new Set((await tx.query<{ id: string }>(text, [tx.tenantId, ids])).rows.map(({ id }) => id))
  return ids.flatMap((id, index) => (known.has(id) ? [] : [{ path: path(index), code, message }]))
}

/** Whether everything that a queue names is there: people, teams, channels, tags, another queue, a flow. Foreign and absent ones fail alike. */
export const checkQueue = async (tx: Tx, ports: RoutingPorts, id: string | null, queue: QueueSettings): Promise<void> => {
  const { overflow, entry } = queue
  const listed = (name: string) => (index: number) => `${name}.${index}`
  const errors = [
    ...(await errorsOf(tx, {
      ids: queue.agentIds,
      path: listed('agentIds'),
      text: `select id from identity.member_card where tenant_id = $1 and id = any($2::uuid[]) and status <> 'removed'`,
      code: 'user.unknown',
      message: 'This person is not a member here.',
    })),
    ...(await errorsOf(tx, {
      ids: queue.teamIds,
      path: listed('teamIds'),
      text: 'select id from identity.team_card where tenant_id = $1 and id = any($2::uuid[])',
      code: 'team.unknown',
      message: 'There is no such team.',
    })),
    ...(await errorsOf(tx, {
      ids: entry.channelIds ?? [],
      path: listed('entry.channelIds'),
      text: 'select id from channels.channel_card where tenant_id = $1 and id = any($2::uuid[]) and deleted_at is null',
      code: 'channel.unknown',
      message: 'There is no such channel.',
    })),
    ...(await errorsOf(tx, {
      ids: entry.tagIds ?? [],
      path: listed('entry.tagIds'),
      text: 'select id from conversations.tag_card where tenant_id = $1 and id = any($2::uuid[])',
      code: 'tag.unknown',
      message: 'There is no such tag.',
    })),
    ...(await errorsOf(tx, {
      ids: overflow.to === 'queue' ? [overflow.queueId] : [],
      path: () => 'overflow.queueId',
      text: 'select id from routing.queue where tenant_id = $1 and id = any($2::uuid[]) and removed_at is null',
      code: 'queue.unknown',
      message: 'There is no such queue.',
    })),
  ]
  if (overflow.to === 'queue' && overflow.queueId === id)
    errors.push({ path: 'overflow.queueId', code: 'queue.own_overflow', message: 'A queue cannot overflow into itself.' })
  if (overflow.to === 'flow' && !(await ports.flowIsPublished(tx, overflow.flowId)))
    errors.push({ path: 'overflow.flowId', code: 'flow.not_published', message: 'Only a published flow can answer.' })
  const [first] = errors
  if (first) throw new Failure('invalid', first.code, first.message, { errors })
}
