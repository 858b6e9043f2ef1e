import { Failure } from '#platform/failure'
import { addressKey } from '#platform/http/rate-limits'
import type { WebchatPorts } from './ports.ts'

/** Times a minute: of one visitor, and of everybody behind one address. */
const rates: Record<'look' | 'begin' | 'say' | 'upload' | 'read' | 'connect' | 'signal' | 'pass', { visitor: number; address: number }> = {
  look: { visitor: 120, address: 600 },
  begin: { visitor: 20, address: 60 },
  say: { visitor: 40, address: 200 },
  upload: { visitor: 10, address: 30 },
  read: { visitor: 120, address: 600 },
  pass: { visitor: 10, address: 60 },
  connect: { visitor: 60, address: 240 },
  signal: { visitor: 120, address: 1200 },
}
export type Rate = keyof typeof rates

const minute = 60_000

/** Seconds to wait; null when it was counted. */
export const takeTurn = async ({ limiter }: Pick<WebchatPorts, 'limiter'>, rate: Rate, address: string, visitorId: string | null): Promise<number | null> => {
  const asks = [{ key: `webchat ${rate} address ${addressKey(address)}`, limit: rates[rate].address, windowMs: minute }]
  if (visitorId !== null) asks.push({ key: `webchat ${rate} visitor ${visitorId}`, limit: rates[rate].visitor, windowMs: minute })
  const { allowed, retryAfterMs } = await limiter.take(asks)
  return allowed ? null : Math.max(1, Math.ceil(retryAfterMs / 1000))
}

export const requireTurn = async (ports: Pick<WebchatPorts, 'limiter'>, rate: Rate, address: string, visitorId: string | null): Promise<void> => {
  const wait = await takeTurn(ports, rate, address, visitorId)
  if (wait !== null) throw new Failure('limited', 'limited', 'Too many at once. Wait a little.', { retryAfter: wait })
}
