import { longestFormula } from '@chasqui/flow/formula/formula'
import { type FunctionName, functionNames } from '@chasqui/flow/formula/functions'
import { readFormula } from '@chasqui/flow/formula/read-formula'
import { SquareFunction } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Field, inputLook } from '#ui/field.tsx'
import { classNames } from '#ui/class-names.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem, MenuLabel } from '#ui/menu.tsx'
import { useProblemText } from '../problems/problem-text.ts'
import { usePutVariable, VariableMenu } from './variable-menu.tsx'

/** What stands behind the first value of a function that is put in, so that it is whole once that is written. */
const behind: Partial<Record<FunctionName, string>> = { round: ', 2', default: ', 0', date_add: ', 1, "days"' }

const FunctionMenu = ({ field, onPut }: { field: string; onPut: (written: string, caret: number) => void }) => {
  const { t } = useTexts('flows')
  return (
    <Menu label={t('form.functions')} trigger={<IconButton icon={SquareFunction} size="sm" label={t('form.put_function', { field })} />}>
      <MenuLabel>{t('form.functions')}</MenuLabel>
      {functionNames.map((name) => (
        <MenuItem key={name} onSelect={() => onPut(`${name}(${behind[name] ?? ''})`, name.length + 1)}>
          <span className="font-mono">{name}</span>
          <span className="block text-xs font-normal text-fg-3">{t(`form.function.${name}`)}</span>
        </MenuItem>
      ))}
    </Menu>
  )
}

type FormulaInputProps = { value: string; onChange: (value: string) => void; onSettle: () => void }

/** A formula, with what is wrong with it told while it is written. */
export const FormulaInput = ({ value, onChange, onSettle }: FormulaInputProps) => {
  const { t } = useTexts('flows')
  const tell = useProblemText()
  const { box, put, putText } = usePutVariable<HTMLInputElement>(value, onChange, onSettle)
  const read = readFormula(value)
  const wrong = 'unreadable' in read && value.trim() !== '' ? { ...read.unreadable, code: `flow.${read.unreadable.code}` } : null
  const label = t('form.formula')
  return (
    <div className="relative">
      <Field
        label={label}
        hint={t('form.formula_hint', { example: 'round({{price}} * 1.21, 2)' })}
        {...(wrong && { error: tell({ severity: 'error', nodeId: null, ...wrong }) })}
      >
        {(wiring) => (
          <input
            ref={box}
            className={classNames(inputLook, 'control font-mono')}
            value={value}
            maxLength={longestFormula}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir="ltr"
            onChange={({ target }) => onChange(target.value)}
            onBlur={onSettle}
            {...wiring}
          />
        )}
      </Field>
      <div className="absolute -top-1 right-0 flex items-center gap-1 touch:-top-3">
        <FunctionMenu field={label} onPut={putText} />
        <VariableMenu field={label} onPut={put} />
      </div>
    </div>
  )
}
