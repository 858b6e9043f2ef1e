import { z } from 'zod'

export { builtInVariables } from './built-in-variables.ts'

/**
 * A flow as people and programs write it: steps by id, each naming where it goes next. Stored as validated JSON; published versions never change.
 * `{{name}}` in texts is replaced by a variable; conditions are data. There is no expression language.
 * A `next` of null ends the run. `onInvalid` and `onError` of null hand over to a person: nobody is left with a bot that does not understand.
 */
export const NodeId = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[A-Za-z0-9_-]+$/)
const next = NodeId.nullable()
const Words = z.string().min(1).max(4096)
/** `contact.*`, `business.*` and `message.*` are filled in by the product and cannot be set by a step. */
export const VariableName = z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_.]{0,59}$/)

const at = { position: z.object({ x: z.number(), y: z.number() }).optional(), label: z.string().max(100).optional() }
/** What happens when the customer stays silent at a step that waits. The clock starts anew with each question, also when it is asked again. */
const Timeout = z.object({
  seconds: z
    .number()
    .int()
    .min(5)
    .max(60 * 60 * 24 * 30),
  next: next,
})
/** `words` are other ways to say this option ("cita" for "Turno"). `id` travels in the button, so it must stay when the label changes. */
const Option = z.object({
  id: z.string().min(1).max(200),
  label: z.string().min(1).max(100),
  description: z.string().max(200).optional(),
  words: z.array(z.string().max(60)).max(20).default([]),
  next,
})

/**
 * Texts are compared without accents and case, numbers as numbers; a text `value` may hold `{{name}}`. `has_words` looks for whole words ("cita" is not in
 * "necesita"); a list of values means any of them. `matches` finds a pattern anywhere: anchor it with ^ and $.
 */
export const Comparison = z.object({
  variable: VariableName,
  operator: z.enum(['equals', 'not_equals', 'contains', 'has_words', 'starts_with', 'is_set', 'is_not_set', 'greater_than', 'less_than', 'matches', 'one_of']),
  value: z.union([z.string().max(1000), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)]).optional(),
})
export type Comparison = z.infer<typeof Comparison>

/** Documents whose numbers are checked: Brazil's CPF and CNPJ, Argentina's CUIT (and CUIL), Chile's RUT, Mexico's RFC and CURP, and DNI. */
export const DocumentKind = z.enum(['cpf', 'cnpj', 'cuit', 'rut', 'rfc', 'curp', 'dni'])
export type DocumentKind = z.infer<typeof DocumentKind>
const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

export const FlowNode = z.discriminatedUnion('type', [
  /** Longer than the channel carries: said in several messages. */
  z.object({ type: z.literal('message'), text: Words, next, ...at }),
  /**
   * `auto` shows buttons, a list or numbered text, the first that carries all labels uncut on the channel; a forced style cuts labels, and gives way where it cannot be sent.
   * `saveAs` keeps the label, and the id under `<saveAs>.id`. `retries` counts further tries after the first invalid answer; then `onInvalid`.
   */
  z.object({
    type: z.literal('menu'),
    text: Words,
    style: z.enum(['auto', 'buttons', 'list', 'numbers']).default('auto'),
    button: z.string().max(20).optional(),
    options: z.array(Option).min(1).max(30),
    invalidText: z.string().max(1024).optional(),
    retries: z.number().int().min(0).max(10).default(2),
    onInvalid: next.default(null),
    timeout: Timeout.optional(),
    saveAs: VariableName.optional(),
    ...at,
  }),
  /**
   * `min` and `max` bound the value of a number and the length of a text, e-mail or phone. A skip word goes on without a value. `any` takes files, places and
   * contacts too. A `date` ("2026-03-02"), `time` ("17:00") or `datetime` ("2026-03-02T17:00:00-03:00") is read back and kept once the customer confirms it;
   * `hours` tells five in the morning from five in the afternoon. `yes_no` keeps true or false, `document` the number without its signs, of one of the
   * `documents` (of any, without). All of these keep the words for people under `<saveAs>.text`; a document its kind under `<saveAs>.kind`.
   */
  z.object({
    type: z.literal('input'),
    text: Words,
    expect: z.enum(['text', 'email', 'phone', 'number', 'any', 'date', 'time', 'datetime', 'yes_no', 'document']),
    documents: z.array(DocumentKind).min(1).max(7).optional(),
    hours: z.object({ from: ClockTime, to: ClockTime }).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    pattern: z.string().max(500).optional(),
    saveAs: VariableName,
    invalidText: z.string().max(1024).optional(),
    retries: z.number().int().min(0).max(10).default(2),
    onInvalid: next.default(null),
    skipWords: z.array(z.string().max(60)).max(10).default([]),
    timeout: Timeout.optional(),
    saveToContact: z.enum(['name', 'email', 'company', 'city']).optional(),
    next,
    ...at,
  }),
  /** Holds when every comparison of `all` and, if there are any, at least one of `any` holds. */
  z.object({
    type: z.literal('condition'),
    all: z.array(Comparison).max(20).default([]),
    any: z.array(Comparison).max(20).default([]),
    then: next,
    otherwise: next,
    ...at,
  }),
  z.object({
    type: z.literal('variable'),
    set: z
      .array(z.object({ name: VariableName, value: z.string().max(4096) }))
      .min(1)
      .max(20),
    next,
    ...at,
  }),
  /** What the customer writes meanwhile does not cut the delay short, except an always-on word. */
  z.object({
    type: z.literal('delay'),
    seconds: z
      .number()
      .int()
      .min(1)
      .max(60 * 60 * 24 * 30),
    next,
    ...at,
  }),
  z.object({ type: z.literal('go_to'), node: NodeId, ...at }),
  /** `text` goes to the customer, `note` to the agent. */
  z.object({ type: z.literal('transfer_to_agent'), text: z.string().max(4096).optional(), note: z.string().max(1000).optional(), ...at }),
  z.object({ type: z.literal('close'), text: z.string().max(4096).optional(), reason: z.string().max(200).default('resolved_by_bot'), ...at }),
])
export type FlowNode = z.infer<typeof FlowNode>
export type FlowNodeType = FlowNode['type']

/** When the flow starts by itself. The first that matches wins; `any` is the catch-all. A keyword is the whole message or whole words in it. */
export const FlowTrigger = z.discriminatedUnion('type', [
  z.object({ type: z.literal('any') }),
  z.object({ type: z.literal('first_message') }),
  z.object({ type: z.literal('keyword'), words: z.array(z.string().min(1).max(60)).min(1).max(50) }),
])
export type FlowTrigger = z.infer<typeof FlowTrigger>

/** Steps in one flow: more than anybody oversees, and few enough to check on every save. */
const mostNodes = 500

export const FlowDefinition = z
  .object({
    schema: z.literal(1),
    start: NodeId,
    triggers: z
      .array(FlowTrigger)
      .max(20)
      .default([{ type: 'any' }]),
    /**
     * Words that work at every step, as the whole message; `human` phrases of two words or more also inside a longer message. A step's own options and skip words come first.
     * `humanNode` null hands over at once; `stopNode` null says good-bye and closes.
     */
    always: z
      .object({
        human: z.array(z.string().max(60)).max(60).default([]),
        restart: z.array(z.string().max(60)).max(60).default([]),
        stop: z.array(z.string().max(60)).max(30).default([]),
        humanNode: next.default(null),
        stopNode: next.default(null),
      })
      .prefault({}),
    /** When something breaks (loop without a wait, unusable step): where to go, else hand over to a person. */
    onError: next.default(null),
    nodes: z.record(NodeId, FlowNode).refine((nodes) => Object.keys(nodes).length <= mostNodes, `At most ${mostNodes} steps.`),
  })
  .meta({ id: 'FlowDefinition' })
export type FlowDefinition = z.infer<typeof FlowDefinition>
/** A definition as an author writes it, with what has a default left out. */
export type FlowDraft = z.input<typeof FlowDefinition>
