import type { Flow, FlowImport } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { type ApiProblem, isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { useResting } from '#lib/use-resting.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { FileOrTextField } from '#ui/file-or-text-field.tsx'
import { NameField } from '#ui/name-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from '../problem-words.ts'
import { ImportReport, productNames } from './import-report.tsx'
import { readFlowsAgain } from './use-flows.ts'

/** What somebody pasted or chose, once it rests: undefined while there is nothing, null where it is no JSON. */
const readJson = (text: string): unknown => {
  if (text.trim() === '') return undefined
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' ? read : null
  } catch {
    return null
  }
}

/** What the server makes of a file; nothing of it is kept. */
const useReport = (json: string) => {
  const file = readJson(json)
  const { data, error, isFetching } = useQuery({
    queryKey: [flowRoutes.readImport.id, json],
    queryFn: ({ signal }) => call(flowRoutes.readImport, { body: { file } }, { signal }),
    enabled: file !== undefined && file !== null,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  })
  return { report: file ? data : undefined, refusal: file && isProblem(error) ? error : null, isNoJson: file === null, isReading: Boolean(file) && isFetching }
}

/** Flows from a file of this product or another, or from pasted JSON: what they become is shown before anything is made. */
export const ImportDialog = ({ onClose, onDone }: { onClose: () => void; onDone: (flow: Flow) => void }) => {
  const { t } = useTexts('flows')
  const form = useId()
  const [json, setJson] = useState('')
  const [isPasted, setPasted] = useState(true)
  const [name, setName] = useState<string | null>(null)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct({ leaves: true })
  const rested = useResting(json, 250)
  const { report, refusal, isNoJson, isReading } = useReport(rested)
  const isCurrent = rested === json
  const only = report?.flows.length === 1 ? report.flows[0] : undefined
  const called = (name ?? only?.name ?? '').trim()
  const write = (text: string, pasted: boolean) => {
    setJson(text)
    setPasted(pasted)
    setName(null)
    setLeft(new Set())
    setTried(false)
  }
  const take = (at: number, taken: boolean) => setLeft((before) => new Set(taken ? [...before].filter((other) => other !== at) : [...before, at]))
  const make = async ({ flows }: FlowImport) => {
    const made: Flow[] = []
    for (const [at, flow] of flows.entries())
      if (!left.has(at))
        made.push(await call(flowRoutes.create, { body: { name: (only ? called : flow.name) || t('import.nameless'), definition: flow.definition } }))
    await readFlowsAgain()
    onClose()
    if (made.length === 1) onDone(made[0]!)
    else say(t('import.done', { count: made.length }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const taken = (report?.flows.length ?? 0) - left.size
    if (!report || !isCurrent || taken === 0 || (only && called === '')) return
    void run(() => make(report))
  }
  const nothing = tried && isCurrent && !isReading && !report && !refusal
  return (
    <ActDialog
      title={t('import.title')}
      description={t('import.hint')}
      verb={t('import.verb', { count: Math.max(1, (report?.flows.length ?? 1) - left.size) })}
      width="lg"
      busy={busy}
      does={form}
      refusal={(refusal && problemWords(refusal)) ?? (problem && problemWords(problem))}
      onClose={onClose}
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
        <FileOrTextField
          fileLabel={t('import.file')}
          accept=".json,application/json"
          textLabel={t('import.json')}
          rows={4}
          value={isPasted ? json : ''}
          isCode
          error={isNoJson || nothing ? t('import.no_json') : null}
          onChange={(text) => write(text, true)}
          onFile={(text) => write(text, false)}
        />
        {isReading && !report && (
          <Loading label={t('import.reading')}>
            <Skeleton className="h-16" />
          </Loading>
        )}
        <p role="status" className="sr-only">
          {report && isCurrent && report.flows.length > 0 && t('import.from', { product: productNames[report.product], count: report.flows.length })}
        </p>
        {report && isCurrent && <ImportReport report={report} left={left} onTake={take} />}
        {only && (
          <NameField
            label={t('field.flow_name')}
            value={name ?? only.name}
            maxLength={200}
            onChange={setName}
            tried={tried}
            missing={t('field.flow_name_missing')}
          />
        )}
        {refusal && <WrongPlaces problem={refusal} />}
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
