import { setTimeout as pause } from 'node:timers/promises'
import type { ListenEnd, Listening } from '#channels'
import type { Trouble } from '../../kits/outbound/trouble.ts'
import { readAnswer, type BotAnswer } from './bot-answer.ts'
import { callBot, type BotContext, type TelegramRoot } from './bot-call.ts'
import { allowedUpdates, arrangeDelivery, isDelivering } from './delivery.ts'
import { list, number, record } from '#platform/foreign-json/loose-json'
import { botIdOf, type TelegramSettings } from './settings.ts'
import { itemOf } from './webhook.ts'

/** How long Telegram may wait with its answer when there is nothing to tell, and how long we wait for Telegram. */
const POLL_SECONDS = 30
const PATIENCE_MS = (POLL_SECONDS + 15) * 1000
const MOST_UPDATES = 100
/** Between two empty answers: who answers at once must not be asked without end. */
const EMPTY_REST_MS = 500
/** A webhook that somebody else took away is put back this soon. */
const WATCH_MS = 300_000
/** Another poller may be one of ours that is just ending. */
const CONFLICTS = 3
const CONFLICT_REST_MS = 1500
/** After a week without updates their numbers may begin anew anywhere (reference 2): an older offset would swallow them. */
const OFFSET_KEEPS_MS = 6 * 24 * 3600_000

const stopped: ListenEnd = { end: 'stopped' }

/** A refusal is for a person; everything else may pass. */
const endOf = (trouble: Trouble): ListenEnd => {
  if (trouble.result === 'failed') return { end: 'failed', error: trouble.error }
  return { end: 'trouble', error: { ...trouble.error, retryable: true }, afterSeconds: trouble.result === 'retry' ? trouble.afterSeconds : null }
}

/** Asks for what is new, again and again; with a webhook, sees to it that it is there. */
export const createListen =
  (root: TelegramRoot) =>
  (listening: Listening<TelegramSettings>): Promise<ListenEnd> => {
    const context = { root, account: listening.account, io: listening.io }
    return listening.account.settings.delivery === 'webhook' ? watch(context, listening) : poll(context, listening)
  }

const rest = (milliseconds: number, signal: AbortSignal): Promise<unknown> => pause(milliseconds, null, { signal }).catch(() => {})

const watch = async (context: BotContext, { signal, alive }: Listening<TelegramSettings>): Promise<ListenEnd> => {
  let isHere = false
  for (;;) {
    const answer: BotAnswer & { here?: boolean } = isHere ? await isDelivering(context, signal) : await arrangeDelivery(context, signal)
    if (signal.aborted) return stopped
    if (answer.result !== 'done') return endOf(answer)
    alive()
    isHere = answer.here ?? true
    if (isHere) await rest(WATCH_MS, signal)
    if (signal.aborted) return stopped
  }
}

/** Numbers are the bot's own: with another token it begins anew. */
type Place = { bot: string; offset: number; at: number }

const placeIn = (value: unknown, bot: string): Place | null => {
  const [offset, at] = [number(record(value)['offset']), number(record(value)['at'])]
  return offset === null || at === null || record(value)['bot'] !== bot ? null : { bot, offset, at }
}

/**
 * `getUpdates` with an offset confirms everything before it, so that an offset goes out only after what it confirms was stored. What was stored
 * and not confirmed comes again and is recognised by its number.
 */
const poll = async (context: BotContext, { io, signal, store, alive, ...listening }: Listening<TelegramSettings>): Promise<ListenEnd> => {
  const bot = botIdOf(context.account.settings)
  let place = placeIn(listening.place, bot)
  let conflicts = 0
  for (;;) {
    const fresh = place !== null && io.now().getTime() - place.at < OFFSET_KEEPS_MS
    const fields = { ...(fresh && { offset: place!.offset }), limit: MOST_UPDATES, timeout: POLL_SECONDS, allowed_updates: allowedUpdates }
    const askedAt = performance.now()
    const answer: BotAnswer = readAnswer(await callBot(context, { method: 'getUpdates', fields, timeoutMs: PATIENCE_MS, signal }), context.account.settings)
    if (signal.aborted && answer.result !== 'done') return stopped
    if (answer.result !== 'done') {
      conflicts += 1
      if (answer.status !== 409 || conflicts === CONFLICTS) return endOf(answer)
      // A webhook that was set before takes everything, until it is taken away.
      if (/webhook/i.test(answer.error.detail ?? '')) await arrangeDelivery(context, signal)
      else await rest(CONFLICT_REST_MS * conflicts, signal)
      continue
    }
    conflicts = 0
    alive()
    const updates = list(answer.value)
    const next = offsetAfter(updates)
    if (next !== null) {
      place = { bot, offset: next, at: io.now().getTime() }
      await store(
        updates.flatMap((update) => itemOf(update, bot) ?? []),
        place,
      )
    } else if (performance.now() - askedAt < EMPTY_REST_MS) await rest(EMPTY_REST_MS, signal)
    if (signal.aborted) return stopped
  }
}

const offsetAfter = (updates: unknown[]): number | null => {
  const ids = updates.map((update) => number(record(update)['update_id'])).filter((id) => id !== null)
  return ids.length === 0 ? null : Math.max(...ids) + 1
}
