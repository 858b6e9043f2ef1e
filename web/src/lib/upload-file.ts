import type { StoredFile } from '@chasqui/contracts'
import { fileRoutes } from '@chasqui/contracts/http/files'
import { ApiProblem } from './api-problem.ts'
import { usableToken } from './api.ts'

export type UploadOptions = { onProgress?: (share: number) => void; signal?: AbortSignal }

const refusal = (request: XMLHttpRequest): ApiProblem => {
  try {
    return new ApiProblem({ code: 'unreadable', ...JSON.parse(request.responseText), status: request.status })
  } catch {
    return new ApiProblem({ status: request.status, code: 'unreadable' })
  }
}

/** Sends one file and answers what the store made of it. `onProgress` gets 0-1. (fetch tells no upload progress, hence the older request.) */
export const uploadFile = async (file: File, { onProgress, signal }: UploadOptions = {}): Promise<StoredFile> => {
  const token = await usableToken(signal)
  const form = new FormData()
  form.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(fileRoutes.upload.method, fileRoutes.upload.path)
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0)
    request.onerror = () => reject(new ApiProblem({ status: 0, code: 'offline' }))
    request.onabort = () => reject(signal?.reason ?? new DOMException('Aborted', 'AbortError'))
    request.onload = () => (request.status === 201 ? resolve(JSON.parse(request.responseText) as StoredFile) : reject(refusal(request)))
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
