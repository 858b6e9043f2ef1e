import type { Flow } from '@chasqui/contracts'
import type { Autosave } from '../saving/autosave.ts'

/** What every look at a flow beside its draft is given. `laptop`: there is room for the drawing. */
export type LifeProps = { flow: Flow; saving: Autosave; laptop: boolean; onChanged: () => Promise<unknown> }
