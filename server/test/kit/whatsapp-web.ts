import { channelRoutes, flowRoutes, type Channel, type ChannelLine } from '@chasqui/contracts'
import { leadEngineTo } from '../doubles/whatsapp-web/lead-engine.ts'
import { startWhatsAppWeb, type WhatsAppWeb } from '../doubles/whatsapp-web/start.ts'
import type { Api } from './api.ts'
import { atEnd } from './cluster.ts'
import { startProduct, type RunningProduct, type Wishes } from './product.ts'

/** The product and the network of linked devices that its engine talks to; both end after the last test of the file, the product first. */
export const startBesideWhatsAppWeb = async (wishes: Wishes = {}): Promise<{ sandbox: WhatsAppWeb; the: RunningProduct }> => {
  const sandbox = await startWhatsAppWeb()
  atEnd(sandbox.stop)
  leadEngineTo(sandbox.where)
  return { sandbox, the: await startProduct(wishes) }
}

/** A channel by QR of a tenant, not linked yet; the welcome flow answers there, or with `flow: false` nobody. */
export const addNumber = async (
  api: Api,
  { flow = false, codeFor = '', history = 'none' }: { flow?: boolean; codeFor?: string; history?: 'none' | '7' | '30' | '90' } = {},
): Promise<Channel> => {
  const flowId = flow ? (await api.ask(flowRoutes.list)).items[0]!.id : null
  return api.ask(channelRoutes.create, {
    body: { kind: 'whatsapp-web', name: 'WhatsApp por QR', settings: { codeFor, history }, flowId, answers: { to: flow ? 'everyone' : 'nobody' } },
  })
}

export const lineOf = async (api: Api, id: string): Promise<ChannelLine | null> => (await api.ask(channelRoutes.line, { params: { id } })).line

/** Waits until the line of a channel stands so, and answers it. */
export const lineIs = async <State extends ChannelLine['state']>(
  the: Pick<RunningProduct, 'until' | 'owner'>,
  id: string,
  state: State,
): Promise<ChannelLine & { state: State }> =>
  the.until(async () => {
    const line = await lineOf(the.owner.api, id)
    return line?.state === state && (line as ChannelLine & { state: State })
  }, `the line is ${state}`)

/** Links a channel as its owner does: with the telephone, by the code on the screen. */
export const linkNumber = async (the: RunningProduct, { network }: WhatsAppWeb, id: string, phone: string): Promise<void> => {
  await network.scan((await lineIs(the, id, 'qr')).qr, phone)
  await the.until(async () => ['connected', 'importing'].includes((await lineOf(the.owner.api, id))?.state ?? ''), 'the line is open')
}
