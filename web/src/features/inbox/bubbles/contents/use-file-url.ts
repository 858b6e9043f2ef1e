import type { FileRef } from '@chasqui/contracts'
import { fileRoutes } from '@chasqui/contracts/http/files'
import { useEffect, useState } from 'react'
import { call } from '#lib/api.ts'

const renewed = new Map<string, string>()

/**
 * The signed address of a stored file. Addresses run out: `onError` asks for a new one, once; `failed` says that it did not help.
 */
export const useFileUrl = (file: FileRef): { url: string | null; failed: boolean; onError: () => void } => {
  const id = file.fileId
  const known = (id && renewed.get(id)) || file.url || null
  const [state, setState] = useState<'first' | 'renewing' | 'renewed' | 'failed'>(known ? 'first' : 'renewing')
  const renew = async (fileId: string) => {
    try {
      renewed.set(fileId, (await call(fileRoutes.read, { params: { id: fileId } })).url)
      setState('renewed')
    } catch {
      setState('failed')
    }
  }
  useEffect(() => {
    if (state === 'renewing' && id && file.state === 'stored') void renew(id)
  }, [state, id, file.state])
  const url = (id && renewed.get(id)) || file.url || null
  return { url, failed: state === 'failed', onError: () => setState(state === 'first' ? 'renewing' : 'failed') }
}

/** The same address, asking the browser to save instead of show. */
export const downloadUrl = (url: string) => `${url}${url.includes('?') ? '&' : '?'}download=1`
