import { ref } from 'vue'

const remembered = 'mediation.textSize'
const basePercent = 112.5

export const textSizes = [100, 125, 150, 175, 200] as const

const kept = Number(typeof localStorage === 'undefined' ? 100 : localStorage.getItem(remembered))

export const textSize = ref(textSizes.some(size => size === kept) ? kept : 100)

/** Everything is measured in rem, so one number enlarges all. */
export function applyTextSize(size = textSize.value): void {
  textSize.value = size
  document.documentElement.style.fontSize = `${basePercent * size / 100}%`
  localStorage.setItem(remembered, String(size))
}
