import type { Conversation, Message } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'
import { LaterDialog } from '../later/later-dialog.tsx'
import { scheduleAll } from '../later/scheduled-acts.ts'
import { attachmentsOf, handOverAttachments } from './attachments.ts'
import { changeComposer } from './composer-state.ts'
import { compose } from './compose.ts'

type SendLaterProps = { conversation: Conversation; text: string; quoted: Message | null; caption: number; onDone: () => void; onClose: () => void }

/** Asks when what is written and attached is to go. What could not be planned stays in the field. */
export const SendLater = ({ conversation, text, quoted, caption, onDone, onClose }: SendLaterProps) => {
  const format = useFormat()
  const pick = async (at: string) => {
    onClose()
    const files = attachmentsOf(conversation.id)
    const contents = compose(text, files, { caption }).map(({ content }) => content)
    if (!(await scheduleAll(conversation.id, { contents, at, when: format.moment(at), replyToMessageId: quoted?.id ?? null }))) return
    changeComposer(conversation.id, { quoted: null })
    handOverAttachments(conversation.id)
    onDone()
  }
  return <LaterDialog conversation={conversation} onPick={(at) => void pick(at)} onClose={onClose} />
}
