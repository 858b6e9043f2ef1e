import type { PhoneLanguage, PhoneMessage } from '@chasqui/contracts'
import { createContext, useContext } from 'react'
import type { Saying } from '../data/say.ts'
import type { Speaker } from '../data/speaker.ts'

/** What the customer is composing: something new, an answer to one message, or other words for an own one. */
export type Draft = { kind: 'new' } | { kind: 'reply'; message: PhoneMessage } | { kind: 'edit'; message: PhoneMessage }
/** Dialogs that ask for what cannot be typed. */
export type Asking = 'location' | 'contact' | null

/** The talk that is open on the phone, for everything inside its frame. */
export type Talk = {
  speaker: Speaker
  /** What the customer speaks. */
  language: PhoneLanguage
  say: (saying: Saying) => void
  draft: Draft
  setDraft: (draft: Draft) => void
  ask: (asking: Asking) => void
  /** `message id` + `choice id` of every button and row pressed so far. */
  pressed: ReadonlySet<string>
}

const TalkContext = createContext<Talk | null>(null)
export const TalkProvider = TalkContext.Provider

export const useTalk = (): Talk => {
  const talk = useContext(TalkContext)
  if (!talk) throw new Error('used outside of a phone')
  return talk
}

export const pressKey = (messageId: string, choiceId: string) => `${messageId} ${choiceId}`
export const pressedIn = (messages: readonly PhoneMessage[]): ReadonlySet<string> =>
  new Set(messages.flatMap(({ content, quoted }) => (content.type === 'choice' && quoted ? [pressKey(quoted, content.id)] : [])))
