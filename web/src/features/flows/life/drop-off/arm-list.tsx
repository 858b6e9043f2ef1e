import type { Arm, ArmsCompared } from '@chasqui/contracts'
import { Trophy } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Chip } from '#ui/chip.tsx'

/** The share of an arm, and between which shares the true one lies. */
const Interval = ({ arm: { rate, low, high } }: { arm: Arm }) => (
  <span aria-hidden className="relative block h-2 rounded-full bg-surface-3">
    <span className="absolute inset-y-0 rounded-full bg-primary/45" style={{ left: `${low * 100}%`, width: `${Math.max(1, (high - low) * 100)}%` }} />
    <span className="absolute -inset-y-0.5 w-[3px] rounded-full bg-primary" style={{ left: `calc(${rate * 100}% - 1px)` }} />
  </span>
)

/** How each arm does, and whether one does better: nothing is said before there are people enough. */
export const ArmList = ({ compared, nameOf }: { compared: ArmsCompared; nameOf: (way: string | null) => string }) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  return (
    <>
      <ul className="flex flex-col gap-3">
        {compared.arms.map((arm) => (
          <li key={arm.way} className="flex flex-col gap-1 text-sm">
            <span className="flex items-center gap-2">
              <b className="min-w-0 flex-1 truncate font-medium">{nameOf(arm.way)}</b>
              {compared.best !== null && compared.best === arm.way && (
                <Chip tone="success" icon={Trophy}>
                  {t('arms.best')}
                </Chip>
              )}
              <span className="tabular">{format.percent(arm.rate)}</span>
            </span>
            <Interval arm={arm} />
            <span className="text-xs text-fg-2 tabular">
              {t('arms.reached', { reached: format.number(arm.reached), count: arm.people })} ·{' '}
              {t('arms.between', { low: format.percent(arm.low), high: format.percent(arm.high) })}
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm">
        {compared.verdict === 'difference' && compared.best !== null
          ? t('arms.difference', { name: nameOf(compared.best) })
          : t('arms.no_difference', { needed: format.number(compared.needed) })}
      </p>
    </>
  )
}
