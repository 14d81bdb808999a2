/** What a chart is drawn for: a light ground and print, or a dark one. */
export type Theme = 'light' | 'dark'

/** Colours of one theme. Series differ in lightness too, and in pattern: a chart is read in grey and by people who see colours alike. */
type Palette = { ground: string; ink: string; soft: string; line: string; series: string[] }

export const PALETTES: Record<Theme, Palette> = {
  light: {
    ground: '#ffffff',
    ink: '#1b2430',
    soft: '#55606e',
    line: '#cfd6df',
    series: ['#0b5cad', '#d98c1f', '#8a94a3'],
  },
  dark: {
    ground: '#1d242d',
    ink: '#e8ecf1',
    soft: '#a9b4c2',
    line: '#3a4552',
    series: ['#6cb2f7', '#f0b45c', '#77828f'],
  },
}

/** As the pages are written; a viewer without these takes its own. Without quotation marks, which ECharts would put into an attribute as they are. */
export const FONT = 'system-ui, -apple-system, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif'

/** Patterns of the series in their order: none, hatched, dotted. */
export const decalsOf = (theme: Theme) => {
  const color = theme === 'light' ? 'rgba(0, 0, 0, 0.45)' : 'rgba(255, 255, 255, 0.6)'
  return [
    { symbol: 'none' },
    { color, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
    {
      color,
      symbol: 'circle',
      dashArrayX: [
        [6, 6],
        [0, 6, 6, 0],
      ],
      dashArrayY: [6, 0],
      symbolSize: 0.7,
    },
  ]
}
