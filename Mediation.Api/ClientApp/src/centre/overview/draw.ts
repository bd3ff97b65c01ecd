import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { ChartTable } from './chartData'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

export type Look = 'columns' | 'bars' | 'lines'

// Told apart by lightness too, and lines by their points: colour is never the only sign.
const colours = ['#1d5c4d', '#c2571a', '#3b5b8c', '#7a7f7c']
const symbols = ['circle', 'rect', 'triangle', 'diamond']

export function draw(box: HTMLElement, table: ChartTable, look: Look): EChartsType {
  const chart = init(box, null, { renderer: 'canvas' })
  const category = { type: 'category' as const, data: table.categories, axisLabel: { color: '#1f2a27', fontSize: 14, interval: look === 'lines' ? ('auto' as const) : 0 }, axisTick: { show: false }, inverse: look === 'bars' }
  const value = { type: 'value' as const, minInterval: table.unit ? undefined : 1, max: table.unit ? 100 : undefined, axisLabel: { color: '#52605b', fontSize: 13, formatter: `{value}${table.unit ?? ''}` } }
  chart.setOption({
    animation: false,
    color: colours,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    legend: { top: 0, textStyle: { fontSize: 14, color: '#1f2a27' } },
    tooltip: { trigger: 'axis', valueFormatter: (shown: unknown) => (shown === null || shown === undefined ? '—' : `${String(shown)}${table.unit ?? ''}`) },
    grid: { left: 8, right: 24, top: 36, bottom: 4, containLabel: true },
    xAxis: look === 'bars' ? value : category,
    yAxis: look === 'bars' ? category : value,
    series: table.series.map((one, index) => (look === 'lines'
      ? { type: 'line' as const, name: one.name, data: one.values, symbol: symbols[index], symbolSize: 8, lineStyle: { width: 3 } }
      : { type: 'bar' as const, name: one.name, data: one.values, barMaxWidth: table.unit ? 64 : 34, label: { show: true, position: look === 'bars' ? ('right' as const) : ('top' as const), fontSize: 13, color: '#1f2a27', formatter: `{c}${table.unit ?? ''}` } })),
  })
  return chart
}
