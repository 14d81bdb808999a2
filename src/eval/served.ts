import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jsonApi } from '../channels/json-api/routes.ts'
import type { Config } from '../config.ts'
import { explain } from '../conversation/respond.ts'

import { day, dayInChina } from '../core/day.ts'
import type { Reply } from '../core/reply.ts'
import { createApp } from '../http/app.ts'
import { listen } from '../http/listen.ts'
import { WEIGHTS } from '../search/weights.ts'
import { createService, knowledgeSummary, type Service } from '../service.ts'
import { createLog } from '../telemetry/log.ts'
import type { Ask, ScopeOf } from './run.ts'
import { scopeOf } from './scope.ts'

/** A real service with a question log of its own, asked through `POST /api/answers`; torn down with `parts`. */
export async function served(
  config: Config,
  parts: AsyncDisposableStack,
): Promise<{ ask: Ask; scopeOf: ScopeOf; service: Service }> {
  const folder = await mkdtemp(join(tmpdir(), 'tongguan-eval-'))
  parts.defer(() => rm(folder, { recursive: true, force: true }))
  const log = createLog('silent')
  const service = await createService({ ...config, DATABASE_URL: `sqlite:${join(folder, 'questions.db')}` }, log, parts)
  const { respond, rate, knowledge, questions, translate, understanding } = service
  const { server } = createApp({
    channels: [
      jsonApi({ respond, rate, takeTurn: () => 0, knowledgeSummary: () => knowledgeSummary(knowledge.current()) }),
    ],
    pages: [],
    readiness: {
      database: () => questions.condition(),
      knowledge: () => ({ revision: '', problems: [] }),
      stopping: () => false,
    },
    log,
    translate,
    trustProxy: 0,
  })
  const { port } = parts.use(await listen(server, { port: 0, host: '127.0.0.1', grace: 1000 }))
  return {
    service,
    ask: async (body) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`${response.status} for ${body.question}`)
      return (await response.json()) as Reply
    },
    scopeOf: (question, asOf) =>
      scopeOf(
        explain(question, day.safeParse(asOf).data ?? dayInChina(new Date()), { understanding, weights: WEIGHTS }),
      ),
  }
}
