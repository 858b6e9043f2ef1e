import { lazyPart } from '#ui/lazy-part.tsx'

const load = () => import('./flow-canvas.tsx')
/** The canvas, asked for as soon as a flow is to be opened where there is room for it; null on phones, which may never show it. */
export const canvas = matchMedia('(min-width: 768px)').matches ? load() : null
canvas?.catch(() => undefined)

export const FlowCanvas = lazyPart(() => (canvas ?? load()).then((module) => module.FlowCanvas))
