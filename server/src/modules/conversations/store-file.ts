import type { FileRef } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'

export type FetchedFile = Pick<FileRef, 'fileId' | 'state' | 'size'> & { mime?: string; failure?: string; providerMediaId: string }

/** Fills in what became of a provider's file: stored with us, or gone. The message may have two (its own and a header's): the provider's id tells which. */
export const storeFetchedFile = async (tx: Tx, messageId: string, file: FetchedFile): Promise<void> => {
  const { providerMediaId, ...facts } = file
  const { rows } = await tx.query<{ conversation_id: string }>(
    `update conversations.message set content = case when content #>> '{file,providerMediaId}' = $3 then jsonb_set(content, '{file}', (content -> 'file') || $4::jsonb)
       else jsonb_set(content, '{header,file}', (content #> '{header,file}') || $4::jsonb) end
     where tenant_id = $1 and id = $2 and (content #>> '{file,providerMediaId}' = $3 or content #>> '{header,file,providerMediaId}' = $3) returning conversation_id`,
    [tx.tenantId, messageId, providerMediaId, JSON.stringify(facts)],
  )
  if (rows[0]) tx.publish({ type: 'message.changed', payload: { conversationId: rows[0].conversation_id, messageId, what: 'file' } })
}
