import type { SimulatedPhone } from '@chasqui/contracts'
import { useEffect } from 'react'
import { keep, readKept } from '#lib/kept.ts'
import { createStore, useStore } from '#lib/store.ts'

/** Which customer one acts as, per channel; the dock and the full page share it, and this browser remembers it. */
const chosen = createStore<Readonly<Record<string, string>>>({})
const place = (channelId: string) => `simulator-person.${channelId}`

export const choosePerson = (channelId: string, phone: string) => {
  keep(place(channelId), phone)
  chosen.set({ ...chosen.get(), [channelId]: phone })
}

/**
 * Without a choice: whoever was active last, else the first; null when there is nobody. That person then stays, though others write later
 * and the list changes its order.
 */
export const useChosenPerson = (channelId: string, people: readonly SimulatedPhone[]): SimulatedPhone | null => {
  const phone = useStore(chosen, (all) => all[channelId]) ?? readKept(place(channelId))
  const person = people.find((one) => one.phone === phone) ?? people[0] ?? null
  const settled = person?.phone
  useEffect(() => {
    if (settled && settled !== phone) choosePerson(channelId, settled)
  }, [channelId, phone, settled])
  return person
}
