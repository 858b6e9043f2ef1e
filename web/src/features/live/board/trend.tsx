import type { LiveQueue } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'

const [wide, high] = [120, 28]

/** How many waited in the last hour, as a line; told in words, too. */
export const Trend = ({ steps }: { steps: LiveQueue['trend'] }) => {
  const { t } = useTexts('live')
  const most = Math.max(1, ...steps.map(({ waiting }) => waiting))
  const points = steps.map(
    ({ waiting }, at) => `${((at / Math.max(1, steps.length - 1)) * wide).toFixed(1)},${(high - 2 - (waiting / most) * (high - 4)).toFixed(1)}`,
  )
  const words = t('queue.trend', { from: steps[0]?.waiting ?? 0, most: Math.max(0, ...steps.map(({ waiting }) => waiting)), to: steps.at(-1)?.waiting ?? 0 })
  return (
    <svg viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={words} className="h-7 w-full max-w-44 text-primary" preserveAspectRatio="none">
      <title>{words}</title>
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="2" vectorEffect="non-scaling-stroke" strokeLinejoin="round" />
    </svg>
  )
}
