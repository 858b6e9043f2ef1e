import type { FlowNode } from './definition.ts'

/**
 * How the builder draws a step type and what its form asks, as data: a new type needs no code there. Labels and hints stand in the texts of the step
 * (`fields.<key>`), or of all steps where it has none of its own.
 */
export type StepForm<Node extends FlowNode = FlowNode> = {
  group: StepGroup
  /** Name of an icon, as `message-square`. */
  icon: string
  /** A new step that its schema takes; it may still have problems. */
  fresh: () => Node
  fields: readonly Field<Node>[]
}

/** The drawers of the palette, in their order. */
export const stepGroups = ['say', 'ask', 'end', 'decide', 'act'] as const
export type StepGroup = (typeof stepGroups)[number]

type Keys<Node> = Node extends unknown ? Exclude<keyof Node, 'type' | 'position' | 'label'> & string : never

export type Field<Node extends FlowNode = FlowNode> = Kind & {
  /** The field of the node that it writes. */
  key: Keys<Node>
  /** May be left empty; then the node does not have it. */
  optional?: true
  /** Shown behind “more options”. */
  more?: true
  /** Shown only while another field has one of these values; several: while each of them has. */
  when?: When<Keys<Node>> | readonly When<Keys<Node>>[]
  /** What another field is set to with a value of this one, where that field is empty or still has what an earlier value proposed. */
  proposes?: { key: Keys<Node>; by: Readonly<Record<string, string>> }
}
type When<Key> = { key: Key; is: readonly (string | boolean)[] }

/** `ends`: null ends the flow, `person`: null hands over to a person. */
type Null = 'ends' | 'person'

/** What a field holds. Limits are the schema's; those of channels are shown beside them. */
export type Kind =
  /** Text for the customer: emoji, variables, several lines. */
  | { kind: 'words'; limit: number; lines?: number }
  /** One line of text; `variables` may stand in it. */
  | { kind: 'line'; limit: number; variables?: true }
  | { kind: 'number'; min?: number; max?: number; step?: number; unit?: string }
  /** Seconds, shown as minutes, hours or days. */
  | { kind: 'duration'; min: number; max: number }
  /** `{ seconds, next }` */
  | { kind: 'timeout'; min: number; max: number }
  /** One of these; their words are `choices.<key>.<value>`. */
  | { kind: 'choice'; of: readonly string[] }
  /** Any of these. */
  | { kind: 'choices'; of: readonly string[]; most: number }
  | { kind: 'toggle' }
  /** The name of a variable that the step sets. */
  | { kind: 'variable' }
  | { kind: 'words-list'; most: number; limit: number }
  /** Rows of a menu: `{ id, label, description?, words, next }`. */
  | { kind: 'options'; most: number }
  | { kind: 'comparisons'; most: number }
  /** `{ name, value }` each; with `formulas`, a value may be a formula. */
  | { kind: 'assignments'; most: number; formulas?: true }
  /** `{ name, value }` each, sent to another program; with `secrets`, `{{secret.name}}` may stand in the values. */
  | { kind: 'key-values'; most: number; secrets?: true }
  /** Several lines for another program, in letters of one width. */
  | { kind: 'code'; limit: number; secrets?: true }
  | { kind: 'numbers'; min: number; max: number; most: number }
  /** `{ path, variable }` each: what is taken out of an answer, chosen on the one that the field `sample` keeps. */
  | { kind: 'mapping'; most: number; sample: string }
  | { kind: 'next'; null: Null }
  /** A step. */
  | { kind: 'step' }
  /** `{ from, to }` as clock times. */
  | { kind: 'hours' }
  /** `{ id, label?, all: comparisons, next }` each, in order. */
  | { kind: 'cases'; most: number }
  /** `{ id, label, share, next }` each; the shares make 100. */
  | { kind: 'arms'; most: number }
  /** `{ field, value }` each; the fields' words are `choices.<key>.<field>`. */
  | { kind: 'updates'; of: readonly string[]; most: number }
  /** Names of tags; new ones may be written. */
  | { kind: 'tags'; most: number }
  /** Ids of members of the team. */
  | { kind: 'people'; most: number }
  | { kind: 'emoji' }
  /** Several texts for the customer, in order. */
  | { kind: 'texts'; limit: number; most: number }
  /** A file of the store: `{ fileId, name, mime, size }`, of one of these kinds. */
  | { kind: 'file' }
  /** `{ latitude, longitude, name?, address? }` */
  | { kind: 'place' }
  /** `{ name, phone }` */
  | { kind: 'card' }
  /** `{ label, url }`; variables may stand in both. */
  | { kind: 'link' }
  /** A message template of the channels: `{ name, language }`, with `components` and `preview` beside it in the node. */
  | { kind: 'template' }
  /** What counts as a success of a test wherever it happens: a tag, a stage or an event. */
  | { kind: 'milestone' }
  /** `{ name, from }`: what another flow found out, under names of this one. */
  | { kind: 'results'; most: number }
  /** Another flow that is published, by its id. */
  | { kind: 'flow' }
  /** A queue of the contact centre, by its id. */
  | { kind: 'queue' }
