import type { Channel, SignInKind } from '@chasqui/contracts'
import { Failure } from '#platform/failure'
import type { Tx } from '#platform/database/transaction'
import { wakeSender } from '#platform/outbox/entry'
import type { GrantedAccount } from '../adapter.ts'
import { setState, updateChannel, type Answering } from '../manage.ts'
import { addChannel } from '../people-acts.ts'
import type { ChannelsPorts } from '../ports.ts'
import { recordChange } from '../record-change.ts'
import { logVerdict, type Verdict } from '../vendor-check.ts'
import { channelOf, readRow } from '../views.ts'
import { channelsFor, grantedAccounts, type Looking } from './accounts.ts'

type Choosable = Extract<GrantedAccount, { refusal: null }>
/** Which account, whom flows are to answer there, and with what; what is left out stays as it was. */
type Choice = Answering & { account: string }

/** Longest name of a channel. */
const LONGEST = 200

/**
 * Connects a chosen account as entering its token does, once the vendor has accepted it and delivers its news; one that is connected already gets what was
 * granted now. Killed anywhere, it leaves a channel that works or none, and can be done again.
 */
export const connectGranted = async (ports: ChannelsPorts, looking: Looking, { account, ...answering }: Choice): Promise<Channel> => {
  const { kind, accounts } = await grantedAccounts(ports, looking)
  const chosen = accounts.find((one) => one.account === account)
  if (!chosen || chosen.refusal !== null)
    throw new Failure('invalid', 'channel.account_not_choosable', 'This account cannot be connected by whoever signed in.', {
      errors: [{ path: 'account', code: chosen?.refusal ?? 'not_found', message: 'Choose another one, or sign in as somebody who may answer its messages.' }],
    })
  const verdict = await acceptedBy(ports, looking.tenantId, kind, chosen)
  return ports.database.inTenant(looking.tenantId, async (tx) => {
    const id = await keep(tx, ports, { kind, chosen, answering })
    await setState(tx, ports, id, 'connected', null, verdict.address)
    await logVerdict(tx, ports, id, verdict)
    await wakeSender(tx, tx.tenantId, id, ports.now())
    tx.wake('send')
    tx.afterCommit(() => ports.closeBreaker(id))
    return channelOf(ports, await readRow(tx, id))
  })
}

const acceptedBy = async (ports: ChannelsPorts, tenantId: string, kind: SignInKind, { settings }: Choosable): Promise<Extract<Verdict, { ok: true }>> => {
  const adapter = ports.adapters[kind]
  const read = adapter?.settings.parse(settings) as Record<string, unknown>
  const verdict = await adapter?.check?.({ tenantId, channelId: ports.newId(), settings: read }, ports.io)
  if (!verdict) return { ok: true, address: null, detail: {} }
  if (!verdict.ok) throw new Failure('conflict', 'channel.sign_in_not_accepted', `The vendor does not accept the account: ${verdict.error.title}.`)
  return verdict
}

const keep = async (
  tx: Tx,
  ports: ChannelsPorts,
  { kind, chosen, answering }: { kind: SignInKind; chosen: Choosable; answering: Answering },
): Promise<string> => {
  const { account, name, handle, settings } = chosen
  const [known] = await channelsFor(tx, kind, [account])
  if (!known) return (await addChannel(tx, ports, { kind, name: (handle ?? name).slice(0, LONGEST), settings, ...answering }, { granted: true })).id
  const before = await readRow(tx, known.id, true)
  if (!ports.adapters[kind]?.isGranted?.(before.settings)) throw new Failure('conflict', 'channel.account_taken', 'This account is already connected.')
  await updateChannel(tx, ports, known.id, { settings, ...answering }, { granted: true })
  recordChange(tx, before, await readRow(tx, known.id), Object.keys(settings), 'channel.changed')
  return known.id
}
