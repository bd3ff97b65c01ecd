import { ref } from 'vue'

/** Tells when a newer version has been fetched; it takes over only when the person agrees. */
export function useNewVersion() {
  const newVersion = ref<ServiceWorker | null>(null)
  if ('serviceWorker' in navigator && import.meta.env.PROD) void listen()

  async function listen(): Promise<void> {
    const registration = await navigator.serviceWorker.register('/sw.js', { scope: '/' })
    const look = (): void => {
      if (registration.waiting && navigator.serviceWorker.controller) newVersion.value = registration.waiting
    }
    look()
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  }

  function update(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    newVersion.value?.postMessage('take-over')
  }

  return { newVersion, update }
}
