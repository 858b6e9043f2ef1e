import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type Panel = 'versions' | 'drop-off' | 'tests'
export type Range = 7 | 30 | 90 | 365
export type Side = number | 'draft'
/** What is looked at in place of the draft, as it stands in the address: `from` and `to` are compared; `days` and `version` say which people count. */
export type LifeSearch = { panel?: Panel; from?: number; to?: Side; days?: Range; version?: number; step?: string }

const from = '/a/$tenant/flows/$flowId'

export const useLifeSearch = (): LifeSearch => useSearch({ from })

/** Goes to another look at the flow: what is not named stays, `undefined` takes it out of the address. */
export const useGo = () => {
  const navigate = useNavigate({ from })
  return useCallback(
    (change: { [Key in keyof LifeSearch]?: LifeSearch[Key] | undefined }, { replace = false } = {}) =>
      void navigate({
        to: '.',
        replace,
        search: (before: LifeSearch) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)) as LifeSearch,
      }),
    [navigate],
  )
}

/** Back to the draft. */
export const nothingElse = { panel: undefined, from: undefined, to: undefined, days: undefined, version: undefined, step: undefined } as const
