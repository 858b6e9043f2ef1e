import type { Channel } from '@chasqui/contracts'
import { Suspense } from 'react'
import { Skeleton } from '#ui/skeleton.tsx'
import type { KindForm } from '../kinds/kind.ts'
import { Abilities } from './abilities.tsx'
import { Answering } from './answering.tsx'
import { ConnectionSettings } from './connection-settings.tsx'

/** Whom it answers and with what, the account behind it, and what it can carry. */
export const SettingsTab = ({ channel, form }: { channel: Channel; form: KindForm | null }) => {
  const Settings = form?.Settings
  return (
    <div className="grid gap-4 laptop:grid-cols-[minmax(0,1fr)_320px]">
      <div className="flex min-w-0 flex-col gap-4">
        <Answering channel={channel} />
        {Settings ? (
          <Suspense fallback={<Skeleton className="h-72" />}>
            <Settings key={channel.id} channel={channel} />
          </Suspense>
        ) : (
          form && <ConnectionSettings key={channel.id} channel={channel} form={form} />
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Abilities channel={channel} />
      </div>
    </div>
  )
}
