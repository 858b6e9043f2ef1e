export type EgressCall = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers?: Record<string, string>
  body?: string | Uint8Array | FormData
  /** Milliseconds for the whole call. */
  timeoutMs: number
  /** Most bytes of an answer; more is an error. 20 MB unless told. */
  maxBytes?: number
  /** Redirects are followed anywhere the guard lets; `same_origin`: one that leads to another server is the answer. For calls that carry somebody's secrets. */
  redirects?: 'same_origin'
  /** Ends the call at once, with `lost` or `refused` as for a time-out. For calls that wait long for their answer. */
  signal?: AbortSignal
}

/**
 * `refused`: certainly not delivered (name not found, no connection, TLS failure; `blocked` by the guard).
 * `lost`: the request may have arrived, the answer did not (time-out, reset; `tooLarge`: it is larger than wanted).
 */
export type EgressAnswer = { result: 'answer'; status: number; headers: Record<string, string>; body: Buffer } | Failed
type Failed = { result: 'refused'; reason: string; blocked?: true } | { result: 'lost'; reason: string; tooLarge?: true }

/** The one way out of the product to other servers. Never throws. */
export type Egress = { request(call: EgressCall): Promise<EgressAnswer>; close(): Promise<void> }
