import type { NewEvent } from '@chasqui/contracts'
import type pg from 'pg'

/** Stores events with the tenant's next sequence numbers, without gaps and in commit order (the counter row is locked until the commit). */
export const appendEvents = (client: pg.ClientBase, events: NewEvent[], at: Date): Promise<unknown> =>
  client.query('select platform.append_events($1::text[], $2::jsonb[], $3)', [events.map((event) => event.type), events.map((event) => JSON.stringify(event.payload)), at])
