import { channelConformance } from './channel-conformance.ts'
import { startWebchat } from './webchat-harness.ts'

channelConformance('Web chat', startWebchat, { calls: false })
