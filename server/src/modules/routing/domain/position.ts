/** Seconds between two words about the position. */
export const quietSeconds = 120

/** Whether a place in the line that somebody was told is worth another word: it changed by half, and the last word was a while ago. */
export const isNews = (told: { position: number; at: Date } | null, position: number, now: Date): boolean =>
  told === null || (now.getTime() - told.at.getTime() >= quietSeconds * 1000 && Math.abs(position - told.position) * 2 >= told.position)

export const medianOf = (values: readonly number[]): number | null => {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Seconds until the turn of somebody at a position, as the last ones waited; null where nothing is known or nobody is there. */
export const expectedWait = (recentWaits: readonly number[], position: number, present: number): number | null => {
  const median = medianOf(recentWaits)
  return median === null || present === 0 ? null : Math.round((median * position) / present)
}

const texts = {
  es: { place: (n: number) => `Tu lugar en la fila: ${n}.`, wait: (minutes: number) => ` Espera aproximada: ${minutes} min.` },
  pt: { place: (n: number) => `Seu lugar na fila: ${n}.`, wait: (minutes: number) => ` Espera aproximada: ${minutes} min.` },
  en: { place: (n: number) => `Your place in line: ${n}.`, wait: (minutes: number) => ` Approximate wait: ${minutes} min.` },
}

/** In the language of whoever waits; Spanish where it is not known. */
export const positionText = (language: string | null, position: number, waitSeconds: number | null): string => {
  const spoken = language?.slice(0, 2).toLowerCase()
  const { place, wait } = spoken === 'pt' ? texts.pt : spoken === 'en' ? texts.en : texts.es
  return place(position) + (waitSeconds === null ? '' : wait(Math.max(1, Math.round(waitSeconds / 60))))
}
