import type { EChartsCoreOption } from 'echarts/core'
import type { Locale } from '../../core/locale.ts'
import { isHidden } from '../disclosure/count.ts'
import type { Chart, Say, Table, Value } from '../reports/report.ts'
import { countInWords } from '../view/words.ts'
import { decalsOf, FONT, PALETTES, type Theme } from './palette.ts'

/** How wide a chart is drawn, in pixels: for a phone, or for a page and for print. */
export const WIDTHS = { narrow: 360, wide: 960 } as const
export type Size = keyof typeof WIDTHS

/** How a chart is to look. */
export type Look = {
  size: Size
  theme: Theme
  locale: Locale
  say: Say
  /** What stands under the title; without it there is no title either, for the page has one. */
  subtitle?: string | undefined
}

/** Heights in pixels. */
const TITLE = 56
const LEGEND = 34
const FONT_SIZE = 13

type Series = { name: string; cells: (Value | undefined)[] }

/** A table as ECharts draws it, with its height in pixels. */
export function optionOf(table: Table, chart: Chart, look: Look): { option: EChartsCoreOption; height: number } {
  const rows = table.rows.slice(0, chart.most)
  const names = rows.map(([first]) => (first?.kind === 'text' ? first.text : ''))
  const series = chart.columns.map((id): Series => {
    const index = table.columns.findIndex((column) => column.id === id)
    return { name: table.columns[index]?.title ?? id, cells: rows.map((row) => row[index]) }
  })
  return chart.kind === 'bars' ? bars(table, names, series, look) : courses(table, chart, names, series, look)
}

const numberOf = (cell: Value | undefined): number | undefined =>
  cell?.kind === 'count' && !isHidden(cell.count) ? cell.count.value : undefined

/** A number as it stands beside its bar: held back, at least, or about. */
const labelOf = (cell: Value | undefined, { locale, say }: Look): string =>
  cell?.kind === 'count' ? countInWords(locale, say, cell.count) : ''

function frame(table: Table, { theme, subtitle, size }: Look, several: boolean) {
  const { ground, ink, soft, series } = PALETTES[theme]
  const width = WIDTHS[size] - 2 * 12
  const title = subtitle === undefined ? 0 : TITLE
  return {
    top: 12 + title + (several ? LEGEND : 0),
    common: {
      animation: false,
      backgroundColor: ground,
      color: series,
      textStyle: { fontFamily: FONT, color: ink },
      aria: { enabled: true, label: { enabled: false }, decal: { show: several, decals: decalsOf(theme) } },
      ...(subtitle !== undefined && {
        title: {
          text: fitted(table.title, width, 16),
          subtext: fitted(subtitle, width, 12),
          left: 12,
          top: 8,
          itemGap: 6,
          textStyle: { fontSize: 16, color: ink },
          subtextStyle: { fontSize: 12, color: soft },
        },
      }),
      ...(several && {
        legend: {
          left: 12,
          top: 8 + title,
          itemGap: 28,
          itemWidth: 22,
          itemHeight: 14,
          textStyle: { fontSize: FONT_SIZE, color: ink },
          selectedMode: false,
        },
      }),
    },
  }
}

/** A text cut to a width. Nothing measures text on a server, so widths are estimated: a Chinese character is as wide as it is high, others about 0.56 of it. */
function fitted(text: string, width: number, size: number): string {
  let used = 0
  let kept = ''
  for (const character of text) {
    used += size * (/[\u2e80-\uffef]/u.test(character) ? 1 : 0.56)
    if (used > width) return `${kept.slice(0, -1)}…`
    kept += character
  }
  return text
}

function bars(table: Table, names: string[], series: Series[], look: Look) {
  const { ink, line, soft } = PALETTES[look.theme]
  const several = series.length > 1
  const narrow = look.size === 'narrow'
  const thickness = several ? 13 : 18
  const step = series.length * thickness + (narrow ? 34 : 16)
  const { top, common } = frame(table, look, several)
  const labelWidth = narrow ? WIDTHS.narrow - 24 : 304
  return {
    height: top + names.length * step + 24,
    option: {
      ...common,
      grid: { left: narrow ? 12 : 20 + labelWidth, right: 56, top, bottom: 16 },
      xAxis: { type: 'value', min: 0, splitLine: { lineStyle: { color: line } }, axisLabel: { show: false } },
      yAxis: {
        type: 'category',
        inverse: true,
        data: names.map((name) => fitted(name, labelWidth, FONT_SIZE)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: soft } },
        axisLabel: {
          color: ink,
          fontSize: FONT_SIZE,
          interval: 0,
          // On a phone a name stands above its bars, so that both have the whole width.
          ...(narrow && {
            inside: true,
            align: 'left',
            margin: 2,
            verticalAlign: 'bottom',
            padding: [0, 0, (series.length * thickness) / 2 + 4, 0],
          }),
        },
        z: 3,
      },
      series: series.map(({ name, cells }) => ({
        type: 'bar',
        name,
        barWidth: thickness,
        barGap: '8%',
        label: { show: true, position: 'right', color: ink, fontSize: 12, distance: 4 },
        data: cells.map((cell) => ({
          value: numberOf(cell) ?? 0,
          label: { formatter: labelOf(cell, look).replaceAll('{', '｛') },
        })),
      })),
    },
  }
}

const SYMBOLS = ['circle', 'rect', 'triangle']
const DASHES = ['solid', 'dashed', 'dotted']

function courses(table: Table, chart: Chart, names: string[], series: Series[], look: Look) {
  const { ink, line, soft } = PALETTES[look.theme]
  const several = series.length > 1
  const stacked = chart.kind === 'stacked'
  const { top, common } = frame(table, look, several)
  return {
    height: top + 250,
    option: {
      ...common,
      grid: { left: 56, right: 24, top: top + 8, bottom: 40 },
      xAxis: {
        type: 'category',
        data: names,
        axisLabel: { color: soft, fontSize: 12, hideOverlap: true },
        axisLine: { lineStyle: { color: soft } },
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value',
        min: 0,
        splitLine: { lineStyle: { color: line } },
        axisLabel: { color: soft, fontSize: 12 },
      },
      series: series.map(({ name, cells }, index) => ({
        type: stacked ? 'bar' : 'line',
        name,
        ...(stacked
          ? { stack: 'all', barMaxWidth: 36 }
          : {
              symbol: SYMBOLS[index],
              symbolSize: 6,
              showAllSymbol: true,
              lineStyle: { width: 2.5, type: DASHES[index] },
            }),
        itemStyle: { borderColor: ink, borderWidth: stacked ? 0.5 : 0 },
        data: cells.map((cell) => numberOf(cell) ?? null),
      })),
    },
  }
}
