import { Braces } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from '#ui/class-names.ts'
import { Field, inputLook } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem, MenuLabel } from '#ui/menu.tsx'
import { nothing } from '../language/step-types.ts'
import { useVariables } from './use-variables.ts'

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
  const { t } = useTexts('flows')
  const field = useRef<HTMLTextAreaElement>(null)
  const [open, setOpen] = useState(false)
  const variables = useVariables()
  const shown = required && value === nothing ? '' : value
  const write = (text: string) => onChange(text === '' && required ? nothing : text)
  const put = (name: string) => {
    const at = field.current?.selectionStart ?? shown.length
    const before = shown.slice(0, at).replace(/\{\{$/, '')
    const written = `{{${name}}}`
    write(`${before}${written}${shown.slice(field.current?.selectionEnd ?? at)}`)
    onSettle()
    // After the menu has given the focus back.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        field.current?.focus()
        field.current?.setSelectionRange(before.length + written.length, before.length + written.length)
      }),
    )
  }
  return (
    <div className="relative">
      <Field label={label} hint={hint}>
        {(wiring) => (
          <textarea
            ref={field}
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
        <Menu
          label={t('form.variables')}
          shown={{ open, onOpenChange: setOpen }}
          trigger={<IconButton icon={Braces} size="sm" label={t('form.put_variable', { field: label })} />}
        >
          <MenuLabel>{t('form.variables')}</MenuLabel>
          {variables.map((name) => (
            <MenuItem key={name} onSelect={() => put(name)}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </div>
  )
}
