/**
 * The one range that a request asks of so many bytes (RFC 9110, 14.2). `whole`: all of it, also for what is not understood or asks for several;
 * `none`: nothing of it is there.
 */
export const rangeOf = (header: string | undefined, size: number): { start: number; end: number } | 'whole' | 'none' => {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole'
  if (from === '') return Number(to) === 0 || size === 0 ? 'none' : { start: Math.max(0, size - Number(to)), end: size - 1 }
  if (to !== '' && Number(to) < Number(from)) return 'whole'
  if (Number(from) >= size) return 'none'
  return { start: Number(from), end: to === '' ? size - 1 : Math.min(size - 1, Number(to)) }
}
