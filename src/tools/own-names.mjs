/**
 * Names of properties that only our content scripts know: the build gives them short ones, since every page carries them. A name
 * that a message, a pack or the browser uses as well must not stand here; tests/unit/own-names.test.ts looks for the first two.
 */
const NAMES = `
  article breakLine marksOf calm cards choose due element follow gather goesOn hasMore leaveFrame highlight hit holds inChrome firstIn nextOf isClosed
  isEmpty isHidden isMarked isNear isNews lastLink latest level linked range context marked masthead mend mention nextId node parentOf piece
  pieces pointed rects rectsOf refresh restore caretAt attend separate sight styleRoots teaser tone turnPage

  board closedAt copying correcting drafts endWalk giveBack goBack isAtWork isBefore isFree isInside isMirrored isOurs
  isPinned isWriting leadTo lent letGo makeWay moveTo noteParts notice onAsk onBack onCancel onChoose onClose onClosed onDelete 
  onEdit  onEnter onEscape onForward onGrab onLeave onMove onMoved onOutside onRelation onReturn onSave 
  onStep onToggle onUndo onWrite  pointerAt prefetch preview reaches  renew retire takeFocus telling titleId wire`;

export const OWN_NAMES = NAMES.trim().split(/\s+/);

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Each with its short name, `$0`, `$1` … `_0`: the scripts are bundled one by one and meet on the page, so it must be the same in all. */
export const SHORT_NAMES = Object.fromEntries(
  OWN_NAMES.map((name, i) => [name, (i < LETTERS.length ? '$' : '_') + LETTERS[i % LETTERS.length]]),
);
