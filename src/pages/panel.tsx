/** The side panel: the page of the tab in front as a whole. `?tab=ID` keeps to one tab, so that a plain tab can stand for the panel. */
import { render } from 'preact';
import { readerLanguage, words } from '../platform/i18n.ts';
import { dress } from './dress.ts';
import { Panel } from './panel/Panel.tsx';

dress();
render(<Panel lang={readerLanguage()} t={words} />, document.body);
