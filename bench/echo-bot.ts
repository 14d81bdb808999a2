import { ActivityHandler, CloudAdapter, type Request as SdkRequest } from '@microsoft/agents-hosting'
import express from 'express'

// The SDK's own echo bot, as its samples have it: the baseline that the service is compared with in the same run.
const adapter = new CloudAdapter({})
const bot = new ActivityHandler()
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`)
  await next()
})
const app = express()
app.use(express.json())
app.post('/api/messages', (request, response) => {
  ;(request as unknown as SdkRequest).user = { aud: 'bench', appid: 'bench' } as never
  adapter
    .process(request as unknown as SdkRequest, response, (context) => bot.run(context))
    .catch(() => response.status(500).end())
})
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${JSON.stringify({ port: typeof address === 'object' ? address?.port : 0 })}\n`)
})
