/** Whether a click is on text and nothing else: what leads somewhere or does something keeps its clicks. */

const CONTROLS =
  'a[href],area,button,summary,label,input,select,textarea,[role=button],[role=link],[role=tab],[role=menuitem],[role=checkbox],[onclick],[contenteditable]';

/** A plain click that has selected nothing. */
export function isOnPlainText(event: PointerEvent): boolean {
  return (
    event.button === 0 &&
    !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) &&
    getSelection()?.isCollapsed !== false &&
    event.target instanceof Element &&
    !event.target.closest(CONTROLS)
  );
}
