import { Router } from 'express'

/** What readiness depends on. */
export type Readiness = {
  /** Whether the question log's database answers, or, while it is away, what is asked is kept on this machine. */
  database: () => Promise<'ok' | 'spooling' | 'unavailable'>
  /** The knowledge that serves, and what is wrong with the folder as it stands (file, line and fault). */
  knowledge: () => { revision: string; problems: string[] }
  /** Whether the service is on its way down. */
  stopping: () => boolean
}

/** `/livez`: the process runs. `/readyz`: it can answer; while a broken edit lies in the knowledge folder, or the database is away and records are spooled, it says so but stays ready. */
export function health({ database, knowledge, stopping }: Readiness): Router {
  const routes = Router()
  routes.use(['/livez', '/readyz'], (_, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  routes.get('/livez', (_, response) => void response.json({ status: 'ok' }))
  routes.get('/readyz', async (_, response) => {
    const kept = await database().catch(() => 'unavailable' as const)
    const { revision, problems } = knowledge()
    const ready = kept !== 'unavailable' && !stopping()
    response.status(ready ? 200 : 503).json({
      status: ready ? (problems.length > 0 || kept === 'spooling' ? 'degraded' : 'ok') : 'unavailable',
      database: kept,
      knowledge: { revision, problems },
      ...(stopping() && { stopping: true }),
    })
  })
  return routes
}
