import { channelConformance } from './channel-conformance.ts'
import { startSimulator } from './simulator-harness.ts'

channelConformance('simulator', startSimulator)
