/**
 * Keys by the names that KeyboardEvent.key has, as WebDriver wants them: printable keys are themselves, the others are code
 * points of a private area. https://w3c.github.io/webdriver/#keyboard-actions
 */

const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
  F1: '\uE031',
  F2: '\uE032',
  F3: '\uE033',
  F4: '\uE034',
  F5: '\uE035',
  F6: '\uE036',
  F7: '\uE037',
  F8: '\uE038',
  F9: '\uE039',
  F10: '\uE03A',
  F11: '\uE03B',
  F12: '\uE03C',
};

export interface KeyAction {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

/** A chord such as `Control+Shift+k`: all go down in order, and up in the reverse. */
export function chordActions(chord: string): KeyAction[] {
  // The last key may itself be "+".
  const names = chord === '+' ? ['+'] : chord.replace(/\+\+$/, '+Plus').split('+');
  const values = names.map((name) => {
    const value = KEYS[name] ?? (name === 'Plus' ? '+' : name);
    if ([...value].length !== 1) throw new Error(`No key is called ${name} (in ${chord}).`);
    return value;
  });
  return [
    ...values.map((value): KeyAction => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value): KeyAction => ({ type: 'keyUp', value })),
  ];
}

/** Text, one key after another; a line break is Enter. */
export function typingActions(text: string): KeyAction[] {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  return Array.from(graphemes, ({ segment }) => (/^\r?\n$/.test(segment) ? 'Enter' : segment)).flatMap(
    (key) => chordActions(key),
  );
}
