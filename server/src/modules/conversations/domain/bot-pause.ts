import type { BotPause } from '@chasqui/contracts'
import { morningAfter } from '@chasqui/contracts'

type Pausable = { botReturnsAt: Date | null; botPauseMinutes: number | null }

const minute = 60_000

/** For how long the bot is silent after a person took the floor. */
export const pauseBot = <Conversation extends Pausable>(
  conversation: Conversation,
  pause: BotPause,
  { now, timeZone, slidingMinutes }: { now: Date; timeZone: string; slidingMinutes: number },
): Conversation => {
  switch (pause) {
    case 'until_closed':
      return { ...conversation, botReturnsAt: null, botPauseMinutes: null }
    case 'sliding':
      return { ...conversation, botReturnsAt: new Date(now.getTime() + slidingMinutes * minute), botPauseMinutes: slidingMinutes }
    case 'hour':
      return { ...conversation, botReturnsAt: new Date(now.getTime() + 60 * minute), botPauseMinutes: null }
    case 'tomorrow':
      return { ...conversation, botReturnsAt: new Date(morningAfter(1, now.getTime(), timeZone)), botPauseMinutes: null }
  }
}

/** A word of a person puts the return of the bot off, where it slides. */
export const slide = <Conversation extends Pausable>(conversation: Conversation, now: Date): Conversation =>
  conversation.botPauseMinutes === null ? conversation : { ...conversation, botReturnsAt: new Date(now.getTime() + conversation.botPauseMinutes * minute) }
