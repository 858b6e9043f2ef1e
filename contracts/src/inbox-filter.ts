import { z } from 'zod'
import { ContactStage } from './contact.ts'
import { ConversationState, Priority } from './conversation.ts'
import { Id } from './ids.ts'

/** Views of the inbox; `mine_unassigned` is the default one, `mentions` holds where notes call the person by name. A queue is `all` with its `queueId`. */
export const InboxView = z.enum(['mine_unassigned', 'mine', 'unassigned', 'mentions', 'all'])
export type InboxView = z.infer<typeof InboxView>
export const InboxTab = z.enum(['open', 'bot', 'snoozed', 'closed', 'any'])
export type InboxTab = z.infer<typeof InboxTab>
/** `needs_me`: what is owed soonest, then who waits longest, then the others, newest first. `priority`: the highest first, newest first within one. */
export const InboxSort = z.enum(['needs_me', 'newest', 'oldest', 'priority'])
export type InboxSort = z.infer<typeof InboxSort>

const days = (count: number) => count * 24 * 60
/** What narrows a list, apart from numbers and marks, which addresses write as text. Minutes are whole ones. */
const narrowing = {
  channelId: Id.optional(),
  queueId: Id.optional(),
  campaignId: Id.optional(),
  assigneeId: Id.optional(),
  tagId: Id.optional(),
  stage: ContactStage.optional().meta({ description: 'that of the contact' }),
  state: ConversationState.optional(),
  priority: Priority.optional(),
  q: z.string().trim().max(200).optional(),
}
const windowClosesWithin = z
  .number()
  .int()
  .min(1)
  .max(days(7))
  .meta({ description: 'minutes until free text stops being allowed; those for whom it is over already are not among them' })
const waitingLongerThan = z.number().int().min(0).max(days(365)).meta({ description: 'minutes that the customer has been waiting' })

/** Which conversations a list holds and in which order, as it is kept under a name. */
export const InboxFilter = z
  .object({
    view: InboxView,
    tab: InboxTab,
    sort: InboxSort,
    ...narrowing,
    unread: z.boolean().optional(),
    windowClosesWithin: windowClosesWithin.optional(),
    waitingLongerThan: waitingLongerThan.optional(),
  })
  .meta({ id: 'InboxFilter' })
export type InboxFilter = z.infer<typeof InboxFilter>

/** The same as part of an address. */
export const inboxFilterQuery = {
  view: InboxView.default('all'),
  tab: InboxTab.default('any'),
  sort: InboxSort.default('newest'),
  ...narrowing,
  unread: z.stringbool().optional(),
  windowClosesWithin: z.coerce.number().pipe(windowClosesWithin).optional(),
  waitingLongerThan: z.coerce.number().pipe(waitingLongerThan).optional(),
}

/** A list under a name: of one person, or shared with everybody. `pin`: the key 1-9 under which the person who asks finds it. */
export const SavedView = z
  .object({
    id: Id,
    name: z.string(),
    isShared: z.boolean(),
    shows: InboxFilter,
    pin: z.number().int().min(1).max(9).nullable(),
  })
  .meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof SavedView>
export const SavedViewSettings = z.object({ name: z.string().trim().min(1).max(60), shows: InboxFilter })
export type SavedViewSettings = z.infer<typeof SavedViewSettings>
