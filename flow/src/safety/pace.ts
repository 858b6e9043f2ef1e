import { fold } from '../understanding/fold.ts'
import type { FlowLimits } from './limits.ts'
import type { Said } from './bot-loop.ts'
import { forgetOld, isBotLoop, longestSaid } from './bot-loop.ts'

/** What was used since an instant (milliseconds). A window begins with the first turn after the one before it has ended. */
type Used = { from: number; turns: number; messages: number }

/** How flows fare in one conversation, whatever runs there one after the other. Plain JSON. */
export type Pace = { hour: Used; day: Used; said: Said[] }

/** Why a flow stops by itself: who writes is a machine too, or it has said more than it may. */
export type StopReason = 'bot_loop' | 'budget'

const hour = 3_600_000
const day = 24 * hour

export const freshPace = (now: number): Pace => ({
  hour: { from: now, turns: 0, messages: 0 },
  day: { from: now, turns: 0, messages: 0 },
  said: [],
})

/** The customer's words of a turn, as far as they are typed: `pressed` ones are nothing that a machine says. Null: nobody wrote. */
export type Heard = { text: string; pressed: boolean } | null

const current = (used: Used, length: number, now: number): Used =>
  // A clock that was set back begins anew, too.
  now >= used.from + length || now < used.from ? { from: now, turns: 0, messages: 0 } : used

/**
 * Whether the flow may take a turn now. With a reason it does not: it hands over instead, and counting begins anew, so that whoever gives the conversation
 * back to the bot gets a bot that answers.
 */
export const beforeTurn = (pace: Pace, heard: Heard, limits: FlowLimits, now: number): { pace: Pace; stop: StopReason | null } => {
  const inHour = current(pace.hour, hour, now)
  const inDay = current(pace.day, day, now)
  const said = heard === null ? forgetOld(pace.said, now) : [...forgetOld(pace.said, now), { at: now, words: wordsOf(heard) }]
  if (limits.botLoops && heard !== null && isBotLoop(said)) return { pace: freshPace(now), stop: 'bot_loop' }
  const isUsedUp =
    inHour.turns >= limits.turnsPerHour ||
    inHour.messages >= limits.messagesPerHour ||
    inDay.turns >= limits.turnsPerDay ||
    inDay.messages >= limits.messagesPerDay
  if (isUsedUp) return { pace: freshPace(now), stop: 'budget' }
  return { pace: { hour: inHour, day: inDay, said }, stop: null }
}

/** After a turn that said so many messages. */
export const afterTurn = ({ hour, day, said }: Pace, messages: number): Pace => ({
  hour: { ...hour, turns: hour.turns + 1, messages: hour.messages + messages },
  day: { ...day, turns: day.turns + 1, messages: day.messages + messages },
  said,
})

const wordsOf = ({ text, pressed }: NonNullable<Heard>): string | null =>
  pressed ? null : fold(text, longestSaid) || text.trim().slice(0, longestSaid) || null
