/** What the questions of the lab page ask of the document itself. */

/** Everything the page is made of, shadow trees aside, so that the slightest change of ours is seen. */
export function nodesOf(root: Node): Node[] {
  const walker = document.createTreeWalker(root);
  const nodes: Node[] = [root];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  return nodes;
}

/** Resolves when what came near the viewport has been told: all observers are told in one task, in no order that is known. */
export function settled(): Promise<void> {
  return new Promise((done) => {
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      setTimeout(done);
    });
    observer.observe(document.documentElement);
  });
}

/** Our marks as they are painted now, by the tone of each. */
export function marksNow(): { tone: string; range: Range }[] {
  return [...CSS.highlights].flatMap(([name, highlight]) => {
    const tone = /^glossator-[a-z]+-(.+)$/.exec(name)?.[1];
    return tone ? ([...highlight] as Range[]).map((range) => ({ tone, range })) : [];
  });
}

/** A range's text without what a reader does not see in it. */
export function visibleText(range: Range): string {
  const content = document.createElement('div');
  content.append(range.cloneContents());
  for (const element of content.querySelectorAll('[hidden], script, style, template')) element.remove();
  return content.textContent ?? '';
}
