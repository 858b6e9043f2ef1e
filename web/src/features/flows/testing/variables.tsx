import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { VariableInput } from '../form/variable-input.tsx'
import type { TestTalk } from './test-talk.ts'

const One = ({ name, value, onChange }: { name: string; value: string; onChange: (value: string) => void }) => {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={name}
      value={typed ?? value}
      autoComplete="off"
      dir="auto"
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed !== null && typed !== value) onChange(typed)
        setTyped(null)
      }}
    />
  )
}

/** One that no step has set: what a test that begins in the middle of the flow needs. */
const Another = ({ onAdd }: { onAdd: (name: string, value: string) => void }) => {
  const { t } = useTexts('flows')
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name === '' || value === '') return
        onAdd(name, value)
        setName('')
        setValue('')
      }}
    >
      <VariableInput
        label={t('form.variable')}
        className="min-w-0 flex-1"
        value={name}
        optional
        onChange={(next) => setName(next ?? '')}
        onSettle={() => undefined}
      />
      <TextField
        label={t('form.value')}
        className="min-w-0 flex-1"
        value={value}
        maxLength={4096}
        autoComplete="off"
        dir="auto"
        onChange={({ target }) => setValue(target.value)}
      />
      <Button type="submit" size="sm" icon={Plus} disabled={name === '' || value === ''}>
        {t('test.set_variable')}
      </Button>
    </form>
  )
}

/** The variables of the run, to look at and to change in the middle of a test. */
export const TestVariables = ({ talk, onChange }: { talk: TestTalk; onChange: (name: string, value: string) => void }) => {
  const { t } = useTexts('flows')
  const variables = Object.entries(talk.run?.variables ?? talk.given)
  return (
    <details>
      <summary className="cursor-pointer text-sm font-semibold">{t('test.variables', { count: variables.length })}</summary>
      <div className="mt-2 flex flex-col gap-2">
        {variables.map(([name, value]) => (
          <One key={name} name={name} value={String(value)} onChange={(next) => onChange(name, next)} />
        ))}
        <Another onAdd={onChange} />
      </div>
    </details>
  )
}
