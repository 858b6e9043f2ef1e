export type ContactsPorts = { now(): Date; newId(): string }
