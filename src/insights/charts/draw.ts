import { escapeHtml } from '../../http/html.ts'
import type { Chart, Table } from '../reports/report.ts'
import { type Look, optionOf, WIDTHS } from './option.ts'
import { renderSvg } from './render.ts'

/** A table drawn as an SVG picture that stands by itself: numbers beside the bars, and a name for whoever hears it. */
export async function drawChart(table: Table, chart: Chart, look: Look): Promise<string> {
  const { option, height } = optionOf(table, chart, look)
  const svg = await renderSvg({ option, width: WIDTHS[look.size], height })
  const title = escapeHtml(look.subtitle === undefined ? table.title : `${table.title} (${look.subtitle})`)
  return svg.replace(/^<svg /, '<svg role="img" ').replace(/>/, () => `><title>${title}</title>`)
}
