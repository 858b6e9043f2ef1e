import { TextField, type TextFieldProps } from './text-field.tsx'

type Props = Pick<TextFieldProps, 'label' | 'hint' | 'error' | 'maxLength' | 'disabled'> & {
  value: string
  onChange: (name: string) => void
  /** Somebody tried to keep it: that there is no name is told now. */
  tried: boolean
  /** The words for that. */
  missing: string
}

/** A name that has to be given. `error` is what else is wrong with it. */
export const NameField = ({ value, onChange, tried, missing, error, ...field }: Props) => (
  <TextField {...field} value={value} autoComplete="off" error={tried && !value.trim() ? missing : error} onChange={({ target }) => onChange(target.value)} />
)
