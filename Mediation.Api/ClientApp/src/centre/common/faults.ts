import { nextTick } from 'vue'

/** After a refusal the open dialog's first wrong answer has the focus. */
export async function toFirstFault(): Promise<void> {
  await nextTick()
  document.querySelector<HTMLElement>('dialog[open] [aria-invalid="true"]')?.focus()
}
