import { fileRoutes } from '@chasqui/contracts/http/files'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTitle } from '#lib/title.ts'
import { Card } from '#ui/card.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Retention } from './retention.tsx'

/** Bytes that the server takes per kind (`modules/files/kinds.ts`). */
const limits = [
  { kind: 'image', bytes: 10_000_000 },
  { kind: 'sound', bytes: 16_000_000 },
  { kind: 'other', bytes: 100_000_000 },
] as const

/** How long the organisation keeps files, what they take, and how large they may be. */
export const FilesPage = () => {
  const { t } = useTexts('files')
  const format = useFormat()
  useTitle(t('title'))
  const { data, error, refetch } = useQuery(asked(fileRoutes.retention))
  const { data: terms } = useQuery(asked(hostRoutes.usage))
  return (
    <main className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-2xl flex-col gap-4 px-4 py-5 tablet:px-6">
        <div className="flex flex-wrap items-baseline gap-x-4">
          <h1 className="flex-1 text-xl font-semibold">{t('title')}</h1>
          {terms && <p className="text-sm text-fg-2 tabular">{t('used', { size: format.fileSize(terms.usage.storageBytes) })}</p>}
        </div>
        <Card>
          {data ? (
            <Retention key={data.days ?? 'ever'} days={data.days} />
          ) : error ? (
            <ErrorState title={t('failed')} error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading label={t('loading')}>
              <Skeleton className="h-32" />
            </Loading>
          )}
        </Card>
        <Card>
          <h2 className="text-base font-semibold">{t('limits.title')}</h2>
          <p className="mt-1 text-sm text-fg-2">{t('limits.text')}</p>
          <dl className="mt-3 grid grid-cols-[1fr_auto] gap-y-1.5 text-base">
            {limits.map(({ kind, bytes }) => (
              <div key={kind} className="contents">
                <dt>{t(`limits.${kind}`)}</dt>
                <dd className="text-right tabular">{format.fileSize(bytes)}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </main>
  )
}
