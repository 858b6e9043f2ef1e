import type { GalleryLocale, ReadyMadeFlow } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronRight, File } from 'lucide-react'
import { useId } from 'react'
import { asked } from '#lib/api.ts'
import { shownLanguage, useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { groupLooks } from '../language/group-looks.ts'
import { StepIcon, TypeIcon } from '../language/step-icons.ts'
import { groupOf, isStepType } from '../language/step-types.ts'

/** A flow without steps, among the ready-made ones. */
export const blank = 'blank'

/** The language of a screen that is one of theirs. */
const told = (): GalleryLocale => {
  const [language] = shownLanguage().split('-')
  return language === 'pt' ? 'pt-BR' : language === 'en' ? 'en' : 'es'
}

/** Ready-made flows, told in the language of the screen. */
export const useGallery = () => useQuery({ ...asked(flowRoutes.gallery, { query: { locale: told() } }), placeholderData: keepPreviousData })

/** How a flow goes, as the icons of its first steps and its last. */
const Path = ({ path }: { path: readonly string[] }) => (
  <span className="flex items-center gap-0.5" aria-hidden>
    {path.filter(isStepType).map((type, at) => (
      // A kind of step comes more than once, and its place is what tells it apart.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={at} className="flex items-center gap-0.5">
        {at > 0 && <ChevronRight size={12} strokeWidth={1.75} className="text-fg-3" />}
        <StepIcon type={type} size={15} className={groupLooks[groupOf(type)]} />
      </span>
    ))}
  </span>
)

type FaceProps = { flow: ReadyMadeFlow | null; titleId?: string; aboutId?: string }

/** What a card shows: what the flow is called, what it does, how it goes, and what it needs. */
const Face = ({ flow, titleId, aboutId }: FaceProps) => {
  const { t } = useTexts('flows')
  return (
    <>
      {flow ? (
        <TypeIcon name={flow.icon} size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-primary" aria-hidden />
      ) : (
        <File size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-fg-3" aria-hidden />
      )}
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <strong id={titleId} className="text-base font-semibold">
          {flow?.name ?? t('new.blank')}
        </strong>
        <span id={aboutId} className="flex flex-1 flex-col gap-1.5 text-sm text-fg-2">
          <span className="flex-1">{flow?.about ?? t('new.blank_about')}</span>
          {flow?.needs.map((need) => (
            <span key={need} className="text-xs text-fg-3">
              {t(`new.needs.${need}`)}
            </span>
          ))}
          {flow && (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-fg-3">
              <Path path={flow.path} />
              {t('list.steps', { count: flow.steps })}
            </span>
          )}
        </span>
      </span>
    </>
  )
}

const cardLook = 'flex items-start gap-3 rounded-card border border-line bg-surface p-3 text-left'
const gridLook = 'grid gap-2 tablet:grid-cols-2'

type ChoiceProps = { name: string; value: string; flow: ReadyMadeFlow | null; isChosen: boolean; onChoose: (id: string) => void }

const Choice = ({ name, value, flow, isChosen, onChoose }: ChoiceProps) => {
  const id = useId()
  return (
    <label
      className={`${cardLook} cursor-pointer hover:bg-surface-2 has-checked:border-primary has-checked:bg-primary-subtle has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary`}
    >
      <input
        type="radio"
        name={name}
        value={value}
        checked={isChosen}
        onChange={() => onChoose(value)}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-about`}
        className="sr-only"
      />
      <Face flow={flow} titleId={`${id}-title`} aboutId={`${id}-about`} />
    </label>
  )
}

type GalleryProps = { flows: readonly ReadyMadeFlow[]; chosen: string; onChoose: (id: string) => void }

/** What a new flow begins as: blank, or one of the ready-made ones. */
export const GalleryChoices = ({ flows, chosen, onChoose }: GalleryProps) => {
  const { t } = useTexts('flows')
  const name = useId()
  return (
    <fieldset>
      <legend className="sr-only">{t('new.begin')}</legend>
      <div className={gridLook}>
        {[null, ...flows].map((flow) => {
          const value = flow?.id ?? blank
          return <Choice key={value} name={name} value={value} flow={flow} isChosen={chosen === value} onChoose={onChoose} />
        })}
      </div>
    </fieldset>
  )
}

/** What was chosen, where the others are out of sight; they come back by a press. */
export const ChosenFlow = ({ flow, onAnother }: { flow: ReadyMadeFlow | null; onAnother: () => void }) => {
  const { t } = useTexts('flows')
  return (
    <div className="flex flex-col items-start gap-2">
      <div className={`${cardLook} w-full`}>
        <Face flow={flow} />
      </div>
      <Button onClick={onAnother}>{t('new.another')}</Button>
    </div>
  )
}

/** The same where each is a press: where there is no flow yet, and on phones. */
export const FlowButtons = ({ onChoose }: { onChoose: (id: string) => void }) => {
  const { t } = useTexts('flows')
  const { data } = useGallery()
  return (
    <ul aria-label={t('new.begin')} className={gridLook}>
      {[null, ...(data?.items ?? [])].map((flow) => (
        <li key={flow?.id ?? blank} className="flex">
          <button type="button" className={`${cardLook} w-full hover:bg-surface-2`} onClick={() => onChoose(flow?.id ?? blank)}>
            <Face flow={flow} />
          </button>
        </li>
      ))}
    </ul>
  )
}
