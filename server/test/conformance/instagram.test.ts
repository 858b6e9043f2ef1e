import { channelConformance } from './channel-conformance.ts'
import { startInstagram } from './instagram-harness.ts'

channelConformance('Instagram', startInstagram)
