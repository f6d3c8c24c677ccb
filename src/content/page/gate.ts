/**
 * Where we do not run at all: documents that are not HTML (a browser's viewers of XML, images, PDF), and what is being edited
 * as a whole.
 */

export function isReadable(doc: Document): boolean {
  // Only an HTML root has a body: https://html.spec.whatwg.org/multipage/dom.html#the-body-element-2
  if (doc.body?.localName !== 'body') return false;
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(doc.contentType)) return false;
  return doc.designMode !== 'on' && 'highlights' in CSS;
}
