import type { SimulatedPhone } from '@chasqui/contracts'
import { useFormat } from '#lib/format.ts'

/** The number for reading; people who hide theirs go by their id. */
export const useShownPhone = () => {
  const format = useFormat()
  return (phone: string) => (/^\d+$/.test(phone) ? format.phone(`+${phone}`) : phone)
}

/** Somebody without a name goes by the number, as numbers are written here. */
export const useShownName = () => {
  const shownPhone = useShownPhone()
  return ({ name, phone }: Pick<SimulatedPhone, 'name' | 'phone'>) => (name === phone ? shownPhone(phone) : name)
}
