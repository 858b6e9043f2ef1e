import { ArrowDown } from 'lucide-react'
import { useMemo } from 'react'
import { useFormat } from '#lib/format.ts'
import { dayMark } from '#lib/format/time.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { serverNow } from '#lib/server-clock.ts'
import { Button } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Bubble, hasMenu } from '../bubbles/bubble.tsx'
import { TypingBubble } from '../bubbles/typing-bubble.tsx'
import type { useScreen } from '../data/use-screen.ts'
import { useWaiting, withWaiting } from '../data/waiting.ts'
import { FirstWords } from './first-words.tsx'
import { screenItems } from './screen-items.ts'
import { ScreenSkeleton } from './screen-skeleton.tsx'
import { useTalk } from './talk.ts'
import { useStickToEnd } from './use-stick-to-end.ts'

type ScreenProps = { screen: ReturnType<typeof useScreen>; typing: boolean }

const Day = ({ label }: { label: string }) => (
  <p className="text-center">
    <span className="inline-block rounded-full bg-surface px-2.5 py-[3px] text-xs text-fg-2 shadow-low first-letter:uppercase">{label}</span>
  </p>
)

const Messages = ({ screen, typing }: ScreenProps) => {
  const { t } = useTexts('simulator')
  const { speaker } = useTalk()
  const { place } = useFormat()
  const now = (useNow(30_000) ?? serverNow()) + (speaker.aheadSeconds ?? 0) * 1000
  const waiting = useWaiting(speaker)
  const shown = useMemo(() => withWaiting(screen.messages, waiting), [screen.messages, waiting])
  const newest = shown.at(-1)
  const stop = shown.findLast(hasMenu)?.message.id
  const quoted = (id: string | null) => screen.messages.find((message) => message.id === id) ?? null
  const { box, content, behind, toEnd, onScroll } = useStickToEnd({ first: shown[0]?.message.id, last: newest?.message.id, own: Boolean(newest?.waiting) })
  if (shown.length === 0) return <FirstWords />
  return (
    <div className="relative min-h-0 flex-1">
      <div ref={box} onScroll={onScroll} className="h-full overflow-y-auto overscroll-contain">
        <div ref={content} role="log" aria-label={t('screen.label')} className="flex min-h-full flex-col gap-1.5 p-3">
          {screen.hasNextPage && (
            <Button look="quiet" size="sm" className="self-center" busy={screen.isFetchingNextPage} onClick={() => void screen.fetchNextPage()}>
              {t('screen.older')}
            </Button>
          )}
          {screenItems(shown, (at) => dayMark(place, at, now)).map((item) =>
            item.kind === 'day' ? (
              <Day key={item.key} label={item.label} />
            ) : (
              <Bubble key={item.key} shown={item.shown} first={item.first} stop={item.shown.message.id === stop} quoted={quoted(item.shown.message.quoted)} />
            ),
          )}
          {typing && <TypingBubble />}
        </div>
      </div>
      {behind && (
        <Button size="sm" icon={ArrowDown} onClick={toEnd} className="absolute bottom-2 left-1/2 -translate-x-1/2 rounded-full shadow-mid">
          {t('screen.newer')}
        </Button>
      )}
    </div>
  )
}

/** Everything between the phone's header and its input. */
export const Screen = ({ screen, typing }: ScreenProps) => {
  const { t } = useTexts('simulator')
  if (screen.data) return <Messages screen={screen} typing={typing} />
  if (screen.error) return <ErrorState title={t('screen.failed')} error={screen.error} onRetry={() => void screen.refetch()} className="min-h-0 flex-1" />
  return <ScreenSkeleton />
}
