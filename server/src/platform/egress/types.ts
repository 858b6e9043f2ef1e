export type EgressCall = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers?: Record<string, string>
  body?: string | Uint8Array | FormData
  /** Milliseconds for the whole call. */
  timeoutMs: number
  /** Most bytes of an answer; more is an error. 20 MB unless told. */
  maxBytes?: number
}

/**
 * `refused`: certainly not delivered (blocked by the guard, name not found, no connection, TLS failure).
 * `lost`: the request may have arrived, the answer did not (time-out, reset, too large an answer).
 */
export type EgressAnswer = { result: 'answer'; status: number; headers: Record<string, string>; body: Buffer } | { result: 'refused' | 'lost'; reason: string }

/** The one way out of the product to other servers. Never throws. */
export type Egress = { request(call: EgressCall): Promise<EgressAnswer>; close(): Promise<void> }
