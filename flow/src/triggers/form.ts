import type { FlowTrigger } from '../definition.ts'
import type { Kind } from '../form.ts'
import type { TriggerOf } from './behaviour.ts'

/** What a field of a trigger holds beside what those of steps do. */
type TriggerKind =
  | Kind
  /** Ids of channels, campaigns. */
  | { kind: 'channels' | 'campaigns' }
  /** Id of one channel. */
  | { kind: 'channel' }
  /** Names of tags. */
  | { kind: 'tags'; most: number }
  /** `{ name, language, values }` of a template of the provider. */
  | { kind: 'template' }
  /** Names of templates of the providers, whatever their language. */
  | { kind: 'templates'; most: number }
  /** Where something stands in a JSON body: `customer.phones[0].number`. */
  | { kind: 'path' }
  /** `{ name, path }` each: what is kept of a JSON body. */
  | { kind: 'mappings'; most: number }
  /** Days of the week, 1 is Monday. */
  | { kind: 'days' }
  /** Days as "2026-12-24". */
  | { kind: 'dates'; most: number }
  /** "09:00" */
  | { kind: 'time' }

type Keys<Trigger> = Trigger extends unknown ? Exclude<keyof Trigger, 'type'> & string : never

/** How the builder asks for a trigger, as data; labels stand in its texts (`fields.<key>`). */
export type TriggerForm<Type extends FlowTrigger['type'] = FlowTrigger['type']> = {
  /** Name of an icon. */
  icon: string
  /** A new trigger that its schema takes; it may still have problems. */
  fresh: () => TriggerOf<Type>
  fields: readonly (TriggerKind & { key: Keys<TriggerOf<Type>>; optional?: true; more?: true })[]
}
