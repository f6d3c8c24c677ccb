/** What is said of a page that has no marks, by why that is. */
export const STATE_WORDS = {
  loading: 'pageLoading',
  off: 'siteIsOff',
  hidden: 'marksHidden',
  unsupported: 'pageUnsupported',
  denied: 'pageDenied',
  edited: 'pageEdited',
  guarded: 'pageGuarded',
  drawn: 'pageDrawn',
} as const;
