import { useEffect } from 'react'
import { keptKeys } from '#lib/kept.ts'
import { useConnection } from '#lib/realtime.ts'
import { useTenant, useUser } from '#lib/session.ts'

/** What was written without a connection goes out when it is back, on whatever page its writer is by then. */
export const useUnsent = () => {
  const { id } = useUser()
  const { tenantId } = useTenant()
  const { state } = useConnection()
  useEffect(() => {
    if (state !== 'connected' || keptKeys(`outbox.${tenantId}.${id}.`).length === 0) return
    import('../../features/inbox/outbox/send-waiting.ts').then(
      ({ sendLeftBehind }) => sendLeftBehind(tenantId, id),
      () => undefined,
    )
  }, [state, tenantId, id])
}
