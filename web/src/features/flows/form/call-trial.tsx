import { flowCallRoutes } from '@chasqui/contracts/http/flow-calls'
import type { FlowNode, TriedCall } from '@chasqui/contracts'
import { namesIn } from '@chasqui/flow/engine/substitute'
import { pathsIn, variableFor } from '@chasqui/flow/steps/api_call/paths-in'
import { secretIn } from '@chasqui/flow/steps/api_call/template'
import { templatesOf } from '@chasqui/flow/steps/api_call/templates'
import { useMutation } from '@tanstack/react-query'
import { Plus, Send } from 'lucide-react'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { editStep } from '../editor/definition-edits.ts'
import { useEditor } from '../editor/editor.ts'

type CallStep = Extract<FlowNode, { type: 'api_call' }>

/** The variables that a call sends, for whoever tries it: nobody is talking now. */
const variablesOf = (step: CallStep): string[] => [...new Set(templatesOf(step).flatMap(namesIn))].filter((name) => secretIn(name) === null)

const Outcome = ({ tried }: { tried: TriedCall }) => {
  const { t } = useTexts('flows')
  const status = tried.status ?? ''
  if (tried.error === null) return <Banner tone="success">{t('call.answered', { status, ms: tried.milliseconds })}</Banner>
  return <Banner tone="danger">{t(`call.error.${tried.error}` as 'call.error.status', { status })}</Banner>
}

/** What an answer holds, place by place; one click keeps a place. */
const Places = ({ body, kept, onKeep }: { body: string; kept: readonly string[]; onKeep: (path: string) => void }) => {
  const { t } = useTexts('flows')
  const places = pathsIn(body)
  if (places.length === 0)
    return (
      <pre className="max-h-40 overflow-auto rounded-control bg-sunken p-2 text-xs whitespace-pre-wrap" tabIndex={0}>
        {body.slice(0, 2000)}
      </pre>
    )
  return (
    <ul aria-label={t('call.places')} className="flex max-h-60 flex-col gap-1 overflow-auto" tabIndex={0}>
      {places.map(({ path, value }) => (
        <li key={path}>
          <Button size="sm" icon={Plus} disabled={kept.includes(path)} onClick={() => onKeep(path)} className="w-full justify-start">
            <span className="sr-only">{t('call.keep')}</span>
            <span className="truncate font-mono text-xs">{path}</span>
            <span className="ml-auto truncate pl-2 text-xs font-normal text-fg-3">{value}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Makes a call once, for real, and lets its author choose on the answer what to keep. The answer stays in the step as its sample. */
export const CallTrial = ({ id, step, onKeep }: { id: string; step: CallStep; onKeep: (row: CallStep['save'][number]) => void }) => {
  const { t } = useTexts('flows')
  const editor = useEditor()
  const [values, setValues] = useState<Record<string, string>>({})
  const names = variablesOf(step)
  const trial = useMutation({
    mutationFn: () => call(flowCallRoutes.tryCall, { body: { step, variables: Object.fromEntries(names.map((name) => [name, values[name] ?? ''])) } }),
    onSuccess: ({ status, body, isCut }) => {
      if (status === null || isCut) return
      editor.edit((definition) => editStep(definition, id, { sample: { status, body } }), `${id}.sample`)
      editor.settle()
    },
  })
  const body = trial.data?.body ?? step.sample?.body
  return (
    <details data-own-text>
      <summary className="cursor-pointer text-sm font-medium text-fg-2">{t('call.try')}</summary>
      <div className="mt-2 flex flex-col gap-2">
        <p className="text-xs text-fg-3">{t('call.for_real')}</p>
        {names.map((name) => (
          <TextField
            key={name}
            label={name}
            value={values[name] ?? ''}
            maxLength={4096}
            autoComplete="off"
            dir="auto"
            onChange={({ target }) => setValues({ ...values, [name]: target.value })}
          />
        ))}
        <Button size="sm" icon={Send} className="self-start" disabled={trial.isPending} onClick={() => trial.mutate()}>
          {t('call.send')}
        </Button>
        {trial.isError && <Banner tone="danger">{t('call.not_tried')}</Banner>}
        {trial.data && <Outcome tried={trial.data} />}
        {body && (
          <Places
            body={body}
            kept={step.save.map(({ path }) => path)}
            onKeep={(path) =>
              onKeep({
                path,
                variable: variableFor(
                  path,
                  step.save.map(({ variable }) => variable),
                ),
              })
            }
          />
        )}
      </div>
    </details>
  )
}
