import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { useRef } from 'react'
import { call } from '#lib/api.ts'
import { actBody, type Speaker } from './speaker.ts'

/** Whoever answers sees "typing" for some seconds, so telling it this often (ms) keeps it alive. */
const every = 5000

/** To be called with every key press: lets the business know that the customer is writing. */
export const useTellTyping = (speaker: Speaker) => {
  const last = useRef(0)
  return () => {
    if (Date.now() - last.current < every) return
    last.current = Date.now()
    void call(simulatorRoutes.act, { params: { channelId: speaker.channelId }, body: actBody(speaker, { type: 'typing' }) }).catch(() => undefined)
  }
}
