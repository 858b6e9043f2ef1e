import { templateVariables, type OutboundContent, type TemplateParts } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'

type TemplateContent = Extract<OutboundContent, { type: 'template' }>
type Found = { synced: boolean; status: string | null; parts: TemplateParts | null; is_fillable: boolean | null }

const refuse = (path: string, code: string, message: string) => new Failure('invalid', code, message, { errors: [{ path: `content.${path}`, code, message }] })

/** How many values a send brings, blanks not counted. */
const valuesIn = (components: TemplateContent['components']): number =>
  components
    .flatMap(({ parameters }) => (Array.isArray(parameters) ? (parameters as { type?: unknown; text?: unknown }[]) : []))
    .filter(({ type, text }) => type === 'text' && typeof text === 'string' && text.trim() !== '').length

/**
 * Whether a template can be sent on a channel, by what is known of it: it is there, approved, and every variable has its value. Where the templates of
 * the channel were never read nothing is known, and the provider judges.
 */
export const checkTemplate = async (tx: Tx, channelId: string, { name, language, components }: TemplateContent): Promise<void> => {
  const { rows } = await tx.query<Found>(
    `select s.synced_at is not null as synced, t.status, t.parts, t.is_fillable from templates.sync s
     left join templates.template t on t.tenant_id = s.tenant_id and t.channel_id = s.channel_id and t.name = $3 and t.language = $4
     where s.tenant_id = $1 and s.channel_id = $2`,
    [tx.tenantId, channelId, name, language],
  )
  const [found] = rows
  if (!found?.synced) return
  if (!found.parts) throw refuse('name', 'template.unknown', 'The provider of this channel has no such template.')
  if (found.status !== 'approved') throw refuse('name', 'template.not_approved', `The provider has this template as ${found.status}: it cannot be sent now.`)
  if (found.is_fillable && valuesIn(components) < templateVariables(found.parts).length)
    throw refuse('components', 'template.variables_missing', 'Every variable of the template needs a value.')
}
