import type { FlowDefinition, FlowNode, FlowProblem } from '@chasqui/contracts'
import { problemsIn } from '@chasqui/flow'
import { same } from '@chasqui/flow/life/same'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { secretProblems } from '../calls/secrets.ts'
import { broadcastProblems } from '../beginning/broadcasts.ts'
import { unknownPlaces } from '../beginning/places.ts'
import { unknownRivals } from '../beginning/rivals.ts'
import type { FlowsPorts } from '../ports.ts'
import { givenProblems } from './given.ts'
import { subflowProblems } from './subflows.ts'

/** What is wrong with a definition in the world that it is to work in: what it names that is gone, and what its channels do not carry. */

type Of<Type extends FlowNode['type']> = [id: string, node: Extract<FlowNode, { type: Type }>]
export type Drafted = { id: string; definition: FlowDefinition }

const stepsOf = <Type extends FlowNode['type']>({ nodes }: FlowDefinition, type: Type): Of<Type>[] =>
  Object.entries(nodes).flatMap(([id, node]) => (node.type === type ? [[id, node] as Of<Type>] : []))

const problem = (
  severity: FlowProblem['severity'],
  nodeId: string | null,
  code: string,
  message: string,
  more: Pick<FlowProblem, 'field' | 'values'> = {},
) => ({
  severity,
  nodeId,
  code: `flow.${code}`,
  message,
  ...more,
})

/** All for which a draft is not published, and what else its people should know: of the flow itself, and of the world that it is to work in. */
export const problemsOf = async (tx: Tx, ports: FlowsPorts, drafted: Drafted): Promise<FlowProblem[]> => {
  const own = problemsIn(drafted.definition, null, ports.isPattern)
  return [...own, ...(await worldProblems(tx, ports, drafted, own))]
}

/** Everything that only a look into the tenant tells. Asks only for what the definition names. */
const worldProblems = async (tx: Tx, ports: FlowsPorts, drafted: Drafted, own: readonly FlowProblem[]): Promise<FlowProblem[]> =>
  tx.beyondReach(async () => {
    const { definition } = drafted
    const channels = await channelsOf(tx, ports, drafted)
    return [
      ...(await secretProblems(tx, definition)),
      ...(await unknownPlaces(tx, definition)),
      ...(await broadcastProblems(tx, ports, definition)),
      ...(await unknownRivals(tx, drafted.id, definition)),
      ...(await beginningProblems(tx, drafted)),
      ...(await subflowProblems(tx, drafted)),
      ...(await givenProblems(tx, drafted, channels.length > 0)),
      ...(await queueProblems(tx, ports, definition)),
      ...(await peopleProblems(tx, definition)),
      ...(await fileProblems(tx, ports, definition)),
      ...(await templateProblems(tx, ports, definition, channels)),
      ...channelProblems(ports, definition, channels, own),
    ]
  })

type Channel = NonNullable<Awaited<ReturnType<FlowsPorts['channel']>>>

/** The channels on which the flow is to talk: those that it serves, by themselves or by their campaign, and those that its triggers name. */
const channelsOf = async (tx: Tx, ports: FlowsPorts, { id, definition }: Drafted): Promise<Channel[]> => {
  const { rows } = await tx.query<{ id: string; kind: 'channel' | 'campaign' }>(
    `select id, 'channel' as kind from channels.channel_card where tenant_id = $1 and flow_id = $2 and deleted_at is null
     union all select id, 'campaign' from campaigns.campaign_card where tenant_id = $1 and (flow_id = $2 or closed_flow_id = $2) and state = 'active'`,
    [tx.tenantId, id],
  )
  const served = await Promise.all(rows.map(async (row) => (row.kind === 'channel' ? [row.id] : ports.channelsOfCampaign(tx.tenantId, row.id))))
  const named = definition.triggers.flatMap((trigger) => [
    ...('channelId' in trigger && trigger.channelId !== null ? [trigger.channelId] : []),
    ...('channelIds' in trigger ? trigger.channelIds : []),
  ])
  const found = await Promise.all([...new Set([...served.flat(), ...named])].map((channelId) => ports.channel(tx.tenantId, channelId)))
  return found.filter((channel) => channel !== null)
}

/** A flow without a trigger begins only where something else begins it: a person, a program, or what is still to be set up. */
const beginningProblems = async (tx: Tx, { id, definition }: Drafted): Promise<FlowProblem[]> => {
  if (definition.triggers.length > 0) return []
  const { rows } = await tx.query(
    `select 1 from channels.channel_card where tenant_id = $1 and flow_id = $2 and deleted_at is null
     union all select 1 from campaigns.campaign_card where tenant_id = $1 and (flow_id = $2 or closed_flow_id = $2) and state <> 'finished'
     union all select 1 from flows.flow f left join flows.version v on v.tenant_id = f.tenant_id and v.id = f.published_version_id
       where f.tenant_id = $1 and f.id <> $2 and f.deleted_at is null
         and (jsonb_path_exists(f.draft, $3::jsonpath, $4) or jsonb_path_exists(v.definition, $3::jsonpath, $4)) limit 1`,
    [tx.tenantId, id, '$.nodes.* ? (@.type == "subflow" && @.flow == $flow)', JSON.stringify({ flow: id })],
  )
  return rows.length > 0
    ? []
    : [problem('warning', null, 'trigger_missing', 'Nothing begins this flow: it has no trigger, and nothing goes into it.', { field: 'triggers' })]
}

const queueProblems = async (tx: Tx, ports: FlowsPorts, definition: FlowDefinition): Promise<FlowProblem[]> => {
  const steps = stepsOf(definition, 'transfer_to_agent').flatMap(([id, { queue }]) => (queue === undefined ? [] : [{ id, queue }]))
  if (steps.length === 0) return []
  const people = await ports.peopleOfQueues(tx, [...new Set(steps.map(({ queue }) => queue))])
  return steps.flatMap(({ id, queue }) => {
    const count = people.get(queue)
    if (count === undefined) return [problem('error', id, 'queue_gone', 'The queue is not there.', { field: 'queue' })]
    return count === 0 ? [problem('error', id, 'queue_empty', 'Nobody serves the queue.', { field: 'queue' })] : []
  })
}

const peopleProblems = async (tx: Tx, definition: FlowDefinition): Promise<FlowProblem[]> => {
  const given = stepsOf(definition, 'task').filter(([, { to }]) => to === 'person')
  const steps = [...stepsOf(definition, 'notify'), ...given].map(([id, { people }]) => ({ id, people }))
  if (steps.length === 0) return []
  const { rows } = await tx.query<{ id: string }>(`select id from identity.member_card where tenant_id = $1 and id = any($2::uuid[]) and status = 'active'`, [
    tx.tenantId,
    steps.flatMap(({ people }) => people),
  ])
  const known = new Set(rows.map(({ id }) => id))
  return steps.flatMap(({ id, people }) =>
    people.some((person) => !known.has(person))
      ? [problem('error', id, 'person_gone', 'Somebody who is chosen is not in the team any more.', { field: 'people' })]
      : [],
  )
}

const fileProblems = async (tx: Tx, ports: FlowsPorts, definition: FlowDefinition): Promise<FlowProblem[]> => {
  const found: FlowProblem[] = []
  for (const [id, { file }] of stepsOf(definition, 'media'))
    if (file && !(await ports.fileIsThere(tx, file.fileId)))
      found.push(problem('error', id, 'file_gone', `The file “${file.name}” is not there.`, { field: 'file', values: { name: file.name } }))
  return found
}

/** Whether a template can be sent where the flow talks; where it serves no channel yet, the channels that its step will meet are not known. */
const templateProblems = async (tx: Tx, ports: FlowsPorts, definition: FlowDefinition, channels: readonly Channel[]): Promise<FlowProblem[]> => {
  const found: FlowProblem[] = []
  for (const [id, { template, components }] of stepsOf(definition, 'template')) {
    if (!template) continue
    for (const { id: channelId, name: channel, abilities } of channels.filter((each) => each.abilities.templates)) {
      const refusal = await refusedBy(() => ports.checkTemplate(tx, channelId, { type: 'template', ...template, components }))
      if (!refusal || !abilities.templates) continue
      const code = refusal.code === 'template.unknown' ? 'template_gone' : refusal.code === 'template.not_approved' ? 'template_not_approved' : 'template_unfit'
      found.push(problem('error', id, code, `${refusal.message} (${channel})`, { field: 'template', values: { name: template.name, channel } }))
    }
  }
  return found
}

const refusedBy = async (act: () => Promise<void>): Promise<Failure | null> => {
  try {
    await act()
    return null
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

/** What is wrong only on one of the channels, and not with the flow itself (`own`): beyond its limits, or not offered there. */
const channelProblems = (ports: FlowsPorts, definition: FlowDefinition, channels: readonly Channel[], own: readonly FlowProblem[]): FlowProblem[] => {
  const keyOf = ({ code, nodeId, field }: FlowProblem) => `${code} ${nodeId} ${field}`
  const everywhere = new Set(own.map(keyOf))
  const told = new Map<string, FlowProblem>()
  // Channels that can do the same have the same to tell: the first of them tells it.
  const unlike = channels.filter(({ abilities }, place) => !channels.slice(0, place).some((other) => same(other.abilities, abilities)))
  for (const { name, abilities } of unlike)
    for (const found of problemsIn(definition, abilities, ports.isPattern))
      if (!everywhere.has(keyOf(found)) && !told.has(keyOf(found)))
        told.set(keyOf(found), { ...found, message: `${found.message} (${name})`, values: { ...found.values, channel: name } })
  return [...told.values()]
}
