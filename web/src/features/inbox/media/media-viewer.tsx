import type { Message } from '@chasqui/contracts'
import { Suspense, useEffect } from 'react'
import { useStore } from '#lib/store.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { mediaOf, viewing } from './viewer-state.ts'

const Viewer = lazyPart(() => import('./viewer.tsx').then((module) => module.Viewer))

/** The picture or film of the thread that somebody looks at, if any. */
export const MediaViewer = ({ messages }: { messages: readonly Message[] }) => {
  const shown = useStore(viewing)
  // A thread that is left takes its viewer along.
  useEffect(() => () => viewing.set(null), [])
  if (!shown) return null
  return (
    <Suspense fallback={null}>
      <Viewer key="viewer" shown={shown} all={mediaOf(messages)} />
    </Suspense>
  )
}
