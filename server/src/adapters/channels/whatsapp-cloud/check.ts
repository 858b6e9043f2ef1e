import type { Account, AdapterIo, ChannelAdapter, CheckedPoint } from '#channels'
import { shownName } from '#platform/foreign-json/display-text'
import { callGraph, numberPath, type GraphRoot } from './graph-call.ts'
import { readAnswer } from './graph-answer.ts'
import { numberPoints } from './number-points.ts'
import type { CloudSettings } from './settings.ts'
import { askToken } from './token.ts'
import type { Trouble } from '../../kits/outbound/trouble.ts'
import { summary } from '#platform/foreign-json/summary'

type Check = NonNullable<ChannelAdapter<CloudSettings>['check']>

const FIELDS = [
  'display_phone_number',
  'verified_name',
  'quality_rating',
  'code_verification_status',
  'name_status',
  'platform_type',
  'throughput',
  'status',
  'whatsapp_business_manager_messaging_limit',
]

/** Asks Meta for the number itself: wrong ids, tokens and missing permissions all show here (reference 8). */
export const createCheck =
  (root: GraphRoot): Check =>
  async (account, io) => {
    const raw = await callGraph({ root, account, io }, { method: 'GET', path: `${numberPath(account.settings)}?fields=${FIELDS.join(',')}` })
    const answer = readAnswer(raw, account, io.now())
    if (answer.result !== 'done') return refusal(answer, await pointsBeside(answer, root, account, io))
    const [subscribed, token] = await Promise.all([subscribe(root, account, io), askToken(root, account, io)])
    return {
      ok: true,
      address: shownName(answer.body['display_phone_number'], 40),
      detail: { ...summary(answer.body), ...subscribed },
      points: [...(token ?? []), ...numberPoints(answer.body)],
    }
  }

/** A token that is dead can be asked nothing; what one that is refused lacks, it tells itself. */
const pointsBeside = async (trouble: Trouble, root: GraphRoot, account: Account<CloudSettings>, io: AdapterIo): Promise<CheckedPoint[] | undefined> => {
  if (trouble.result !== 'failed') return undefined
  return trouble.pauseChannel ? [{ check: 'token_life', result: 'failed', error: trouble.error }] : askToken(root, account, io)
}

const refusal = (trouble: Trouble, points: CheckedPoint[] | undefined): Awaited<ReturnType<Check>> => ({
  ok: false,
  error: trouble.error,
  ...(trouble.result === 'failed' && trouble.pauseChannel && { dead: true }),
  ...(points && { points }),
})

/** Asks Meta to send the account's webhooks to the app of the token: without it no message ever comes in (reference 8). Asking again does no harm. */
const subscribe = async (root: GraphRoot, account: Account<CloudSettings>, io: AdapterIo): Promise<Record<string, unknown>> => {
  const path = `${encodeURIComponent(account.settings.businessAccountId)}/subscribed_apps`
  const answer = readAnswer(await callGraph({ root, account, io }, { method: 'POST', path }), account, io.now())
  if (answer.result === 'done') return { subscribed: true }
  const { code, title } = answer.error
  return answer.result === 'failed' ? { subscribed: false, subscription_error: { code, title } } : {}
}
