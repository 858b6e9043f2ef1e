import { after, before, describe } from 'node:test'
import type { ChannelHarness, Running } from './harness.ts'
import { doorCases, ingressCases } from './ingress-cases.ts'
import { mediaCases } from './media-cases.ts'
import { meaningCases } from './meaning-cases.ts'
import { sendingCases } from './sending-cases.ts'
import { troubleCases } from './trouble-cases.ts'

/**
 * What every channel adapter must do, whatever its vendor. Give it a name and a way to make a harness; it declares the cases.
 * A new channel is done when this passes against a stand-in of its vendor. `calls`: whether the vendor does, by webhooks.
 */
export const channelConformance = (name: string, makeHarness: () => Promise<ChannelHarness>, { calls = true } = {}): void => {
  describe(`Channel conformance: ${name}`, () => {
    let harness: ChannelHarness | undefined
    const running: Running = () => {
      if (!harness) throw new Error('The harness did not start')
      return harness
    }
    before(async () => {
      harness = await makeHarness()
    })
    after(() => harness?.close())
    if (calls) doorCases(running)
    ingressCases(running)
    meaningCases(running)
    sendingCases(running)
    troubleCases(running)
    mediaCases(running)
  })
}
