import type { FlowDefinition, FlowRun, FlowRunState } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { Chip, type Tone } from '#ui/chip.tsx'
import { useStepWords } from '../../language/step-words.ts'

const tones: Record<FlowRunState, Tone> = {
  active: 'info',
  finished: 'success',
  transferred: 'primary',
  closed: 'neutral',
  timed_out: 'warning',
  stopped: 'neutral',
  unreachable: 'warning',
  failed: 'danger',
}

export const RunState = ({ state }: { state: FlowRunState }) => {
  const { t } = useTexts('flows')
  return <Chip tone={tones[state]}>{t(`run_state.${state}`)}</Chip>
}

type RunLineProps = { run: FlowRun; definition: FlowDefinition | undefined; to: 'inbox' | 'run'; current?: boolean }

const look =
  'flex min-h-12 flex-col gap-0.5 rounded-control px-2 py-2 text-sm hover:bg-surface-2 aria-[current=true]:bg-primary-subtle aria-[current=true]:text-on-primary-subtle'

/** One run in a list: who, how it stands and where, when; it leads to its conversation, or to its path. */
export const RunLine = ({ run, definition, to, current = false }: RunLineProps) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const words = useStepWords()
  const { slug } = useTenant()
  const who = run.contact ? format.name(run.contact.name) : t('runs.nobody')
  const inside: ReactNode = (
    <>
      <span className="flex items-center gap-2">
        <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
          {who}
        </span>
        <RunState state={run.state} />
      </span>
      <span className="flex items-center gap-2 text-xs">
        <span className="min-w-0 flex-1 truncate">
          {run.step !== null && definition ? words.nameOf(definition, run.step) : ''} · {t('versions.number', { number: run.version })}
        </span>
        <time dateTime={run.startedAt} className="shrink-0 tabular">
          {format.moment(run.startedAt)}
        </time>
      </span>
    </>
  )
  return (
    <li className="border-b border-line last:border-0">
      {to === 'inbox' ? (
        <Link to="/a/$tenant/inbox/$view/$conversationId" params={{ tenant: slug, view: 'all', conversationId: run.conversationId }} className={look}>
          {inside}
        </Link>
      ) : (
        <Link
          to="/a/$tenant/flows/$flowId/runs"
          params={{ tenant: slug, flowId: run.flowId }}
          search={(before) => ({ ...before, run: run.id })}
          aria-current={current || undefined}
          className={look}
        >
          {inside}
        </Link>
      )}
    </li>
  )
}
