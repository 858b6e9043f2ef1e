import type { SignInAccount, SignInKind, SignInTrouble } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import type { GrantedAccount } from '../adapter.ts'
import type { ChannelRow } from '../directory.ts'
import type { ChannelsPorts } from '../ports.ts'
import { signInOf } from './begin.ts'
import { findGrant } from './store.ts'

/** Who looks, and at which sign-in. */
export type Looking = { tenantId: string; userId: string; reference: string }

const sentences: Record<SignInTrouble, string> = {
  denied: 'The vendor does not let the person be asked for any more.',
  permission_missing: 'The vendor was not allowed to tell enough.',
  expired: 'This sign-in is over. Sign in at the vendor again.',
  refused: 'The vendor does not accept what was granted any more. Sign in again.',
  unavailable: 'The vendor does not answer now. Try again in a moment.',
}

const troubled = (trouble: SignInTrouble) => new Failure('conflict', `channel.sign_in_${trouble}`, sentences[trouble])

/** The accounts of whoever signed in, asked of the vendor outside of any transaction. Throws what went wrong as `channel.sign_in_…`. */
export const grantedAccounts = async (
  ports: ChannelsPorts,
  { reference, ...person }: Looking,
): Promise<{ kind: SignInKind; accounts: GrantedAccount[]; more: boolean }> => {
  const held = await findGrant(ports, person, reference)
  if (!held) throw new Failure('absent', 'channel.sign_in_expired', sentences.expired)
  const read = await signInOf(ports, held.kind).accounts(held.grant, ports.io)
  if (read.result === 'refused') throw troubled(read.trouble)
  return { kind: held.kind, accounts: read.accounts, more: read.more }
}

/** The channels of this tenant that stand for some accounts. */
export const channelsFor = async (tx: Tx, kind: SignInKind, accounts: string[]): Promise<ChannelRow[]> =>
  (
    await tx.query<ChannelRow>('select * from channels.channel where tenant_id = $1 and kind = $2 and account = any($3::text[]) and deleted_at is null', [
      tx.tenantId,
      kind,
      accounts,
    ])
  ).rows

/** What can be chosen, and below why the rest cannot. */
export const listAccounts = async (ports: ChannelsPorts, looking: Looking): Promise<{ items: SignInAccount[]; more: boolean }> => {
  const { kind, accounts, more } = await grantedAccounts(ports, looking)
  const ids = accounts.map(({ account }) => account)
  const rows = await ports.database.inTenant(looking.tenantId, (tx) => channelsFor(tx, kind, ids))
  const known = new Map(rows.map((row) => [row.account, row]))
  const items = accounts.map(({ account, name, handle, refusal }): SignInAccount => {
    const row = known.get(account)
    const otherwise = row && !ports.adapters[kind]?.isGranted?.(row.settings) ? ('connected_otherwise' as const) : null
    return { account, name, handle, refusal: otherwise ?? refusal, channel: row ? { id: row.id, name: row.name } : null }
  })
  return { items: items.toSorted((one, other) => Number(one.refusal !== null) - Number(other.refusal !== null)), more }
}
