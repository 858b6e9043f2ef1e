import { getMediaKeys, prepareWAMessageMedia, proto } from 'baileys'
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** The name that clients are told; they have to be led to `port`, where no TLS is spoken. */
export const MEDIA_HOST = 'media.sandbox.test'

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker'
type MediaPart = { mediaKey?: Uint8Array | null; directPath?: string | null }

/** Where sealed files lie: uploads by POST, downloads by GET, as on the real hosts. */
export const startMediaHost = async () => {
  const files = new Map<string, Buffer>()
  /** What telephones have, whatever the hosts do. */
  const onTelephones = new Map<string, Buffer>()
  const keep = (data: Buffer) => {
    const path = `/v/t62/${randomBytes(12).toString('hex')}.enc`
    files.set(path, data)
    onTelephones.set(path, data)
    return { mediaUrl: `https://${MEDIA_HOST}${path}`, directPath: path }
  }
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://media').pathname
    if (request.method === 'POST') {
      const { mediaUrl, directPath } = keep(await buffer(request))
      return void response.end(JSON.stringify({ url: mediaUrl, direct_path: directPath }))
    }
    const found = files.get(path)
    response.writeHead(found ? 200 : 410).end(found)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    port: (server.address() as AddressInfo).port,
    /** A message with a sealed file, as a telephone makes it. */
    message: async (kind: MediaKind, data: Buffer, more: Record<string, unknown> = {}): Promise<proto.IMessage> => {
      const content = { [kind]: data, ...more } as unknown as Parameters<typeof prepareWAMessageMedia>[0]
      const upload = async (path: string) => keep(await readFile(path))
      return proto.Message.toObject(await prepareWAMessageMedia(content, { upload }), { longs: Number })
    },
    /** Seals bytes as a telephone does with its history, and keeps them. */
    seal: async (data: Buffer): Promise<{ mediaKey: Buffer; directPath: string }> => {
      const mediaKey = randomBytes(32)
      const { cipherKey, iv, macKey } = await getMediaKeys(mediaKey, 'md-msg-hist')
      const cipher = createCipheriv('aes-256-cbc', cipherKey, iv)
      const sealed = Buffer.concat([cipher.update(data), cipher.final()])
      const mac = createHmac('sha256', macKey!).update(iv).update(sealed).digest().subarray(0, 10)
      return { mediaKey, directPath: keep(Buffer.concat([sealed, mac])).directPath }
    },
    /** What a telephone sees of a file that it was sent. */
    open: async (kind: MediaKind, message: proto.IMessage): Promise<Buffer> => {
      const part = message[`${kind}Message`] as MediaPart
      const sealed = files.get(part.directPath!)
      if (!sealed) throw new Error('No such file')
      const { cipherKey, iv } = await getMediaKeys(part.mediaKey, kind)
      const decipher = createDecipheriv('aes-256-cbc', cipherKey, iv)
      return Buffer.concat([decipher.update(sealed.subarray(0, -10)), decipher.final()])
    },
    /** As after some weeks: the file is not there any more. `telephones`: nor has anybody who sent one. */
    forget: (telephones = true): void => {
      files.clear()
      if (telephones) onTelephones.clear()
    },
    /** A telephone puts a file there anew; where to, or null when it has it no more. */
    offerAnew: (path: string): string | null => {
      const data = onTelephones.get(path)
      return data === undefined ? null : keep(data).directPath
    },
  }
}
export type MediaHost = Awaited<ReturnType<typeof startMediaHost>>
