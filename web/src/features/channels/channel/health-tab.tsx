import type { Channel } from '@chasqui/contracts'
import { Suspense } from 'react'
import type { KindForm } from '../kinds/kind.ts'
import { AskForHelp } from './ask-for-help.tsx'
import { Checks } from './checks.tsx'
import { Doing } from './doing/doing.tsx'
import { Guard } from './guard.tsx'
import { Health } from './health.tsx'
import { LineFacts } from './line-gauges.tsx'
import { Standing } from './standing.tsx'

/** How it is, and what has to be put right. */
export const HealthTab = ({ channel, form }: { channel: Channel; form: KindForm | null }) => {
  const Past = form?.Past
  return (
    <>
      {Past && (
        <Suspense fallback={null}>
          <Past channel={channel} />
        </Suspense>
      )}
      <Health channel={channel} />
      <Doing channel={channel} />
      <LineFacts channel={channel} />
      <Guard channel={channel} />
      <Standing channel={channel} />
      <Checks channel={channel} />
      <AskForHelp channel={channel} />
    </>
  )
}
