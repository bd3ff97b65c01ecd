import { shallowRef } from 'vue'
import { http } from '@/api/http'
import type { Dispute, OperationId, Schemas } from '@/api/types'
import { i18n } from '@/messages'
import { told, type Told } from '../common/refusals'
import { actsFor, can } from '../common/session'
import { cardStep, type StepForm, type Values } from '../dispute/steps'

interface Begun {
  step: StepForm
  dispute: Dispute
  clocks: Schemas['ClockView'][]
}

/** A step of supervision that is begun on a list: the matter is read anew, since whoever supervises must have seen how it stands. */
export function useSupervision(reload: () => Promise<void>) {
  const open = shallowRef<Begun | null>(null)
  const refused = shallowRef<Told | null>(null)
  const saved = shallowRef('')
  const asking = shallowRef('')

  async function begin(id: OperationId, disputeId: string, about = '', answers: Values = {}): Promise<void> {
    saved.value = ''
    refused.value = null
    asking.value = disputeId
    try {
      const dispute = await http.get<Dispute>(`/api/disputes/${disputeId}`)
      const form = cardStep(id, dispute, { actsFor, can })
      if (form === null) refused.value = { code: 'supervision.not-now', title: i18n.global.t('oversight.notNow', { step: i18n.global.t(`file.step.${id}`) }), fields: {}, status: 0, current: null }
      else open.value = { dispute, clocks: [], step: { ...form, about: about || form.about, shape: values => ({ ...(form.shape?.(values) ?? values), ...answers }) } }
    } catch (failure) {
      refused.value = told(failure)
    } finally {
      asking.value = ''
    }
  }

  function refreshed(dispute: Dispute): void {
    if (open.value) open.value = { ...open.value, dispute }
  }

  async function done(dispute: Dispute): Promise<void> {
    const step = i18n.global.t(`file.step.${open.value?.step.id ?? ''}`)
    saved.value = i18n.global.t('oversight.done', { step, subject: dispute.subject ?? '' })
    open.value = null
    await reload()
  }

  return { open, refused, saved, asking, begin, refreshed, done }
}
