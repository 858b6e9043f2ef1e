import { absent } from '#platform/failure'
import type { Tx } from '#platform/database/transaction'
import type { ChannelAdapter } from './adapter.ts'
import type { Directory } from './directory.ts'
import { writeLog } from './manage.ts'
import type { ChannelsPorts } from './ports.ts'

export type Verdict = Awaited<ReturnType<NonNullable<ChannelAdapter['check']>>>

/** Asks the vendor whether the account works, outside any transaction. A kind that has nobody to ask works. */
export const askVendor = async (ports: ChannelsPorts, directory: Directory, tenantId: string, id: string): Promise<Verdict> => {
  directory.forget(id)
  const connection = await directory.find(id)
  if (!connection || connection.tenantId !== tenantId) throw absent('channel')
  return connection.adapter.check ? connection.adapter.check(connection.account, ports.io) : { ok: true, address: null, detail: {} }
}

const told = ({ points }: Verdict) => (points ? { points } : {})

/** What the vendor said stands in the channel's log; `checks.ts` reads it there. */
export const logVerdict = (tx: Tx, ports: ChannelsPorts, id: string, verdict: Verdict): Promise<unknown> =>
  writeLog(
    tx,
    ports,
    id,
    verdict.ok
      ? { level: 'info', event: 'checked', detail: { ...verdict.detail, ...told(verdict) } }
      : { level: 'error', event: 'check_failed', detail: { ...verdict.error, ...told(verdict) } },
  )
