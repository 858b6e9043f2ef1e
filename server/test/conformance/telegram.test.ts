import { channelConformance } from './channel-conformance.ts'
import { startTelegram } from './telegram-harness.ts'

channelConformance('Telegram by webhook', () => startTelegram('webhook'))
channelConformance('Telegram by polling', () => startTelegram('polling'))
