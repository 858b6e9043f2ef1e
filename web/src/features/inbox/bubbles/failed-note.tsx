import type { Message, MessageError } from '@chasqui/contracts'
import { CircleAlert, CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { failureReason } from '#lib/failure-words.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { sendAgain } from '../actions/message-acts.ts'
import { isLocal } from '../outbox/entry-message.ts'
import { changeEntry, removeEntry } from '../outbox/outbox.ts'

/** Why a message has to wait, and until when. */
const HeldNote = ({ error: { code, detail } }: { error: MessageError }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  return (
    <p className="clear-both mt-1.5 border-t border-line pt-1.5 text-sm text-on-warning-subtle">
      {t(code === 'guard.budget' ? 'failure.held_budget' : 'failure.held_locked', { when: detail ? format.moment(detail) : '…' })}
    </p>
  )
}

/** Why a message did not go, or that nobody knows, in plain words, with what can be done about it. */
export const FailedNote = ({ message }: { message: Message }) => {
  const { t } = useTexts('inbox')
  const mayReply = useCan('conversations.reply')
  if (message.status === 'pending' && message.error) return <HeldNote error={message.error} />
  if (message.direction === 'in' || (message.status !== 'failed' && message.status !== 'uncertain')) return null
  const uncertain = message.status === 'uncertain'
  const reason = failureReason(message.error?.code ?? '')
  const Icon = uncertain ? CircleHelp : CircleAlert
  return (
    <div className={`clear-both mt-1.5 border-t border-line pt-1.5 text-sm ${uncertain ? 'text-on-warning-subtle' : 'text-on-danger-subtle'}`}>
      <p className="flex gap-1.5">
        <Icon size={16} strokeWidth={2} className="mt-px shrink-0" aria-hidden />
        <span>
          {uncertain ? t('failure.uncertain') : t(`failure.${reason}`)}
          {!uncertain && reason === 'unknown' && message.error?.detail ? ` ${message.error.detail}` : ''}
        </span>
      </p>
      {mayReply && <Ways message={message} />}
    </div>
  )
}

const Ways = ({ message }: { message: Message }) => {
  const { t } = useTexts('inbox')
  const [busy, setBusy] = useState(false)
  const again = async () => {
    setBusy(true)
    await sendAgain(message)
    setBusy(false)
  }
  if (!isLocal(message))
    return (
      <div className="mt-1.5 mb-1">
        <Button size="sm" busy={busy} onClick={() => void again()}>
          {t(message.status === 'uncertain' ? 'failure.send_again' : 'failure.retry')}
        </Button>
      </div>
    )
  const { content, code } = message.local
  return (
    <div className="mt-1.5 mb-1 flex flex-wrap gap-1.5">
      {content.type === 'audio' && content.voice && code === 'file.voice_not_convertible' && (
        <Button size="sm" onClick={() => changeEntry(message.local, { state: 'waiting', code: null, content: { ...content, voice: false } })}>
          {t('failure.as_audio')}
        </Button>
      )}
      <Button size="sm" onClick={() => changeEntry(message.local, { state: 'waiting', code: null })}>
        {t('failure.retry')}
      </Button>
      <Button size="sm" look="quiet" onClick={() => removeEntry(message.local)}>
        {t('failure.discard')}
      </Button>
    </div>
  )
}
