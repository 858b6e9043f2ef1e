import type { Conversation } from '@chasqui/contracts'
import { flushSync } from 'react-dom'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useUser } from '#lib/session.ts'
import { useShortcuts } from '#lib/shortcuts.ts'
import { changeComposer, focusComposer } from '../composer/composer-state.ts'
import { openQuickReplies } from '../composer/replies/reply-button.tsx'
import { assign } from './assign-acts.ts'
import { reopen } from './close-acts.ts'
import { switchFloor } from './floor-acts.ts'
import { markUnread } from './mark-acts.ts'
import { askFor } from './open-act.ts'

/** Plays the newest voice note that is drawn. */
const playLastVoice = () => [...document.querySelectorAll<HTMLButtonElement>('[data-voice]')].at(-1)?.click()

const quickReplies = ({ id }: Conversation) => {
  flushSync(() => changeComposer(id, { mode: 'reply' }))
  openQuickReplies(id)
}

/** The keys of an open conversation; those that the role or the state does not allow are not there. */
export const useConversationKeys = (conversation: Conversation, { onPanel }: { onPanel: () => void }) => {
  const { t } = useTexts('inbox')
  const { id, name } = useUser()
  const open = conversation.state !== 'closed'
  const [reply, give, mark, end] = [useCan('conversations.reply'), useCan('conversations.assign'), useCan('conversations.tag'), useCan('conversations.close')]
  useShortcuts('conversation', {
    reply: { keys: 'r', label: t('keys.reply'), when: reply && open, run: () => focusComposer(conversation.id, 'reply') },
    note: { keys: 'n', label: t('keys.note'), when: reply && open, run: () => focusComposer(conversation.id, 'note') },
    quick: { keys: 'q', label: t('quick.title'), when: reply && open, run: () => quickReplies(conversation) },
    mine: { keys: 'm', label: t('keys.mine'), when: give && open, run: () => void assign(conversation, { id, name }) },
    assign: { keys: 'a', label: t('keys.assign'), when: give && open, run: () => askFor('assign') },
    transfer: { keys: 't', label: t('transfer.title'), when: give && open, run: () => askFor('transfer') },
    floor: { keys: 'b', label: t('keys.floor'), when: reply && open, run: () => void switchFloor(conversation) },
    priority: { keys: 'p', label: t('keys.priority'), when: mark, run: () => askFor('priority') },
    tags: { keys: 'l', label: t('keys.tags'), when: mark, run: () => askFor('tags') },
    snooze: { keys: 'z', label: t('keys.snooze'), when: end && open, run: () => askFor('snooze') },
    close: { keys: 'e', label: t('keys.close'), when: end && open, run: () => askFor('close') },
    closeNext: { keys: 'Shift+e', label: t('keys.close_next'), when: end && open, run: () => askFor('closeNext') },
    reopen: {
      keys: 'o',
      label: t('keys.reopen'),
      when: end && !open && !conversation.mergedIntoId && !conversation.contact.blocked,
      run: () => void reopen(conversation),
    },
    unread: { keys: 'u', label: t('keys.unread'), run: () => void markUnread(conversation) },
    panel: { keys: 'i', label: t('keys.panel'), run: onPanel },
    voice: { keys: 'v', label: t('keys.voice'), run: playLastVoice },
  })
}
