/** What the page itself notes down; it runs in the browser, so that nothing but the browser's own clock is read. */
type Notes = { clickedAt: number; drawnAt: number; busyUntil: number; frames: number[]; keys: number[]; stop: (() => void) | null }
declare global {
  interface Window {
    drawing: Notes
  }
}

/** Begins with each page: when the last card or line was painted, until when there was a long piece of work, when a link was clicked. */
export const watchDrawing = (): void => {
  const notes: Notes = { clickedAt: 0, drawnAt: 0, busyUntil: 0, frames: [], keys: [], stop: null }
  window.drawing = notes
  const afterPaint = (act: () => void) => requestAnimationFrame(() => void setTimeout(act, 0))
  const isDrawing = (node: Node) => node instanceof Element && (node.matches('[data-step], .react-flow__edge') || node.querySelector('[data-step]') !== null)
  const observer = new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => Array.from(addedNodes).some(isDrawing))) afterPaint(() => (notes.drawnAt = performance.now()))
  })
  observer.observe(document, { childList: true, subtree: true })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) notes.busyUntil = Math.max(notes.busyUntil, startTime + duration)
  }).observe({ type: 'longtask', buffered: true })
  addEventListener('click', ({ timeStamp }) => (notes.clickedAt = timeStamp), { capture: true })
  addEventListener('keydown', ({ timeStamp }) => afterPaint(() => void notes.keys.push(performance.now() - timeStamp)), { capture: true })
}

/** Notes how long each frame takes from now on. */
export const watchFrames = (): void => {
  const { drawing } = window
  drawing.frames = []
  let before = 0
  let runs = true
  const frame = (now: number) => {
    if (!runs) return
    if (before > 0) drawing.frames.push(now - before)
    before = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  drawing.stop = () => (runs = false)
}

/** Milliseconds of each frame since `watchFrames`. */
export const framesSeen = (): number[] => {
  window.drawing.stop?.()
  return window.drawing.frames
}

/** Whether the canvas has come to rest: something is drawn, and for a while nothing more and no long work. */
export const isAtRest = (quietMs: number): boolean => {
  const { drawnAt, clickedAt, busyUntil } = window.drawing
  return drawnAt > clickedAt && performance.now() - Math.max(drawnAt, busyUntil) > quietMs
}

/** Milliseconds from the click, or from the address, until everything was drawn and the page listened again. */
export const opened = (): number => {
  const { drawnAt, clickedAt, busyUntil } = window.drawing
  return Math.max(drawnAt, busyUntil) - clickedAt
}
