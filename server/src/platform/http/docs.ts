import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { JsonSchema } from './openapi-schemas.ts'

const scripts = ['docs.js', 'element.js', 'operation-view.js', 'schema-view.js']
const files: [path: string, file: string, type: string][] = [
  ['/docs', 'index.html', 'text/html; charset=utf-8'],
  ['/docs/docs.css', 'docs.css', 'text/css; charset=utf-8'],
  ...scripts.map((file): [string, string, string] => [`/docs/${file}`, file, 'text/javascript; charset=utf-8']),
]

/** `/docs`, a page that draws the OpenAPI document, and the document itself. Everything comes from this server. */
export const serveDocs = (app: FastifyInstance, makeDocument: () => JsonSchema): void => {
  let document: string | null = null
  app.get('/api/openapi.json', async (_request, reply) => {
    document ??= JSON.stringify(makeDocument())
    return reply.type('application/json; charset=utf-8').header('Cache-Control', 'no-cache').send(document)
  })
  for (const [path, file, type] of files) {
    const content = readFileSync(join(import.meta.dirname, 'docs', file), 'utf8')
    app.get(path, async (_request, reply) => reply.type(type).header('Cache-Control', 'no-cache').send(content))
  }
}
