import type { QueueHandler } from '#platform/lanes/handler'
import { makeFile } from './derive.ts'
import { queue, type FileJob } from './domain/row.ts'
import { lookColumns, lookInto, type Looked } from './look.ts'
import type { FilesPorts } from './ports.ts'

/**
 * What is made of files beside their messages: bytes for a destination, small pictures, lengths. Little at once, because each takes a processor;
 * what fails to be read is remembered as such and not tried again. `changed` is told of files that look otherwise from now on.
 */
export const fileJobs = (ports: FilesPorts, changed: (tx: Parameters<QueueHandler['handle']>[0], id: string) => Promise<void>): QueueHandler => ({
  queue,
  concurrency: 2,
  // A quarter of an hour: as long as a store may well be away.
  maxAttempts: 20,
  outside: async (tenantId, [job]) => {
    const work = job!.payload as FileJob
    if ('look' in work) return lookInto(ports, tenantId, work.look)
    await makeFile(ports, tenantId, work.make)
    return lookInto(ports, tenantId, work.make)
  },
  handle: async (tx, [job], outside) => {
    const looked = outside as Looked | null
    if (looked)
      await tx.query(
        `update files.file set width = $3, height = $4, seconds = $5, pages = $6, waveform = $7, thumbnail_location = $8, thumbnail_size = $9, looked_at = $10
         where tenant_id = $1 and id = $2`,
        [tx.tenantId, looked.id, ...lookColumns(looked), ports.now()],
      )
    const work = job!.payload as FileJob
    const made = 'make' in work
    if (made || (looked && Object.keys(looked.look).length > 0)) await changed(tx, made ? work.make : work.look)
  },
})
