const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

/** As what a visitor's file is shown. */
export const kindOfFile = (mime: string): 'image' | 'video' | 'audio' | 'document' => {
  if (pictures.has(mime)) return 'image'
  const [kind] = mime.split('/')
  return kind === 'video' || kind === 'audio' ? kind : 'document'
}
