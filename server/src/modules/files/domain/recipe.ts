/**
 * What one file is made into for a destination.
 * `voice`: a native voice note. `image`: a JPEG of at most so many bytes. `video`: an MP4 of at most so many bytes.
 */
export type Recipe = { to: 'voice' } | { to: 'image'; bytes: number } | { to: 'video'; bytes: number }

export const voiceMime = 'audio/ogg; codecs=opus'

/** The type that comes out. */
export const mimeOf = ({ to }: Recipe): string => ({ voice: voiceMime, image: 'image/jpeg', video: 'video/mp4' })[to]

const extensions = { voice: 'ogg', image: 'jpg', video: 'mp4' }

/** The name of what comes out: the same with the ending of its type. */
export const nameOf = (recipe: Recipe, name: string): string => `${name.replace(/\.[A-Za-z0-9]{1,8}$/, '').slice(0, 190)}.${extensions[recipe.to]}`

/** A file is made once by the same recipe. */
export const keyOf = (recipe: Recipe): string => ('bytes' in recipe ? `${recipe.to} ${recipe.bytes}` : recipe.to)

export const recipeOf = (key: string): Recipe | null => {
  const [to, bytes] = key.split(' ')
  if (to === 'voice') return { to }
  return (to === 'image' || to === 'video') && Number(bytes) > 0 ? { to, bytes: Number(bytes) } : null
}

/** How a channel takes a kind of file, as in its abilities. */
export type Rule = { bytes: number; mimes: readonly string[] }
export type Kind = 'image' | 'video' | 'audio' | 'document' | 'sticker'

const plain = (mime: string): string => mime.split(';')[0]!.trim()

/** What has to be made of a file before it may travel as this kind of message; null when it may as it is, or when nothing can be made of it. */
export const recipeFor = (file: { mime: string; size: number }, kind: Kind, { bytes, mimes }: Rule): Recipe | null => {
  const fits = file.size <= bytes && (mimes.length === 0 || mimes.includes(plain(file.mime)))
  if (fits) return null
  if (kind === 'image' && file.mime.startsWith('image/') && (mimes.length === 0 || mimes.includes('image/jpeg'))) return { to: 'image', bytes }
  if (kind === 'audio' && /^(audio|video)\//.test(file.mime) && mimes.includes('audio/ogg')) return { to: 'voice' }
  if (kind === 'video' && file.mime.startsWith('video/') && (mimes.length === 0 || mimes.includes('video/mp4'))) return { to: 'video', bytes }
  return null
}
