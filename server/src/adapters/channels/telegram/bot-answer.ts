import type { EgressAnswer } from '#channels'
import { problem, type Trouble } from '../../kits/outbound/trouble.ts'
import { botError } from './errors.ts'
import { isRecord, number, record, text } from '#platform/foreign-json/loose-json'
import { withoutSecrets, type TelegramSettings } from './settings.ts'

export type BotAnswer = { result: 'done'; value: unknown } | (Trouble & { status?: number; migratedTo?: number })

/**
 * What an answer of the Bot API means for a message: `{ok, result}` or `{ok: false, error_code, description, parameters}` (reference 1). No answer, or one
 * that cannot be read, leaves open whether the message was taken, and is never repeated blindly.
 */
export const readAnswer = (answer: EgressAnswer, settings: TelegramSettings): BotAnswer => {
  if (answer.result === 'refused') return unreachable(withoutSecrets(answer.reason, settings))
  if (answer.result === 'lost') return uncertain(withoutSecrets(answer.reason, settings))
  const body = parsed(answer.body)
  if (isRecord(body) && body['ok'] === true) return { result: 'done', value: body['result'] }
  if (!isRecord(body) && answer.status < 300) return uncertain(`HTTP ${answer.status} with an answer that cannot be read`)
  const status = number(record(body)['error_code']) ?? answer.status
  const parameters = record(record(body)['parameters'])
  const seconds = number(parameters['retry_after']) ?? secondsIn(answer.headers['retry-after'])
  const { error, verdict } = botError(status, withoutSecrets(text(record(body)['description']), settings), seconds)
  const migratedTo = number(parameters['migrate_to_chat_id'])
  const more = { status, ...(migratedTo !== null && { migratedTo }) }
  if (verdict.then === 'doubt') return { result: 'uncertain', error, ...more }
  if (verdict.then === 'retry') return { result: 'retry', error, afterSeconds: verdict.seconds, scope: verdict.scope, ...more }
  const { then: _, pauseChannel = false, alert = false, optedOut = false, ...person } = verdict
  return { result: 'failed', error, windowClosed: false, pauseChannel, alert, optedOut, ...person, ...more }
}

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

const secondsIn = (header: string | undefined): number | null => (header !== undefined && /^\d{1,6}$/.test(header.trim()) ? Number(header) : null)

const unreachable = (reason: string): Trouble => ({
  result: 'retry',
  error: problem('telegram.unreachable', 'Telegram could not be reached', true, reason),
  afterSeconds: null,
  scope: 'channel',
})

export const uncertain = (detail: string): Trouble => ({
  result: 'uncertain',
  error: problem('telegram.no_answer', 'The answer of Telegram was lost', false, detail),
})

/** Only the beginning of what takes several messages arrived: to repeat it would be to say it twice. */
export const partly = (detail: string): Trouble => ({
  result: 'uncertain',
  error: problem('telegram.partly_sent', 'Only a part of the message was sent', false, detail),
})
