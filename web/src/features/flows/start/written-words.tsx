import { unwritten } from '@chasqui/flow/triggers/unwritten'
import { useTexts } from '#lib/i18n/texts.ts'
import { TextArea } from '#ui/text-area.tsx'
import { type FieldProps, listOf, valueOf } from '../form/field-props.ts'
import { WordList } from '../form/word-list.tsx'
import { freshTrigger } from '../language/trigger-types.ts'
import { useTyped } from '../form/use-typed.ts'

/** What is longer than that may hold commas, and stands on a line of its own. */
const longestWord = 60

const Lines = ({
  label,
  hint,
  lines,
  most,
  limit,
  onChange,
  onSettle,
}: {
  label: string
  hint: string
  lines: readonly string[]
  most: number
  limit: number
  onChange: (lines: string[]) => void
  onSettle: () => void
}) => {
  const [typed, setTyped] = useTyped<string | null>(null)
  return (
    <TextArea
      label={label}
      hint={hint}
      rows={4}
      dir="auto"
      value={typed ?? lines.join('\n')}
      onChange={({ target }) => {
        setTyped(target.value)
        const written = target.value.split('\n').map((line) => line.trim().slice(0, limit))
        onChange([...new Set(written.filter(Boolean))].slice(0, most))
      }}
      onBlur={() => {
        setTyped(null)
        onSettle()
      }}
    />
  )
}

/** Words, tags or whole sentences; where the schema wants some, a sign stands for what is still to be written, and nobody sees it. */
export const WrittenWords = ({ node, field, label, hint, change, settle }: FieldProps) => {
  const { t } = useTexts('flows')
  const words = listOf<string>(node, field.key).filter((word) => word !== unwritten)
  const isNeeded =
    'type' in node && JSON.stringify(valueOf(freshTrigger(node.type as Parameters<typeof freshTrigger>[0]), field.key)) === JSON.stringify([unwritten])
  const write = (next: string[]) => change(next.length === 0 && isNeeded ? [unwritten] : next)
  const hints = (own: string) => [hint, own].filter(Boolean).join(' ')
  const limit = field.limit ?? longestWord
  const most = field.most ?? 50
  if (limit > longestWord)
    return <Lines label={label} hint={hints(t('form.lines'))} lines={words} most={most} limit={limit} onChange={write} onSettle={settle} />
  return <WordList label={label} hint={hints(t('form.commas'))} words={words} most={most} onChange={write} onSettle={settle} />
}
