import { z } from 'zod'
import { botPauses } from './bot-pause.ts'
import { Id, Instant, ShortText } from './ids.ts'

/** For how long the bot is silent after a person took the floor. `sliding`: until some minutes after the last word of a person. */
export const BotPause = z.enum(botPauses)
export type BotPause = z.infer<typeof BotPause>

const SurveyWords = z.string().trim().min(1).max(600)
/** One text per language of the customer; null: the product's own. */
export const SurveyTexts = z.object({
  es: SurveyWords.nullable().default(null),
  pt: SurveyWords.nullable().default(null),
  en: SurveyWords.nullable().default(null),
})
export type SurveyTexts = z.infer<typeof SurveyTexts>
const noTexts = { es: null, pt: null, en: null }

export const SurveySettings = z.object({
  on: z.boolean().default(false),
  texts: SurveyTexts.default(noTexts),
  expiresHours: z.number().int().min(1).max(720).default(24),
  alertAt: z.number().int().min(0).max(4).default(2).meta({ description: 'answers up to this one are told on Home; 0: none' }),
  askComment: z.boolean().default(true).meta({ description: 'who answered is asked for a word about it' }),
  campaigns: z
    .array(z.object({ campaignId: Id, on: z.boolean(), texts: SurveyTexts.default(noTexts) }))
    .max(200)
    .default([])
    .refine((campaigns) => new Set(campaigns.map(({ campaignId }) => campaignId)).size === campaigns.length, 'Each campaign once')
    .meta({ description: 'where a campaign differs' }),
})
export type SurveySettings = z.infer<typeof SurveySettings>

/** How conversations end here and what comes after, and for how long the bot is silent. */
export const Conduct = z
  .object({
    reasonRequired: z.boolean().default(false),
    thanksMinutes: z
      .number()
      .int()
      .min(0)
      .max(10_080)
      .default(120)
      .meta({ description: 'thanks within so many minutes after the end open nothing; 0: they do' }),
    botPause: z
      .object({
        app: BotPause.default('until_closed'),
        handset: BotPause.default('sliding'),
        slidingMinutes: z.number().int().min(1).max(1440).default(20),
      })
      .default({ app: 'until_closed', handset: 'sliding', slidingMinutes: 20 }),
    survey: SurveySettings.default({ on: false, texts: noTexts, expiresHours: 24, alertAt: 2, askComment: true, campaigns: [] }),
  })
  .meta({ id: 'Conduct' })
export type Conduct = z.infer<typeof Conduct>

export const ClosingReasonSettings = z.object({
  name: ShortText,
  queueId: Id.nullable().default(null).meta({ description: 'null: in every queue' }),
  needsNote: z.boolean().default(false),
})
export const ClosingReason = ClosingReasonSettings.extend({
  id: Id,
  queueName: z.string().nullable(),
  position: z.number().int(),
  uses: z.number().int().meta({ description: 'conversations that ended with it in the last 30 days' }),
  createdAt: Instant,
  updatedAt: Instant,
}).meta({ id: 'ClosingReason' })
export type ClosingReason = z.infer<typeof ClosingReason>

/** What a customer was asked after the end. */
export const Survey = z
  .object({ score: z.number().int().nullable(), comment: z.string().nullable(), askedAt: Instant, answeredAt: Instant.nullable(), expiresAt: Instant })
  .meta({ id: 'Survey' })
export type Survey = z.infer<typeof Survey>
