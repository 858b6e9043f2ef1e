import { z } from 'zod'

type Bare<Field> = Field extends z.ZodDefault<infer Inner> | z.ZodPrefault<infer Inner> ? Inner : Field
type Patched<Shape extends z.ZodRawShape> = z.ZodObject<{ [Name in keyof Shape]: z.ZodOptional<Extract<Bare<Shape[Name]>, z.ZodType>> }>

/** The settings of something as a change of it: every field may be left out, and what is left out has no default: it stays as it is. */
export const patchOf = <Shape extends z.ZodRawShape>(settings: z.ZodObject<Shape>): Patched<Shape> =>
  z.object(
    Object.fromEntries(
      Object.entries(settings.shape).map(([name, field]) => [
        name,
        (field instanceof z.ZodDefault || field instanceof z.ZodPrefault ? (field.unwrap() as z.ZodType) : (field as z.ZodType)).optional(),
      ]),
    ),
  ) as unknown as Patched<Shape>
