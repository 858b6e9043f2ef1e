import type { FileRef } from '@chasqui/contracts'
import { fileRoutes } from '@chasqui/contracts/http/files'
import { useEffect, useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useConnection } from '#lib/realtime.ts'

const renewed = new Map<string, string>()

/**
 * The signed address of a stored file. Addresses run out: `onError` asks for a new one, once; `failed` says that it did not help.
 * Without a connection it is asked for when there is one again.
 */
export const useFileUrl = (file: FileRef): { url: string | null; failed: boolean; onError: () => void } => {
  const id = file.fileId
  const known = (id && renewed.get(id)) || file.url || null
  const [state, setState] = useState<'first' | 'renewing' | 'away' | 'renewed' | 'failed'>(known ? 'first' : 'renewing')
  const connected = useConnection().state === 'connected'
  const renew = async (fileId: string) => {
    try {
      renewed.set(fileId, (await call(fileRoutes.read, { params: { id: fileId } })).url)
      setState('renewed')
    } catch (problem) {
      setState(isProblem(problem, 'offline') ? 'away' : 'failed')
    }
  }
  useEffect(() => {
    if (state === 'renewing' && id && file.state === 'stored') void renew(id)
  }, [state, id, file.state])
  useEffect(() => {
    if (connected) setState((now) => (now === 'away' ? 'renewing' : now))
  }, [connected])
  const url = (id && renewed.get(id)) || file.url || null
  return { url, failed: state === 'failed', onError: () => setState(state === 'first' ? 'renewing' : 'failed') }
}

/** The same address, asking the browser to save instead of show. */
export const downloadUrl = (url: string) => `${url}${url.includes('?') ? '&' : '?'}download=1`
