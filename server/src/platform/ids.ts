import { v7 } from 'uuid'

/** A new UUIDv7: sortable by creation, monotonic within this process. */
export const newId = (): string => v7()

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isId = (value: unknown): value is string => typeof value === 'string' && pattern.test(value)

/** Owner of work that belongs to no tenant (maintenance, host-level jobs). */
export const hostTenant = '00000000-0000-0000-0000-000000000000'
