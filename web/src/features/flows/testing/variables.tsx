import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { TextField } from '#ui/text-field.tsx'
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

/** The variables of the run, to look at and to change in the middle of a test. */
export const TestVariables = ({ talk, onChange }: { talk: TestTalk; onChange: (name: string, value: string) => void }) => {
  const { t } = useTexts('flows')
  const variables = Object.entries(talk.run?.variables ?? {})
  if (variables.length === 0) return null
  return (
    <details>
      <summary className="cursor-pointer text-sm font-semibold">{t('test.variables', { count: variables.length })}</summary>
      <div className="mt-2 flex flex-col gap-2">
        {variables.map(([name, value]) => (
          <One key={name} name={name} value={String(value)} onChange={(next) => onChange(name, next)} />
        ))}
      </div>
    </details>
  )
}
