import type { FigureRow } from './figure.ts'

/** The counted rows as a Markdown table: right of how many, the share with its interval, the baseline of the same run. */
export function tableOf(rows: readonly FigureRow[]): string {
  const lines = rows.map(({ name, value, baseline, goal, n, right, interval95 }) => {
    if (right === undefined || n === undefined || !interval95)
      return [name, '', shown(value), '', shown(baseline), goal]
    const [low, high] = interval95
    return [name, `${right} of ${n}`, percent(value), `${percent(low)} to ${percent(high)}`, percent(baseline), goal]
  })
  const head = ['figure', 'count', 'value', '95 % interval', 'baseline', 'goal']
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function shown(value: number): string {
  return String(Math.round(value))
}
