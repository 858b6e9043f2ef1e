import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { SendOutcome } from '#channels'
import type { ChannelHarness, Trouble, Running } from './harness.ts'
import { sendText } from './sending-cases.ts'

/** What each trouble must come out as; only the fields that decide what happens next. */
const expected: Record<Trouble, Partial<SendOutcome>> = {
  unreachable: { result: 'retry' },
  refused: { result: 'failed', windowClosed: false, pauseChannel: false },
  window_closed: { result: 'failed', windowClosed: true, pauseChannel: false },
  bad_token: { result: 'failed', windowClosed: false, pauseChannel: true },
  rate_limited: { result: 'retry', scope: 'channel' },
  asked_to_wait: { result: 'retry', scope: 'channel', afterSeconds: 7 },
  recipient_limited: { result: 'retry', scope: 'recipient' },
  unavailable: { result: 'retry' },
  lost_answer: { result: 'uncertain' },
  gibberish: { result: 'uncertain' },
}
const troubles = Object.keys(expected) as Trouble[]

/** The secret values of this account: none of them may ever be said. */
const secretsOf = ({ adapter, account }: ChannelHarness): string[] =>
  adapter.secrets.map((field) => account.settings[field]).filter((value): value is string => typeof value === 'string' && value !== '')

/** Trouble with the vendor becomes the right outcome, once, and never tells a secret. */
export const troubleCases = (running: Running): void => {
  describe('when the vendor has trouble', () => {
    for (const trouble of troubles) {
      it(`${trouble} → ${Object.values(expected[trouble]).join(', ')}; the next send works again`, async (test) => {
        const harness = running()
        if (!harness.provoke(trouble)) return test.skip('this vendor knows no such trouble')
        const outcome = await sendText(harness)
        assert.partialDeepStrictEqual(outcome, expected[trouble])
        assert.ok(outcome.result !== 'accepted')
        assert.ok(outcome.error.title && outcome.error.code)
        assert.equal(outcome.error.retryable, outcome.result === 'retry')
        assert.equal((await sendText(harness)).result, 'accepted')
      })
    }

    it('a send without an answer reached the customer once and is not repeated by the adapter', async (test) => {
      const harness = running()
      if (!harness.provoke('lost_answer')) return test.skip('this vendor loses no answers')
      const clientRef = randomUUID()
      assert.equal((await sendText(harness, { clientRef, content: { type: 'text', text: clientRef } })).result, 'uncertain')
      assert.equal((await harness.received()).filter((got) => got.clientRef === clientRef).length, 1)
    })

    it('says no secret in any outcome', async (test) => {
      const harness = running()
      if (harness.adapter.secrets.length === 0) return test.skip('this channel has no secrets')
      const said: unknown[] = []
      for (const trouble of troubles) if (harness.provoke(trouble)) said.push(await sendText(harness))
      if (harness.adapter.check && harness.provoke('unreachable')) said.push(await harness.adapter.check(harness.account, harness.io))
      if (harness.adapter.check) said.push(await harness.adapter.check(harness.account, harness.io))
      const words = JSON.stringify(said)
      for (const secret of secretsOf(harness)) assert.ok(!words.includes(secret), 'a secret was said')
      assert.ok(secretsOf(harness).length > 0)
    })

    it('checks the account, and says what is wrong instead of throwing', async () => {
      const harness = running()
      if (!harness.adapter.check) return
      assert.partialDeepStrictEqual(await harness.adapter.check(harness.account, harness.io), { ok: true })
      harness.provoke('unreachable')
      assert.partialDeepStrictEqual(await harness.adapter.check(harness.account, harness.io), { ok: false })
    })

    it('keeps to the shape of its settings and names its secrets', () => {
      const { adapter, account, needsNoSettings = false } = running()
      assert.deepEqual(adapter.settings.parse(account.settings), account.settings)
      for (const field of adapter.secrets) assert.ok(field in account.settings, field)
      assert.equal(adapter.settings.safeParse({}).success, needsNoSettings)
    })
  })
}
