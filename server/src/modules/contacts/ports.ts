import type { ContactStage } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

export type ContactsPorts = {
  now(): Date
  newId(): string
  /** Somebody or a flow moved a person to a stage; in a conversation, or not. */
  stageChanged(tx: Tx, moved: { contactId: string; to: ContactStage; conversationId: string | null }): Promise<void>
  /** The id of the channel that is meant by its id or its name. */
  channelNamed(tx: Tx, reference: string): Promise<string>
}
