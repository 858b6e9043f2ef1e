import type { Campaigns, ZonedHours } from '#campaigns'
import type { Conversations } from '#conversations'
import type { Routing } from '#routing'
import type { Sla } from '#sla'
import type { Tx } from '#platform/database/transaction'
import type { NewJob } from '#platform/lanes/enqueue'

type Change = { campaignId: string; at: string; before: ZonedHours; after: ZonedHours }
/** Conversations of a campaign whose hours or promises changed, in the order of their ids; or one of them that somebody had in hand. */
export type PromiseTimer = ({ type: 'other_promises'; afterId: string | null } & Change) | ({ type: 'other_promise'; conversationId: string } & Change)
export const isPromiseTimer = (payload: { type: string }): payload is PromiseTimer => payload.type === 'other_promises' || payload.type === 'other_promise'

/** As many as one transaction takes: nobody waits long for a conversation among them. */
const perTransaction = 50
/** Another node may go by what it remembers of the campaign for half a minute: what it reckoned then is looked at once more. */
const againSeconds = 40

const lookThrough = (change: Change, after: string | null, runAt?: Date): NewJob => ({
  queue: 'due',
  key: `promises ${change.campaignId}`,
  payload: { ...change, type: 'other_promises', afterId: after } satisfies PromiseTimer,
  ...(runAt && { runAt }),
})

/** Adds the work of a change, in its transaction. */
export const promiseOtherwise = (tx: Tx, { at, ...change }: Omit<Change, 'at'> & { at: Date }): void => {
  const told = { ...change, at: at.toISOString() }
  tx.enqueue(lookThrough(told, null))
  tx.enqueue(lookThrough(told, null, new Date(at.getTime() + againSeconds * 1000)))
}

/** Adds the work of a queue that promises something else, by the hours that its campaign has, in the transaction of the change. */
export const promiseInQueueOtherwise =
  ({ campaigns, now }: { campaigns: Pick<Campaigns, 'campaign'>; now: () => Date }) =>
  async (tx: Tx, campaignId: string): Promise<void> => {
    const campaign = await campaigns.campaign(tx.tenantId, campaignId)
    if (!campaign) return
    const hours: ZonedHours = { hours: campaign.hours, zone: campaign.zone }
    promiseOtherwise(tx, { campaignId, at: now(), before: hours, after: hours })
  }

type Ports = {
  campaigns: Pick<Campaigns, 'clockOfHours' | 'lookAgain'>
  conversations: { centre: Pick<Conversations['centre'], 'reckonAnew'> }
  routing: Pick<Routing, 'moveHours'>
  sla: Pick<Sla, 'moveHours'>
}

/** Running clocks and longest waits move with the hours; what is promised otherwise is owed otherwise. May be done twice. */
export const keepPromises = async (tx: Tx, { campaigns, conversations, routing, sla }: Ports, timer: PromiseTimer): Promise<void> => {
  const change = { at: new Date(timer.at), before: campaigns.clockOfHours(timer.before), after: campaigns.clockOfHours(timer.after) }
  const reckon = (id: string, patient: boolean) =>
    conversations.centre.reckonAnew(
      tx,
      id,
      async () => {
        await routing.moveHours(tx, id, change)
        await sla.moveHours(tx, id, change)
      },
      { patient },
    )
  campaigns.lookAgain(tx.tenantId)
  if (timer.type === 'other_promise') return void (await reckon(timer.conversationId, true))
  const { type: _type, afterId, ...told } = timer
  const { rows } = await tx.query<{ id: string }>(
    `select f.id from conversations.conversation_fact f where f.tenant_id = $1 and f.campaign_id = $2 and f.state <> 'closed' and ($3::uuid is null or f.id > $3)
     order by f.id limit $4`,
    [tx.tenantId, timer.campaignId, afterId, perTransaction],
  )
  for (const { id } of rows)
    if ((await reckon(id, false)) === 'held')
      tx.enqueue({ queue: 'due', key: id, payload: { ...told, type: 'other_promise', conversationId: id } satisfies PromiseTimer })
  if (rows.length === perTransaction) tx.enqueue(lookThrough(told, rows.at(-1)!.id))
}
