import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useDefinition } from '../editor/editor.ts'
import { nothing } from '../language/step-types.ts'
import { useStepWords } from '../language/step-words.ts'
import { type FieldProps, textOf, valueOf } from './field-props.ts'
import { VariableInput } from './variable-input.tsx'
import { usePutVariable, VariableMenu } from './variable-menu.tsx'
import { WordList } from './word-list.tsx'
import { Counter, lengthOf, WordsField } from './words-field.tsx'
import { useTyped } from './use-typed.ts'

export const Words = ({ node, field, label, hint, limits, change, settle }: FieldProps) => {
  const limit = field.key === 'text' && node.type === 'menu' ? limits.body : Math.min(field.limit ?? 4096, field.key === 'text' ? limits.text : 4096)
  return (
    <WordsField
      label={label}
      hint={hint}
      value={textOf(node, field.key)}
      limit={limit}
      lines={field.lines ?? 3}
      required={!field.optional}
      onChange={(text) => change(text === '' ? undefined : text.slice(0, field.limit ?? 4096))}
      onSettle={settle}
    />
  )
}

export const Line = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const value = textOf(node, field.key)
  const shown = value === nothing ? '' : value
  const write = (text: string) => change(text !== '' ? text : field.optional ? undefined : nothing)
  const { box, put } = usePutVariable<HTMLInputElement>(shown, write, settle)
  return (
    <div className="relative">
      <TextField
        ref={box}
        label={label}
        hint={hint}
        value={shown}
        maxLength={field.limit ?? 200}
        autoComplete="off"
        dir="auto"
        onChange={({ target }) => write(target.value)}
        onBlur={settle}
      />
      <div className={field.variables ? 'absolute -top-1 right-0 flex items-center gap-1 touch:-top-3' : 'absolute top-0 right-0'}>
        <Counter used={lengthOf(shown)} limit={field.limit ?? 200} />
        {field.variables && <VariableMenu field={label} onPut={put} />}
      </div>
    </div>
  )
}

/** A number is kept once it is one and within its bounds; what is typed until then stays in the field. */
export const NumberField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const stored = valueOf(node, field.key)
  const [typed, setTyped] = useTyped<string | null>(null)
  const write = (text: string) => {
    setTyped(text)
    if (text.trim() === '' && field.optional) return change(undefined)
    const number = Number(text)
    if (text.trim() !== '' && Number.isFinite(number) && number >= (field.min ?? -1e15) && number <= (field.max ?? 1e15))
      change(field.step === 1 || !field.optional ? Math.round(number) : number)
  }
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? (typeof stored === 'number' ? String(stored) : '')}
      onChange={({ target }) => write(target.value)}
      onBlur={() => {
        setTyped(null)
        settle()
      }}
    />
  )
}

export const Choice = ({ node, field, label, hint, choiceName, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  return (
    <SelectField
      label={label}
      hint={hint}
      value={textOf(node, field.key)}
      options={[...(field.optional ? [{ value: '', label: t('form.none') }] : []), ...(field.of ?? []).map((value) => ({ value, label: choiceName(value) }))]}
      onChange={(value) => {
        change(value === '' ? undefined : value)
        settle()
      }}
    />
  )
}

export const VariableField = ({ node, field, label, hint, change, settle }: FieldProps) => (
  <VariableInput
    label={label}
    hint={hint}
    value={textOf(node, field.key)}
    optional={field.optional === true}
    onChange={(name) => change(name)}
    onSettle={settle}
  />
)

export const WordListField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const value = valueOf(node, field.key)
  return (
    <WordList
      label={label}
      hint={hint}
      words={Array.isArray(value) ? (value as string[]) : []}
      most={field.most ?? 50}
      onChange={(words) => change(words)}
      onSettle={settle}
    />
  )
}

const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const
const longest = 30 * 86_400

/** How long: a number and its unit. */
export const Duration = ({
  label,
  seconds,
  min,
  onChange,
  onSettle,
}: {
  label: string
  seconds: number
  min: number
  onChange: (seconds: number) => void
  onSettle: () => void
}) => {
  const { t } = useTexts('flows')
  const fitting = units.find(({ seconds: size }) => seconds % size === 0)!
  const [unit, setUnit] = useState<(typeof units)[number]['unit']>(fitting.unit)
  const size = units.find((one) => one.unit === unit)!.seconds
  const [typed, setTyped] = useTyped<string | null>(null)
  const keep = (amount: number, each: number) => {
    if (Number.isFinite(amount) && amount > 0) onChange(Math.min(longest, Math.max(min, Math.round(amount * each))))
  }
  return (
    <div className="grid grid-cols-2 gap-2">
      <TextField
        label={label}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? String(seconds / size)}
        onChange={({ target }) => {
          setTyped(target.value)
          keep(Number(target.value), size)
        }}
        onBlur={() => {
          setTyped(null)
          onSettle()
        }}
      />
      <SelectField
        label={t('form.unit')}
        value={unit}
        options={units.map((one) => ({ value: one.unit, label: t(`unit.${one.unit}`) }))}
        onChange={(next) => {
          setUnit(next)
          keep(seconds / size, units.find((one) => one.unit === next)!.seconds)
          onSettle()
        }}
      />
    </div>
  )
}

export const DurationField = ({ node, field, label, change, settle }: FieldProps) => {
  const value = valueOf(node, field.key)
  return (
    <Duration label={label} seconds={typeof value === 'number' ? value : 60} min={field.min ?? 1} onChange={(seconds) => change(seconds)} onSettle={settle} />
  )
}

/** Whether and when silence is an answer, too; where it leads is drawn on the canvas or in the outline. */
export const TimeoutField = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const timeout = valueOf(node, field.key) as { seconds: number; next: string | null } | undefined
  const set = (value: { seconds: number; next: string | null } | undefined) => {
    change(value)
    settle()
  }
  return (
    <div className="flex flex-col gap-2">
      <Switch label={label} {...(hint && { hint })} checked={timeout !== undefined} onChange={(on) => set(on ? { seconds: 86_400, next: null } : undefined)} />
      {timeout && (
        <Duration label={t('form.after')} seconds={timeout.seconds} min={5} onChange={(seconds) => change({ ...timeout, seconds })} onSettle={settle} />
      )}
    </div>
  )
}

export const StepSelect = ({ id, node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const definition = useDefinition((flow) => flow)
  const words = useStepWords()
  return (
    <SelectField
      label={label}
      hint={hint}
      value={textOf(node, field.key)}
      options={[
        ...(field.optional ? [{ value: '', label: t('form.none') }] : []),
        ...Object.entries(definition.nodes).flatMap(([other, step]) => (other === id ? [] : [{ value: other, label: words.title(step) }])),
      ]}
      onChange={(value) => {
        change(value === '' ? undefined : value)
        settle()
      }}
    />
  )
}
