import type { FlowDefinition, FlowTrigger } from '@chasqui/contracts'
import { nextTime } from '@chasqui/flow/triggers/schedule/next-time'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from '../ports.ts'
import { triggersOf } from './known-triggers.ts'

/** A schedule of a published version fell due: `trigger` is its place among the triggers, `after` the last contact that was begun with. */
export type ScheduleTimer = { type: 'flow_schedule'; flowId: string; versionId: string; trigger: number; at: string; after: string | null }
export type ScheduledTimer = { type: 'begin_scheduled_flow'; flowId: string; versionId: string; trigger: number; contactId: string }

type Schedule = Extract<FlowTrigger, { type: 'schedule' }>

const contactsAtOnce = 200
/** What is late by more than this, because the product stood still, is passed over: a greeting for the morning is none in the evening. */
const mostLateMs = 6 * 3_600_000

const wake = (tx: Tx, timer: Omit<ScheduleTimer, 'type'>): void =>
  tx.enqueue({ queue: 'due', key: timer.flowId, payload: { type: 'flow_schedule', ...timer }, runAt: new Date(timer.at) })

const wakeNext = async (tx: Tx, ports: FlowsPorts, trigger: Schedule, timer: Omit<ScheduleTimer, 'type' | 'at' | 'after'>, after: number): Promise<void> => {
  const { timeZone } = await ports.business(tx.tenantId)
  const next = nextTime(trigger, after, timeZone)
  if (next !== null) wake(tx, { ...timer, at: new Date(next).toISOString(), after: null })
}

/** A version was published: its schedules begin to run, and those of the one before find at their time that it is no longer published. */
export const startSchedules = async (
  tx: Tx,
  ports: FlowsPorts,
  version: { flowId: string; versionId: string },
  { triggers }: FlowDefinition,
): Promise<void> => {
  for (const [place, trigger] of triggers.entries())
    if (trigger.type === 'schedule') await wakeNext(tx, ports, trigger, { ...version, trigger: place }, ports.now().getTime())
}

/** The schedule, where its version is still the published one. */
const stillPublished = async (tx: Tx, { flowId, versionId, trigger }: { flowId: string; versionId: string; trigger: number }): Promise<Schedule | null> => {
  const flow = (await triggersOf(tx)).flows.get(flowId)
  const found = flow?.versionId === versionId ? flow.triggers[trigger] : undefined
  return found?.type === 'schedule' ? found : null
}

/** Its time has come: work for each of those it is for, some at a time, and then the next time. All of it in the transaction that ends this one: once, and not lost. */
export const scheduleDue = async (tx: Tx, ports: FlowsPorts, { type: _, at, after, ...place }: ScheduleTimer): Promise<void> => {
  const schedule = await stillPublished(tx, place)
  if (!schedule) return
  const due = Date.parse(at)
  const isLate = after === null && ports.now().getTime() - due > mostLateMs
  const contacts = isLate || schedule.channelId === null ? [] : await contactsOf(tx, ports, schedule.channelId, schedule.tags, after)
  for (const contactId of contacts)
    tx.enqueue({ queue: 'due', key: contactId, payload: { type: 'begin_scheduled_flow', ...place, contactId } satisfies ScheduledTimer })
  if (contacts.length === contactsAtOnce) wake(tx, { ...place, at, after: contacts.at(-1)! })
  else await wakeNext(tx, ports, schedule, place, Math.max(due, isLate ? ports.now().getTime() : due))
}

const contactsOf = (tx: Tx, ports: FlowsPorts, channelId: string, tags: readonly string[], after: string | null) =>
  ports.taggedContacts(tx, { channelId, tags, after, limit: contactsAtOnce })

/** Begins the flow with one of them, unless they wished not to be written to. */
export const beginScheduled = async (tx: Tx, ports: FlowsPorts, { contactId, ...place }: ScheduledTimer): Promise<void> => {
  const schedule = await stillPublished(tx, place)
  if (!schedule?.channelId || !(await ports.mayBeWrittenTo(tx, contactId))) return
  const begin = { flowId: place.flowId, takesOver: false, opening: schedule.template ?? null, variables: {}, onceUntilHeard: false }
  await ports.beginBy(tx, { channelId: schedule.channelId, contactId }, begin)
}
