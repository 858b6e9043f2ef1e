import type { Config } from '../../config.ts'
import { silentLog } from '../../platform/log.ts'
import { mask } from './finding.ts'
import type { Finding } from './finding.ts'

/** Longest wait (milliseconds) for a first answer. */
const patience = 2500

/** Whether the limits of calls can be shared; nothing to say where no Redis is configured. Without it the product runs all the same. */
export const checkRedis = async ({ secrets: { redisUrl } }: Config): Promise<Finding[]> => {
  if (redisUrl === null) return []
  const { createSharedLimiter } = await import('../../platform/limits/shared-limiter.ts')
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const limiter = createSharedLimiter({ url: redisUrl, log: silentLog(), shared: resolve })
  const timer = setTimeout(() => resolve(false), patience)
  const reached = await promise
  clearTimeout(timer)
  await limiter.close()
  const { host } = new URL(redisUrl)
  return [
    reached
      ? { state: 'ok', subject: 'redis', detail: mask(`${host}, limits of calls are shared through it`) }
      : { state: '!!', subject: 'redis', detail: mask(`${host} cannot be reached: each node counts the limits of calls alone`) },
  ]
}
