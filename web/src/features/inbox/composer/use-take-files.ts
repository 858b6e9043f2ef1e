import type { Conversation } from '@chasqui/contracts'
import { useCan } from '#lib/session.ts'
import { useChannel } from '../cache/use-channel.ts'
import { attach } from './attachments.ts'
import { useComposerState } from './composer-state.ts'
import { useServiceWindow } from './window-ring.tsx'

/** Attaches files that were chosen, pasted or dropped; null where nothing can be attached now: in a note, after the window, or without the right to answer. */
export const useTakeFiles = (conversation: Conversation): ((files: FileList | readonly File[]) => void) | null => {
  const mayReply = useCan('conversations.reply')
  const { mode } = useComposerState(conversation.id)
  const { state } = useServiceWindow(conversation)
  const abilities = useChannel(conversation.channel.id)?.abilities
  if (!mayReply || mode === 'note' || state === 'closed' || conversation.state === 'closed' || !abilities || Object.keys(abilities.media).length === 0)
    return null
  return (files) => attach(conversation.id, [...files], abilities)
}
