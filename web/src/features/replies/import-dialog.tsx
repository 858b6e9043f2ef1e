import { replyRoutes } from '@chasqui/contracts/http/replies'
import { type FormEvent, useId, useState } from 'react'
import type { ApiProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { FileOrTextField } from '#ui/file-or-text-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { say } from '#ui/toast.tsx'
import { lineWords, problemWords } from './problem-words.ts'
import { readRepliesAgain } from './use-replies.ts'
import { queueIdOf, useWhose } from './whose.ts'

/** Quick replies from a table: a file, or pasted lines. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts('replies')
  const form = useId()
  const options = useWhose()
  const [whose, setWhose] = useState('own')
  const [csv, setCsv] = useState('')
  const [missing, setMissing] = useState(false)
  const { busy, problem, run } = useAct({ leaves: true })
  const write = (text: string) => {
    setCsv(text)
    setMissing(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (csv.trim() === '') return setMissing(true)
    void run(async () => {
      const { created, changed } =
        whose === 'own' ? await call(replyRoutes.importOwn, { body: { csv } }) : await call(replyRoutes.import, { body: { csv, queueId: queueIdOf(whose) } })
      await readRepliesAgain()
      say(t('import.done', { created, changed }))
      onClose()
    })
  }
  return (
    <ActDialog
      title={t('import.title')}
      description={t('import.hint')}
      verb={t('import.verb')}
      busy={busy}
      does={form}
      refusal={problem && problemWords(problem)}
      onClose={onClose}
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
        {options.length > 1 && <SelectField label={t('scope.label')} value={whose} options={options} onChange={setWhose} />}
        <FileOrTextField
          fileLabel={t('import.file')}
          accept=".csv,.tsv,.txt,.json,text/csv,text/plain,application/json"
          textLabel={t('import.lines')}
          rows={6}
          value={csv}
          placeholder={t('import.example')}
          error={missing ? t('problem.nothing_imported') : null}
          onChange={write}
        />
        {problem && <WrongLines problem={problem} />}
      </form>
    </ActDialog>
  )
}

const WrongLines = ({ problem: { fieldErrors } }: { problem: ApiProblem }) => {
  const { t } = useTexts('replies')
  const lines = Object.entries(fieldErrors).flatMap(([path, code]) => {
    const line = /^lines\.(\d+)\./.exec(path)?.[1]
    return line ? [{ line, code }] : []
  })
  if (lines.length === 0) return null
  return (
    <ul aria-label={t('import.wrong_lines')} tabIndex={0} className="max-h-36 overflow-y-auto text-sm">
      {lines.map(({ line, code }) => (
        <li key={`${line} ${code}`}>
          <b className="font-semibold">{t('import.line', { line })}</b> {lineWords(code)}
        </li>
      ))}
    </ul>
  )
}
