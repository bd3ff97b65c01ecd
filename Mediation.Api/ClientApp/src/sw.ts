/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare let self: ServiceWorkerGlobalScope

/** What a tablet does not need from the first moment, such as the second language, is kept once it was asked for. */
const visited = 'visited'

// A new version waits until the person agrees or every tab is closed: nobody's form is reloaded under their hands.
self.addEventListener('message', event => {
  if (event.data === 'take-over') void self.skipWaiting()
})
// Names hold digests, so what an older version kept is of no use to this one.
self.addEventListener('activate', event => event.waitUntil(Promise.all([caches.delete(visited), self.clients.claim()])))

async function once(request: Request): Promise<Response> {
  const cache = await caches.open(visited)
  const known = await cache.match(request)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(({ url }) => url.origin === self.location.origin && url.pathname.startsWith('/assets/'), ({ request }) => once(request))
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/(api|docs|openapi|health|metrics)(\/|$)/] }))
