import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { Field, inputLook } from '#ui/field.tsx'
import { nothing } from '../language/step-types.ts'
import { usePutVariable, VariableMenu } from './variable-menu.tsx'

type WordsFieldProps = {
  label: string
  hint?: string | undefined
  value: string
  limit: number
  lines?: number
  required?: boolean
  onChange: (value: string) => void
  onSettle: () => void
}

/** Characters as channels count them: an emoji is one. */
export const lengthOf = (text: string): number => [...text].length

/** How much of the room is used; loud once there is none left. */
export const Counter = ({ used, limit }: { used: number; limit: number }) => {
  const { t } = useTexts('flows')
  return (
    <span role={used > limit ? 'status' : undefined} className={classNames('tabular text-xs', used > limit ? 'font-semibold text-danger' : 'text-fg-3')}>
      <span className="sr-only">{t('form.counter', { used, limit })}</span>
      <span aria-hidden>
        {used}/{limit}
      </span>
    </span>
  )
}

/** Words that customers read, with a counter; `{{` opens the variables, and so does the button. */
export const WordsField = ({ label, hint, value, limit, lines = 3, required = false, onChange, onSettle }: WordsFieldProps) => {
  const [open, setOpen] = useState(false)
  const shown = required && value === nothing ? '' : value
  const write = (text: string) => onChange(text === '' && required ? nothing : text)
  const { box, put } = usePutVariable<HTMLTextAreaElement>(shown, write, onSettle)
  return (
    <div className="relative">
      <Field label={label} hint={hint}>
        {(wiring) => (
          <textarea
            ref={box}
            rows={lines}
            dir="auto"
            value={shown}
            className={classNames(inputLook, 'resize-y py-2')}
            onChange={({ target }) => {
              write(target.value)
              if (target.value.slice(0, target.selectionStart).endsWith('{{') && target.value.length > shown.length) setOpen(true)
            }}
            onBlur={onSettle}
            {...wiring}
          />
        )}
      </Field>
      <div className="absolute -top-1 right-0 flex items-center gap-1 touch:-top-3">
        <Counter used={lengthOf(shown)} limit={limit} />
        <VariableMenu field={label} shown={{ open, onOpenChange: setOpen }} onPut={put} />
      </div>
    </div>
  )
}
