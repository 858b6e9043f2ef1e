import { type ReactNode, Suspense } from 'react'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { useTexts } from '#lib/i18n/texts.ts'
import type { PlainCanvasProps } from './plain-canvas.tsx'

const PlainCanvas = lazyPart(() => import('./plain-canvas.tsx').then((module) => module.PlainCanvas))

/** A flow to look at with what there is to say about it beside; where there is no room for both, the words alone, which tell everything. */
export const Beside = ({ laptop, canvas, children }: { laptop: boolean; canvas: PlainCanvasProps | null; children: ReactNode }) => {
  const { t } = useTexts('flows')
  return (
    <div className="flex min-h-0 flex-1">
      {laptop && canvas && (
        <Suspense fallback={<div className="flex-1" />}>
          <PlainCanvas {...canvas} />
        </Suspense>
      )}
      {laptop && !canvas && (
        <Loading label={t('loading')} className="flex-1 p-4">
          <Skeleton className="h-full" />
        </Loading>
      )}
      <div className={`min-w-0 overflow-y-auto bg-surface ${laptop ? 'w-[420px] shrink-0 border-l border-line' : 'flex-1'}`}>{children}</div>
    </div>
  )
}
