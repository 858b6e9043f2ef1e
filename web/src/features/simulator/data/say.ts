import type { MessageContent } from '@chasqui/contracts'
import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { call } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import { uploadFile } from '#lib/upload-file.ts'
import { readScreenAgain } from './use-hints.ts'
import { readPeopleAgain } from './use-people.ts'
import { type Act, actBody, type Speaker } from './speaker.ts'
import { addWaiting, changeWaiting, dropWaiting } from './waiting.ts'

/** `content` is what the bubble shows until the server tells; `file` is uploaded first. */
export type Saying = { act: Act; content: MessageContent; file?: File }

/** One after the other per phone, so that two quick lines cannot overtake each other, whatever a file before them takes. */
const turns = new Map<string, Promise<void>>()
const inTurn = ({ channelId, phone }: Speaker, work: () => Promise<void>) => {
  const key = `${channelId} ${phone}`
  turns.set(key, (turns.get(key) ?? Promise.resolve()).then(work))
}

const uploaded = async (id: string, file: File) => (await uploadFile(file, { onProgress: (share) => changeWaiting(id, { share }) })).id

const forgetPreview = ({ content }: Saying) => {
  if ('file' in content && content.file.url?.startsWith('blob:')) URL.revokeObjectURL(content.file.url)
}

/** Says something on a phone. Never throws: a message that did not go through shows it, and can be sent again under the same id. */
export const say = (speaker: Speaker, saying: Saying) => {
  const id = `sim.${newId()}`
  let fileId = saying.act.fileId
  const attempt = async () => {
    changeWaiting(id, { failed: false })
    try {
      fileId ??= saying.file && (await uploaded(id, saying.file))
      await call(simulatorRoutes.act, { params: { channelId: speaker.channelId }, body: actBody(speaker, { ...saying.act, ...(fileId && { fileId }) }, id) })
      await readScreenAgain(speaker.channelId, speaker.phone)
      dropWaiting(id)
      forgetPreview(saying)
      void readPeopleAgain()
    } catch {
      changeWaiting(id, { failed: true, share: null })
    }
  }
  const message = {
    id,
    direction: 'out' as const,
    content: saying.content,
    status: 'sent' as const,
    quoted: saying.act.messageId ?? null,
    reactions: [],
    editedAt: null,
    deletedAt: null,
    at: new Date(Date.now() + (speaker.aheadSeconds ?? 0) * 1000).toISOString(),
    text: '',
  }
  addWaiting({ message, speaker, failed: false, share: null, send: () => inTurn(speaker, attempt) })
  inTurn(speaker, attempt)
}
