import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import type { QueueHandler } from '#platform/lanes/handler'
import { createJobs } from './jobs.ts'
import { createNetwork, type Network } from './network.ts'
import { addDemoPhones } from './phones.ts'
import type { SimulatorPorts } from './ports.ts'
import { registerRoutes } from './routes.ts'

export type { SimulatorPorts } from './ports.ts'

/**
 * The simulated telephone network: customers' phones, what their screens show, and what goes wrong on purpose. It owns the schema `simulator`,
 * publishes `simulator.screen_changed`, and reaches the rest of the product only as a vendor would: by signed webhooks, and by the calls
 * (`network`) of the channel adapter of the same name.
 */
export type Simulator = {
  network: Network
  routes(http: Http): void
  jobs: QueueHandler
  addDemoPhones(tx: Tx, channelId: string): Promise<void>
}

export const createSimulator = (ports: SimulatorPorts): Simulator => ({
  network: createNetwork(ports),
  routes: (http) => registerRoutes(http, ports),
  jobs: createJobs(ports),
  addDemoPhones: addDemoPhones(ports),
})
