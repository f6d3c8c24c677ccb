/**
 * What of a page is left alone, as selectors: what is typed into, what is hidden, forms that ask for secrets, and pages that are
 * drawn rather than written. Class names are those that editors give to their own boxes; a class that a finished text keeps
 * outside its editor (`ProseMirror`, `ql-editor`, `ck-content`) is told by `contenteditable` alone, and is read where it is off.
 */

const TYPED_INTO = [
  '[contenteditable]:not([contenteditable=false i])',
  ...['textbox', 'searchbox', 'combobox', 'spinbutton'].map((role) => `[role=${role}]`),
  '[data-slate-editor=true]',
  '[data-lexical-editor=true]',
  'trix-editor',
];

/** For code (CodeMirror 5 and 6, Monaco, Ace, notebooks, terminals), and for text (Draft, Quill's bars, TinyMCE, CKEditor and others). */
const CLASSES_OF_EDITORS =
  'CodeMirror cm-editor monaco-editor monaco-diff-editor ace_editor codejar codeflask jp-InputArea jp-Editor xterm ' +
  'DraftEditor-root DraftEditor-editorContainer public-DraftEditor-content ql-toolbar ql-tooltip ql-clipboard ' +
  'mce-content-body tox-tinymce mce-tinymce ck-editor cke codex-editor fr-box note-editor redactor-box jodit-container ' +
  'medium-editor-element milkdown-menu toastui-editor kix-appview-editor mq-editable-field EasyMDEContainer';

/** Not for the eye: what only a screen reader says would take the place of the first mention that is seen. */
const CLASSES_OF_HIDDEN_TEXT =
  'sr-only visually-hidden visuallyhidden screen-reader-text screenreader-text screen-reader-only sr-text a11y-hidden ' +
  'u-visually-hidden is-visually-hidden element-invisible govuk-visually-hidden';

const NOT_SHOWN_AS_TEXT = ['[hidden]', '[inert]', '[role=img]', '[role=math]'];

/** How sites name the field for a card's number. */
const NAMES_OF_CARDS = 'cardnumber card-number card_number ccnumber cc-number cc_number creditcard';

/** Fields for a password or the number of a card. */
const SECRETS = [
  'input[type=password]',
  'input[autocomplete~=current-password i]',
  'input[autocomplete~=new-password i]',
  'input[autocomplete*=cc-number i]',
  'input[autocomplete*=cc-csc i]',
  ...NAMES_OF_CARDS.split(' ').flatMap((name) => [`input[name*=${name} i]`, `input[id*=${name} i]`]),
];

export interface LeftAlone {
  /** Nothing inside is read. */
  readonly never: string;
  /** Fields whose form is not read. */
  readonly secrets: string;
  /** What such a field belongs to; the nearest of them. */
  readonly forms: string;
  /** What an application draws its text on. */
  readonly drawn: string;
}

export const LEFT_ALONE: LeftAlone = {
  never: [
    ...TYPED_INTO,
    ...NOT_SHOWN_AS_TEXT,
    ...`${CLASSES_OF_EDITORS} ${CLASSES_OF_HIDDEN_TEXT}`.split(' ').map((name) => `.${name}`),
  ].join(),
  secrets: SECRETS.join(),
  forms: 'form,dialog,[role=dialog],[role=form],fieldset,section,div',
  drawn: 'canvas,flutter-view,flt-glass-pane',
};
