import { createHmac } from 'node:crypto'
import { Faults, simulatorRoutes, simulatorSignatureHeader } from '@chasqui/contracts'
import type { Address } from '#channels'
import { setUpSimulator, type SimulatorSetUp } from '../simulator-setup.ts'
import type { Act, ChannelHarness, Got, Trouble } from './harness.ts'

const customers: Address[] = [
  { kind: 'phone', value: '5491122334455' },
  { kind: 'bsuid', value: 'AR.1000200030004000' },
  { kind: 'phone', value: '34600111222' },
]

/** The adapter against the simulated network itself, on a real database. */
export const startSimulator = async (): Promise<ChannelHarness> => {
  const world = await setUpSimulator()
  // The message that the suite reacts to.
  await world.call(simulatorRoutes.act, world.mine.tenantId, {
    params: { channelId: world.mine.channelId },
    body: { from: { phone: customers[0]!.value }, id: 'm-1', text: 'hola' },
  })
  return {
    adapter: world.adapter,
    account: world.account,
    io: world.io,
    customers,
    needsNoSettings: true,
    signatureHeader: simulatorSignatureHeader,
    body: (acts) => Buffer.from(JSON.stringify({ events: acts.map(eventOf) })),
    sign: (body) => ({
      body,
      query: {},
      headers: { [simulatorSignatureHeader]: `sha256=${createHmac('sha256', world.account.settings.secret).update(body).digest('hex')}` },
    }),
    provoke: (trouble) => provoke(world, trouble),
    received: () => received(world),
    storeFile: world.storeFile,
    vendorFile: (bytes, mime) => world.storeFile(bytes, mime, 'from a customer').fileId!,
    close: world.stop,
  }
}

const at = '2026-03-02T12:00:00Z'
const personOf = ({ kind, value }: Address) => (kind === 'phone' ? { phone: value, name: 'Ana' } : { userId: value, name: 'Ana' })

const eventOf = (act: Act): Record<string, unknown> => {
  if (act.kind === 'status')
    return {
      type: 'status',
      messageId: act.messageId,
      status: act.status,
      at,
      to: personOf(customers[0]!),
      ...(act.status === 'failed' && { error: { code: 131026, title: 'Undeliverable' } }),
    }
  const common = { id: act.id, from: personOf(act.from), at }
  if (act.kind === 'reaction') return { type: 'reaction', ...common, messageId: act.target, emoji: act.emoji ?? '' }
  const content = act.kind === 'text' ? { type: 'text', text: act.text } : { type: 'hologram', depth: 3 }
  return { type: 'message', ...common, content, ...(act.kind === 'text' && act.quotes !== undefined && { quotes: act.quotes }) }
}

const codes: Partial<Record<Trouble, number>> = {
  refused: 131051,
  window_closed: 131047,
  bad_token: 190,
  rate_limited: 130429,
  recipient_limited: 131056,
  unavailable: 503,
}

const provoke = (world: SimulatorSetUp, trouble: Trouble): boolean => {
  const code = codes[trouble]
  if (trouble === 'unreachable') world.line.cuts = 1
  else if (trouble === 'lost_answer') {
    setFaults(world, { lostAnswers: 0.4 })
    world.luck.next = 0.1
  } else if (code !== undefined) setFaults(world, { failSends: { code, times: 1 } })
  else return false
  return true
}

/** The next call waits until the fault is in force. */
const setFaults = (world: SimulatorSetUp, faults: Partial<Faults>): void => {
  const body = JSON.stringify(Faults.parse(faults))
  const { tenantId, channelId } = world.mine
  world.line.settled = world.admin.query(
    'insert into simulator.fault (tenant_id, channel_id, faults) values ($1, $2, $3) on conflict (tenant_id, channel_id) do update set faults = excluded.faults',
    [tenantId, channelId, body],
  )
}

const received = async (world: SimulatorSetUp): Promise<Got[]> => {
  const { rows } = await world.admin.query<Got>(
    `select phone as "to", client_ref as "clientRef", quoted as quotes, content->>'type' as type, id as "providerMessageId" from simulator.screen where direction = 'in' order by position`,
  )
  return rows
}
