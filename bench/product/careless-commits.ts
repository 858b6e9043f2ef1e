import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { postmasterOf } from './processes.ts'

/** From now on the embedded database tells that something is committed before it is on disk: what a product would be like whose waits wait for nothing. */
export const commitCarelessly = (dataDir: string): void => {
  appendFileSync(join(dataDir, 'postgres', 'postgresql.auto.conf'), 'synchronous_commit = off\n')
  const postmaster = postmasterOf(dataDir)
  if (postmaster) process.kill(postmaster, 'SIGHUP')
}
