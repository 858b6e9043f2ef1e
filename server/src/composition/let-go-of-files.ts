import type { Files, FileUser } from '#files'
import type { Tx } from '#platform/database/transaction'

type Ports = { files: Pick<Files, 'remove'>; users: readonly FileUser[] }

/** Lets go at once of what somebody took back, where nothing else needs it; the nightly round would a day later. */
export const letGoOfFiles = async (tx: Tx, { files, users }: Ports, fileIds: readonly string[]): Promise<void> => {
  const needed = new Set<string>()
  for (const user of users) for (const id of await user(tx, fileIds)) needed.add(id)
  for (const id of fileIds) if (!needed.has(id)) await files.remove(tx, id)
}
