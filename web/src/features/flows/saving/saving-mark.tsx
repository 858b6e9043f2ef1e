import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useStore } from '#lib/store.ts'
import { Chip } from '#ui/chip.tsx'
import type { Autosave } from './autosave.ts'

/** Whether the server has what is on screen. */
export const SavingMark = ({ saving }: { saving: Autosave }) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const now = useStore(saving.saving)
  return (
    <span role="status">
      {now.state === 'saved' && <Chip>{t('saving.saved', { when: format.daysAgo(now.at) === 0 ? format.clock(now.at) : format.moment(now.at) })}</Chip>}
      {(now.state === 'waiting' || now.state === 'saving') && <Chip>{t('saving.saving')}</Chip>}
      {now.state === 'retrying' && <Chip tone="warning">{t('saving.retrying')}</Chip>}
      {now.state === 'refused' && (
        <Chip tone="danger" title={now.places.join('\n')}>
          {t('saving.refused')}
        </Chip>
      )}
    </span>
  )
}
