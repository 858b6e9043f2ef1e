import type { Flow, GalleryLocale } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { languageName } from '#lib/language-name.ts'
import { Banner } from '#ui/banner.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { blankFlow } from '../language/blank-flow.ts'
import { blank, GalleryChoices, useGallery } from './gallery-cards.tsx'
import { FlowNameDialog } from './name-dialog.tsx'

const locales: readonly GalleryLocale[] = ['es', 'pt-BR', 'en']

type NewDialogProps = { first?: string; onClose: () => void; onDone: (flow: Flow) => void }

/** A new flow: blank, with the words that work at every step, or a ready-made one in the language in which customers are spoken to. */
export const NewDialog = ({ first = blank, ...rest }: NewDialogProps) => {
  const { t } = useTexts('flows')
  const [locale, setLocale] = useState<GalleryLocale>()
  const { data, error } = useGallery()
  const [chosen, setChosen] = useState(first)
  const [written, setWritten] = useState<string | null>(null)
  const spoken = locale ?? data?.spoken
  const readyMade = data?.items.find(({ id }) => id === chosen)
  return (
    <FlowNameDialog
      title={t('new.title')}
      description={t('new.hint')}
      verb={t('new.verb')}
      width="lg"
      name={written ?? readyMade?.name ?? ''}
      onName={setWritten}
      does={(name) =>
        readyMade
          ? call(flowRoutes.createReadyMade, { body: { readyMade: readyMade.id, name, ...(spoken && { locale: spoken }) } })
          : call(flowRoutes.create, { body: { name, definition: blankFlow() } })
      }
      below={
        readyMade &&
        spoken && (
          <SelectField
            label={t('new.language')}
            value={spoken}
            options={locales.map((value) => ({ value, label: languageName(value) }))}
            onChange={setLocale}
          />
        )
      }
      {...rest}
    >
      {error && !data && <Banner tone="warning">{t('new.failed')}</Banner>}
      <GalleryChoices flows={data?.items ?? []} chosen={readyMade ? chosen : blank} onChoose={setChosen} />
      {!data && !error && (
        <Loading label={t('loading')} className="grid gap-2 tablet:grid-cols-2">
          {[0, 1, 2, 3].map((card) => (
            <Skeleton key={card} className="h-24" />
          ))}
        </Loading>
      )}
    </FlowNameDialog>
  )
}
