import type { WebchatSettings } from '@chasqui/contracts'
import type { Channels } from '#channels'
import type { Tx } from '#platform/database/transaction'

type Spoken = Exclude<WebchatSettings['language'], 'auto'>

const words: Record<Spoken, { name: string; greeting: string; shortcuts: string[] }> = {
  es: {
    name: 'Chat del sitio',
    greeting: '¡Hola! Te responde un asistente al momento, y una persona cuando haga falta.',
    shortcuts: ['Hola', 'Quiero hablar con una persona'],
  },
  'pt-BR': {
    name: 'Chat do site',
    greeting: 'Olá! Um assistente responde na hora, e uma pessoa quando for preciso.',
    shortcuts: ['Oi', 'Quero falar com uma pessoa'],
  },
  en: {
    name: 'Site chat',
    greeting: 'Hello! An assistant answers at once, and a person when one is needed.',
    shortcuts: ['Hello', 'I want to talk to a person'],
  },
}

/** A web chat that answers with this flow, in the language of the flow. It has no origins: it opens on its own page and on no site. */
export const addSampleChat = async (
  tx: Tx,
  channels: Pick<Channels, 'create' | 'answerWith'>,
  { title, language, flowId }: { title: string; language: Spoken; flowId: string },
): Promise<void> => {
  const { name, greeting, shortcuts } = words[language]
  const settings = { title, language, greeting, shortcuts, origins: [] }
  const { id } = await channels.create(tx, { kind: 'webchat', name, settings, flowId: null })
  await channels.answerWith(tx, id, flowId)
}
