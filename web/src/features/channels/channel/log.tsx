import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { useInfiniteQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, Copy, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/form-section.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { formOf } from '../kinds/index.ts'
import { type KindForm, useWords } from '../kinds/kind.ts'

type Entry = { id: string; at: string; level: 'info' | 'warn' | 'error'; event: string; detail: Record<string, unknown> }

const looks = {
  info: { icon: CircleCheck, look: 'text-fg-3' },
  warn: { icon: TriangleAlert, look: 'text-warning' },
  error: { icon: CircleAlert, look: 'text-danger' },
} as const

const own = [
  'checked',
  'check_failed',
  'webhook_verified',
  'paused',
  'listening_failed',
  'listening_troubled',
  'line_opened',
  'line_lost',
  'strangers_held',
  'strangers_resumed',
  'sending_held',
  'sending_goes_on',
  'history_offered',
  'history_failed',
  'history_cancelled',
] as const
const isOwn = (event: string): event is (typeof own)[number] => (own as readonly string[]).includes(event)

/** The code that an entry is about: of what was met, or the event itself. */
const codeOf = ({ event, detail: { code, cause } }: Entry): string => {
  const told = code ?? cause
  return typeof told === 'string' ? told : event
}

const Known = ({ entry, form }: { entry: Entry; form: KindForm }) => {
  const cause = useWords(form).causeOf(codeOf(entry))
  return cause && <span className="block text-sm text-fg-2">{cause}</span>
}

const Line = ({ entry, form }: { entry: Entry; form: KindForm | null }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const { icon: Icon, look } = looks[entry.level]
  const said = entry.detail['title'] ?? entry.detail['reason']
  return (
    <li className="flex gap-3 py-2.5">
      <Icon size={18} strokeWidth={1.75} className={`mt-px shrink-0 ${look}`} aria-hidden />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="min-w-0 text-base">
            <span className="sr-only">{t(`log.level.${entry.level}`)}: </span>
            {isOwn(entry.event) ? t(`log.event.${entry.event}`) : t('log.event.news')}
          </span>
          <span className="text-xs text-fg-3 tabular">{format.moment(entry.at)}</span>
        </div>
        {form && <Known entry={entry} form={form} />}
        {(typeof said === 'string' || !isOwn(entry.event)) && (
          <span lang="en" className="block text-xs break-words text-fg-3">
            {isOwn(entry.event) ? String(said) : [entry.event, typeof said === 'string' ? said : ''].filter(Boolean).join(' · ')}
          </span>
        )}
      </div>
    </li>
  )
}

type Shown = 'all' | 'trouble'

/** A line each, in the server's words, for whoever helps; settings and secrets are in none of them. */
const copiedOf = (entries: readonly Entry[]): string =>
  entries.map(({ at, level, event, detail }) => [at, level, event, detail['code'], detail['title']].filter(Boolean).join(' ')).join('\n')

/** What of the log is shown, and a way to carry it elsewhere. */
const Tools = ({ shown, entries, onShow }: { shown: Shown; entries: readonly Entry[]; onShow: (shown: Shown) => void }) => {
  const { t } = useTexts('channels')
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <Segmented
        label={t('log.shown')}
        value={shown}
        onChange={onShow}
        options={[
          { value: 'all', label: t('log.all') },
          { value: 'trouble', label: t('log.trouble') },
        ]}
      />
      {entries.length > 0 && (
        <Button size="sm" icon={Copy} aria-label={t('copy_of', { label: t('log.title') })} onClick={() => void copyText(copiedOf(entries))}>
          {t('copy')}
        </Button>
      )}
    </div>
  )
}

const useLog = (id: string, shown: Shown) =>
  useInfiniteQuery({
    queryKey: [channelRoutes.logs.id, 'pages', id, shown],
    queryFn: ({ pageParam, signal }) =>
      call(
        channelRoutes.logs,
        { params: { id }, query: { limit: 20, ...(shown === 'trouble' && { only: shown }), ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** What the channel did and what its vendor said, the latest first. */
export const Log = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const [shown, setShown] = useState<Shown>('all')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLog(channel.id, shown)
  const entries = data?.pages.flatMap(({ items }) => items)
  const form = formOf(channel)
  return (
    <Section title={t('log.title')}>
      <Tools shown={shown} entries={entries ?? []} onShow={setShown} />
      {entries ? (
        entries.length > 0 ? (
          <ul aria-label={t('log.title')} className="divide-y divide-line">
            {entries.map((entry) => (
              <Line key={entry.id} entry={entry} form={form} />
            ))}
          </ul>
        ) : (
          <p className="text-sm text-fg-3">{t(shown === 'all' ? 'log.empty' : 'log.no_trouble')}</p>
        )
      ) : error ? (
        <ErrorState title={t('log.failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('loading')} className="flex flex-col gap-2">
          {[0, 1, 2].map((row) => (
            <Skeleton key={row} className="h-9" />
          ))}
        </Loading>
      )}
      {hasNextPage && (
        <Button className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('log.more')}
        </Button>
      )}
    </Section>
  )
}
