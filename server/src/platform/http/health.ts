import type { FastifyInstance } from 'fastify'

export type HealthState = 'ok' | 'degraded' | 'down' | 'off'
/** One part of the product: its state and whatever numbers help an operator. */
export type HealthPart = { status: HealthState } & Record<string, unknown>
export type HealthParts = { database: HealthPart; cache: HealthPart; jobs: HealthPart; channels: HealthPart }
export type Health = { status: Exclude<HealthState, 'off'>; version: string; uptime: number } & HealthParts

export type HealthOptions = { version: string; parts: () => Promise<HealthParts>; /** Milliseconds after which silence counts as down. */ patience?: number }

const silent = (): HealthParts => {
  const down: HealthPart = { status: 'down' }
  return { database: down, cache: down, jobs: down, channels: down }
}

/** The parts, or all of them down when they do not tell in time. A health check must never hang. */
const askParts = async ({ parts, patience = 3000 }: HealthOptions): Promise<HealthParts> => {
  const { promise: late, resolve } = Promise.withResolvers<HealthParts>()
  const timer = setTimeout(() => resolve(silent()), patience)
  try {
    return await Promise.race([parts(), late])
  } catch {
    return silent()
  } finally {
    clearTimeout(timer)
  }
}

/** Without its database the product cannot serve; anything else that is broken makes it degraded. */
const overall = (parts: HealthParts): Health['status'] => {
  if (parts.database.status === 'down') return 'down'
  return Object.values(parts).some(({ status }) => status === 'down' || status === 'degraded') ? 'degraded' : 'ok'
}

/** `/health` with details, `/health/ready` for load balancers, `/health/live` for supervisors (true as long as the process answers). */
export const serveHealth = (app: FastifyInstance, options: HealthOptions): void => {
  const read = async (): Promise<Health> => {
    const parts = await askParts(options)
    return { status: overall(parts), version: options.version, uptime: Math.round(process.uptime()), ...parts }
  }
  app.get('/health', async (_request, reply) => {
    const health = await read()
    return reply
      .code(health.status === 'down' ? 503 : 200)
      .header('Cache-Control', 'no-store')
      .send(health)
  })
  app.get('/health/ready', async (_request, reply) => {
    const { status } = await read()
    return reply
      .code(status === 'down' ? 503 : 200)
      .header('Cache-Control', 'no-store')
      .send({ status })
  })
  app.get('/health/live', async (_request, reply) => reply.header('Cache-Control', 'no-store').send({ status: 'ok' }))
}
