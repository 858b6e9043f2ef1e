import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { useEffect, useRef } from 'react'
import { call } from '#lib/api.ts'
import { tell } from '#lib/realtime.ts'

/** ms: how often colleagues are told again, after which rest writing has stopped, and how often the customer is shown it. */
const everyColleagues = 3000
const stopAfter = 5000
const everyCustomer = 20_000

/** Tells colleagues, and the customer where the channel can, that somebody writes here. Call the answer on every keystroke. */
export const useTypingTelling = (conversationId: string, customerToo: boolean) => {
  const told = useRef(0)
  const shown = useRef(0)
  const rest = useRef<ReturnType<typeof setTimeout> | null>(null)
  const stop = () => {
    if (rest.current) clearTimeout(rest.current)
    rest.current = null
    if (told.current) tell('chat.typing', { conversationId, typing: false })
    told.current = 0
  }
  const telling = () => {
    const now = Date.now()
    if (now - told.current > everyColleagues) {
      told.current = now
      tell('chat.typing', { conversationId, typing: true })
    }
    if (customerToo && now - shown.current > everyCustomer) {
      shown.current = now
      call(conversationRoutes.typing, { params: { id: conversationId } }).catch(() => undefined)
    }
    if (rest.current) clearTimeout(rest.current)
    rest.current = setTimeout(stop, stopAfter)
  }
  useEffect(() => stop, [conversationId])
  return { telling, stop }
}
