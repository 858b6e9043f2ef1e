import { useRef } from 'react'
import { inputLook } from './field.tsx'
import { TextArea } from './text-area.tsx'

type Props = {
  fileLabel: string
  /** What may be chosen, as the `accept` of a file input. */
  accept: string
  textLabel: string
  value: string
  onChange: (text: string) => void
  /** Takes the text of a file that is not for people to read; without it, it is written into the field. */
  onFile?: (text: string) => void
  rows: number
  placeholder?: string
  error: string | null
  /** Written by programs: no wavy lines below it. */
  isCode?: boolean
}

/** A text from a file, or pasted. Whoever writes has left the file. */
export const FileOrTextField = ({ fileLabel, accept, textLabel, onChange, onFile = onChange, isCode = false, ...area }: Props) => {
  const file = useRef<HTMLInputElement>(null)
  const write = (text: string) => {
    if (file.current) file.current.value = ''
    onChange(text)
  }
  return (
    <>
      <label className="flex flex-col gap-1 text-sm font-medium text-fg-2">
        {fileLabel}
        <input
          ref={file}
          type="file"
          accept={accept}
          className={`${inputLook} py-2 font-normal`}
          onChange={({ target }) => void target.files?.[0]?.text().then(onFile)}
        />
      </label>
      <TextArea label={textLabel} {...area} {...(isCode && { spellCheck: false })} onChange={({ target }) => write(target.value)} />
    </>
  )
}
