import type { StoredEvent } from '@chasqui/contracts'
import type { Consumer } from '#platform/events/consumers'

/** What an event adds to which measures of its day. Names are stored: they never change their meaning. */
const measuresOf = ({ type, payload }: StoredEvent): string[] => {
  switch (type) {
    case 'conversation.opened':
      return ['conversations']
    case 'conversation.closed':
      return payload.by === 'flow' ? ['closed', 'closed_by_flow'] : ['closed']
    case 'conversation.reopened':
      return ['reopened']
    case 'message.received':
      return ['messages_in']
    case 'message.queued':
      return ['messages_out', `messages_out_${String(payload.senderKind)}`]
    case 'flow.run_ended':
      return [`runs_${String(payload.outcome)}`]
    default:
      return []
  }
}

const text = `insert into analytics.day as d (tenant_id, day, measure, count)
select $1, (i.at at time zone t.time_zone)::date, i.measure, count(*) from unnest($2::timestamptz[], $3::text[]) as i (at, measure), tenancy.tenant_card t where t.tenant_id = $1
group by 2, 3 order by 2, 3 on conflict (tenant_id, day, measure) do update set count = d.count + excluded.count`

/** Counts events into the tenant's own days. The cursor moves in the same transaction, so that nothing is counted twice or left out. */
export const countDays: Consumer = {
  name: 'analytics',
  handle: async (tx, events) => {
    const counted = events.flatMap((event) => measuresOf(event).map((measure) => ({ at: event.occurredAt, measure })))
    if (counted.length > 0) await tx.query(text, [tx.tenantId, counted.map(({ at }) => at), counted.map(({ measure }) => measure)])
  },
}
