import type { Account, AdapterIo, CheckedPoint } from '#channels'
import { clip, isRecord, list, number, record, text, type Json } from '#platform/foreign-json/loose-json'
import { callGraph, type GraphRoot } from './graph-call.ts'
import { readAnswer } from './graph-answer.ts'
import type { CloudSettings } from './settings.ts'

/** Sending and reading webhooks need the first, templates and the subscription of the app the second. */
const needed = ['whatsapp_business_messaging', 'whatsapp_business_management']

const says = (check: CheckedPoint['check'], result: CheckedPoint['result'], code: string, title = ''): CheckedPoint => ({
  check,
  result,
  error: { code: `whatsapp.${code}`, title },
})

/** `expires_at` is in seconds, 0 for a token that never ends. */
const lifeOf = (data: Json): CheckedPoint[] => {
  if (data['is_valid'] === false) return [says('token_life', 'failed', 'token_over', clip(text(record(data['error'])['message']), 300))]
  const ends = number(data['expires_at'])
  if (ends === null) return []
  return [{ check: 'token_life', result: 'passed', ...(ends > 0 && ends < 8e12 && { until: new Date(ends * 1000).toISOString() }) }]
}

/** A permission may be given for some business accounts only (`granular_scopes`); without `target_ids` it holds for all. */
const isElsewhere = (data: Json, scope: string, account: string): boolean => {
  const own = list(data['granular_scopes'])
    .filter(isRecord)
    .find((one) => one['scope'] === scope)
  const targets = list(own?.['target_ids']).map(text)
  return targets.length > 0 && !targets.includes(account)
}

const permissionsOf = (data: Json, account: string): CheckedPoint[] => {
  if (!Array.isArray(data['scopes'])) return []
  const scopes = list(data['scopes']).map(text)
  const missing = needed.filter((scope) => !scopes.includes(scope))
  if (missing.length > 0) return [says('permissions', 'failed', 'permissions_missing', missing.join(', '))]
  const elsewhere = needed.filter((scope) => isElsewhere(data, scope, account))
  return [elsewhere.length > 0 ? says('permissions', 'failed', 'permissions_elsewhere', elsewhere.join(', ')) : { check: 'permissions', result: 'passed' }]
}

/** What Meta tells of a token (`/debug_token`): until when it is good, and what it may. Pure, total on any JSON. */
const tokenPoints = (data: Json, { businessAccountId }: Pick<CloudSettings, 'businessAccountId'>): CheckedPoint[] => {
  const life = lifeOf(data)
  return data['is_valid'] === false ? life : [...life, ...permissionsOf(data, businessAccountId)]
}

/** Asks Meta what the token is. A token of an app that may not be looked into says so; undefined when Meta could not be asked, or the token is dead. */
export const askToken = async (root: GraphRoot, account: Account<CloudSettings>, io: AdapterIo): Promise<CheckedPoint[] | undefined> => {
  const path = `debug_token?${new URLSearchParams({ input_token: account.settings.accessToken })}`
  const answer = readAnswer(await callGraph({ root, account, io }, { method: 'GET', path }), account, io.now())
  if (answer.result === 'done') return tokenPoints(record(answer.body['data']), account.settings)
  if (answer.result !== 'failed' || answer.pauseChannel) return undefined
  return [says('token_life', 'waiting', 'token_untold', answer.error.detail ?? '')]
}
