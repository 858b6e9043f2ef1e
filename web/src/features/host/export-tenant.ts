import type { HostedTenant } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { problemOf } from '#lib/api-problem.ts'
import { urlOf } from '#lib/api-request.ts'
import { usableToken } from '#lib/api.ts'

/** Saves everything an organisation has as a file. A link could not carry the access token. */
export const exportTenant = async ({ id, slug }: HostedTenant): Promise<void> => {
  const token = await usableToken()
  const answer = await fetch(urlOf(hostRoutes.exportTenant.path, { id }), { headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok) throw await problemOf(answer)
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = `${slug}.jsonl`
  link.click()
  URL.revokeObjectURL(address)
}
