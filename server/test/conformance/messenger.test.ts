import { channelConformance } from './channel-conformance.ts'
import { startMessenger } from './messenger-harness.ts'

channelConformance('Messenger', startMessenger)
