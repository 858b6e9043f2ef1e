import { lazyPart } from '#ui/lazy-part.tsx'
import { type ReactNode, Suspense } from 'react'
import { loadTexts } from '#lib/i18n/texts.ts'
import type { ListFilter } from '../cache/list-filter.ts'
import { usePicked } from './selection.ts'

const BulkBar = lazyPart(() => Promise.all([import('./bulk-bar.tsx'), loadTexts('jobs')]).then(([module]) => module.BulkBar))

/** The foot of the list: what can be done with what is picked, or else what stands there. */
export const BulkFoot = ({ filter, children }: { filter: ListFilter; children: ReactNode }) => {
  const picked = usePicked(filter)
  return picked ? (
    <Suspense fallback={children}>
      <BulkBar filter={filter} picked={picked} />
    </Suspense>
  ) : (
    children
  )
}
