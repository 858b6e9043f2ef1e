import type { Channel } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'

/** Why a channel does not work now, and what that means for what is written; null while it does. */
export const useStateWords = (): ((channel: Pick<Channel, 'state' | 'link'>) => string | null) => {
  const { t } = useTexts('channels')
  return ({ state, link }) => {
    if (link) return t(`link_hint.${link}`)
    return state === 'connected' ? null : t(`state_hint.${state}`)
  }
}
