import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Dispatch, SendOutcome } from '#channels'
import { OutboundContent, unfit } from '@chasqui/contracts'
import { messageIdIn, type ChannelHarness, type Running } from './harness.ts'
import { allowedContents, oversizeContents } from './samples.ts'

export const sendText = (harness: ChannelHarness, more: Partial<Dispatch> = {}): Promise<SendOutcome> =>
  harness.adapter.send(
    { clientRef: randomUUID(), to: harness.customers[0]!, content: { type: 'text', text: 'hola' }, quotes: null, ...more },
    harness.account,
    harness.io,
  )

/** What can be sent arrives, and what cannot is known before. */
export const sendingCases = (running: Running): void => {
  describe('what is sent', () => {
    it('sends everything that its abilities promise, at their limits', async () => {
      const harness = running()
      const abilities = harness.adapter.abilities(harness.account.settings)
      for (const content of allowedContents(abilities, harness.storeFile)) {
        OutboundContent.parse(content)
        assert.equal(unfit(content, abilities), null, content.type)
        const outcome = await sendText(harness, { content })
        assert.equal(outcome.result, 'accepted', `${JSON.stringify(content).slice(0, 200)} → ${JSON.stringify(outcome)}`)
      }
    })

    it('knows before sending what is too large or too many', () => {
      const { adapter, account } = running()
      const abilities = adapter.abilities(account.settings)
      for (const content of oversizeContents(abilities)) assert.notEqual(unfit(content, abilities), null, JSON.stringify(content).slice(0, 200))
    })

    it('reaches every kind of address once, with our id and the message answered', async () => {
      const harness = running()
      for (const to of harness.customers) {
        const clientRef = randomUUID()
        const quotes = messageIdIn(harness, 'm-1', to)
        const outcome = await sendText(harness, { to, clientRef, content: { type: 'text', text: clientRef }, quotes })
        const got = (await harness.received()).filter((one) => one.clientRef === clientRef)
        assert.equal(got.length, 1)
        assert.deepEqual([got[0]!.to, got[0]!.quotes], [to.value, harness.lacks?.includes('quotes') ? null : quotes])
        assert.equal(outcome.result === 'accepted' && outcome.providerMessageId, got[0]!.providerMessageId)
      }
    })

    it('gives each message an id of its own', async () => {
      const harness = running()
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => sendText(harness)))
      assert.equal(new Set(outcomes.map((outcome) => outcome.result === 'accepted' && outcome.providerMessageId)).size, 10)
    })

    it('refuses an address of another kind of channel as failed', async () => {
      const harness = running()
      const kind = harness.customers.some((customer) => customer.kind === 'igsid') ? 'psid' : 'igsid'
      const outcome = await sendText(harness, { to: { kind, value: '178414' } })
      assert.equal(outcome.result, 'failed')
    })

    it('reacts, if it can', async () => {
      const harness = running()
      const { adapter, account, io, customers } = harness
      assert.equal(adapter.abilities(account.settings).reactions, adapter.react !== undefined)
      if (!adapter.react) return
      for (const emoji of ['👍', ''])
        assert.equal(
          (
            await adapter.react(
              { clientRef: randomUUID(), to: customers[0]!, providerMessageId: messageIdIn(harness, 'm-1', customers[0]!), isOwn: false, emoji },
              account,
              io,
            )
          ).result,
          'accepted',
        )
    })

    it('marks as read and shows typing if it says so, and trouble with that is thrown only where it is tried again', async () => {
      const harness = running()
      const { adapter, account, io, provoke, customers } = harness
      const person = customers[0]!
      const id = messageIdIn(harness, 'm-1', person)
      const abilities = adapter.abilities(account.settings)
      assert.equal(abilities.readReceipts, adapter.markRead !== undefined)
      assert.equal(abilities.typing, adapter.showTyping !== undefined)
      await adapter.markRead?.(id, account, io, person)
      await adapter.showTyping?.(id, account, io, person, null)
      await adapter.hideTyping?.(account, io, person)
      assert.equal(adapter.typingSeconds !== undefined, abilities.typing, 'who types says for how long that shows')
      assert.ok(adapter.hideTyping === undefined || abilities.typing)
      provoke('unreachable')
      const marking = Promise.resolve((adapter.markRead ?? adapter.showTyping)?.(id, account, io, person, null))
      await (adapter.onlyByLine && adapter.markRead ? assert.rejects(marking) : marking)
    })

    it('shows to every kind of address that somebody is typing, and sends nothing by that', async () => {
      const { adapter, account, io, customers, received } = running()
      const before = (await received()).length
      for (const person of customers) {
        await adapter.showTyping?.(messageIdIn(running(), 'm-1', person), account, io, person, null)
        await adapter.hideTyping?.(account, io, person)
      }
      assert.equal((await received()).length, before)
    })

    it('paces itself', () => {
      const { adapter, account } = running()
      const pace = adapter.pace(account.settings)
      assert.ok(pace.perSecond > 0)
      assert.ok(pace.recipient === null || (pace.recipient.burst >= 1 && pace.recipient.secondsEach > 0))
    })
  })
}
