import type { InboxTab, InboxView, Reach } from '@chasqui/contracts'

/** Conditions of views and tabs, as data: nothing that a caller sends becomes SQL. `$1` is the tenant, `$2` the person who looks, `$3` the time. */
export const heldByMe = `c.assignee_id = $2`
export const heldByNobody = `c.assignee_id is null`
export const mentionsMe = `c.id in (select mn.conversation_id from conversations.mention mn where mn.tenant_id = $1 and mn.user_id = $2)`
export const viewSql: Record<InboxView, string> = {
  mine_unassigned: `(${heldByMe} or ${heldByNobody})`,
  mine: heldByMe,
  unassigned: heldByNobody,
  mentions: mentionsMe,
  all: `true`,
}
const awake = `(c.snoozed_until is null or c.snoozed_until <= $3)`
export const notClosed = `c.state <> 'closed'`
export const tabSql: Record<InboxTab, string> = {
  open: `c.state not in ('closed', 'bot') and ${awake}`,
  bot: `c.state = 'bot' and ${awake}`,
  snoozed: `${notClosed} and c.snoozed_until > $3`,
  closed: `c.state = 'closed'`,
  any: `true`,
}

/** Nobody, as the database's list of those whose conversations a person sees writes it. */
const nobody = '00000000-0000-0000-0000-000000000000'

type Asked = {
  view: InboxView
  tab: InboxTab
  reach: Reach
  /** Whose conversations somebody sees who sees those of a team; `nobody` among them. */
  reached: readonly string[]
  assigneeId: string | undefined
  /** Whether the order tells open and closed ones apart, or what is asked for has an index of its own in each of them. */
  apart: boolean
  /** Whether what is asked for is only found among the open ones. */
  neverClosed: boolean
  /** Makes a value a parameter of the statement and answers its place. */
  place: (value: unknown) => string
}

const holdersOfReach = ({ reach, reached, place }: Asked): string[] | null => {
  if (reach === 'own') return [heldByMe]
  if (reach === 'queue') return [heldByMe, heldByNobody]
  return reach === 'team' ? [`c.assignee_id = any(${place(reached.filter((holder) => holder !== nobody))}::uuid[])`, heldByNobody] : null
}

/** Holders whose conversations make up the list, or null where it does not depend on them. Row-level security holds the reach; said here too, each part is found by its index. */
const holdersOf = (asked: Asked): string[] | null => {
  const narrow = asked.reach === 'own'
  if (asked.view === 'mine') return [heldByMe]
  if (asked.view === 'unassigned') return narrow ? [`${heldByNobody} and false`] : [heldByNobody]
  if (asked.view === 'mine_unassigned') return narrow ? [heldByMe] : [heldByMe, heldByNobody]
  // What calls somebody is found by the mentions.
  if (asked.view === 'mentions') return null
  return asked.assigneeId === undefined ? holdersOfReach(asked) : [`c.assignee_id = ${asked.place(asked.assigneeId)}`]
}

/** A part of a list that an index holds in its order. */
export type Part = { where: string; closed: boolean }

/**
 * A list as parts that an index holds in their order: open and closed ones, and each holder's. Where others have all the recent ones, a single list
 * would be read to its end for the few of this one.
 */
export const partsOf = (asked: Asked): Part[] => {
  const holders = holdersOf(asked)
  const open: Part = { where: notClosed, closed: false }
  const closed: Part = { where: asked.neverClosed ? 'false' : tabSql.closed, closed: true }
  const both = asked.neverClosed ? [open] : [open, closed]
  const one = asked.tab === 'closed' ? closed : { where: tabSql[asked.tab], closed: false }
  const states = asked.tab === 'any' && (holders !== null || asked.apart) ? both : [one]
  return (holders ?? ['true']).flatMap((holder) => states.map((state) => ({ ...state, where: `${holder} and ${state.where}` })))
}
