import { concerns, type Effect, type Happening, type RunState } from '@chasqui/flow'
import type { FlowLimits } from '@chasqui/flow/safety/limits'
import { afterTurn, beforeTurn, freshPace, type Heard, type Pace, type StopReason } from '@chasqui/flow/safety/pace'
import type { Tx } from '#platform/database/transaction'
import type { KnownLimits } from './known-limits.ts'

const readText = `select asked.position, p.state from unnest($2::uuid[]) with ordinality as asked (conversation_id, position)
join flows.pace p on p.tenant_id = $1 and p.conversation_id = asked.conversation_id`
const storeText = `insert into flows.pace (tenant_id, conversation_id, state, updated_at)
select $1, conversation_id, state, at from unnest($2::uuid[], $3::jsonb[], $4::timestamptz[]) as input (conversation_id, state, at)
on conflict (tenant_id, conversation_id) do update set state = excluded.state, updated_at = excluded.updated_at`

/** What keeps a flow from talking for ever in a conversation; asked for together with the run, so that it costs no flight of its own. */
export type Guard = Promise<{ pace: Pace | null; limits: FlowLimits }>

export const guardOf = (tx: Tx, limitsOf: KnownLimits, conversationId: string): Guard => {
  const pace = tx.queryEach<{ state: Pace }>(readText, [[conversationId]])
  const guard = Promise.all([pace, limitsOf(tx)]).then(([[row], limits]) => ({ pace: row?.state ?? null, limits }))
  // Where no flow wants the message nobody waits for it.
  guard.catch(() => {})
  return guard
}

const heardIn = (happening: Happening): Heard => {
  const message = 'message' in happening ? happening.message : undefined
  return message ? { text: message.text, pressed: message.choiceId !== undefined } : null
}

type Wanted = { happening: Happening; state: RunState; now: Date }
export type Guarded = { happening: Happening; stop: StopReason | null; /** Keeps what the turn used. */ spend(effects: Effect[]): void }

/** What really happens to the run: what was to happen, or that it has to stop. */
export const guarded = async (tx: Tx, guard: Guard, conversationId: string, { happening, state, now }: Wanted): Promise<Guarded> => {
  if (!concerns(happening, state)) return { happening, stop: null, spend: () => {} }
  const { pace: known, limits } = await guard
  const { pace, stop } = beforeTurn(known ?? freshPace(now.getTime()), heardIn(happening), limits, now.getTime())
  return {
    happening: stop ? { type: 'stopped', why: stop } : happening,
    stop,
    spend: (effects) => {
      const after = stop ? pace : afterTurn(pace, effects.filter(({ type }) => type === 'say').length)
      tx.alongCommit(tx.queryEach(storeText, [[conversationId, JSON.stringify(after), now]]))
    },
  }
}
