import type { Message } from '@chasqui/contracts'
import { flushSync } from 'react-dom'
import { createStore, useStore } from '#lib/store.ts'
import { isLocal } from '../outbox/entry-message.ts'

/** What the composer of each conversation is set to: answer or note, and which message it answers. Texts are drafts; files are in attachments. */
export type Mode = 'reply' | 'note'
export type ComposerState = { mode: Mode; quoted: Message | null }
const fresh: ComposerState = { mode: 'reply', quoted: null }
const states = createStore<Record<string, ComposerState>>({})

export const useComposerState = (conversationId: string) => useStore(states, (all) => all[conversationId] ?? fresh)
export const changeComposer = (conversationId: string, part: Partial<ComposerState>) =>
  states.set({ ...states.get(), [conversationId]: { ...(states.get()[conversationId] ?? fresh), ...part } })

let field: HTMLTextAreaElement | null = null
/** The field that is on screen; keys and menus bring the focus to it. */
export const noteField = (element: HTMLTextAreaElement | null) => {
  field = element
}
/** Frames during which the field is given the focus again: until a menu that closes has given the focus back to its button. */
const framesOfFocus = 8
const focusField = () => {
  // At once, so that the first letter after the key is written and not taken for another key.
  field?.focus()
  let left = framesOfFocus
  // Whoever presses a key has gone on: Esc right after must leave the field for good.
  const stop = () => void (left = 0)
  addEventListener('keydown', stop, { capture: true, once: true })
  const next = () => {
    if (left <= 0) return removeEventListener('keydown', stop, { capture: true })
    field?.focus()
    left -= 1
    requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
}

export const focusComposer = (conversationId: string, mode: Mode) => {
  flushSync(() => changeComposer(conversationId, { mode }))
  focusField()
}

export const quoteInComposer = (message: Message) => {
  if (isLocal(message)) return
  flushSync(() => changeComposer(message.conversationId, { mode: 'reply', quoted: message }))
  focusField()
}
