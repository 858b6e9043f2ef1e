export type Point = { latitude: number; longitude: number }

const numbers = String.raw`(-?\d{1,3}(?:\.\d+)?)`
/** As maps put it into the address of a place. */
const inAddress = new RegExp(`[@=/]${numbers},${numbers}(?![\\d.])`)
const alone = new RegExp(`^\\s*${numbers}\\s*[,;\\s]\\s*${numbers}\\s*$`)

/** Latitude and longitude as people copy them from a map: the two numbers, or the address of the place. Null when it is neither. */
export const pointIn = (text: string): Point | null => {
  const found = alone.exec(text) ?? inAddress.exec(text)
  if (!found) return null
  const [latitude, longitude] = [Number(found[1]), Number(found[2])]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}
