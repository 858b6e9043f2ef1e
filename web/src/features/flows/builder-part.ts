import { lazyPart } from '#ui/lazy-part.tsx'

/** The builder, asked for as soon as a flow is to be opened, beside the flow itself. */
export const builder = import('./builder/builder.tsx')
builder.catch(() => undefined)

export const Builder = lazyPart(() => builder.then((module) => module.Builder))
