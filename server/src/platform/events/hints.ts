import { EventEmitter } from 'node:events'

/**
 * "Look again" signals: work was added, a tenant's log grew, cached settings changed. They are never the only trace of anything:
 * a lost hint costs a poll interval, nothing else.
 */
export type Hints = {
  work(queues: Iterable<string>): void
  events(tenantId: string): void
  /** Events were committed here and wait for their numbers; concerns this node only. */
  published(): void
  changed(topic: string, id: string): void
  onWork(listener: (queues: Set<string>) => void): () => void
  onPublished(listener: () => void): () => void
  onEvents(listener: (tenantId: string) => void): () => void
  onChanged(topic: string, listener: (id: string) => void): () => void
}

/** What goes between nodes. `asked` and `answered` are for `peers.ts`. */
export type Hint = {
  work?: string[]
  events?: string[]
  changed?: [string, string][]
  asked?: { id: string; topic: string; about: string }[]
  answered?: { id: string; answer: unknown }[]
}

/** In-process hints. `share` receives what other nodes should hear too; `hear` delivers what they said. */
export const createHints = (share: (hint: Hint) => void = () => {}): Hints & { hear(hint: Hint): void } => {
  const emitter = new EventEmitter().setMaxListeners(0)
  const on = <Values extends unknown[]>(name: string, listener: (...values: Values) => void) => {
    emitter.on(name, listener)
    return () => void emitter.off(name, listener)
  }
  const hear = (hint: Hint) => {
    if (hint.work) emitter.emit('work', new Set(hint.work))
    for (const tenantId of hint.events ?? []) emitter.emit('events', tenantId)
    for (const [topic, id] of hint.changed ?? []) emitter.emit(`changed:${topic}`, id)
  }
  const say = (hint: Hint) => {
    hear(hint)
    share(hint)
  }
  return {
    hear,
    work: (queues) => say({ work: [...queues] }),
    published: () => void emitter.emit('published'),
    onPublished: (listener) => on('published', listener),
    events: (tenantId) => say({ events: [tenantId] }),
    changed: (topic, id) => say({ changed: [[topic, id]] }),
    onWork: (listener) => on('work', listener),
    onEvents: (listener) => on('events', listener),
    onChanged: (topic, listener) => on(`changed:${topic}`, listener),
  }
}
