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

/** Of these files, those that messages speak of. */
export const filesInUse = async (tx: Tx, fileIds: readonly string[]): Promise<string[]> => {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct coalesce(content #>> '{file,fileId}', content #>> '{header,file,fileId}') as id from conversations.message
     where tenant_id = $1 and coalesce(content #>> '{file,fileId}', content #>> '{header,file,fileId}') = any($2::text[])`,
    [tx.tenantId, fileIds],
  )
  return rows.map(({ id }) => id)
}

/** A file looks otherwise from now on: whoever shows one of its messages is told to look again. */
export const fileChanged = async (tx: Tx, fileId: string): Promise<void> => {
  const { rows } = await tx.query<{ id: string; conversation_id: string }>(
    `select id, conversation_id from conversations.message
     where tenant_id = $1 and coalesce(content #>> '{file,fileId}', content #>> '{header,file,fileId}') = $2 order by id desc limit 20`,
    [tx.tenantId, fileId],
  )
  for (const { id, conversation_id } of rows) tx.publish({ type: 'message.changed', payload: { conversationId: conversation_id, messageId: id, what: 'file' } })
}
