import type { GoalMilestone, ContactStage } from '@chasqui/contracts'
import { milestoneName, type MilestoneKind } from '../milestones/note.ts'

/** A success that is asked about, in the words of an address. */
export type AskedMilestone = { goalTag?: string | undefined; goalStage?: ContactStage | undefined; goalEvent?: string | undefined }

/** As milestones are kept. */
export type Milestone = { kind: MilestoneKind; name: string }

const kept = (kind: MilestoneKind, name: string): Milestone => ({ kind, name: milestoneName(kind, name) })

/** What is asked about; null where it is nothing of this kind. */
export const askedMilestone = ({ goalTag, goalStage, goalEvent }: AskedMilestone): GoalMilestone | null => {
  if (goalTag !== undefined) return { what: 'tag', tag: goalTag }
  if (goalStage !== undefined) return { what: 'stage', stage: goalStage }
  return goalEvent === undefined ? null : { what: 'event', event: goalEvent }
}

/** A success as it is kept of contacts. */
export const milestoneOf = (milestone: GoalMilestone): Milestone => {
  if (milestone.what === 'tag') return kept('tag', milestone.tag)
  return milestone.what === 'stage' ? kept('stage', milestone.stage) : kept('event', milestone.event)
}

/** Whether the contact of a conversation came to a milestone since an instant; both are named by the statement around it, the milestone by its values' places. */
export const cameToIt = (conversation: string, since: string, [kind, name]: [string, string]): string =>
  `exists (select 1 from conversations.conversation_fact c join flows.milestone m on m.tenant_id = c.tenant_id and m.contact_id = c.contact_id
    where c.tenant_id = $1 and c.id = ${conversation} and m.kind = ${kind} and m.name = ${name} and m.at >= ${since})`
