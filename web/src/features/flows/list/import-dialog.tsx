import type { Flow, FlowDefinition } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { type FormEvent, useId, useState } from 'react'
import type { ApiProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { inputLook } from '#ui/field.tsx'
import { NameField } from '#ui/name-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { problemWords } from '../problem-words.ts'
import { readFlowFile } from './flow-file.ts'
import { readFlowsAgain } from './use-flows.ts'

/** A flow from a file, or from pasted JSON. What is wrong with it is shown by its place in the file. */
export const ImportDialog = ({ onClose, onDone }: { onClose: () => void; onDone: (flow: Flow) => void }) => {
  const { t } = useTexts('flows')
  const form = useId()
  const [name, setName] = useState('')
  const [json, setJson] = useState('')
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct({ leaves: true })
  const read = readFlowFile(json)
  const write = (text: string) => {
    setJson(text)
    setTried(false)
    const named = readFlowFile(text)?.name
    if (named) setName(named)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!read || !name.trim()) return
    void run(async () => {
      // Checked by the server: nothing here has to trust what somebody's file says.
      const made = await call(flowRoutes.create, { body: { name: name.trim(), definition: read.definition as unknown as FlowDefinition } })
      await readFlowsAgain()
      onClose()
      onDone(made)
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
        <label className="flex flex-col gap-1 text-sm font-medium text-fg-2">
          {t('import.file')}
          <input
            type="file"
            accept=".json,application/json"
            className={`${inputLook} py-2 font-normal`}
            onChange={({ target }) => void target.files?.[0]?.text().then(write)}
          />
        </label>
        <TextArea
          label={t('import.json')}
          rows={5}
          value={json}
          spellCheck={false}
          error={tried && !read ? t('import.no_flow') : null}
          onChange={({ target }) => write(target.value)}
        />
        <NameField label={t('field.flow_name')} value={name} maxLength={200} onChange={setName} tried={tried} missing={t('field.flow_name_missing')} />
        {problem && <WrongPlaces problem={problem} />}
      </form>
    </ActDialog>
  )
}

const WrongPlaces = ({ problem: { fieldErrors } }: { problem: ApiProblem }) => {
  const { t } = useTexts('flows')
  const places = Object.entries(fieldErrors)
  if (places.length === 0) return null
  return (
    <ul aria-label={t('import.wrong')} tabIndex={0} className="max-h-36 overflow-y-auto text-sm">
      {places.map(([path, code]) => (
        <li key={path} className="wrap-anywhere">
          <code className="font-mono font-semibold">{path}</code> {code}
        </li>
      ))}
    </ul>
  )
}
