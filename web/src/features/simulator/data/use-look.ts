import type { PhoneMessage } from '@chasqui/contracts'
import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { useEffect, useSyncExternalStore } from 'react'
import { call } from '#lib/api.ts'

const followVisibility = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
const isVisible = () => document.visibilityState === 'visible'

/** A chat that is open in front of somebody is read: tells the network, as a phone does. A look that fails is made up for by the next one. */
export const useLook = (channelId: string, phone: string, messages: readonly PhoneMessage[]) => {
  const visible = useSyncExternalStore(followVisibility, isVisible)
  const unseen = messages.findLast(({ direction, status }) => direction === 'in' && status === 'delivered')?.id
  useEffect(() => {
    if (visible && unseen) void call(simulatorRoutes.look, { params: { channelId, phone } }).catch(() => undefined)
  }, [channelId, phone, visible, unseen])
}
