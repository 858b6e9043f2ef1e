import type { Conversation, OutboundContent, ScheduledMessage } from '@chasqui/contracts'
import { useState } from 'react'
import { fieldOf, instantOfField } from '#lib/field-instant.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { serverNow } from '#lib/server-clock.ts'
import { useTenant } from '#lib/session.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useChannel } from '../cache/use-channel.ts'
import { changeScheduled, whyNotLater } from './scheduled-acts.ts'
import { AfterWindow, TimeField } from './time-field.tsx'

/** The words that can be written anew; null where a message has none of its own. */
const wordsIn = ({ content }: ScheduledMessage): string | null => {
  if (content.type === 'text') return content.text
  return content.type === 'image' || content.type === 'video' || content.type === 'document' ? (content.caption ?? '') : null
}
const withWords = ({ content }: ScheduledMessage, words: string): OutboundContent | undefined => {
  if (content.type === 'text') return { ...content, text: words }
  if (content.type !== 'image' && content.type !== 'video' && content.type !== 'document') return undefined
  const { caption: _, ...rest } = content
  return { ...rest, ...(words && { caption: words }) }
}

type ScheduledDialogProps = { conversation: Conversation; scheduled: ScheduledMessage; onClose: () => void }

/** Other words, another time. */
export const ScheduledDialog = ({ conversation, scheduled, onClose }: ScheduledDialogProps) => {
  const { t } = useTexts('inbox')
  const { timeZone } = useTenant()
  const [now] = useState(serverNow)
  const before = wordsIn(scheduled)
  const [words, setWords] = useState(before ?? '')
  const [value, setValue] = useState(fieldOf(Date.parse(scheduled.at), timeZone))
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const limits = useChannel(conversation.channel.id)?.abilities
  const limit = scheduled.content.type === 'text' ? limits?.text.max : limits?.caption
  const at = instantOfField(value, timeZone)
  const empty = scheduled.content.type === 'text' && words.trim() === ''
  const save = async () => {
    if (!at || empty) return
    setBusy(true)
    setRefusal(null)
    const content = words.trim() === before ? undefined : withWords(scheduled, words.trim())
    // Its seconds are not in the field.
    const same = value === fieldOf(Date.parse(scheduled.at), timeZone) && scheduled.state === 'waiting'
    try {
      await changeScheduled(scheduled, { at: same ? scheduled.at : at, ...(content && { content }) })
      onClose()
    } catch (problem) {
      setRefusal(whyNotLater(problem))
    }
    setBusy(false)
  }
  return (
    <ActDialog title={t('later.edit_title')} verb={t('later.save')} busy={busy} does={() => void save()} refusal={refusal} onClose={onClose}>
      <div className="flex flex-col gap-3">
        {before !== null && (
          <TextArea
            label={t('later.words')}
            value={words}
            rows={4}
            dir="auto"
            {...(limit && { maxLength: limit })}
            error={empty ? t('later.empty') : null}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
        <TimeField value={value} now={now} onChange={setValue} />
        <AfterWindow conversation={conversation} at={at} chosen />
      </div>
    </ActDialog>
  )
}
