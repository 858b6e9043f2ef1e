import type { ChannelAdapter } from '#channels'
import { shownName } from '#platform/foreign-json/display-text'
import { callGraph, numberPath, type GraphRoot } from './graph-call.ts'
import { readAnswer } from './graph-answer.ts'
import type { CloudSettings } from './settings.ts'
import { summary } from '#platform/foreign-json/summary'

type Check = NonNullable<ChannelAdapter<CloudSettings>['check']>

const FIELDS = ['display_phone_number', 'verified_name', 'quality_rating', 'code_verification_status', 'name_status', 'platform_type', 'throughput', 'status']

/** Asks Meta for the number itself: wrong ids, tokens and missing permissions all show here (reference 8). */
export const createCheck =
  (root: GraphRoot): Check =>
  async (account, io) => {
    const raw = await callGraph({ root, account, io }, { method: 'GET', path: `${numberPath(account.settings)}?fields=${FIELDS.join(',')}` })
    const answer = readAnswer(raw, account, io.now())
    if (answer.result !== 'done') return { ok: false, error: answer.error }
    return { ok: true, address: shownName(answer.body['display_phone_number'], 40), detail: summary(answer.body) }
  }
