/** A message of several bubbles has one `mid`; each bubble after the first gets a name of its own. */
export const partId = (mid: string, index: number): string => (index === 0 ? mid : `${mid}#${index}`)

/** More than either app lets a person send at once. */
export const MOST_PARTS = 30
