import { queryClient } from '#lib/query-client.ts'
import { useRealtime } from '#lib/realtime.ts'
import { useSettled } from '#lib/use-settled.ts'
import { screenKey } from './use-screen.ts'

/** Hints of one burst are answered together, after so many ms: a greeting changes the screen several times within a blink. */
const burst = 40

export const readScreenAgain = (channelId: string, phone: string) => queryClient.invalidateQueries({ queryKey: screenKey(channelId, phone) })

/** Follows one phone while mounted: the socket says that a screen changed, and the screen is read again. */
export const useHints = (channelId: string, phone: string) => {
  const readScreen = useSettled(() => void readScreenAgain(channelId, phone), burst)
  useRealtime('simulator.screen', (hint) => {
    if (hint.channelId === channelId && hint.phone === phone && !hint.typing) readScreen()
  })
}
