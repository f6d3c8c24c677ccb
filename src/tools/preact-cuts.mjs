/**
 * What the card's bundle leaves out of Preact. Its one file serves class components, hydration, suspense, portals, contexts and
 * MathML, and a bundler cannot know that the card, all function components drawn into an empty shadow root, has none of them. Each
 * cut is a piece of the file as published in the pinned version; one that does not stand there exactly once fails the build, so
 * that a new version is looked at by a person. That the card still works is what the end-to-end tests are for.
 */

/** What it is for, what stands there, what stands there then. `…` is any text, as short as may be. */
export const PREACT_CUTS = [
  [
    'HTML as text',
    'h?(l||y&&(h.__html==y.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),r.__k=[]):(y&&(t.textContent=""),',
    '(',
  ],
  ['HTML as text, set', '"dangerouslySetInnerHTML"==s?h=k:', ''],
  ['HTML as text, taken away', '"dangerouslySetInnerHTML"==s?y=k:', ''],
  [
    'MathML inside',
    '("foreignObject"==C||"http://www.w3.org/1998/Math/MathML"==f&&v.test(C))&&(f="http://www.w3.org/1999/xhtml"),',
    '',
  ],
  ['MathML', '"math"==C?f="http://www.w3.org/1998/Math/MathML":', ''],
  [
    'suspense, coming back',
    '128&u.__u&&(c=32&u.__u,s=u.__c.__z)&&(r.__u|=c,p=o=[],8==s.nodeType?l=B(s,o):o.push(s),l=o[0]||l),',
    '',
  ],
  [
    'suspense, thrown',
    'if(e.length=v,r.__v=null,c||o)if(t&&t.then){…}else o&&o.some(g);else r.__e=u.__e;',
    'e.length=v,r.__v=null,r.__e=u.__e;',
  ],
  ['suspense, taken away', '!u&&(i=t.__c)&&(i=i.__z)&&(f=B(i,o=[]))&&(i==t.__e&&o.some(g),g(f),g(i)),', ''],
  [
    'nodes that are there already',
    ',o)for(s=0;s<o.length;s++)if((k=o[s])&&(C?k.localName==C:3==k.nodeType)){t=k,o[s]=null;break}',
    ',0);',
  ],
  [
    'attributes that are there already',
    'if(a="template"==C&&t.content||t,o="textarea"==C&&null!=x.defaultValue?null:o&&d.call(a.childNodes),!l&&o)for($={},s=0;s<t.attributes.length;s++)$[(k=t.attributes[s]).name]=k.value;',
    'a=t;',
  ],
  [
    'classes: derived state',
    'C&&(d.__s||(d.__s=d.state),V.getDerivedStateFromProps&&(d.__s==d.state&&(d.__s=_({},d.__s)),_(d.__s,V.getDerivedStateFromProps(M,d.__s)))),',
    '',
  ],
  [
    'classes: new props',
    'M!==k&&C&&!V.getDerivedStateFromProps&&d.componentWillReceiveProps&&d.componentWillReceiveProps(M,L),',
    '',
  ],
  [
    'classes: whether to draw',
    '||!(4&d.__g)&&d.shouldComponentUpdate&&!1===d.shouldComponentUpdate(M,d.__s,L)',
    '',
  ],
  [
    'classes: before and after',
    'd.componentWillUpdate&&d.componentWillUpdate(M,d.__s,L),C&&d.componentDidUpdate&&d.__h.push(function(){d.componentDidUpdate(k,b,m)})}else C&&!V.getDerivedStateFromProps&&d.componentWillMount&&d.componentWillMount(),C&&d.componentDidMount&&d.__h.push(d.componentDidMount);',
    '}',
  ],
  [
    'classes: context and snapshot',
    'd.getChildContext&&(i=_({},i,d.getChildContext())),C&&u.__c&&d.getSnapshotBeforeUpdate&&(m=d.getSnapshotBeforeUpdate(k,b)),',
    '',
  ],
  ['classes: errors', 'for(var i,o,e;t=t.__;)if((i=t.__c)&&!(1&i.__g)){…}throw f=0,n', 'throw f=0,n'],
  [
    'classes: made',
    '(C?r.__c=d=new V(M,L):(r.__c=d=new x(M,L),d.constructor=V,d.render=K),j&&j.sub(d),',
    '(r.__c=d=new x(M,L),d.constructor=V,d.render=K,',
  ],
  [
    'contexts',
    'C=(s=V.prototype)&&s.render,j=(s=V.contextType)&&i[s.__c],L=s?j?j.props.value:s.__:i,',
    'C=0,L=i,',
  ],
  [
    'portals, in',
    'M.__P&&(s=l,f=(t=M.__P).namespaceURI,c=o=null,u.props&&u.props.__P!=t&&(u.__k.some(function(n){n&&J(n,n)}),u.__k=null),l=u.__k?S(u,0):null),',
    '',
  ],
  ['portals, out', 'M.__P&&(r.__e=null,l=s),', ''],
  [
    'styles as objects',
    'if("style"==t)if("string"==typeof r)n.style.cssText=r;else{…}else if("o"==t[0]',
    'if("o"==t[0]',
  ],
  [
    'old links in SVG',
    'if("http://www.w3.org/2000/svg"==i)t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(',
    'if("http://www.w3.org/2000/svg"!=i&&',
  ],
];

/** The file without what the table names. */
export function cutPreact(source) {
  return PREACT_CUTS.reduce((text, [what, needle, put]) => {
    const pattern = new RegExp(needle.split('…').map(literal).join('.*?'), 'gs');
    const found = text.match(pattern) ?? [];
    if (found.length !== 1)
      throw new Error(
        `Preact has changed: "${what}" stands there ${found.length} times; mend preact-cuts.mjs`,
      );
    return text.replace(pattern, () => put);
  }, source);
}

function literal(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
