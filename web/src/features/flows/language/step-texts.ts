import type { FlowNodeType, FlowTrigger } from '@chasqui/contracts'
import type { StepGroup } from '@chasqui/flow/form'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'

type Labelled = { label?: string; hint?: string }
/** The texts beside a type of step or trigger. */
export type OneStep = {
  name?: string
  about?: string
  fields?: Record<string, Labelled>
  choices?: Record<string, Record<string, string>>
  outputs?: Record<string, string>
  problems?: Record<string, string>
}
export type StepTexts = {
  steps: Readonly<Record<string, OneStep>>
  triggers: Readonly<Record<string, OneStep>>
  shared: OneStep & { groups?: Partial<Record<StepGroup, string>> }
  /** What can be wrong, by its code: whichever type brings it, a code has one meaning. */
  problems: Readonly<Record<string, string>>
}

type Files = { steps: Record<string, unknown>; triggers: Record<string, unknown>; shared: Record<string, unknown> }

/** One file for all types of a language: each a request of its own would weigh more than all of them together. */
const files: Readonly<Record<string, () => Promise<Files>>> = {
  en: () => import('./by-language/en.ts'),
  es: () => import('./by-language/es.ts'),
  'es-AR': () => import('./by-language/es-AR.ts'),
  'pt-BR': () => import('./by-language/pt-BR.ts'),
}

const typeIn = (path: string): string => /([^/]+)\/texts\/[^/]+$/.exec(path)?.[1] ?? ''
const byType = (found: Record<string, unknown>) => Object.fromEntries(Object.entries(found).map(([path, texts]) => [typeIn(path), texts as OneStep]))

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const over = (below: unknown, above: unknown): unknown =>
  isRecord(below) && isRecord(above)
    ? Object.fromEntries(
        [...new Set([...Object.keys(below), ...Object.keys(above)])].map((key) => [key, key in above ? over(below[key], above[key]) : below[key]]),
      )
    : (above ?? below)

const textsIn = ({ steps, triggers, shared }: Files): StepTexts => {
  const all = [...Object.values(steps), ...Object.values(triggers), ...Object.values(shared)] as OneStep[]
  return {
    steps: byType(steps),
    triggers: byType(triggers),
    shared: Object.values(shared)[0] ?? {},
    problems: Object.assign({}, ...all.map(({ problems }) => problems)) as Record<string, string>,
  }
}

/** The overlay of a region holds only what differs. */
const loadTexts = async (language: string): Promise<StepTexts> => {
  const [base, overlay] = await Promise.all([files[language === 'es-AR' ? 'es' : language]!(), language === 'es-AR' ? files[language]!() : null])
  return overlay ? (over(textsIn(base), textsIn(overlay)) as StepTexts) : textsIn(base)
}

/** The texts of all types of steps and triggers in a language, as a question that is asked once. */
export const askedStepTexts = (language: string) => {
  const known = language in files ? language : 'es'
  return queryOptions({ queryKey: ['texts of steps', known], queryFn: () => loadTexts(known), staleTime: Infinity })
}

/** Those of the language that is shown; undefined until they are there. */
export const useLoadedStepTexts = (): StepTexts | undefined => useQuery({ ...askedStepTexts(useTexts().i18n.language), placeholderData: keepPreviousData }).data

export const StepTextsContext = createContext<StepTexts>({ steps: {}, triggers: {}, shared: {}, problems: {} })
export const useStepTexts = (): StepTexts => useContext(StepTextsContext)

export const textsOf = ({ steps }: StepTexts, type: FlowNodeType): OneStep => steps[type] ?? {}
export const textsOfTrigger = ({ triggers }: StepTexts, type: FlowTrigger['type']): OneStep => triggers[type] ?? {}
