import { TextField } from '#ui/text-field.tsx'
import { useTyped } from './use-typed.ts'

type WordListProps = {
  label: string
  hint?: string | undefined
  words: readonly string[]
  most: number
  onChange: (words: string[]) => void
  onSettle: () => void
}

/** Words parted by commas, kept as a list. */
export const WordList = ({ label, hint, words, most, onChange, onSettle }: WordListProps) => {
  const [typed, setTyped] = useTyped<string | null>(null)
  return (
    <TextField
      label={label}
      hint={hint}
      value={typed ?? words.join(', ')}
      autoComplete="off"
      dir="auto"
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(
          [
            ...new Set(
              target.value
                .split(',')
                .map((word) => word.trim().slice(0, 60))
                .filter(Boolean),
            ),
          ].slice(0, most),
        )
      }}
      onBlur={() => {
        setTyped(null)
        onSettle()
      }}
    />
  )
}
