import { problemOf } from '#lib/api-problem.ts'
import { urlOf } from '#lib/api-request.ts'
import { usableToken } from '#lib/api.ts'
import type { TrailSource } from './trail-source.ts'

/** Saves the trail as a file. The token travels in a header, so that the address stays harmless. */
export const download = async ({ routes }: TrailSource, filter: Record<string, string>, format: 'csv' | 'json'): Promise<void> => {
  const token = await usableToken()
  const answer = await fetch(urlOf(routes.export.path, {}, { ...filter, format }), { headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok) throw await problemOf(answer)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = `audit.${format}`
  link.click()
  URL.revokeObjectURL(link.href)
}
