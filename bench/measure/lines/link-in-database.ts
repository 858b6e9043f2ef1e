import { randomUUID } from 'node:crypto'
import { createSessionKeys } from '../../../server/src/modules/channels/index.ts'
import { databaseSecretOf } from '../../../server/src/composition/prepare-database.ts'
import { readConfig } from '../../../server/src/config.ts'
import { createSealer } from '../../../server/src/platform/crypto/seal.ts'
import { attachEmbedded } from '../../../server/src/platform/database/embedded/start-embedded.ts'
import { withConnection } from '../../../server/src/platform/database/embedded/server-address.ts'
import { openDatabase } from '../../../server/src/platform/database/open.ts'
import { createHints } from '../../../server/src/platform/events/hints.ts'
import type { WhatsAppWeb } from '../../../server/test/doubles/whatsapp-web/start.ts'

/** Puts channels of these numbers into the database of a running product, with what links them; `begin` lets it hold their lines, all at once. */
export const linkInDatabase = async (dataDir: string, { network }: WhatsAppWeb, phones: string[]): Promise<{ begin(): Promise<void> }> => {
  const embedded = attachEmbedded(dataDir)
  if (!embedded) throw new Error('no embedded database runs on the data folder')
  const { adminUrl } = embedded
  const config = readConfig({ DATA_DIR: dataDir })
  const { seal, open } = createSealer(config.secrets.encryptionKeys)
  const database = await openDatabase({
    adminUrl,
    connections: config.databaseConnections,
    secret: databaseSecretOf(config),
    ports: { now: () => new Date(), hints: createHints() },
  })
  const keys = createSessionKeys({ database, node: randomUUID(), seal, open })
  const channels = phones.map((phone) => ({ phone, channelId: randomUUID() }))
  try {
    const tenantId = await withConnection(adminUrl, async (client) => {
      const { rows } = await client.query<{ tenant_id: string }>('select tenant_id from tenancy.tenant where is_demo order by created_at limit 1')
      await client.query(
        `insert into channels.channel (tenant_id, id, kind, name, state, state_since, settings, created_at, updated_at)
         select $1, id, 'whatsapp-web', phone, 'disconnected', now(), '{"codeFor": ""}', now(), now() from unnest($2::uuid[], $3::text[]) as n (id, phone)`,
        [rows[0]!.tenant_id, channels.map(({ channelId }) => channelId), phones],
      )
      return rows[0]!.tenant_id
    })
    for (const { phone, channelId } of channels) await keys.set({ tenantId, channelId }, await network.linkAlready(phone))
  } finally {
    await database.close()
  }
  return {
    begin: () =>
      withConnection(
        adminUrl,
        async (client) => void (await client.query(`update channels.channel set state = 'connecting', updated_at = now() where kind = 'whatsapp-web'`)),
      ),
  }
}
