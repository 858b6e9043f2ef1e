import type { ContactStage } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { absent } from '#platform/failure'
import type { ContactsPorts } from './ports.ts'

/**
 * Moves a person to a stage, in a conversation where `conversationId` names one. Locked first, so that of two who move them to the same one only the first is
 * told of. Answers from which one; null: they are there already, and nothing is told.
 */
export const moveToStage = async (tx: Tx, ports: ContactsPorts, contactId: string, to: ContactStage, conversationId?: string): Promise<ContactStage | null> => {
  const { rows } = await tx.query<{ stage: ContactStage }>('select stage from contacts.contact where tenant_id = $1 and id = $2 for update', [
    tx.tenantId,
    contactId,
  ])
  if (!rows[0]) throw absent('contact')
  const from = rows[0].stage
  if (from === to) return null
  await tx.query('update contacts.contact set stage = $3, stage_changed_at = $4, updated_at = $4 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    contactId,
    to,
    ports.now(),
  ])
  tx.publish({ type: 'contact.changed', payload: { contactId } })
  tx.publish({ type: 'contact.stage_changed', payload: { contactId, from, to } })
  await ports.stageChanged(tx, { contactId, to, conversationId: conversationId ?? null })
  return from
}
