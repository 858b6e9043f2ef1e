import type { Channels } from '#channels'
import type { Flows } from '#flows'
import type { Tx } from '#platform/database/transaction'
import type { SampleReply } from '#replies'
import type { Simulator } from '#simulator'
import type { Furnish, Tenant } from '#tenancy'
import { addSampleChat } from './sample-chat.ts'
import { sampleReplies } from './sample-replies.ts'

type Ports = { channels: Channels; flows: Flows; simulator: Simulator; addSampleReplies(tx: Tx, samples: readonly SampleReply[]): Promise<void> }

const flowNames = { es: 'Bienvenida', pt: 'Boas-vindas', en: 'Welcome' } as const
const channelNames = { es: 'Teléfono de prueba', pt: 'Telefone de teste', en: 'Test phone' } as const

/** What every new tenant starts with: the welcome flow, published, on a simulated number with some customers; a demo has quick replies and a web chat, too. */
export const furnish =
  (modules: () => Ports): Furnish =>
  async (tx: Tx, tenant: Tenant): Promise<void> => {
    const { channels, flows, simulator, addSampleReplies } = modules()
    const language = tenant.locale.slice(0, 2) as keyof typeof flowNames
    const spoken = language === 'pt' ? 'pt-BR' : language
    const flowId = await flows.addWelcomeFlow(tx, flowNames[language], spoken, tenant.trade)
    const channel = await channels.create(tx, { kind: 'simulator', name: channelNames[language], settings: {}, flowId: null })
    await channels.answerWith(tx, channel.id, flowId)
    await simulator.addDemoPhones(tx, channel.id)
    if (!tenant.isDemo) return
    await addSampleReplies(tx, sampleReplies[language])
    await addSampleChat(tx, channels, { title: tenant.name, language: spoken, flowId })
  }
