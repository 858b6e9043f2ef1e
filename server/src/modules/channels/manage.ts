import type { Channel, ChannelAnswers, ChannelKind } from '@chasqui/contracts'
import { ChannelKind as Kinds } from '@chasqui/contracts'
import type { z } from 'zod'
import type { Tx } from '#platform/database/transaction'
import { wakeSender } from '#platform/outbox/entry'
import { Failure } from '#platform/failure'
import type { ChannelAdapter } from './adapter.ts'
import { answersAtFirst, answersOf, answersWith, checkAnswers, columnsOf } from './answers.ts'
import { secretsOf, type ChannelRow } from './directory.ts'
import { endIncident } from './incidents.ts'
import type { ChannelsPorts } from './ports.ts'
import { noteState } from './states.ts'
import { channelOf, readRow } from './views.ts'

/** Which flow takes what no other begins with, and whom flows answer; what is left out stays, or is as at first. */
export type Answering = { flowId?: string | null | undefined; answers?: ChannelAnswers | undefined }
type NewChannel = Answering & { kind: ChannelKind; name: string; settings: Record<string, unknown> }
/** Whether somebody signed in at the vendor for these settings, instead of entering them. */
type Granted = { granted: boolean }
type ChannelChange = Answering & { name?: string | undefined; settings?: Record<string, unknown> | undefined }

const adapterOf = (ports: ChannelsPorts, kind: ChannelKind): ChannelAdapter => {
  const adapter = ports.adapters[Kinds.parse(kind)]
  if (!adapter)
    throw new Failure('invalid', 'channel.kind_not_available', `This installation cannot connect channels of kind ${kind}.`, {
      errors: [{ path: 'kind', code: 'not_available', message: 'Not available in this installation' }],
    })
  return adapter
}

const checked = (adapter: ChannelAdapter, settings: Record<string, unknown>): Record<string, unknown> => {
  const parsed = adapter.settings.safeParse(settings)
  if (parsed.success) return parsed.data as Record<string, unknown>
  const issues = (parsed.error as z.ZodError).issues
  throw new Failure('invalid', 'channel.settings_invalid', 'Some settings are missing or wrong.', {
    errors: issues.map((issue) => ({ path: ['settings', ...issue.path].join('.'), code: issue.code ?? 'invalid', message: issue.message })),
  })
}

const split = (adapter: ChannelAdapter, settings: Record<string, unknown>) => {
  const secret = Object.fromEntries(Object.entries(settings).filter(([key]) => adapter.secrets.includes(key)))
  const open = Object.fromEntries(Object.entries(settings).filter(([key]) => !adapter.secrets.includes(key)))
  return { secret, open }
}

const checkFlow = async (ports: ChannelsPorts, tx: Tx, flowId: string | null | undefined): Promise<void> => {
  if (flowId && !(await ports.flowIsPublished(tx.tenantId, flowId)))
    throw new Failure('invalid', 'channel.flow_not_published', 'Only a published flow can answer.', {
      errors: [{ path: 'flowId', code: 'not_published', message: 'Only a published flow can answer.' }],
    })
}

const refuseUngranted = (): never => {
  throw new Failure('invalid', 'channel.settings_invalid', 'Some settings are missing or wrong.', {
    errors: [{ path: 'settings.app', code: 'not_granted', message: 'Only signing in at the vendor gives this, for the account that is chosen there.' }],
  })
}

/** Connects an account. It receives from now on; sending starts at once for kinds without a connection of their own. */
export const createChannel = async (
  tx: Tx,
  ports: ChannelsPorts,
  { kind, name, settings, flowId, answers }: NewChannel,
  { granted }: Granted = { granted: false },
): Promise<Channel> => {
  const adapter = adapterOf(ports, kind)
  const valid = checked(adapter, kind === 'simulator' && !settings.secret ? { ...settings, secret: ports.randomSecret() } : settings)
  if (!granted && adapter.isGranted?.(valid)) refuseUngranted()
  await checkFlow(ports, tx, flowId)
  const chosen = answers ? await checkAnswers(ports, tx.tenantId, kind, answers) : answersAtFirst(adapter, flowId)
  const { secret, open } = split(adapter, valid)
  const id = ports.newId()
  const at = ports.now()
  // A line has to be opened, and may have to be linked, before it is of use.
  const state = adapter.holdsLine ? 'connecting' : 'connected'
  await tx
    .query(
      `insert into channels.channel (tenant_id, id, kind, name, state, state_since, last_connected_at, address, account, settings, secrets, flow_id, answers_to, test_numbers, created_at, updated_at) values ($1, $2, $3, $4, $11, $5, case when $11::text = 'connected' then $5::timestamptz end, $6, $7, $8, $9, $10, $12, $13, $5, $5)`,
      [
        tx.tenantId,
        id,
        kind,
        name,
        at,
        adapter.address(valid),
        adapter.account(valid),
        open,
        ports.seal(JSON.stringify(secret), `channel:${id}`),
        flowId ?? null,
        state,
        ...columnsOf(chosen),
      ],
    )
    .catch(accountTaken)
  await noteState(tx, id)
  changed(tx, ports, id, state)
  return channelOf(ports, await readRow(tx, id))
}

const accountTaken = (error: { code?: string; constraint?: string }): never => {
  if (error.code === '23505' && error.constraint === 'channel_account')
    throw new Failure('conflict', 'channel.account_taken', 'This account is already connected.')
  throw error
}

/** Changes name, settings (secrets left out stay as they are), the answering flow or whom flows answer. */
export const updateChannel = async (
  tx: Tx,
  ports: ChannelsPorts,
  id: string,
  change: ChannelChange,
  { granted }: Granted = { granted: false },
): Promise<Channel> => {
  const row = await readRow(tx, id, true)
  const adapter = adapterOf(ports, row.kind)
  await checkFlow(ports, tx, change.flowId)
  const answers = change.answers
    ? await checkAnswers(ports, tx.tenantId, row.kind, change.answers)
    : answersWith(answersOf(row), { was: row.flow_id, is: change.flowId })
  const given = Object.fromEntries(
    Object.entries(change.settings ?? {}).filter(
      ([key, value]) => !(adapter.secrets.includes(key) && (value === '' || value === null || typeof value === 'object')),
    ),
  )
  const valid = checked(adapter, { ...row.settings, ...secretsOf(ports, row), ...given })
  const asGranted = adapter.isGranted?.(row.settings) === true && adapter.account(valid) === row.account
  if (!granted && !asGranted && adapter.isGranted?.(valid)) refuseUngranted()
  const { secret, open } = split(adapter, valid)
  const moved = adapter.fixed?.find((name) => row.settings[name] !== undefined && open[name] !== row.settings[name])
  if (moved !== undefined)
    throw new Failure('invalid', 'channel.setting_fixed', 'This setting stays as it was when the channel was made.', {
      errors: [{ path: `settings.${moved}`, code: 'fixed', message: 'Make another channel to have it otherwise.' }],
    })
  await tx
    .query(
      `update channels.channel set name = $3, settings = $4, secrets = $5, account = $6, address = coalesce($7, address), flow_id = $8, updated_at = $9, answers_to = $10, test_numbers = $11 where tenant_id = $1 and id = $2`,
      [
        tx.tenantId,
        id,
        change.name ?? row.name,
        open,
        ports.seal(JSON.stringify(secret), `channel:${id}`),
        adapter.account(valid),
        adapter.address(valid),
        change.flowId === undefined ? row.flow_id : change.flowId,
        ports.now(),
        ...columnsOf(answers),
      ],
    )
    .catch(accountTaken)
  changed(tx, ports, id, row.state)
  return channelOf(ports, await readRow(tx, id))
}

/** Lets a flow answer, without asking whether it is published: for a flow that this very transaction publishes. */
export const answerWith = async (tx: Tx, ports: ChannelsPorts, id: string, flowId: string): Promise<void> => {
  const row = await readRow(tx, id, true)
  await tx.query('update channels.channel set flow_id = $3, updated_at = $4 where tenant_id = $1 and id = $2', [tx.tenantId, id, flowId, ports.now()])
  changed(tx, ports, id, row.state)
}

/** Removes a channel. Its conversations stay; its account can be connected again. What still waits to be sent fails now. */
export const removeChannel = async (tx: Tx, ports: ChannelsPorts, id: string): Promise<void> => {
  await readRow(tx, id, true)
  await tx.query(
    `update channels.channel set deleted_at = $3, state = 'disconnected', state_since = $3, account = null, secrets = null, flow_id = null, answers_to = 'everyone', test_numbers = '{}' where tenant_id = $1 and id = $2`,
    [tx.tenantId, id, ports.now()],
  )
  await endIncident(tx, ports, id, 'person')
  await tx.query('delete from channels.line where tenant_id = $1 and channel_id = $2', [tx.tenantId, id])
  await tx.query('delete from channels.history where tenant_id = $1 and channel_id = $2', [tx.tenantId, id])
  await tx.query('delete from channels.state_change where tenant_id = $1 and channel_id = $2', [tx.tenantId, id])
  await wakeSender(tx, tx.tenantId, id, ports.now())
  tx.wake('send')
  changed(tx, ports, id, 'removed')
}

/** Moves a channel to a state and lets everybody know; waking its lane when it may send again. */
export const setState = async (
  tx: Tx,
  ports: ChannelsPorts,
  id: string,
  state: ChannelRow['state'],
  detail: string | null,
  address?: string | null,
): Promise<void> => {
  await tx.query(
    `update channels.channel set state = $3, state_detail = $4, state_since = $5, last_connected_at = case when $3::text = 'connected' then $5::timestamptz else last_connected_at end, address = coalesce($6, address), updated_at = $5 where tenant_id = $1 and id = $2 and deleted_at is null`,
    [tx.tenantId, id, state, detail, ports.now(), address ?? null],
  )
  await noteState(tx, id)
  if (state === 'connected' || state === 'disconnected') await endIncident(tx, ports, id, state === 'connected' ? 'mended' : 'person')
  const troubled = state === 'paused' || state === 'error'
  tx.afterCommit(() => ports.log[troubled ? 'warn' : 'info']({ tenantId: tx.tenantId, channelId: id, state, detail }, 'channel changed its state'))
  changed(tx, ports, id, state)
}

/** Everybody who looks at the channel looks again. */
export const changed = (tx: Tx, ports: ChannelsPorts, id: string, state: string) => {
  tx.publish({ type: 'channel.changed', payload: { channelId: id, state } })
  tx.afterCommit(() => ports.hints.changed('channel', id))
}

/** The vendor asked at the webhook's address and was given the right answer. Asked again within a minute it is noted once. */
export const noteVerified = async (tx: Tx, ports: ChannelsPorts, id: string): Promise<void> => {
  const row = await readRow(tx, id)
  const { rowCount } = await tx.query(
    `select 1 from (select event, at from channels.log where tenant_id = $1 and channel_id = $2 order by id desc limit 1) last where event = 'webhook_verified' and at > $3`,
    [tx.tenantId, id, new Date(ports.now().getTime() - 60_000)],
  )
  if (rowCount) return
  await writeLog(tx, ports, id, { level: 'info', event: 'webhook_verified', detail: {} })
  changed(tx, ports, id, row.state)
}

export const writeLog = (
  tx: Tx,
  ports: ChannelsPorts,
  channelId: string,
  entry: { level: 'info' | 'warn' | 'error'; event: string; detail: Record<string, unknown> },
): Promise<unknown> =>
  tx.query('insert into channels.log (tenant_id, id, channel_id, at, level, event, detail) values ($1, $2, $3, $4, $5, $6, $7)', [
    tx.tenantId,
    ports.newId(),
    channelId,
    ports.now(),
    entry.level,
    entry.event.slice(0, 200),
    entry.detail,
  ])

/** Every channel of the tenant looks again for what it has to send. */
export const wakeSenders = async (tx: Tx, ports: Pick<ChannelsPorts, 'now'>): Promise<void> => {
  const { rows } = await tx.query<{ id: string }>('select id from channels.channel where tenant_id = $1 and deleted_at is null order by id', [tx.tenantId])
  for (const { id } of rows) await wakeSender(tx, tx.tenantId, id, ports.now())
  tx.wake('send')
}
