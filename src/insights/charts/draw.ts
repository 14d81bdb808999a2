import { escapeHtml } from '../../http/html.ts'
import type { Chart, Table } from '../reports/report.ts'
import { type Look, optionOf, WIDTHS } from './option.ts'

type Library = typeof import('echarts/core')

let loading: Promise<Library> | undefined

/** ECharts with what is drawn here. It is heavy, so it is loaded for the first chart and not when the service starts. */
async function library(): Promise<Library> {
  const [core, { BarChart, LineChart }, components, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ])
  const { AriaComponent, GridComponent, LegendComponent, TitleComponent } = components
  core.use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TitleComponent, SVGRenderer])
  return core
}

/** A table drawn as an SVG picture that stands by itself: title, period, numbers beside the bars, a name for whoever hears it. */
export async function drawChart(table: Table, chart: Chart, look: Look): Promise<string> {
  loading ??= library()
  const { init } = await loading
  const { option, height } = optionOf(table, chart, look)
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTHS[look.size], height })
  try {
    drawing.setOption(option)
    const title = escapeHtml(look.subtitle === undefined ? table.title : `${table.title} (${look.subtitle})`)
    return drawing
      .renderToSVGString()
      .replace(/^<svg /, '<svg role="img" ')
      .replace(/>/, `><title>${title}</title>`)
  } finally {
    drawing.dispose()
  }
}
