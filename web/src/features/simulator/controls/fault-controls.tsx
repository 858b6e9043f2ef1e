import type { Faults } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { Switch } from '#ui/switch.tsx'
import { noFaults } from '../data/no-faults.ts'
import { isFaulty, setFaults, useFaults } from '../data/use-faults.ts'
import { FailingSends } from './failing-sends.tsx'
import { Group } from './group.tsx'
import { NumberSetting } from './number-setting.tsx'

const Settings = ({ faults, change }: { faults: Faults; change: (part: Partial<Faults>) => void }) => {
  const { t } = useTexts('simulator')
  return (
    <>
      <Group title={t('faults.phone')}>
        <Switch
          label={t('faults.never_deliver')}
          hint={t('faults.never_deliver_hint')}
          checked={faults.neverDeliver}
          onChange={(neverDeliver) => change({ neverDeliver })}
        />
        <Switch label={t('faults.never_read')} hint={t('faults.never_read_hint')} checked={faults.neverRead} onChange={(neverRead) => change({ neverRead })} />
      </Group>
      <Group title={t('faults.network')}>
        <NumberSetting
          label={t('faults.delay')}
          hint={t('faults.delay_hint')}
          value={faults.delaySeconds}
          most={3600}
          presets={[0, 5, 30, 300]}
          onChange={(delaySeconds) => change({ delaySeconds })}
        />
        <Switch label={t('faults.duplicate')} hint={t('faults.duplicate_hint')} checked={faults.duplicate} onChange={(duplicate) => change({ duplicate })} />
        <Switch label={t('faults.reorder')} hint={t('faults.reorder_hint')} checked={faults.reorder} onChange={(reorder) => change({ reorder })} />
        <NumberSetting
          label={t('faults.lost')}
          hint={t('faults.lost_hint')}
          value={Math.round(faults.lostAnswers * 100)}
          most={100}
          presets={[0, 50, 100]}
          onChange={(percent) => change({ lostAnswers: percent / 100 })}
        />
      </Group>
      <Group title={t('faults.refusals')}>
        <FailingSends value={faults.failSends} onChange={(failSends) => change({ failSends })} />
      </Group>
    </>
  )
}

/** What goes wrong on purpose, for all phones of the channel. Every change is in force at once. */
export const FaultControls = ({ channelId }: { channelId: string }) => {
  const { t } = useTexts('simulator')
  const { data: faults, error, refetch } = useFaults(channelId)
  if (!faults && error) return <ErrorState title={t('faults.unread')} error={error} onRetry={() => void refetch()} />
  if (!faults)
    return (
      <Loading label={t('faults.loading')} className="flex flex-col gap-4">
        {[0, 1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-9" />
        ))}
      </Loading>
    )
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-fg-2">{t('faults.text')}</p>
      <Settings faults={faults} change={(part) => void setFaults(channelId, { ...faults, ...part })} />
      <Button disabled={!isFaulty(faults)} onClick={() => void setFaults(channelId, noFaults)}>
        {t('faults.none')}
      </Button>
    </div>
  )
}
