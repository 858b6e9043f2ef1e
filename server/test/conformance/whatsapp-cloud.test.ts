import { channelConformance } from './channel-conformance.ts'
import { startWhatsappCloud } from './whatsapp-cloud-harness.ts'

channelConformance('WhatsApp Cloud API', startWhatsappCloud)
