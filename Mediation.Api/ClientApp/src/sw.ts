/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare let self: ServiceWorkerGlobalScope

// A new version waits until the person agrees or every tab is closed: nobody's form is reloaded under their hands.
self.addEventListener('message', event => {
  if (event.data === 'take-over') void self.skipWaiting()
})
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/(api|docs|openapi|health|metrics)(\/|$)/] }))
