import type { Answer, RouteContract, StoredFile } from '@chasqui/contracts'
import { fileRoutes } from '@chasqui/contracts/http/files'
import { ApiProblem } from './api-problem.ts'
import { usableToken } from './api.ts'

export type UploadOptions = {
  onProgress?: (share: number) => void
  signal?: AbortSignal
  /** The same file sent again with the same key is kept once. */ key?: string
}

const refusal = (request: XMLHttpRequest): ApiProblem => {
  try {
    return new ApiProblem({ code: 'unreadable', ...JSON.parse(request.responseText), status: request.status })
  } catch {
    return new ApiProblem({ status: request.status, code: 'unreadable' })
  }
}

/** Sends one file to a route that takes one and answers what became of it. `onProgress` gets 0-1. (fetch tells no upload progress, hence the older request.) */
export const sendFile = async <C extends RouteContract>(contract: C, file: File, { onProgress, signal, key }: UploadOptions = {}): Promise<Answer<C>> => {
  const token = await usableToken(signal)
  const form = new FormData()
  form.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(contract.method, contract.path)
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`)
    if (key) request.setRequestHeader('idempotency-key', key)
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0)
    request.onerror = () => reject(new ApiProblem({ status: 0, code: 'offline' }))
    request.onabort = () => reject(signal?.reason ?? new DOMException('Aborted', 'AbortError'))
    request.onload = () => (request.status < 300 ? resolve(JSON.parse(request.responseText) as Answer<C>) : reject(refusal(request)))
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

/** Puts a file into the store of the tenant. */
export const uploadFile = (file: File, options?: UploadOptions): Promise<StoredFile> => sendFile(fileRoutes.upload, file, options)
