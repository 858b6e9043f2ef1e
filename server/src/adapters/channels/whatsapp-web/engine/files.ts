import { decryptMediaRetryData, downloadContentFromMessage, encryptMediaRetryRequest, proto, type BaileysEventMap, type WASocket } from 'baileys'
import { buffer } from 'node:stream/consumers'
import type { Dispatcher } from 'undici'
import type { MediaRef } from '../media-ref.ts'
import type { Downloaded } from './protocol.ts'

/** How long a telephone that has a file is waited for, in milliseconds: it may be switched off. */
const ASKED_MS = 15_000

type Answer = 'silent' | 'refused' | { path: string }
type Given = { socket: Pick<WASocket, 'ev' | 'sendNode' | 'user'>; dispatcher: Dispatcher | undefined; askedMs?: number | undefined }

/** Files of messages. The hosts keep one for some weeks; after that the telephone that has it is asked to put it there anew. */
export const createFiles = ({ socket, dispatcher, askedMs = ASKED_MS }: Given) => {
  const download = async ({ kind, key }: MediaRef, path: string): Promise<Downloaded> => {
    try {
      const place = { directPath: path, mediaKey: Buffer.from(key, 'base64') }
      return { result: 'fetched', bytes: await buffer(await downloadContentFromMessage(place, kind, { ...(dispatcher && { options: { dispatcher } }) })) }
    } catch (error) {
      const { statusCode } = (error as { output?: { statusCode?: number } }).output ?? {}
      const gone = statusCode === 404 || statusCode === 410
      return { result: gone ? 'gone' : 'retry', reason: gone ? 'WhatsApp does not keep this file any more' : 'The file could not be fetched' }
    }
  }

  const read = ({ messageId, key }: MediaRef, { error, media }: BaileysEventMap['messages.media-update'][number]): Answer => {
    if (error || !media) return 'refused'
    try {
      const { result, directPath } = decryptMediaRetryData(media, Buffer.from(key, 'base64'), messageId)
      return result === proto.MediaRetryNotification.ResultType.SUCCESS && directPath ? { path: directPath } : 'refused'
    } catch {
      return 'refused'
    }
  }

  const askTelephone = (ref: MediaRef): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const over = (answer: Answer): void => {
        clearTimeout(timer)
        socket.ev.off('messages.media-update', heard)
        resolve(answer)
      }
      const heard = (updates: BaileysEventMap['messages.media-update']): void => {
        const mine = updates.find((update) => update.key.id === ref.messageId)
        if (mine) over(read(ref, mine))
      }
      const timer = setTimeout(() => over('silent'), askedMs)
      socket.ev.on('messages.media-update', heard)
      const about = { remoteJid: ref.chat, id: ref.messageId, fromMe: ref.mine }
      socket.sendNode(encryptMediaRetryRequest(about, Buffer.from(ref.key, 'base64'), socket.user!.id)).catch((error: unknown) => {
        over('silent')
        reject(error instanceof Error ? error : new Error('not asked'))
      })
    })

  return {
    download: async (ref: MediaRef): Promise<Downloaded> => {
      const found = await download(ref, ref.path)
      if (found.result !== 'gone') return found
      const answer = await askTelephone(ref)
      if (answer === 'refused') return { result: 'gone', reason: 'WhatsApp does not keep this file any more, and the telephone has none' }
      if (answer === 'silent') return { result: 'retry', reason: 'WhatsApp does not keep this file any more, and the telephone that has it does not answer' }
      return download(ref, answer.path)
    },
  }
}
