import type { NewEvent } from '@chasqui/contracts'
import type pg from 'pg'

/** Leaves events with the transaction that they belong to. They get their numbers in the tenant's log right after the commit (`sequencer.ts`). */
export const leaveEvents = (client: pg.ClientBase, tenantId: string, events: NewEvent[], at: Date): Promise<unknown> =>
  client.query(
    'insert into platform.event_pending (tenant_id, type, payload, occurred_at) select $1, type, payload, $4 from unnest($2::text[], $3::jsonb[]) with ordinality as e (type, payload, position) order by position',
    [tenantId, events.map((event) => event.type), events.map((event) => JSON.stringify(event.payload)), at],
  )
