import type { ChannelCheck } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { checksOf, readChecks } from './checks.ts'
import type { Directory } from './directory.ts'
import { beginIncident } from './incidents.ts'
import { setState } from './manage.ts'
import type { ChannelsPorts } from './ports.ts'
import { askVendor, logVerdict } from './vendor-check.ts'
import { readRow } from './views.ts'

/** Milliseconds for which what the vendor said is new: a page that is opened again, or by several people, asks once. */
const fresh = 5 * 60_000

type Which = { tenantId: string; id: string }

const wasAsked = async (tx: Tx, ports: ChannelsPorts, id: string): Promise<boolean> => {
  const since = new Date(ports.now().getTime() - fresh)
  const { rows } = await tx.query<{ event: string }>(
    `select event from (select event, at from channels.log where tenant_id = $1 and channel_id = $2 order by id desc limit 100) newest
     where event in ('checked', 'check_failed') and at > $3 limit 1`,
    [tx.tenantId, id, since],
  )
  return rows.length > 0
}

/**
 * Asks the vendor anew how the account stands, unless that is known well enough. One that it accepts no more sends nothing from now on, before a message is lost on
 * it; everything else stays as it is.
 */
export const renewChecks = async (ports: ChannelsPorts, directory: Directory, { tenantId, id }: Which): Promise<{ items: ChannelCheck[] }> => {
  const known = await ports.database.inTenant(tenantId, async (tx) => {
    const { kind } = await readRow(tx, id)
    return !ports.adapters[kind]?.check || (await wasAsked(tx, ports, id)) ? await readChecks(tx, ports, id) : null
  })
  if (known) return known
  const verdict = await askVendor(ports, directory, tenantId, id)
  return ports.database.inTenant(tenantId, async (tx) => {
    const { state } = await readRow(tx, id, true)
    await logVerdict(tx, ports, id, verdict)
    if (!verdict.ok && verdict.dead && state === 'connected') {
      await setState(tx, ports, id, 'paused', verdict.error.title)
      await beginIncident(tx, ports, id, { cause: 'refused', said: verdict.error.title })
    }
    return { items: await checksOf(tx, ports, await readRow(tx, id)) }
  })
}

/** The channels of all tenants whose vendors tell how an account stands, one after the other; for the nightly round. */
export const renewEveryCheck = async (ports: ChannelsPorts, directory: Directory): Promise<void> => {
  const kinds = Object.values(ports.adapters).flatMap(({ kind, check }) => (check ? [kind] : []))
  const { rows } = await ports.database.system.query<Which>(
    `select tenant_id as "tenantId", id from channels.channel where kind = any($1::text[]) and state = 'connected' and deleted_at is null order by id`,
    [kinds],
  )
  for (const which of rows)
    await renewChecks(ports, directory, which).catch((error: unknown) => ports.log.warn({ err: error, channelId: which.id }, 'a channel was not checked'))
}
