import type { IncomingMessage } from 'node:http'
import { fastify, type FastifyInstance, type FastifyPluginAsync } from 'fastify'
import type { RouteContract } from '@chasqui/contracts'
import type { Log } from '../log.ts'
import { serveApi, type ApiOptions } from './api.ts'
import { readJsonBodies } from './body-parsers.ts'
import { refuseUnreadable } from './client-error.ts'
import { serveDocs } from './docs.ts'
import { readAddressesWithoutPorts, trustOf } from './forwarded-addresses.ts'
import type { Handler, RegisteredRoute } from './handler.ts'
import { serveHealth, type HealthParts } from './health.ts'
import { serveMetrics } from './metrics-route.ts'
import { notFoundHandler } from './not-found.ts'
import { openApi } from './openapi.ts'
import { errorHandler } from './problem.ts'
import { requestIdOf } from './request-id.ts'
import { checkContract, type Address } from './route-table.ts'
import { secure } from './security.ts'
import { serveWebApp } from './web-app.ts'
import { openWebhookDoor } from './webhook-door.ts'
import { serveWebhooks, type LargeWebhooks, type Webhook, type WebhookHandlers } from './webhooks.ts'

export type { Actor, Call, Handler, Member } from './handler.ts'
export type { Authenticate } from './access.ts'
export type { HealthPart, HealthParts } from './health.ts'
export type { RateLimits } from './rate-limits.ts'
export type { LargeWebhooks, WebhookHandler, WebhookHandlers, WebhookRequest } from './webhooks.ts'

export type HttpOptions = Omit<ApiOptions, 'uploadBytes'> & {
  log: Log
  health: () => Promise<HealthParts>
  config: {
    version: string
    publicUrl: string | null
    corsOrigins: string[]
    trustProxy: boolean | number | string[]
    /** Folder of the built web app. */
    webRoot: string
    /** Opens `/metrics` to other machines; null keeps it to this one. */
    metricsToken: string | null
    /** Largest uploaded file, 100 MB unless told. */
    uploadBytes?: number
  }
}

export type Http = {
  /** The server itself: `app.server` for sockets, `app.inject` for tests. */
  app: FastifyInstance
  /** Registers one operation of the contract. Throws when the contract is incomplete or its id or address is taken. */
  route<C extends RouteContract>(contract: C, handle: Handler<C>): void
  /** Registers a provider's address outside of the table, on the raw bytes and without any hook. */
  webhook(path: string, handlers: WebhookHandlers, large?: LargeWebhooks): void
  /** Registers anything else, with security headers but without access checks (the test clock). */
  raw(register: FastifyPluginAsync): void
  /** Registers what pages of other sites load and call: outside of the product's own headers and cross-origin rules. They bring theirs. */
  foreign(register: FastifyPluginAsync): void
  /** Completes the registration without opening a port. */
  ready(): Promise<void>
  /** Opens the port and tells it (`port` 0 takes a free one). A port in use rejects with the system's code `EADDRINUSE`. */
  listen(port: number, host: string): Promise<number>
  /** Finishes running requests and closes. */
  close(): Promise<void>
  table: readonly RouteContract[]
}

const megabyte = 1_000_000

/** HTTP/2 is offered in plain text by some clients (`Upgrade: h2c`); they must get their answer in HTTP/1.1 instead of a closed connection. */
const upgradesToSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket'

const createApp = ({ config, log }: HttpOptions): FastifyInstance => {
  const handleError = errorHandler(log)
  const app = fastify({
    trustProxy: trustOf(config.trustProxy),
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit: megabyte,
    requestTimeout: 300_000,
    keepAliveTimeout: 72_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
    clientErrorHandler: refuseUnreadable,
    http: { shouldUpgradeCallback: upgradesToSocket },
  })
  app.setErrorHandler(handleError)
  readAddressesWithoutPorts(app)
  return app
}

/** Everything that is served, for 405. `/metrics` stays out: to others it does not exist. */
const addressesOf = (app: FastifyInstance): readonly Address[] => {
  const addresses: Address[] = []
  app.addHook('onRoute', ({ method, url }) => {
    if (url.includes('*') || url === '/metrics') return
    for (const one of [method].flat()) if (one !== 'HEAD') addresses.push({ method: one, path: url })
  })
  return addresses
}

const openPort = async (app: FastifyInstance, port: number, host: string): Promise<number> => {
  await app.listen({ port, host })
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : port
}

/** The HTTP edge of the product. Routes are collected first and registered together when the server gets ready. */
export const createHttp = (options: HttpOptions): Http => {
  const app = createApp(options)
  const addresses = addressesOf(app)
  const routes: RegisteredRoute[] = []
  const webhooks: Webhook[] = []
  const raws: FastifyPluginAsync[] = []
  const foreigners: FastifyPluginAsync[] = []
  const table: RouteContract[] = []
  let registered = false
  let closing = false
  app.addHook('preClose', async () => void (closing = true))
  const { config } = options

  const serveSite = async (site: FastifyInstance): Promise<void> => {
    registered = true
    readJsonBodies(site)
    await secure(site, config)
    const page = await serveWebApp(site, config.webRoot)
    site.setNotFoundHandler(notFoundHandler(addresses, page))
    serveHealth(site, { version: config.version, parts: options.health })
    serveMetrics(site, options.metrics, config.metricsToken)
    serveDocs(site, openApi({ table, webhooks, version: config.version }))
    for (const register of raws) await site.register(register)
    await site.register((api) => serveApi(api, routes, { ...options, uploadBytes: config.uploadBytes ?? 100 * megabyte }))
  }
  app.register((scope) => serveWebhooks(scope, webhooks))
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => void reply.header('X-Request-Id', request.id))
    for (const register of foreigners) await scope.register(register)
  })
  app.register(serveSite)

  return {
    app,
    table,
    route: (contract, handle) => {
      if (registered) throw new Error(`route ${contract.id} comes after the server was made ready`)
      checkContract(contract, table)
      table.push(contract)
      routes.push({ contract, handle: handle as unknown as RegisteredRoute['handle'] })
    },
    webhook: (path, handlers, large) => void webhooks.push({ path, handlers, large }),
    raw: (register) => void raws.push(register),
    foreign: (register) => void foreigners.push(register),
    ready: async () => void (await app.ready()),
    listen: async (port, host) => {
      await app.ready()
      // Behind everything that listens to requests by now (sockets), so that it is asked first.
      openWebhookDoor(app.server, webhooks, { log: options.log, isClosing: () => closing })
      return openPort(app, port, host)
    },
    close: () => app.close(),
  }
}
