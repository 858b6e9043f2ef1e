/**
 * What is going out, what failed for good, and the event log: the engine room's windows for people.
 * Owns no tables of its own; reads and mends those of the platform.
 */
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { registerRoutes } from './routes.ts'

export type OperationsPorts = {
  now(): Date
  /** Puts an outbound message back and shows it as pending; false when it is not in a state for it. */
  requeue(tx: Tx, id: string): Promise<boolean>
  showCancelled(tx: Tx, messageId: string): Promise<void>
}

export const createOperations = (ports: OperationsPorts) => ({ registerRoutes: (http: Http) => registerRoutes(http, ports) })
