import { longestCoupon, templateVariables, type OutboundContent, type TemplateParts } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'

type TemplateContent = Extract<OutboundContent, { type: 'template' }>
type Found = { synced: boolean; status: string | null; parts: TemplateParts | null; is_fillable: boolean | null }

const refuse = (path: string, code: string, message: string) => new Failure('invalid', code, message, { errors: [{ path: `content.${path}`, code, message }] })

type Parameter = { type?: unknown; text?: unknown; coupon_code?: unknown }
const isParameter = (value: unknown): value is Parameter => typeof value === 'object' && value !== null

const parametersIn = (components: TemplateContent['components']): Parameter[] =>
  components.flatMap(({ parameters }) => (Array.isArray(parameters) ? parameters.filter(isParameter) : []))

/** What a parameter says, blanks not counted. */
const valueOf = ({ type, text, coupon_code }: Parameter): string => {
  const value = type === 'text' ? text : type === 'coupon_code' ? coupon_code : ''
  return typeof value === 'string' ? value.trim() : ''
}

const hasHeader = (components: TemplateContent['components']): boolean =>
  components.some(({ type }) => typeof type === 'string' && type.toLowerCase() === 'header')

const checkHeader = (parts: TemplateParts, { header, components }: TemplateContent): void => {
  const format = parts.header?.format ?? null
  const wanted = format === 'text' ? null : format
  if (header && header.type !== wanted)
    throw refuse(
      'header',
      'template.header_other',
      wanted ? `This template has ${wanted} above its text.` : 'This template has neither file nor place above its text.',
    )
  if (wanted && !header && !hasHeader(components)) throw refuse('header', 'template.header_missing', `This template needs ${wanted} above its text.`)
}

const checkValues = (parts: TemplateParts, components: TemplateContent['components']): void => {
  const given = parametersIn(components)
  const forms = (types: readonly { type?: unknown; sub_type?: unknown }[]) =>
    types.filter(({ type, sub_type }) => type === 'flow' || sub_type === 'flow').length
  if (given.filter((one) => valueOf(one) !== '').length < templateVariables(parts).length || forms(components) < forms(parts.buttons))
    throw refuse('components', 'template.variables_missing', 'Every variable of the template needs a value.')
  if (given.some((one) => one.type === 'coupon_code' && valueOf(one).length > longestCoupon))
    throw refuse('components', 'template.coupon_too_long', `A coupon has at most ${longestCoupon} characters.`)
}

/**
 * Whether a template can be sent on a channel, by what is known of it: it is there, approved, and everything it asks for has its value. Where the
 * templates of the channel were never read nothing is known, and the provider judges.
 */
export const checkTemplate = async (tx: Tx, channelId: string, content: TemplateContent): Promise<void> => {
  const { name, language, header, components } = content
  if (header && hasHeader(components)) throw refuse('header', 'template.header_twice', 'The header stands among the components already.')
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
  if (!found.is_fillable) return
  checkHeader(found.parts, content)
  checkValues(found.parts, components)
}
