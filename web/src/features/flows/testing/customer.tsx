import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { WordList } from '../form/word-list.tsx'
import { useStepWords } from '../language/step-words.ts'
import type { TestTalk } from './test-talk.ts'

type Customer = TestTalk['contact']
const languages = ['es', 'pt-BR', 'en'] as const
const mostTags = 50

/** One value of the customer, kept when the field is left. */
const Value = ({ label, value, limit, onChange }: { label: string; value: string | null; limit: number; onChange: (value: string | null) => void }) => {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      value={typed ?? value ?? ''}
      maxLength={limit}
      autoComplete="off"
      dir="auto"
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed !== null) onChange(typed.trim() || null)
        setTyped(null)
      }}
    />
  )
}

type TestCustomerProps = {
  customer: Customer
  onChange: (change: Partial<Customer>) => void
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}

/** Who the tried-out customer is, and at what hour they write: what conditions go by. */
export const TestCustomer = ({ customer, onChange, isOpen, onOpen }: TestCustomerProps) => {
  const { t } = useTexts('flows')
  const words = useStepWords()
  const { name, phone, language, tags = [] } = customer
  return (
    <details>
      <summary className="cursor-pointer text-sm font-semibold">{t('test.who', { name: name ?? t('test.nameless') })}</summary>
      <div className="mt-2 flex flex-col gap-2">
        <Value label={t('test.name')} value={name} limit={200} onChange={(next) => onChange({ name: next })} />
        <Value label={t('form.phone')} value={phone} limit={40} onChange={(next) => onChange({ phone: next })} />
        <SelectField
          label={t('test.language')}
          value={language ?? ''}
          options={[
            { value: '', label: t('form.none') },
            ...languages.map((code) => ({ value: code, label: words.choiceName('set_language', 'language', code) })),
          ]}
          onChange={(next) => onChange({ language: next || null })}
        />
        <WordList
          label={t('test.tags')}
          hint={t('form.commas')}
          words={tags}
          most={mostTags}
          onChange={(next) => onChange({ tags: next })}
          onSettle={() => undefined}
        />
        <Switch label={t('test.closed')} checked={!isOpen} onChange={(closed) => onOpen(!closed)} />
      </div>
    </details>
  )
}
