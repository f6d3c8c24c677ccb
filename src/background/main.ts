/**
 * The background: a service worker in Chromium, an event page in Firefox. It only wires, and everything is wired synchronously:
 * a worker woken by a message must have its listeners when its script ends.
 */
import { backgroundParsers } from '../protocol/parse.ts';
import { serveBackground } from '../protocol/serve.ts';
import { watchCommands } from './commands.ts';
import { admit } from './desk.ts';
import { handlers } from './handlers.ts';
import { watchLife } from './lifecycle.ts';
import { watchTabs } from './page-summary.ts';
import { watchMenu } from './passages.ts';
import { watchPrivateWindows } from './private-windows.ts';

serveBackground(handlers, backgroundParsers, admit);
watchTabs();
watchCommands();
watchLife();
watchPrivateWindows();
watchMenu();
