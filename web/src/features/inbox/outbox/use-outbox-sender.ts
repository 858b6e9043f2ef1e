import { useEffect } from 'react'
import { useConnection } from '#lib/realtime.ts'
import { useTenant, useUser } from '#lib/session.ts'
import { openRecordings } from '../composer/voice/recordings.ts'
import { openAttachments, resumeUploads } from '../composer/attachments.ts'
import { followOutbox, openOutbox } from './outbox.ts'
import { sendWaiting } from './send-waiting.ts'
import { sweepFiles } from './sweep-files.ts'

/** Sends what waits: at once, when the connection is back, and what another visit left behind. */
export const useOutboxSender = () => {
  const { id: userId } = useUser()
  const { tenantId } = useTenant()
  const { state } = useConnection()
  useEffect(() => {
    openOutbox(tenantId, userId)
    openAttachments(tenantId, userId)
    openRecordings(tenantId, userId)
    void sweepFiles()
    sendWaiting()
    return followOutbox(sendWaiting)
  }, [tenantId, userId])
  useEffect(() => {
    if (state !== 'connected') return
    sendWaiting()
    resumeUploads()
  }, [state])
}
