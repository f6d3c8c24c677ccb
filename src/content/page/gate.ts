/**
 * Where we do not run at all: documents that are not HTML (a browser's viewers of XML, images, PDF), and what is being edited
 * as a whole.
 */

const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

export function isReadable(doc: Document): boolean {
  const root = doc.documentElement;
  if (root?.namespaceURI !== HTML_NAMESPACE || !doc.body || doc.body.localName !== 'body') return false;
  if (!/^(text\/html|application\/xhtml\+xml)$/.test(doc.contentType)) return false;
  return doc.designMode !== 'on' && 'highlights' in CSS;
}
