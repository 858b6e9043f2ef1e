import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'

type Props = {
  label: string
  hint: string
  words: readonly string[]
  most: number
  error: string | null
  disabled: boolean
  onChange: (words: string[]) => void
}

/** Words as chips, added one by one. */
export const WordList = ({ label, hint, words, most, error, disabled, onChange }: Props) => {
  const { t } = useTexts('queues')
  const [word, setWord] = useState('')
  const add = () => {
    const wanted = word.trim()
    setWord('')
    if (wanted && !words.some((one) => one.toLowerCase() === wanted.toLowerCase())) onChange([...words, wanted])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }
  return (
    <div className="flex flex-col gap-2">
      {words.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-2">
          {words.map((one) => (
            <li key={one} className="inline-flex items-center gap-1 rounded-chip bg-surface-2 pl-2.5 text-sm">
              {one}
              <IconButton
                icon={X}
                size="sm"
                disabled={disabled}
                label={t('entry.remove_word', { word: one })}
                onClick={() => onChange(words.filter((other) => other !== one))}
              />
            </li>
          ))}
        </ul>
      )}
      {words.length < most && !disabled && (
        <div className="flex items-end gap-2">
          <TextField
            className="min-w-0 flex-1"
            label={label}
            hint={hint}
            value={word}
            maxLength={60}
            autoComplete="off"
            error={error}
            onChange={({ target }) => setWord(target.value)}
            onKeyDown={onKeyDown}
          />
          <Button onClick={add} disabled={!word.trim()}>
            {t('add')}
          </Button>
        </div>
      )}
    </div>
  )
}
