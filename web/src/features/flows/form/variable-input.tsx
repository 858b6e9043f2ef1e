import { useId } from 'react'
import { TextField } from '#ui/text-field.tsx'
import { useVariables } from './use-variables.ts'
import { useTyped } from './use-typed.ts'

/** As the names of variables have to be written, whatever was typed. */
export const asVariableName = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-zA-Z0-9_.]+/g, '_')
    .replace(/^[^a-zA-Z_]+/, '')
    .slice(0, 60)

type VariableInputProps = {
  label: string
  hint?: string | undefined
  value: string
  optional?: boolean
  className?: string
  onChange: (name: string | undefined) => void
  onSettle: () => void
}

/** The name of a variable; an empty one is not kept where one is needed. */
export const VariableInput = ({ label, hint, value, optional = false, className = '', onChange, onSettle }: VariableInputProps) => {
  const list = useId()
  const variables = useVariables()
  const [typed, setTyped] = useTyped<string | null>(null)
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        className={className}
        value={typed ?? value}
        list={list}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => {
          const name = asVariableName(target.value)
          setTyped(name)
          if (name !== '' || optional) onChange(name === '' ? undefined : name)
        }}
        onBlur={() => {
          setTyped(null)
          onSettle()
        }}
      />
      <datalist id={list}>
        {variables.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  )
}
