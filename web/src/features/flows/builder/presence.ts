import type { FlowEditor } from '@chasqui/contracts'
import { useEffect, useMemo, useState } from 'react'
import { tell, useConnection, useRealtime } from '#lib/realtime.ts'
import { useCan, useUser } from '#lib/session.ts'
import { usePickedOne } from '../editor/editor.ts'
import { startId } from '../language/outputs.ts'

/** A step is let go of after a minute unless it is said again, in ms. */
const again = 30_000

/** Who else has the flow open and at which step, and tells them the same of oneself. */
export const usePresence = (flowId: string): readonly FlowEditor[] => {
  const { id } = useUser()
  const [editors, setEditors] = useState<readonly FlowEditor[]>([])
  const { state } = useConnection()
  const mayManage = useCan('flows.manage')
  const picked = usePickedOne()
  useRealtime('flow.editors', (message) => {
    if (message.flowId === flowId) setEditors(message.editors)
  })
  useEffect(() => {
    if (state !== 'connected') return
    tell('flow.join', { flowId })
    return () => tell('flow.leave', { flowId })
  }, [flowId, state])
  useEffect(() => {
    if (state !== 'connected' || !mayManage) return
    const hold = () => tell('flow.hold', { flowId, stepId: picked === startId ? null : picked })
    hold()
    const timer = setInterval(hold, again)
    return () => clearInterval(timer)
  }, [flowId, state, picked, mayManage])
  return useMemo(() => editors.filter(({ userId }) => userId !== id), [editors, id])
}
