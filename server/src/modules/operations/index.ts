/**
 * What is going out, what failed for good, and the event log: the engine room's windows for people.
 * Owns no tables of its own; reads and mends those of the platform.
 */
import type { Http } from '#platform/http/server'
import type { OperationsPorts } from './ports.ts'
import { registerRoutes } from './routes.ts'

export type { OperationsPorts } from './ports.ts'

export const createOperations = (ports: OperationsPorts) => ({ registerRoutes: (http: Http) => registerRoutes(http, ports) })
