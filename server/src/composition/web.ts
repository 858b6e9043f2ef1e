import { join } from 'node:path'
import type { Identity } from '#identity'
import type { Database } from '#platform/database/open'
import { createHttp, type Http } from '#platform/http/server'
import type { Limiter } from '#platform/limits/limiter'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import { productVersion } from '#platform/product-version'
import type { Config } from '../config.ts'
import { createHealth } from './health.ts'

type Ports = {
  config: Pick<Config, 'http'>
  log: Log
  metrics: Metrics
  limiter: Limiter
  now(): Date
  database: Database
  working(): boolean
  identity: Pick<Identity, 'authenticate'>
}

/** Time that requests under way have to end when the product stops. */
const finishRequestsMs = 1500

/** The HTTP server, without a route yet. */
export const createWeb = ({
  config,
  log,
  metrics,
  limiter,
  now,
  database,
  working,
  identity,
}: Ports): { http: Http; close(sockets: { close(): Promise<void> }): Promise<void> } => {
  const http = createHttp({
    log,
    metrics,
    now,
    inTenant: database.inTenant,
    countryHeader: config.http.countryHeader,
    health: createHealth({ database, now, limiter, working }),
    limiter,
    authenticate: identity.authenticate,
    config: {
      version: productVersion,
      publicUrl: config.http.publicUrl,
      corsOrigins: config.http.corsOrigins,
      trustProxy: config.http.trustProxy,
      webRoot: join(import.meta.dirname, '../../../web/dist'),
      metricsToken: null,
    },
  })
  return {
    http,
    close: async (sockets) => {
      // Whoever has not finished a request by then is cut off: the rest of the stop must not wait for them.
      const patience = setTimeout(() => http.app.server.closeAllConnections(), finishRequestsMs)
      await sockets.close()
      await http.close()
      clearTimeout(patience)
      await limiter.close()
    },
  }
}
