import type { Account, AdapterIo, EgressAnswer } from '#channels'
import type { Json } from '#platform/foreign-json/loose-json'
import { withoutSecrets, type TelegramSettings } from './settings.ts'

/** Where the Bot API is (a setting, so that a server of one's own can take its place), and where Telegram finds us: null without a public https address. */
export type TelegramRoot = { apiUrl: string; publicUrl: string | null }

export type BotAccount = Pick<Account<TelegramSettings>, 'channelId' | 'tenantId' | 'settings'>
export type BotContext = { root: TelegramRoot; account: BotAccount; io: AdapterIo }

const TIMEOUT_MS = 20_000
const ANSWER_BYTES = 4 * 1024 * 1024

type Wanted = { method: string; fields?: Json; form?: FormData; timeoutMs?: number; signal?: AbortSignal }

/** One method of the Bot API. The token stands in the address, so that redirects elsewhere are not followed and reasons are scrubbed of it. */
export const callBot = async ({ root, account, io }: BotContext, { method, fields, form, timeoutMs = TIMEOUT_MS, signal }: Wanted): Promise<EgressAnswer> => {
  const answer = await io.request({
    method: 'POST',
    url: `${root.apiUrl.replace(/\/+$/, '')}/bot${account.settings.botToken}/${method}`,
    ...(form === undefined ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields ?? {}) } : { body: form }),
    timeoutMs,
    maxBytes: ANSWER_BYTES,
    redirects: 'same_origin',
    ...(signal && { signal }),
  })
  return answer.result === 'answer' ? answer : { ...answer, reason: withoutSecrets(answer.reason, account.settings) }
}
