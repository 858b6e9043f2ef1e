import type { RouteContract } from '@chasqui/contracts'
import { problemOf } from './api-problem.ts'
import { urlOf } from './api-request.ts'
import { usableToken } from './api.ts'

type Input = { params?: Record<string, string>; query?: Record<string, string> }

/** Saves what a route sends as a file. The token travels in a header, so that the address stays harmless. */
export const saveFile = async ({ path }: Pick<RouteContract, 'path'>, { params = {}, query = {} }: Input, name: string): Promise<void> => {
  const token = await usableToken()
  const answer = await fetch(urlOf(path, params, query), { headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok) throw await problemOf(answer)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
