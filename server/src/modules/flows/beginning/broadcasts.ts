import type { FlowDefinition, FlowProblem } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from '../ports.ts'

type Ports = Pick<FlowsPorts, 'channel' | 'unknownTemplates'>
type Awaited = { path: string; templates: readonly string[] }

/** The templates whose answers triggers wait for, and where they stand. */
const awaitedIn = ({ triggers }: FlowDefinition): Awaited[] =>
  triggers.flatMap((trigger, at): Awaited[] =>
    trigger.type === 'broadcast_reply' ? [{ path: `triggers.${at}.templates`, templates: trigger.templates.map((name) => name.trim()) }] : [],
  )

/** Why nobody may ever answer what triggers wait to be answered. A warning: a template may be made, or a channel connected, after the flow was published. */
export const broadcastProblems = async (tx: Tx, ports: Ports, definition: FlowDefinition): Promise<FlowProblem[]> => {
  const awaited = awaitedIn(definition)
  if (awaited.length === 0) return []
  const warning = { severity: 'warning', nodeId: null } as const
  if (await noChannelSendsTemplates(tx, ports))
    return awaited.map(({ path }) => ({ ...warning, field: path, code: 'flow.trigger_templates_not_sent', message: 'No channel of yours sends templates.' }))
  const unknown = new Set(await ports.unknownTemplates(tx, [...new Set(awaited.flatMap(({ templates }) => templates))]))
  return awaited.flatMap(({ path, templates }) =>
    templates
      .filter((name) => unknown.has(name))
      .map((name) => ({
        ...warning,
        field: path,
        code: 'flow.trigger_template_unknown',
        message: `No channel of yours has the template “${name}”.`,
        values: { name },
      })),
  )
}

/** Without any channel nobody knows yet what is going to be connected. */
const noChannelSendsTemplates = async (tx: Tx, ports: Ports): Promise<boolean> => {
  const { rows } = await tx.query<{ id: string }>('select id from channels.channel_card where tenant_id = $1 and deleted_at is null', [tx.tenantId])
  const channels = await Promise.all(rows.map(({ id }) => ports.channel(tx.tenantId, id)))
  return channels.length > 0 && !channels.some((channel) => channel?.abilities.templates)
}
