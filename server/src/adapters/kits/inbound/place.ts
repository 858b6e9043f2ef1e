import type { MessageContent } from '@chasqui/contracts'
import { number, words } from '#platform/foreign-json/loose-json'

type Given = Partial<Record<'latitude' | 'longitude' | 'name' | 'address' | 'url', unknown>>

/** A place as a vendor tells it. Coordinates are numbers, or strings in some clients; out of range means that it is no place. */
export const placeContent = (given: Given): MessageContent | null => {
  const [latitude, longitude] = [number(given.latitude), number(given.longitude)]
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null
  const [name, address, url] = [words(given.name, 1000), words(given.address, 1000), words(given.url, 2000)]
  return {
    type: 'location',
    latitude,
    longitude,
    ...(name !== undefined && { name }),
    ...(address !== undefined && { address }),
    ...(url !== undefined && { url }),
  }
}
