import { isTimeZone, type CampaignSettings } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure, type FieldError } from '#platform/failure'
import { holidayCalendar } from './holidays.ts'
import type { CampaignsPorts } from './ports.ts'

const idsIn = async (tx: Tx, text: string, ids: string[]): Promise<Set<string>> =>
  ids.length === 0 ? new Set() : new Set((await tx.query<{ id: string }>(text, [tx.tenantId, ids])).rows.map(({ id }) => id))

const unknown = (path: string, code: string, message: string): FieldError => ({ path, code, message })

const zoneError = (timeZone: string | null): FieldError[] =>
  timeZone === null || isTimeZone(timeZone) ? [] : [unknown('timeZone', 'time_zone', 'Not a time zone of the IANA list, such as America/Bogota.')]

const hoursErrors = ({ holidays }: CampaignSettings['hours']): FieldError[] =>
  holidays === null || holidayCalendar(holidays) ? [] : [unknown('hours.holidays', 'holidays.unknown_country', 'The holidays of this country are not known.')]

const refuse = (errors: FieldError[]): void => {
  const [first] = errors
  if (first) throw new Failure('invalid', first.code === 'time_zone' ? 'invalid' : first.code, first.message, { errors })
}

/** Hours and their zone by themselves. */
export const checkHours = ({ hours, timeZone }: Pick<CampaignSettings, 'hours' | 'timeZone'>): void => refuse([...zoneError(timeZone), ...hoursErrors(hours)])

const flowErrors = async (tx: Tx, ports: CampaignsPorts, { bot, closed }: CampaignSettings): Promise<FieldError[]> => {
  const flows = [...(bot.flowId ? [['bot.flowId', bot.flowId]] : []), ...(closed.do === 'flow' ? [['closed.flowId', closed.flowId]] : [])] as [string, string][]
  const errors: FieldError[] = []
  for (const [path, flowId] of flows)
    if (!(await ports.flowIsPublished(tx, flowId))) errors.push(unknown(path, 'flow.not_published', 'Only a published flow can answer.'))
  return errors
}

/**
 * Whether everything that a campaign names is there: channels, people, teams and flows of this tenant. Foreign and absent ones fail alike.
 */
export const checkCampaign = async (tx: Tx, ports: CampaignsPorts, settings: CampaignSettings): Promise<void> => {
  const channels = await idsIn(
    tx,
    'select id from channels.channel_card where tenant_id = $1 and id = any($2::uuid[]) and deleted_at is null',
    settings.channelIds,
  )
  const people = await idsIn(
    tx,
    `select id from identity.member_card where tenant_id = $1 and id = any($2::uuid[]) and status <> 'removed'`,
    settings.agents.map(({ userId }) => userId),
  )
  const teams = await idsIn(tx, 'select id from identity.team_card where tenant_id = $1 and id = any($2::uuid[])', settings.teamIds)
  refuse([
    ...zoneError(settings.timeZone),
    ...hoursErrors(settings.hours),
    ...settings.channelIds.flatMap((id, index) => (channels.has(id) ? [] : [unknown(`channelIds.${index}`, 'channel.unknown', 'There is no such channel.')])),
    ...settings.agents.flatMap(({ userId }, index) =>
      people.has(userId) ? [] : [unknown(`agents.${index}.userId`, 'user.unknown', 'This person is not a member here.')],
    ),
    ...settings.teamIds.flatMap((id, index) => (teams.has(id) ? [] : [unknown(`teamIds.${index}`, 'team.unknown', 'There is no such team.')])),
    ...(await flowErrors(tx, ports, settings)),
  ])
}

const taken = (code: string, path: string, message: string): Failure => new Failure('conflict', code, message, { errors: [{ path, code, message }] })

/** A name is had by one campaign that is not over, a channel is served by one. */
export const checkFree = async (tx: Tx, id: string, { name, channelIds }: Pick<CampaignSettings, 'name' | 'channelIds'>): Promise<void> => {
  const { rows: named } = await tx.query(
    `select 1 from campaigns.campaign where tenant_id = $1 and lower(name) = lower($2) and state <> 'finished' and id <> $3`,
    [tx.tenantId, name, id],
  )
  if (named.length > 0) throw taken('campaign.name_taken', 'name', 'Another campaign has this name.')
  const { rows } = await tx.query<{ channel_id: string; channel: string; campaign: string }>(
    `select h.channel_id, h_card.name as channel, c.name as campaign from campaigns.campaign_channel h
     join campaigns.campaign c on c.tenant_id = h.tenant_id and c.id = h.campaign_id
     join channels.channel_card h_card on h_card.tenant_id = h.tenant_id and h_card.id = h.channel_id
     where h.tenant_id = $1 and h.channel_id = any($2::uuid[]) and h.campaign_id <> $3 order by h_card.name limit 1`,
    [tx.tenantId, channelIds, id],
  )
  const [other] = rows
  if (other)
    throw taken(
      'campaign.channel_taken',
      `channelIds.${channelIds.indexOf(other.channel_id)}`,
      `The channel “${other.channel}” is served by the campaign “${other.campaign}”.`,
    )
}
