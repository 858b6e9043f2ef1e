import type { Conversation, Message } from '@chasqui/contracts'

export type ComposerProps = { conversation: Conversation; name: string; messages: readonly Message[] }
