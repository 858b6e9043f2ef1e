import type { Wall } from '@chasqui/contracts'
import { liveRoutes } from '@chasqui/contracts/http/live'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useSearch } from '@tanstack/react-router'
import { MonitorOff } from 'lucide-react'
import { useEffect } from 'react'
import { call } from '#lib/api.ts'
import { isProblem } from '#lib/api-problem.ts'
import { settleLanguage, useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { useTitle } from '#lib/title.ts'
import { useNarrow } from '#ui/use-narrow.ts'
import { Boards } from './boards.tsx'
import { boardsOf } from './boards-of.ts'
import { useCycle } from './use-cycle.ts'
import { useDark } from './use-dark.ts'
import { useWakeLock } from './use-wake-lock.ts'

/** How often the numbers are read, in ms; a lost network or server is tried again as often. */
const pace = 4000
/** From here on the age of the numbers is a warning, in seconds. */
const old = 20

/** The wall: numbers for a screen across the room. Its key stands behind the `#` of the address and is never sent as a part of it. */
export const WallPage = () => {
  const { t } = useTexts('live')
  const key = useLocation({ select: ({ hash }) => hash })
  const { theme } = useSearch({ from: '/live/wall' })
  const narrow = useNarrow()
  const { data, error, dataUpdatedAt } = useQuery({
    queryKey: [liveRoutes.wall.id, key],
    queryFn: ({ signal }) => call(liveRoutes.wall, { body: { key } }, { signal }),
    refetchInterval: pace,
    refetchIntervalInBackground: true,
    // The next reading is the next try.
    retry: false,
    enabled: key.length >= 20,
  })
  useDark(theme !== 'light')
  useWakeLock()
  useTitle(data?.link.name ?? t('title'))
  const locale = data?.locale
  useEffect(() => void (locale && settleLanguage(null, locale, null)), [locale])
  const revoked = key.length < 20 || (isProblem(error) && error.status >= 400 && error.status < 500 && error.status !== 429)
  if (revoked)
    return (
      <main className="grid h-dvh place-content-center justify-items-center gap-4 bg-bg p-6 text-center text-fg">
        <MonitorOff size={56} strokeWidth={1.5} aria-hidden />
        <h1 className="max-w-[24ch] text-[32px] leading-tight font-semibold">{t('wall.gone')}</h1>
        <p className="max-w-[40ch] text-lg text-fg-2">{t('wall.gone_hint')}</p>
      </main>
    )
  if (!data)
    return (
      <main className="grid h-dvh place-content-center bg-bg p-6 text-center text-fg">
        <h1 className="text-[32px] font-semibold">{t(error ? 'wall.unreachable' : 'loading')}</h1>
      </main>
    )
  return <Shown wall={data} readAt={dataUpdatedAt} narrow={narrow} />
}

const Shown = ({ wall, readAt, narrow }: { wall: Wall; readAt: number; narrow: boolean }) => {
  const { t } = useTexts('live')
  const boards = boardsOf(wall.live, narrow ? 1 : 3)
  const { at, step, paused, pause } = useCycle(boards.length)
  const board = boards[at] ?? boards[0]!
  return (
    <main className="flex h-dvh flex-col overflow-hidden bg-bg p-4 text-fg tablet:p-8">
      <header className="flex flex-wrap items-baseline gap-x-4 text-lg text-fg-2 tablet:text-xl">
        <h1 className="min-w-0 flex-1 truncate font-semibold text-fg">{wall.business}</h1>
        <Age readAt={readAt} />
      </header>
      <div className="min-h-0 flex-1 py-4 tablet:py-6">
        <Boards board={board} wall={wall} />
      </div>
      {boards.length > 1 && (
        <footer className="flex items-center justify-center gap-3">
          <div role="group" aria-label={t('wall.boards')} className="flex items-center gap-1">
            {boards.map((one, index) => (
              <button
                key={one.key}
                type="button"
                aria-current={index === at || undefined}
                aria-label={t('wall.board', { number: index + 1, of: boards.length })}
                onClick={() => step(index - at)}
                className="grid size-6 place-items-center rounded-full touch:size-11"
              >
                <span className={`size-2.5 rounded-full ${index === at ? 'bg-fg' : 'border border-fg-3'}`} />
              </button>
            ))}
          </div>
          <button type="button" aria-pressed={paused} onClick={pause} className="min-h-6 rounded-control px-2 text-sm text-fg-2 hover:text-fg touch:min-h-11">
            {t(paused ? 'wall.resume' : 'wall.pause')}
          </button>
        </footer>
      )}
    </main>
  )
}

/** How old what stands there is: a wall that froze must not look alive. */
const Age = ({ readAt }: { readAt: number }) => {
  const { t } = useTexts('live')
  const now = useNow(1000)
  const age = now === null ? 0 : Math.max(0, Math.round((Date.now() - readAt) / 1000))
  return (
    <p className={age >= old ? 'rounded-control bg-danger px-3 font-semibold text-on-danger' : 'tabular'}>
      {t(age >= old ? 'wall.old' : 'wall.age', { count: age })}
    </p>
  )
}
