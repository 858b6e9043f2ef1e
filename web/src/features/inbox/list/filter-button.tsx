import { ListFilter as FilterIcon } from 'lucide-react'
import { Suspense } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Popover } from '#ui/popover.tsx'
import type { InboxAddress } from '../address/use-inbox-address.ts'

const Filters = lazyPart(() => import('./filters.tsx').then(({ Filters }) => Filters))

/** Narrows the list and puts it in another order; how many filters are in force stands on the button. */
export const FilterButton = ({ address }: { address: InboxAddress }) => {
  const { t } = useTexts('inbox')
  const inForce = Object.keys(address.words).length
  return (
    <span className="relative">
      <Popover
        label={t('filter.label')}
        trigger={<IconButton icon={FilterIcon} label={inForce ? t('filter.in_force', { count: inForce }) : t('filter.label')} />}
      >
        <Suspense fallback={<div className="h-96" aria-busy />}>
          <Filters address={address} />
        </Suspense>
      </Popover>
      {(inForce > 0 || address.search.sort) && <span className="pointer-events-none absolute top-1 right-1 size-2 rounded-full bg-primary" aria-hidden />}
    </span>
  )
}
