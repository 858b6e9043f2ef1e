import { Braces } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem, MenuLabel } from '#ui/menu.tsx'
import { useVariables } from './use-variables.ts'

type VariableMenuProps = {
  /** The label of the field that it belongs to. */
  field: string
  shown?: { open: boolean; onOpenChange: (open: boolean) => void }
  onPut: (name: string) => void
}

/** The variables that a text may hold, one of which is put into it. */
export const VariableMenu = ({ field, shown, onPut }: VariableMenuProps) => {
  const { t } = useTexts('flows')
  const variables = useVariables()
  return (
    <Menu label={t('form.variables')} {...(shown && { shown })} trigger={<IconButton icon={Braces} size="sm" label={t('form.put_variable', { field })} />}>
      <MenuLabel>{t('form.variables')}</MenuLabel>
      {variables.map((name) => (
        <MenuItem key={name} onSelect={() => onPut(name)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  )
}

/** `putText` leaves the caret so many characters into what it puts, or behind it. */
type Put<Box> = { box: RefObject<Box | null>; put: (name: string) => void; putText: (written: string, caret?: number) => void }

/** Puts a variable where the caret stands, in place of the braces that were typed for it; or any other text. */
export const usePutVariable = <Box extends HTMLInputElement | HTMLTextAreaElement>(
  text: string,
  write: (text: string) => void,
  settle: () => void,
): Put<Box> => {
  const box = useRef<Box>(null)
  const putText = (written: string, caret = written.length) => {
    const at = box.current?.selectionStart ?? text.length
    const before = text.slice(0, at).replace(/\{\{$/, '')
    write(`${before}${written}${text.slice(box.current?.selectionEnd ?? at)}`)
    settle()
    // After the menu has given the focus back.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        box.current?.focus()
        box.current?.setSelectionRange(before.length + caret, before.length + caret)
      }),
    )
  }
  return { box, put: (name) => putText(`{{${name}}}`), putText }
}
