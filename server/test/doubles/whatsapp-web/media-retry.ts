import { aesEncryptGCM, hkdf, proto } from 'baileys'
import { randomBytes } from 'node:crypto'
import type { MediaHost } from './media.ts'
import type { Messages } from './messages.ts'
import { child, node, type Node } from './node.ts'
import type { Companion } from './people.ts'

const parts = ['imageMessage', 'videoMessage', 'audioMessage', 'documentMessage', 'stickerMessage'] as const

type Network = { messages: Messages; media: MediaHost; companion: Companion }

/** A device asks for a file that the hosts have no more: the telephone that has it puts it there anew and says where, sealed with the file's own key. */
export const offeredAnew = async (receipt: Node, { messages, media, companion }: Network): Promise<Node> => {
  const id = receipt.attrs['id']!
  const asked = child(receipt, 'rmr')!
  const message = messages.sentTo(id, companion)
  const part = message && parts.map((name) => message[name]).find(Boolean)
  const attrs = { id, type: 'mediaretry', from: receipt.attrs['to']! }
  const path = part && media.offerAnew(part.directPath!)
  const { NOT_FOUND, SUCCESS } = proto.MediaRetryNotification.ResultType
  if (!part || !path) return node('notification', attrs, [node('error', { code: String(NOT_FOUND) }), node('rmr', asked.attrs)])
  const iv = randomBytes(12)
  const key = hkdf(Buffer.from(part.mediaKey!), 32, { info: 'WhatsApp Media Retry Notification' })
  const told = proto.MediaRetryNotification.encode({ stanzaId: id, directPath: path, result: SUCCESS }).finish()
  return node('notification', attrs, [
    node('encrypt', {}, [node('enc_p', {}, aesEncryptGCM(told, key, iv, Buffer.from(id))), node('enc_iv', {}, iv)]),
    node('rmr', asked.attrs),
  ])
}
