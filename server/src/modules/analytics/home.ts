import type { Home } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { countMetrics, today } from './metrics/count.ts'

type Numbers = Home['numbers']

/** What the registry does not know: the same weekday a week ago up to this time of day, and who waits now. */
const numbersText = `with day as (
  select date_trunc('day', $2::timestamptz at time zone t.time_zone) at time zone t.time_zone as begins from tenancy.tenant_card t where t.tenant_id = $1)
select (select count(*)::int from conversations.conversation_fact f, day where f.tenant_id = $1 and f.created_at >= day.begins - interval '7 days' and f.created_at < $2::timestamptz - interval '7 days' and not f.imported) as "conversationsSameDayLastWeek",
  (select count(*)::int from (select 1 from conversations.conversation_fact f where f.tenant_id = $1 and f.state in ('new', 'queued', 'assigned', 'active', 'transferred') and f.waiting_since is not null limit 1000) w) as "waitingForPerson"`

const readNumbers = async (tx: Tx, now: Date): Promise<Numbers> => {
  const { totals } = await countMetrics(tx, now, {
    period: await today(tx, now),
    narrowed: {},
    groupBy: null,
    ids: ['conversations_begun', 'first_response_median', 'resolved_by_bot', 'conversations_closed'],
  })
  const { rows } = await tx.query<Pick<Numbers, 'conversationsSameDayLastWeek' | 'waitingForPerson'>>(numbersText, [tx.tenantId, now])
  return {
    ...rows[0]!,
    conversationsToday: totals.conversations_begun ?? 0,
    medianFirstReplySeconds: totals.first_response_median ?? null,
    resolvedByBot: totals.resolved_by_bot ?? 0,
    closedToday: totals.conversations_closed ?? 0,
  }
}

const setupText = `select
  exists (select 1 from analytics.day d where d.tenant_id = $1 and d.measure = 'messages_out_flow') as tried,
  exists (select 1 from analytics.day d where d.tenant_id = $1 and d.measure = 'messages_out_agent') as took_over,
  exists (select 1 from channels.channel_card c where c.tenant_id = $1 and c.kind not in ('simulator', 'webchat') and c.deleted_at is null) as connected,
  exists (select 1 from channels.channel_card c where c.tenant_id = $1 and c.flow_id is not null and c.answers_to <> 'nobody' and c.deleted_at is null) as answers,
  (select c.id from channels.channel_card c where c.tenant_id = $1 and c.kind = 'simulator' and c.deleted_at is null order by c.id limit 1) as simulator,
  t.name, t.country, t.locale, t.welcomed from tenancy.tenant_card t where t.tenant_id = $1`
type Setup = {
  tried: boolean
  took_over: boolean
  connected: boolean
  answers: boolean
  simulator: string | null
  name: string
  country: string
  locale: string
  welcomed: boolean
}

/** Home's checklist (each item done by fact), the day's numbers, and what needs somebody. */
export const readHome = async (tx: Tx, now: Date): Promise<Home> => {
  const [numbers, setup, attention] = await Promise.all([readNumbers(tx, now), tx.query<Setup>(setupText, [tx.tenantId]), readAttention(tx, now)])
  const facts = setup.rows[0]!
  return {
    setup: [
      { key: 'try_bot', done: facts.tried, detail: {} },
      { key: 'business', done: facts.welcomed, detail: { country: facts.country, locale: facts.locale } },
      { key: 'flow', done: facts.answers, detail: {} },
      { key: 'take_over', done: facts.took_over, detail: {} },
      { key: 'connect_whatsapp', done: facts.connected, detail: {} },
    ],
    numbers,
    attention,
    simulatorChannelId: facts.simulator,
  }
}

type Waiting = { id: string; name: string; waiting_since: Date }
type LowScores = { count: number; id: string | null; since: Date | null }
type Late = Waiting & { count: number }
type Counted = { failed: number; uncertain: number; dead: number; down: number; down_name: string | null }

const personOf =
  (kind: 'callback' | 'waiting') =>
  ({ id, name, waiting_since }: Waiting): Home['attention'][number] => ({ kind, count: 1, conversationId: id, label: name, since: waiting_since.toISOString() })

/** ms for which a bad mark from a customer stands there. */
const lowScoreFor = 86_400_000

/** Channels through which nothing leaves: they need somebody, or their vendor forbids it. */
const down = `channels.channel_card c where c.tenant_id = $1 and c.deleted_at is null and (c.state in ('paused', 'error')
  or exists (select 1 from channels.silence_fact s where s.tenant_id = c.tenant_id and s.channel_id = c.id and (s.until is null or s.until > $2)))`

const readAttention = async (tx: Tx, now: Date): Promise<Home['attention']> => {
  const [low, callbacks, waiting, counted] = await Promise.all([
    tx.query<LowScores>(
      `select count(*)::int as count, (array_agg(s.conversation_id order by s.answered_at desc))[1] as id, max(s.answered_at) as since
       from conversations.survey_fact s where s.tenant_id = $1 and s.is_low and s.answered_at > $2`,
      [tx.tenantId, new Date(now.getTime() - lowScoreFor)],
    ),
    tx.query<Waiting>(
      `select f.id, p.name, b.at as waiting_since from routing.callback_fact b join conversations.conversation_fact f on f.tenant_id = b.tenant_id and f.id = b.conversation_id
       join contacts.contact_card p on p.tenant_id = f.tenant_id and p.id = f.contact_id where b.tenant_id = $1 and b.done_at is null order by b.at limit 5`,
      [tx.tenantId],
    ),
    tx.query<Waiting>(
      `select f.id, p.name, f.waiting_since from conversations.conversation_fact f join contacts.contact_card p on p.tenant_id = f.tenant_id and p.id = f.contact_id
       where f.tenant_id = $1 and f.state in ('new', 'queued', 'assigned', 'active', 'transferred') and f.waiting_since is not null order by f.waiting_since limit 5`,
      [tx.tenantId],
    ),
    tx.query<Counted>(
      `select (select count(*)::int from (select 1 from platform.outbox where tenant_id = $1 and state = 'failed' limit 1000) o) as failed, (select count(*)::int from (select 1 from platform.outbox where tenant_id = $1 and state = 'uncertain' limit 1000) o) as uncertain,
        (select count(*)::int from (select 1 from platform.dead_letter where tenant_id = $1 limit 1000) d) as dead, (select count(*)::int from ${down}) as down, (select name from ${down} limit 1) as down_name`,
      [tx.tenantId, now],
    ),
  ])
  // What was owed first and is late, with how many there are.
  const late = await tx.query<Late>(
    `select f.id, p.name, f.due_at as waiting_since, (count(*) over ())::int as count from conversations.conversation_fact f join contacts.contact_card p on p.tenant_id = f.tenant_id and p.id = f.contact_id
     where f.tenant_id = $1 and f.state <> 'closed' and f.due_at <= $2 order by f.due_at limit 1`,
    [tx.tenantId, now],
  )
  const counts = counted.rows[0]!
  const lowScores = low.rows.filter(({ count }) => count > 0)
  const summed = (kind: Home['attention'][number]['kind'], count: number, label: string | null = null) =>
    count > 0 ? [{ kind, count, conversationId: null, label, since: null }] : []
  return [
    ...summed('channel_down', counts.down, counts.down_name),
    ...late.rows.map((row) => ({
      kind: 'late' as const,
      count: row.count,
      conversationId: row.id,
      label: row.name,
      since: row.waiting_since.toISOString(),
    })),
    ...callbacks.rows.map(personOf('callback')),
    ...waiting.rows.map(personOf('waiting')),
    ...lowScores.map(({ count, id, since }) => ({ kind: 'low_score' as const, count, conversationId: id, label: null, since: since?.toISOString() ?? null })),
    ...summed('uncertain_send', counts.uncertain),
    ...summed('failed_send', counts.failed),
    ...summed('dead_letters', counts.dead),
  ]
}
