import { z } from 'zod'
import { Campaign, CampaignChange, CampaignSettings, CampaignState } from '../campaign.ts'
import { holidayCountries } from '../holiday-countries.ts'
import { Id, Instant } from '../ids.ts'
import { CalendarDate, OpeningHours, OpenIntervals } from '../opening-hours.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

const HolidayName = z.object({ es: z.string(), 'pt-BR': z.string(), en: z.string() })
export const Holiday = z.object({ date: CalendarDate, name: HolidayName }).meta({ id: 'Holiday' })
export type Holiday = z.infer<typeof Holiday>

/** Whether somebody is there at an instant, and by which rule of the day. */
export const HoursAnswer = z
  .object({
    at: Instant,
    timeZone: z.string(),
    open: z.boolean(),
    /** The day there, and what decides it. */
    date: CalendarDate,
    weekday: z.number().int().min(1).max(7),
    rule: z.enum(['always', 'weekly', 'holiday', 'special']),
    holiday: HolidayName.nullable(),
    special: z.string().nullable().meta({ description: 'name of the special day' }),
    intervals: OpenIntervals,
    /** The next change; null: none within twenty years. */
    changesAt: Instant.nullable(),
  })
  .meta({ id: 'HoursAnswer' })
export type HoursAnswer = z.infer<typeof HoursAnswer>

/** Numbers of a campaign as far as the caller sees its conversations; the last ones count the seven days before now. */
export const CampaignNumbers = z
  .object({
    open: z.number().int(),
    waiting: z.number().int().meta({ description: 'for a person, and nobody has it' }),
    longestWaitSeconds: z.number().int().nullable(),
    withBot: z.number().int(),
    begun: z.number().int(),
    closed: z.number().int(),
    met: z.number().int().meta({ description: 'service levels kept' }),
    missed: z.number().int(),
    overdue: z.number().int().meta({ description: 'running, and past their time' }),
  })
  .meta({ id: 'CampaignNumbers' })
export type CampaignNumbers = z.infer<typeof CampaignNumbers>

const one = z.object({ id: Id })
const read = { tenant: 'member', method: 'GET', permission: 'campaigns.read', rate: 'read', idempotency: false, params: null, query: null, body: null } as const
const write = { tenant: 'member', permission: 'campaigns.manage', rate: 'write', idempotency: true, params: null, query: null } as const

export const campaignRoutes = {
  list: route({
    ...read,
    id: 'campaigns.list',
    path: '/api/campaigns',
    summary: 'Service campaigns of this tenant, the newest first',
    query: PageQuery.extend({ state: CampaignState.optional() }),
    response: { status: 200, body: page(Campaign) },
  }),
  create: route({
    ...write,
    id: 'campaigns.create',
    method: 'POST',
    path: '/api/campaigns',
    audit: 'campaign.created',
    summary: 'New service campaign; a channel is served by one at most',
    body: CampaignSettings,
    response: { status: 201, body: Campaign },
  }),
  read: route({
    ...read,
    id: 'campaigns.read',
    path: '/api/campaigns/:id',
    summary: 'One service campaign',
    params: one,
    response: { status: 200, body: Campaign },
  }),
  update: route({
    ...write,
    id: 'campaigns.update',
    method: 'PATCH',
    path: '/api/campaigns/:id',
    audit: 'campaign.changed',
    summary: 'Change, pause, resume or finish a service campaign; a finished one lets go of its channels and stays as it was',
    params: one,
    body: CampaignChange,
    response: { status: 200, body: Campaign },
  }),
  remove: route({
    ...write,
    id: 'campaigns.remove',
    method: 'DELETE',
    path: '/api/campaigns/:id',
    audit: 'campaign.removed',
    summary: 'Remove a service campaign; one that has served conversations is finished instead',
    params: one,
    body: null,
    response: { status: 204, body: null },
  }),
  numbers: route({
    ...read,
    id: 'campaigns.numbers',
    path: '/api/campaigns/:id/numbers',
    summary: 'How many conversations it has now, how many wait, and how its service level is kept',
    params: one,
    response: { status: 200, body: CampaignNumbers },
  }),
  hours: route({
    ...read,
    id: 'campaigns.hours',
    path: '/api/campaigns/:id/hours',
    summary: 'Whether it is open now or at another instant, and why',
    params: one,
    query: z.object({ at: Instant.optional() }),
    response: { status: 200, body: HoursAnswer },
  }),
  tryHours: route({
    ...write,
    id: 'campaigns.tryHours',
    method: 'POST',
    path: '/api/campaigns/try-hours',
    audit: { none: 'calculates with hours that are not stored' },
    summary: 'Whether hours that are not stored yet are open now or at another instant, and why',
    permission: 'campaigns.read',
    rate: 'read',
    idempotency: false,
    body: z.object({ hours: OpeningHours, timeZone: z.string().max(60).nullable().default(null), at: Instant.optional() }),
    response: { status: 200, body: HoursAnswer },
  }),
  holidays: route({
    ...read,
    id: 'campaigns.holidays',
    path: '/api/holidays',
    summary: 'Public holidays of a whole country in a year (2025 to 2031), in three languages; of the country of the business and this year unless told',
    query: z.object({ country: z.enum(holidayCountries).optional(), year: z.coerce.number().int().min(1970).max(9999).optional() }),
    response: { status: 200, body: z.object({ items: z.array(Holiday) }) },
  }),
} as const
