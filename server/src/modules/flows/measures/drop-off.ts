import type { DropOff, FlowRun, LostAs, Page, StepPeople } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from '../ports.ts'
import { readRuns } from '../runs/read.ts'
import { movesOf, movesText, spanOf, type Span } from './span.ts'

type Asked = { from?: string | undefined; to?: string | undefined; version?: number | undefined }
type WayRow = { from_step: string; way: string | null; next: string | null; people: number }
type CameRow = { step: string; people: number }
type LostRow = { step: string; lost_as: LostAs | null; people: number }
type MedianRow = { step: string; median: number }

// A person is counted once per number, however often they came by: grouping by person first lets the database count by hash and sort nothing.
export const cameText = `select step, count(*)::integer as people from (select p.step, p.conversation_id from ${movesText} and p.cause <> 'ended' group by 1, 2) once group by step`
export const lostText = `select step, lost_as, count(*)::integer as people from (
  select coalesce(p.from_step, p.step) as step, p.lost_as, p.conversation_id from ${movesText} and p.lost_as is not null and coalesce(p.from_step, p.step) is not null group by 1, 2, 3) once
  group by 1, 2
  union all select step, null, count(*)::integer from (
  select coalesce(p.from_step, p.step) as step, p.conversation_id from ${movesText} and p.lost_as is not null and coalesce(p.from_step, p.step) is not null group by 1, 2) once group by step`
export const waysText = `select from_step, way, next, count(*)::integer as people from (
  select p.from_step, p.way, case when p.cause = 'ended' then null else p.step end as next, p.conversation_id from ${movesText} and p.from_step is not null group by 1, 2, 3, 4) once group by 1, 2, 3`
export const medianText = `select p.from_step as step, percentile_cont(0.5) within group (order by p.waited_ms) as median from ${movesText} and p.from_step is not null and p.waited_ms is not null group by 1`

/**
 * Where people came, were lost and went on. These are the flow's own numbers and tell nobody's conversation, so that they are the same for whoever asks; the
 * conversations behind them are those within reach.
 */
export const dropOffOf = async (tx: Tx, ports: FlowsPorts, flowId: string, asked: Asked): Promise<DropOff> => {
  const span = await spanOf(tx, ports, flowId, asked)
  const values = movesOf(tx, flowId, span)
  return tx.beyondReach(async () => {
    // Counting by hash in memory; what does not fit is sorted on disk, which takes twice as long.
    await tx.query(`select set_config('work_mem', '64MB', true)`)
    const [came, lost, ways, medians] = await Promise.all([
      tx.query<CameRow>(cameText, values),
      tx.query<LostRow>(lostText, values),
      tx.query<WayRow>(waysText, values),
      tx.query<MedianRow>(medianText, values),
    ])
    return {
      from: span.from.toISOString(),
      to: span.to.toISOString(),
      version: asked.version ?? null,
      people: await beganIn(tx, values),
      steps: stepsOf(came.rows, lost.rows, ways.rows, medians.rows),
    }
  })
}

const beganIn = async (tx: Tx, values: unknown[]): Promise<number> => {
  const { rows } = await tx.query<{ people: number }>(
    `select count(distinct p.conversation_id)::integer as people from ${movesText} and p.cause = 'start'`,
    values,
  )
  return rows[0]!.people
}

const stepsOf = (came: CameRow[], lost: LostRow[], ways: WayRow[], medians: MedianRow[]): StepPeople[] => {
  const steps = new Set([...came, ...lost].map(({ step }) => step))
  return [...steps].toSorted().map((step) => {
    const people = came.find((row) => row.step === step)?.people ?? 0
    const gone = lost.filter((row) => row.step === step)
    const lostHere = gone.find(({ lost_as }) => lost_as === null)?.people ?? 0
    return {
      step,
      people,
      lost: lostHere,
      lostAs: Object.fromEntries(gone.flatMap(({ lost_as, people: as }) => (lost_as === null ? [] : [[lost_as, as]]))),
      // Who came before the time that is asked about and was lost within it counts as having been here.
      leaveRate: lostHere === 0 ? 0 : lostHere / Math.max(people, lostHere),
      medianMs: medians.find((row) => row.step === step)?.median ?? null,
      ways: ways
        .filter((row) => row.from_step === step)
        .map(({ way, next, people: taken }) => ({ way, to: next, people: taken }))
        .toSorted((one, other) => other.people - one.people),
    }
  })
}

type Behind = Asked & {
  step: string
  what: 'came' | 'lost' | 'left'
  lostAs?: LostAs | undefined
  way?: string | undefined
  next?: string | undefined
  limit: number
  cursor?: string | undefined
}

const behind = { came: `p.cause <> 'ended' and p.step = $6`, lost: `p.lost_as is not null and coalesce(p.from_step, p.step) = $6`, left: `p.from_step = $6` }

/** The statement of the runs behind a number: of each conversation the newest. */
export const behindText = (what: Behind['what']): string =>
  `select run_id from (
     select max(p.run_id::text)::uuid as run_id from ${movesText} and ${behind[what]} and ($7::text is null or p.lost_as = $7) and ($8::text is null or p.way = $8) and ($9::text is null or p.step = $9)
     group by p.conversation_id) newest where $10::uuid is null or run_id < $10 order by run_id desc limit $11`

export const conversationsBehind = async (tx: Tx, ports: FlowsPorts, flowId: string, asked: Behind): Promise<Page<FlowRun>> => {
  const span: Span = await spanOf(tx, ports, flowId, asked)
  const { step, what, lostAs = null, way = null, next = null, limit } = asked
  const { rows } = await tx.query<{ run_id: string }>(behindText(what), [
    ...movesOf(tx, flowId, span),
    step,
    lostAs,
    way,
    next,
    idCursor(asked.cursor),
    limit + 1,
  ])
  const ids = rows.slice(0, limit).map(({ run_id }) => run_id)
  return { items: await readRuns(tx, ids), nextCursor: rows.length > limit ? ids.at(-1)! : null }
}
