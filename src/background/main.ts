/**
 * The background: a service worker in Chromium, an event page in Firefox. It only wires, and everything is wired synchronously:
 * a worker woken by a message must have its listeners when its script ends.
 */
import { backgroundParsers } from '../protocol/parse.ts';
import { serve } from '../protocol/serve.ts';
import { admit, handlers } from './handlers.ts';
import { watchLife } from './lifecycle.ts';
import { watchTabs } from './page-summary.ts';

serve('background', handlers, backgroundParsers, { admit });
watchTabs();
watchLife();
