import { useEffect } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { say } from '#ui/toast.tsx'
import { showMessage } from './find-message.ts'

/** Brings the message that the address names into view, once the thread is there. */
export const useSoughtMessage = (conversationId: string, messageId: string | undefined, loaded: boolean) => {
  const { t } = useTexts('inbox')
  useEffect(() => {
    if (!messageId || !loaded) return
    const show = async () => {
      if (!(await showMessage(conversationId, messageId).catch(() => false))) say(t('bubble.quote_far'))
    }
    void show()
  }, [conversationId, messageId, loaded])
}
