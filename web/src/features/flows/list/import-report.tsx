import type { FlowImport, ImportedFlow } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { Banner } from '#ui/banner.tsx'

export const productNames = { chasqui: 'Chasqui', typebot: 'Typebot', chatwoot: 'Chatwoot' } as const
const errorsOf = ({ problems }: ImportedFlow): number => problems.filter(({ severity }) => severity === 'error').length

/** What of a flow needs a person, each thing with the place where it stood. */
const Leftovers = ({ flow }: { flow: ImportedFlow }) => {
  const { t } = useTexts('flows')
  const { leftovers } = flow
  if (leftovers.length === 0) return null
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex items-center gap-1.5 font-medium">
        <CircleAlert size={16} strokeWidth={1.75} className="shrink-0 text-warning" aria-hidden />
        {t('import.needs_you', { count: leftovers.length })}
      </p>
      <ul
        aria-label={t('import.needs_you', { count: leftovers.length })}
        tabIndex={0}
        className="max-h-48 overflow-y-auto rounded-control bg-surface-2 px-3 py-2"
      >
        {leftovers.map(({ code, step, block, group, value }, at) => (
          // The same thing is told of several places that are called alike.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${step ?? code} ${at}`} className="py-0.5 wrap-anywhere">
            <b className="font-semibold">{group || block}</b> · {t(`import.left.${code}`, { block, value: value ?? '' })}
          </li>
        ))}
      </ul>
    </div>
  )
}

type OneProps = { flow: ImportedFlow; isTaken: boolean; onTake: (taken: boolean) => void; isOnly: boolean }

const OneFlow = ({ flow, isTaken, onTake, isOnly }: OneProps) => {
  const { t } = useTexts('flows')
  const id = useId()
  const errors = errorsOf(flow)
  const facts = [t('list.steps', { count: Object.keys(flow.definition.nodes).length }), ...(errors > 0 ? [t('import.to_mend', { count: errors })] : [])].join(
    ' · ',
  )
  return (
    <li className="flex flex-col gap-2 py-2">
      {isOnly ? (
        <p className="text-sm text-fg-2">{facts}</p>
      ) : (
        <div>
          <label className="flex min-h-7 items-start gap-2 text-base font-semibold wrap-anywhere touch:min-h-11">
            <input
              type="checkbox"
              checked={isTaken}
              onChange={({ target }) => onTake(target.checked)}
              aria-describedby={id}
              className="mt-1 size-4 shrink-0 accent-primary"
            />
            {flow.name || t('import.nameless')}
          </label>
          <p id={id} className="pl-6 text-sm text-fg-2">
            {facts}
          </p>
        </div>
      )}
      <Leftovers flow={flow} />
    </li>
  )
}

type ReportProps = { report: FlowImport; left: ReadonlySet<number>; onTake: (at: number, taken: boolean) => void }

/** What a file would become, before anything of it is made. */
export const ImportReport = ({ report: { product, flows, replies }, left, onTake }: ReportProps) => {
  const { t } = useTexts('flows')
  const { slug } = useTenant()
  return (
    <section aria-label={t('import.found')} className="flex flex-col gap-2">
      {flows.length > 0 && (
        <>
          <h3 className="text-base font-semibold">{t('import.from', { product: productNames[product], count: flows.length })}</h3>
          <ul className="divide-y divide-line">
            {flows.map((flow, at) => (
              // What a file holds does not change while it is shown.
              // oxlint-disable-next-line react/no-array-index-key
              <OneFlow key={at} flow={flow} isTaken={!left.has(at)} onTake={(taken) => onTake(at, taken)} isOnly={flows.length === 1} />
            ))}
          </ul>
        </>
      )}
      {replies > 0 && (
        <Banner tone="info" className="rounded-control px-3">
          {t('import.replies', { count: replies })}{' '}
          <Link to="/a/$tenant/settings/replies" params={{ tenant: slug }} className="font-semibold underline">
            {t('import.to_replies')}
          </Link>
        </Banner>
      )}
    </section>
  )
}
