import type { Flow, GalleryLocale } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { languageName } from '#lib/language-name.ts'
import { Banner } from '#ui/banner.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { blankFlow } from '../language/blank-flow.ts'
import { blank, ChosenFlow, FlowButtons, GalleryChoices, useGallery } from './gallery-cards.tsx'
import { FlowNameDialog } from './name-dialog.tsx'

const locales: readonly GalleryLocale[] = ['es', 'pt-BR', 'en']

/** `first`: what was chosen already. */
type NewDialogProps = { first?: string; onClose: () => void; onDone: (flow: Flow) => void }

/** A new flow: blank, with the words that work at every step, or a ready-made one in the language in which customers are spoken to. */
export const NewDialog = ({ first, ...rest }: NewDialogProps) => {
  const { t } = useTexts('flows')
  const isNarrow = useNarrow()
  const { data, error } = useGallery()
  const [chosen, setChosen] = useState(first ?? blank)
  // On phones the name would be far below what is chosen: it is asked afterwards.
  const [isPicked, setPicked] = useState(first !== undefined)
  const [written, setWritten] = useState<string | null>(null)
  const [asked, setAsked] = useState<GalleryLocale>()
  const locale = asked ?? data?.spoken
  const readyMade = data?.items.find(({ id }) => id === chosen)
  const pick = (id: string) => {
    setChosen(id)
    setPicked(true)
  }
  const choices = () => {
    if (isPicked) return <ChosenFlow flow={readyMade ?? null} onAnother={() => setPicked(false)} />
    return isNarrow ? <FlowButtons onChoose={pick} /> : <GalleryChoices flows={data?.items ?? []} chosen={readyMade ? chosen : blank} onChoose={setChosen} />
  }
  return (
    <FlowNameDialog
      title={t('new.title')}
      description={t('new.hint')}
      verb={t('new.verb')}
      width="lg"
      isChoosing={isNarrow && !isPicked}
      name={written ?? readyMade?.name ?? ''}
      onName={setWritten}
      does={(name) =>
        readyMade
          ? call(flowRoutes.createReadyMade, { body: { readyMade: readyMade.id, name, ...(locale && { locale }) } })
          : call(flowRoutes.create, { body: { name, definition: blankFlow() } })
      }
      below={
        readyMade &&
        locale && (
          <SelectField label={t('new.language')} value={locale} options={locales.map((value) => ({ value, label: languageName(value) }))} onChange={setAsked} />
        )
      }
      {...rest}
    >
      {error && !data && <Banner tone="warning">{t('new.failed')}</Banner>}
      {choices()}
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
