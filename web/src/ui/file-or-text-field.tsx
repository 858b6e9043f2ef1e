import { inputLook } from './field.tsx'
import { TextArea } from './text-area.tsx'

type Props = {
  fileLabel: string
  /** What may be chosen, as the `accept` of a file input. */
  accept: string
  textLabel: string
  value: string
  onChange: (text: string) => void
  rows: number
  placeholder?: string
  error: string | null
  /** Written by programs: no wavy lines below it. */
  isCode?: boolean
}

/** A text from a file, or pasted: choosing a file writes what is in it. */
export const FileOrTextField = ({ fileLabel, accept, textLabel, onChange, isCode = false, ...area }: Props) => (
  <>
    <label className="flex flex-col gap-1 text-sm font-medium text-fg-2">
      {fileLabel}
      <input type="file" accept={accept} className={`${inputLook} py-2 font-normal`} onChange={({ target }) => void target.files?.[0]?.text().then(onChange)} />
    </label>
    <TextArea label={textLabel} {...area} {...(isCode && { spellCheck: false })} onChange={({ target }) => onChange(target.value)} />
  </>
)
