import { Router } from 'express'

/** What readiness depends on. */
export type Readiness = {
  /** Whether the question log's database answers. */
  database: () => Promise<boolean>
  /** The knowledge that serves, and what is wrong with the folder as it stands (file, line and fault). */
  knowledge: () => { revision: string; problems: string[] }
  /** Whether the service is on its way down. */
  stopping: () => boolean
}

/** `/livez`: the process runs. `/readyz`: it can answer; while a broken edit lies in the knowledge folder it says so but stays ready. */
export function health({ database, knowledge, stopping }: Readiness): Router {
  const routes = Router()
  routes.use(['/livez', '/readyz'], (_, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  routes.get('/livez', (_, response) => void response.json({ status: 'ok' }))
  routes.get('/readyz', async (_, response) => {
    const answers = await database().catch(() => false)
    const { revision, problems } = knowledge()
    const ready = answers && !stopping()
    response.status(ready ? 200 : 503).json({
      status: ready ? (problems.length > 0 ? 'degraded' : 'ok') : 'unavailable',
      database: answers ? 'ok' : 'unavailable',
      knowledge: { revision, problems },
      ...(stopping() && { stopping: true }),
    })
  })
  return routes
}
