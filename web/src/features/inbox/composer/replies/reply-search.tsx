import type { Conversation, Reply } from '@chasqui/contracts'
import { useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { inputLook } from '#ui/field.tsx'
import { ReplyChoices } from './reply-choices.tsx'

type ReplySearchProps = { conversation: Conversation; onChoose: (reply: Reply) => void; onLeave: () => void }

/** Quick replies with a field to find them by, where something is written in the answer already. */
export const ReplySearch = ({ conversation, onChoose, onLeave }: ReplySearchProps) => {
  const { t } = useTexts('inbox')
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  return (
    <>
      <input
        ref={field}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        aria-label={t('quick.search')}
        placeholder={t('quick.search')}
        className={`${inputLook} control mb-2`}
      />
      <ReplyChoices field={field} conversation={conversation} words={words} onChoose={onChoose} onLeave={onLeave} className="min-h-20" />
    </>
  )
}
