import { Outlet, useLocation, useMatches, useRouter } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, useState } from 'react'
import { loadTexts, useTexts } from '#lib/i18n/texts.ts'
import { useOwnJobs } from '#lib/own-jobs.ts'
import { connect, disconnect } from '#lib/realtime.ts'
import { useCan, useSession, useTenant } from '#lib/session.ts'
import { setTitleFrame } from '#lib/title.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { NoAccess } from '../no-access.tsx'
import { ConfirmLine } from './confirm-line.tsx'
import { useFollowMyself } from './follow-myself.ts'
import { useKeepTrue } from './keep-true.ts'
import { Nav } from './nav.tsx'
import { ShellKeys } from './shell-keys.tsx'
import { useNotices } from './notices/use-notices.ts'
import { useTaskNotices } from './notices/use-task-notices.ts'
import { openOverlay, useNavFolded, useOverlay } from './shell-state.ts'
import { SignInAgain } from './sign-in-again.tsx'
import { StaleLine } from './stale-line.tsx'
import { TabBar } from './tab-bar.tsx'
import { useUnread } from './unread.ts'
import { useUnsent } from './unsent.ts'
import { Waiting } from './waiting.tsx'

const fetchPalette = () => import('./command-palette.tsx').then((module) => module.CommandPalette)
const CommandPalette = lazyPart(fetchPalette)
const fetchMore = () => import('./more-sheet.tsx').then((module) => module.MoreSheet)
const MoreSheet = lazyPart(fetchMore)
const JobBar = lazyPart(() => Promise.all([import('../../features/jobs/job-bar.tsx'), loadTexts('jobs')]).then(([module]) => module.JobBar))
const ChannelTrouble = lazyPart(() => import('./channel-trouble.tsx').then((module) => module.ChannelTrouble))
const ShortcutHelp = lazyPart(() => import('./shortcut-help.tsx').then((module) => module.ShortcutHelp))

const Page = () => {
  const permission = useMatches({ select: (matches) => matches.findLast(({ staticData }) => staticData.permission)?.staticData.permission })
  const allowed = useCan(permission ?? 'tenant.read')
  return <Suspense fallback={null}>{permission && !allowed ? <NoAccess permission={permission} /> : <Outlet />}</Suspense>
}

/** Takes the focus until the overlay is there: what is typed meanwhile is for the overlay and must not act on the page below. */
const OnItsWay = ({ onTyped }: { onTyped: (text: string) => void }) => {
  const { t } = useTexts('app')
  return <input aria-label={t('find.label')} ref={(element) => element?.focus()} onChange={(event) => onTyped(event.target.value)} className="sr-only top-0" />
}

/** ms after which the page itself has most likely arrived. */
const restAfterStart = 2000

const useRested = (): boolean => {
  const [rested, setRested] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), restAfterStart)
    return () => clearTimeout(timer)
  }, [])
  return rested
}

/** Long work is told once the page stands, or as soon as some is begun. */
const LongWork = ({ lifted }: { lifted: boolean }) => {
  const begun = useOwnJobs().length > 0
  const rested = useRested()
  const allowed = useCan('conversations.read')
  return allowed && (begun || rested) ? (
    <Suspense fallback={null}>
      <JobBar lifted={lifted} onClose={() => undefined} />
    </Suspense>
  ) : null
}

/** Whether channels work is told once the page stands. */
const Channels = () => {
  const allowed = useCan('channels.manage')
  const rested = useRested()
  return allowed && rested ? (
    <Suspense fallback={null}>
      <ChannelTrouble />
    </Suspense>
  ) : null
}

const Overlays = () => {
  const overlay = useOverlay()
  const typed = useRef('')
  const more = overlay === 'more'
  /** From its first opening on it stays, to leave the screen as it came. */
  const [hasMore, setHasMore] = useState(more)
  if (more && !hasMore) setHasMore(true)
  const close = () => {
    typed.current = ''
    openOverlay(null)
  }
  useEffect(() => {
    const fetchAll = () => void Promise.all([fetchPalette(), fetchMore()]).catch(() => undefined)
    const timer = setTimeout(fetchAll, restAfterStart)
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <Suspense fallback={null}>{hasMore && <MoreSheet open={more} />}</Suspense>
      <Suspense fallback={<OnItsWay onTyped={(text) => void (typed.current = text)} />}>
        {overlay === 'palette' && <CommandPalette typedSoFar={() => typed.current} onClose={close} />}
        {overlay === 'keys' && <ShortcutHelp onClose={close} />}
      </Suspense>
    </>
  )
}

/** Navigation around the page, the live connection of the tenant, and what opens over everything. */
const Frame = () => {
  const { t } = useTexts('app')
  const tenant = useTenant()
  const folded = useNavFolded()
  const unread = useUnread()
  useUnsent()
  const covers = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.covers) })
  useEffect(() => {
    connect()
    return disconnect
  }, [tenant.tenantId])
  useFollowMyself()
  useKeepTrue()
  useNotices()
  useTaskNotices()
  useEffect(() => setTitleFrame({ unread, tenant: tenant.name }), [unread, tenant.name])
  useEffect(() => () => setTitleFrame({ unread: 0, tenant: null }), [])
  return (
    <div
      className="flex h-dvh flex-col tablet:grid tablet:grid-rows-[100%]"
      style={{ gridTemplateColumns: `${folded ? 'var(--nav-w-min)' : 'var(--nav-w)'} minmax(0, 1fr)` }}
    >
      <a
        href="#page"
        className="sr-only z-50 rounded-control bg-surface font-semibold shadow-mid focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:px-3! focus:py-2!"
      >
        {t('nav.skip')}
      </a>
      <Nav folded={folded} unread={unread} />
      <div id="page" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
        <StaleLine />
        <ConfirmLine />
        <Channels />
        <div className="min-h-0 flex-1">
          <Page />
        </div>
      </div>
      {!covers && <TabBar unread={unread} />}
      <ShellKeys />
      <Overlays />
      <LongWork lifted={covers} />
      <SignInAgain />
    </div>
  )
}

/** Only somebody signed in sees the frame; whoever signs out is sent to the sign-in, with the way back. */
export const Shell = () => {
  const state = useSession()
  const router = useRouter()
  const href = useLocation({ select: (location) => location.href })
  const away = state.status !== 'signed-in'
  useEffect(() => {
    if (away) void router.navigate({ to: '/login', search: { next: href } })
  }, [away])
  return state.status === 'signed-in' && state.tenant ? <Frame key={state.tenant.tenantId} /> : <Waiting />
}
