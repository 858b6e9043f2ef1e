import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { sendText } from './sending-cases.ts'
import type { Running } from './harness.ts'

/** Files in both directions. */
export const mediaCases = (running: Running): void => {
  describe('files', () => {
    it('fetches what a customer sent, byte for byte', async () => {
      const { adapter, account, io, vendorFile } = running()
      if (!adapter.fetchMedia) return
      const bytes = randomBytes(200_000)
      const outcome = await adapter.fetchMedia(vendorFile(bytes, 'image/jpeg'), account, io)
      assert.equal(outcome.result, 'fetched', JSON.stringify(outcome).slice(0, 300))
      assert.ok(outcome.result === 'fetched' && Buffer.from(outcome.media.bytes).equals(bytes))
      assert.equal(outcome.result === 'fetched' && outcome.media.mime, 'image/jpeg')
    })

    it('says gone for a file that the vendor does not have, and retry when it cannot be asked', async () => {
      const { adapter, account, io, provoke, vendorFile } = running()
      if (!adapter.fetchMedia) return
      assert.equal((await adapter.fetchMedia('404404404', account, io)).result, 'gone')
      provoke('unreachable')
      assert.equal((await adapter.fetchMedia(vendorFile(randomBytes(10), 'image/png'), account, io)).result, 'retry')
    })

    it('fails, without throwing, to send a file that is not in our store', async () => {
      const harness = running()
      const file = { ...harness.storeFile(randomBytes(10), 'image/png', 'a.png'), fileId: '01900000-0000-7000-8000-000000000000' }
      assert.equal((await sendText(harness, { content: { type: 'image', file } })).result, 'failed')
    })

    it('tries again later when uploading gets no answer: nothing was sent yet', async () => {
      const harness = running()
      const file = harness.storeFile(randomBytes(10), 'image/png', 'a.png')
      if (!harness.provoke('unreachable')) return
      assert.equal((await sendText(harness, { content: { type: 'image', file } })).result, 'retry')
      assert.equal((await sendText(harness, { content: { type: 'image', file } })).result, 'accepted')
    })
  })
}
