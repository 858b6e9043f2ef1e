import { useEffect } from 'react'
import { useConnection } from '#lib/realtime.ts'
import { useTenant, useUser } from '#lib/session.ts'
import { followOutbox, openOutbox } from './outbox.ts'
import { sendWaiting } from './send-waiting.ts'

/** Sends what waits: at once, when the connection is back, and what another visit left behind. */
export const useOutboxSender = () => {
  const { id: userId } = useUser()
  const { tenantId } = useTenant()
  const { state } = useConnection()
  useEffect(() => {
    openOutbox(tenantId, userId)
    sendWaiting()
    return followOutbox(sendWaiting)
  }, [tenantId, userId])
  useEffect(() => {
    if (state === 'connected') sendWaiting()
  }, [state])
}
