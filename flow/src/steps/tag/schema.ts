import { z } from 'zod'
import { at, next } from '../../schema/parts.ts'

const Names = z.array(z.string().trim().min(1).max(60)).max(10).default([])

/** Tags of the conversation by name, put on and taken off. Tags that are not there yet are made. */
export const TagStep = z.object({ type: z.literal('tag'), add: Names, remove: Names, next, ...at })
