/**
 * Host: the interface of whoever runs this installation for its organisations: adding, limiting, suspending, exporting and removing them, and the
 * state of the installation.
 *
 * Owns no tables: tenants and their terms are tenancy's, people are identity's. Every route but those of a tenant asks for the permission `host`.
 */
import type { Http } from '#platform/http/server'
import type { HostPorts } from './ports.ts'
import { registerRoutes } from './routes.ts'

export type { HostPorts } from './ports.ts'

export const createHost = (ports: HostPorts) => ({ registerRoutes: (http: Http) => registerRoutes(http, ports) })
