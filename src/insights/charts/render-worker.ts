import { parentPort } from 'node:worker_threads'
import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { RenderReply, RenderRequest } from './render.ts'

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TitleComponent, SVGRenderer])

parentPort?.on('message', ({ id, option, width, height }: RenderRequest) => {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height })
  let reply: RenderReply
  try {
    drawing.setOption(option)
    reply = { id, svg: drawing.renderToSVGString() }
  } catch (error) {
    reply = { id, error: String(error) }
  } finally {
    drawing.dispose()
  }
  parentPort?.postMessage(reply)
})
