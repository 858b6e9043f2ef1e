import { runEngine } from '../../../src/adapters/channels/whatsapp-web/engine/run.ts'
import { leadToSandbox } from './way.ts'

/** Entry of the engine's process on the sandbox: the product has no switch that makes it trust another network than the real one. */
runEngine({ ...leadToSandbox(process.argv[2]!), keepAliveMs: 500 })
