import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { apiKeyRoutes, conversationRoutes, replyRoutes, roleRoutes, userRoutes } from '@chasqui/contracts'
import { createApi } from '../kit/api.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre } from '../kit/centre.ts'
import type { Person, RunningProduct } from '../kit/product.ts'
import { upload } from '../kit/upload.ts'

/** What people have ready to say. */
let the: RunningProduct
before(async () => {
  ;({ the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }))
})

type Given = { shortcut: string; title?: string; text?: string; folder?: string; queueId?: string; fileIds?: string[] }
const ready = ({ title = 'Saludo', text = 'Hola', ...given }: Given) => ({ title, text, ...given })
const shortcutsFor = async ({ api }: Person, query: { conversationId?: string; search?: string; scope?: 'own' | 'queue' | 'tenant'; folder?: string } = {}) =>
  (await api.ask(replyRoutes.list, { query })).items.map(({ shortcut }) => shortcut)
const uploaded = async ({ api }: Person, name: string) => (await upload(api, { bytes: `bytes of ${name}`, name })).body

describe('quick replies', () => {
  test('are offered where they can be used: mine, those of the queue of the conversation, everybody’s; most used first, counted by what was sent', async () => {
    const centre = await openCentre(the)
    const { api } = centre.boss
    const eva = await centre.agent()
    const other = await centre.quietQueue('Turnos')
    const [all] = [await api.ask(replyRoutes.create, { body: ready({ shortcut: 'Hola', text: 'Hola {{contact.first_name|amiga}}' }) })]
    await api.ask(replyRoutes.create, { body: ready({ shortcut: 'general', queueId: centre.general.id }) })
    await api.ask(replyRoutes.create, { body: ready({ shortcut: 'turnos', queueId: other.id, folder: 'Agenda' }) })
    const mine = await eva.api.ask(replyRoutes.createOwn, { body: ready({ shortcut: 'mía' }) })
    const conversation = await centre.says(centre.customer())
    const here = { conversationId: conversation.id }
    assert.deepEqual(await shortcutsFor(eva, here), ['general', 'hola', 'mía'])
    assert.deepEqual(await shortcutsFor(centre.boss, here), ['general', 'hola'], 'what is mine is nobody else’s')
    assert.deepEqual(await shortcutsFor(eva), ['general', 'hola', 'mía', 'turnos'], 'elsewhere by folder and shortcut')
    assert.deepEqual(await shortcutsFor(eva, { search: 'MIA' }), ['mía'], 'found without accents')
    assert.deepEqual(await shortcutsFor(eva, { folder: 'Agenda' }), ['turnos'])
    assert.deepEqual((await eva.api.ask(replyRoutes.folders)).items, [{ folder: 'Agenda', count: 1 }])

    const send = (quickReplyId: string, clientId: string) =>
      eva.api.send('POST', `/api/conversations/${conversation.id}/messages`, { content: 'Hola Ana', quickReplyId, clientId })
    assert.equal((await send(mine.id, 'one')).status, 201)
    assert.equal((await send(mine.id, 'one')).status, 201, 'the same message again')
    assert.equal((await send(all.id, 'two')).status, 201)
    assert.equal((await send(all.id, 'three')).status, 201)
    const { items } = await eva.api.ask(replyRoutes.list, { query: { ...here, limit: 2 } })
    assert.deepEqual(
      items.map(({ shortcut, uses }) => [shortcut, uses]),
      [
        ['hola', 2],
        ['mía', 1],
      ],
    )
    assert.ok(items[0]?.lastUsedAt)
    const next = await eva.api.ask(replyRoutes.list, { query: { ...here, limit: 2, cursor: items[1]!.id } })
    assert.deepEqual([next.items.map(({ shortcut }) => shortcut), next.nextCursor], [['general'], null])
    await api.ask(conversationRoutes.transfer, { params: { id: conversation.id }, body: { queueId: other.id } })
    assert.ok((await shortcutsFor(centre.boss, here)).includes('turnos'), 'the queue of the conversation is another')
  })

  test('are refused when they say nothing, name what is not there, or a shortcut is taken', async () => {
    const centre = await openCentre(the)
    const { api } = centre.boss
    const refused = async (body: object) => {
      const { status, body: problem } = await api.send('POST', '/api/replies', { title: 'x', text: 'x', ...body })
      return [status, problem.code, problem.errors?.[0]?.path]
    }
    await api.ask(replyRoutes.create, { body: ready({ shortcut: 'hola' }) })
    assert.deepEqual(await refused({ shortcut: 'HOLA' }), [409, 'reply.shortcut_taken', 'shortcut'])
    assert.equal((await api.send('POST', '/api/replies', ready({ shortcut: 'hola', queueId: centre.general.id }))).status, 201, 'in a queue it is another')
    assert.equal((await api.send('POST', '/api/replies/own', ready({ shortcut: 'hola' }))).status, 201, 'and among my own')
    assert.deepEqual(await refused({ shortcut: 'nada', text: ' ' }), [422, 'reply.empty', 'text'])
    assert.deepEqual(await refused({ shortcut: 'mal', text: 'Hola {{contacto}}' }), [422, 'reply.variable_unknown', 'text'])
    assert.equal((await refused({ shortcut: 'dos palabras' }))[0], 422)
    assert.deepEqual(await refused({ shortcut: 'f', fileIds: [centre.general.id] }), [422, 'file.unknown', 'fileIds.0'])
    assert.deepEqual(await refused({ shortcut: 'q', queueId: centre.campaign.id }), [422, 'queue.unknown', 'queueId'])
  })

  test('are changed by whoever may: shared ones with the permission, one’s own by oneself', async () => {
    const centre = await openCentre(the)
    const { api } = centre.boss
    const [eva, diego] = [await centre.agent(), await centre.agent()]
    const shared = await api.ask(replyRoutes.create, { body: ready({ shortcut: 'hola' }) })
    const own = await eva.api.ask(replyRoutes.createOwn, { body: ready({ shortcut: 'chau' }) })
    assert.equal((await eva.api.send('POST', '/api/replies', ready({ shortcut: 'x' }))).status, 403)
    assert.equal((await eva.api.send('DELETE', `/api/replies/${shared.id}`)).status, 403)
    assert.equal((await eva.api.send('PATCH', `/api/replies/own/${shared.id}`, { title: 'x' })).status, 404)
    for (const person of [diego, centre.boss]) {
      assert.equal((await person.api.send('PATCH', `/api/replies/own/${own.id}`, { title: 'x' })).status, 404)
      assert.equal((await person.api.send('DELETE', `/api/replies/own/${own.id}`)).status, 404)
    }
    assert.equal((await api.send('PATCH', `/api/replies/${own.id}`, { title: 'x' })).status, 404)
    assert.equal((await eva.api.ask(replyRoutes.updateOwn, { params: { id: own.id }, body: { text: 'Hasta luego' } })).title, 'Saludo', 'the rest stays')
    const moved = await api.ask(replyRoutes.update, { params: { id: shared.id }, body: { queueId: centre.general.id } })
    assert.deepEqual([moved.scope, moved.queueName], ['queue', centre.general.name])
    await api.ask(replyRoutes.remove, { params: { id: shared.id } })
    await eva.api.ask(replyRoutes.removeOwn, { params: { id: own.id } })
    assert.deepEqual(await shortcutsFor(eva), [])
    const { secret } = await api.ask(apiKeyRoutes.create, { body: { name: 'Programa', scopes: ['conversations.reply', 'conversations.read'] } })
    const program = createApi(the.url, null, secret)
    assert.deepEqual((await program.send('POST', '/api/replies/own', ready({ shortcut: 'x' }))).body.code, 'reply.needs_person')
    assert.equal((await program.send('GET', '/api/replies')).status, 200)
  })

  test('bring files, which whoever sees little may use too, until no reply names them', async () => {
    const centre = await openCentre(the)
    const { api } = centre.boss
    const role = await api.ask(roleRoutes.create, {
      body: { name: 'Mostrador', permissions: ['conversations.read', 'conversations.reply', 'files.read'], reach: 'own' } as never,
    })
    const eva = await centre.agent()
    await api.ask(userRoutes.update, { params: { id: eva.userId }, body: { role: role.id } })
    await the.signInAgain(eva)
    const file = await uploaded(centre.boss, 'precios.txt')
    assert.equal((await eva.api.send('GET', `/api/files/${file.id}`)).status, 404)
    const one = await api.ask(replyRoutes.create, { body: ready({ shortcut: 'precios', text: '', fileIds: [file.id] }) })
    assert.deepEqual(
      (await eva.api.ask(replyRoutes.list, { query: {} })).items[0]?.files.map(({ name }) => name),
      ['precios.txt'],
    )
    await api.ask(replyRoutes.create, { body: ready({ shortcut: 'lista', fileIds: [file.id] }) })
    await api.ask(replyRoutes.remove, { params: { id: one.id } })
    assert.equal((await eva.api.send('GET', `/api/files/${file.id}`)).status, 200, 'another reply brings it')
    const [lista] = (await api.ask(replyRoutes.list, { query: { search: 'lista' } })).items
    await api.ask(replyRoutes.update, { params: { id: lista!.id }, body: { fileIds: [] } })
    assert.equal((await eva.api.send('GET', `/api/files/${file.id}`)).status, 404)
  })

  test('come from a table, all lines or none; known shortcuts are changed', async () => {
    const centre = await openCentre(the)
    const { api } = centre.boss
    await api.ask(replyRoutes.create, { body: ready({ shortcut: 'hola', title: 'Viejo' }) })
    const bring = (csv: string) => api.send<{ code: string; errors?: { path: string; code: string }[] }>('POST', '/api/replies/import', { csv })
    const wrong = await bring('Atajo;Texto\nhola;Hola\nmal atajo;x\nhola;otra vez\nvacía;\nvar;{{nada}}')
    assert.deepEqual(
      [wrong.status, wrong.body.code, wrong.body.errors?.map(({ path, code }) => `${path} ${code}`)],
      [
        422,
        'reply.lines_wrong',
        ['lines.3.shortcut invalid', 'lines.4.shortcut reply.shortcut_taken', 'lines.5.text reply.empty', 'lines.6.text reply.variable_unknown'],
      ],
    )
    assert.deepEqual(await shortcutsFor(centre.boss), ['hola'], 'nothing was imported')
    assert.equal((await bring('texto\nhola')).body.code, 'reply.heading_missing')
    assert.equal((await bring('atajo,texto\n')).body.code, 'reply.nothing_imported')
    assert.deepEqual((await bring('Atajo;Título;Texto;Carpeta\nhola;Nuevo;"Hola;\n¿cómo va?";\n/chau;;Chau;Final')).body, { created: 1, changed: 1 })
    assert.deepEqual(
      (await api.ask(replyRoutes.list, { query: {} })).items.map(({ shortcut, title, text, folder }) => [shortcut, title, text, folder]),
      [
        ['hola', 'Nuevo', 'Hola;\n¿cómo va?', ''],
        ['chau', 'chau', 'Chau', 'Final'],
      ],
    )
    const eva = await centre.agent()
    assert.deepEqual(await eva.api.ask(replyRoutes.importOwn, { body: { csv: 'shortcut,text\nhi,Hello' } }), { created: 1, changed: 0 })
    assert.deepEqual(await shortcutsFor(eva, { scope: 'own' }), ['hi'])
  })
})
