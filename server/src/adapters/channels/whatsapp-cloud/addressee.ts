import type { Address } from '#channels'
import type { Json } from '#platform/foreign-json/loose-json'
import { isBusinessScoped } from './sender.ts'

/**
 * Phone numbers go into `to`, scoped ids into `recipient`: a scoped id in `to` is answered with 200 and an id and then silently dropped
 * (reference 3.5). Null for addresses of other channels.
 */
export const addressee = (to: Address): Json | null => {
  if (to.kind === 'bsuid' || (to.kind === 'phone' && isBusinessScoped(to.value))) return { recipient_type: 'individual', recipient: to.value }
  return to.kind === 'phone' ? { recipient_type: 'individual', to: to.value.replace(/\D/g, '') } : null
}
