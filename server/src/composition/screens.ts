import { eventPayloads, type StoredEvent } from '@chasqui/contracts'
import type { Conversations } from '#conversations'
import type { Jobs } from '#jobs'
import type { Tx } from '#platform/database/transaction'
import type { Emission } from '#platform/realtime/hub'

type Simple = (event: StoredEvent) => Emission | null

const queueUpdated: Simple = ({ seq, payload }) => ({ name: 'queue.updated', message: { seq, queueId: payload.queueId }, audience: 'everyone' })

/** Events that screens hear by a message of their own, with the ids in them. Everything else only moves the cursor. */
const simple: Record<string, Simple> = {
  'campaign.changed': ({ seq, payload }) => ({ name: 'campaign.updated', message: { seq, campaignId: payload.campaignId }, audience: 'everyone' }),
  'channel.changed': ({ seq, payload }) => ({ name: 'channel.updated', message: { seq, channelId: payload.channelId }, audience: 'everyone' }),
  'flow.changed': ({ seq, payload }) => ({ name: 'flow.updated', message: { seq, flowId: payload.flowId, revision: payload.revision }, audience: 'everyone' }),
  'flow.commented': ({ seq, payload }) => ({ name: 'flow.comments', message: { seq, flowId: payload.flowId }, audience: 'everyone' }),
  'flow.publish_failed': ({ seq, payload }) => ({ name: 'flow.updated', message: { seq, flowId: payload.flowId }, audience: 'everyone' }),
  'flow.published': ({ seq, payload }) => ({ name: 'flow.updated', message: { seq, flowId: payload.flowId }, audience: 'everyone' }),
  'member.changed': ({ seq, payload }) => ({ name: 'member.updated', message: { seq, userId: payload.userId }, audience: 'everyone' }),
  'agent.status_changed': ({ seq, payload }) => ({ name: 'agent.status', message: { seq, ...payload }, audience: 'everyone' }),
  'conversation.queued': queueUpdated,
  'conversation.left_queue': queueUpdated,
  'queue.changed': queueUpdated,
  'reply.changed': ({ seq, payload }) => ({ name: 'reply.updated', message: { seq, replyId: payload.replyId }, audience: 'everyone' }),
  'template.changed': ({ seq, payload }) => ({ name: 'template.updated', message: { seq, channelId: payload.channelId }, audience: 'everyone' }),
  'team.changed': ({ seq, payload }) => ({ name: 'team.updated', message: { seq, teamId: payload.teamId }, audience: 'everyone' }),
  'simulator.screen_changed': ({ seq, payload }) => ({ name: 'simulator.screen', message: { seq, ...payload }, audience: 'simulator' }),
}

/** How jobs stand: told once a batch, by the last that is said of each. */
const tellJobs = async (tx: Tx, jobs: Pick<Jobs, 'read'>, events: StoredEvent[]): Promise<(Emission & { seq: number })[]> => {
  const last = new Map(events.flatMap(({ type, payload, seq }) => (type === 'job.moved' ? [[String(payload.jobId), seq] as const] : [])))
  if (last.size === 0) return []
  return (await jobs.read(tx, [...last.keys()])).map((job) => {
    const seq = last.get(job.id)!
    return { seq, name: 'job.progress', message: { seq, job }, audience: { maker: job.maker.id } }
  })
}

/** Tasks by the last that is said of each in a batch, and each reminder; to whoever sees the task: by its contact, because they have it, or made it. */
const tellTasks = async (tx: Tx, conversations: Pick<Conversations, 'audiencesOfContacts'>, events: StoredEvent[]): Promise<(Emission & { seq: number })[]> => {
  const news = events.filter(({ type }) => type.startsWith('task.')).map((event) => ({ ...event, task: eventPayloads['task.changed'].parse(event.payload) }))
  if (news.length === 0) return []
  const ofContacts = await conversations.audiencesOfContacts(tx, [...new Set(news.map(({ task }) => task.contactId))])
  const last = new Map(news.map(({ task, seq }) => [task.taskId, seq]))
  return news.flatMap(({ seq, type, payload, task: { taskId, contactId, assigneeIds, creatorId } }) => {
    const contact = ofContacts.get(contactId)
    const people = [...(contact?.people ?? []), ...assigneeIds, ...(creatorId === null ? [] : [creatorId])]
    const audience = { of: [...(contact?.of ?? []), ...assigneeIds], people }
    const told: (Emission & { seq: number })[] = []
    if (type === 'task.due') {
      const { assigneeId, at } = eventPayloads['task.due'].parse(payload)
      told.push({ seq, name: 'task.due', message: { seq, taskId, assigneeId, at }, audience })
    }
    if (last.get(taskId) === seq) told.push({ seq, name: 'task.updated', message: { seq, taskId, contactId }, audience })
    return told
  })
}

/** What a batch of the tenant's events means for its browsers, in order of their sequence; the cursor moves for everyone. */
export const translateEvents =
  ({ conversations, jobs }: { conversations: Conversations; jobs: Pick<Jobs, 'read'> }) =>
  async (tx: Tx, events: StoredEvent[]): Promise<Emission[]> => {
    if (events.length === 0) return []
    const told = [...(await conversations.tellScreens(tx, events)), ...(await tellJobs(tx, jobs, events)), ...(await tellTasks(tx, conversations, events))]
    const emissions = events.flatMap((event): Emission[] => {
      const own = told.filter(({ seq }) => seq === event.seq).map(({ name, message, audience }): Emission => ({ name, message, audience }))
      const other = simple[event.type]?.(event)
      return other ? [...own, other] : own
    })
    return [...emissions, { name: 'cursor.moved', message: { seq: events.at(-1)!.seq }, audience: 'everyone' }]
  }
