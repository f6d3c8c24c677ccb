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
  [
    'portals, first node',
    'return"function"!=typeof n.type||n.props.__P?null:S(n)',
    'return"function"!=typeof n.type?null:S(n)',
  ],
  ['portals, above', 'n.__c&&!n.props.__P)', 'n.__c)'],
  ['portals, placed', 'if(n.props.__P)return t;', ''],
  ['portals, taken away', '"function"!=typeof t.type||u&&!t.props.__P', '"function"!=typeof t.type||u'],
  [
    'other ways to wait',
    '&&i==n.debounceRendering||((i=n.debounceRendering)||queueMicrotask)(H)',
    '||queueMicrotask(H)',
  ],
  ['other ways to wait, again', '&&(i||queueMicrotask)(H)', '&&queueMicrotask(H)'],
  ['comments that are there already', ',e=t;e&&8==e.nodeType;)e=e.nextSibling;', ',e=t;0;);'],
  [
    'comments that are there already, after',
    '(t=t&&t.nextSibling)&&8==t.nodeType&&!t.data.startsWith("$s"););',
    '0;);t=t&&t.nextSibling;',
  ],
  ['moving with state', '!u&&r.moveBefore&&o.parentNode?r.moveBefore(o,t):', ''],
  ['events on their way down', 'f=t!=(t=t.replace(l,"$1")),', ''],
  [
    'events on their way down, heard',
    '(t,o,f):n.removeEventListener(t,o,f)',
    '(t,o):n.removeEventListener(t,o)',
  ],
  [
    'attributes of elements that we have not',
    '&&"list"!=t&&"form"!=t&&"tabIndex"!=t&&"download"!=t&&"rowSpan"!=t&&"colSpan"!=t&&"role"!=t&&"popover"!=t',
    '&&"tabIndex"!=t&&"role"!=t',
  ],
  ['popovers', '"popover"==t&&1==r?"":r', 'r'],
  ['values at the beginning', '||"value"==s&&"defaultValue"in x||"checked"==s&&"defaultChecked"in x', ''],
  ['boxes to tick', ':"checked"==s?m=k:', ':'],
  ['boxes to tick, set', ',s="checked",null!=m&&m!=t[s]&&N(t,s,m,$[s],f))', ')'],
  [
    'progress',
    '"progress"==C&&null==b?t.removeAttribute(s):null==b||b===t[s]&&("progress"!=C||b)||',
    'null==b||b===t[s]||',
  ],
  ['elements with names of their own', 'C,x.is?x:a', 'C'],
  ['options: a node is made', 'return!o&&n.vnode&&n.vnode(e),e', 'return e'],
  ['options: a node is made anew', 'n.vnode&&n.vnode(r),', ''],
  ['options: before the difference', '(s=n.__b)&&s(r);', ''],
  ['options: after it', 'return(s=n.diffed)&&s(r),l', 'return l'],
  ['options: events', 'u(n.event?n.event(r):r)', 'u(r)'],
  ['options: a tree', 'n.__&&n.__(t,r),9==r.nodeType&&(r=r.documentElement),', ''],
  ['options: a mismatch', ',l&&(n.__m&&n.__m(r,o),l=!1),o=null', ',o=null'],
  [
    'what is done when all is drawn',
    ';n.__c&&n.__c(r,t),t.some(function(r){try{t=r.__h,r.__h=[],t.some(function(n){n.call(r)})}catch(t){n.__e(t,r.__v)}})',
    '',
  ],
  ['what is done, kept', 'd.__g|=8,d.__h=[],d.__k=[]),k=d.props,b=d.state,', 'd.__g|=8),'],
  ['state: nothing new', 'd.props=M,d.state=d.__s,d.__g&=-9),', 'd.props=M,d.__g&=-9),'],
  [
    'what is done, nothing new',
    ',y.push.apply(d.__h,d.__k),d.__k=[],d.__h.length&&e.push(d),l=S(u);',
    ',l=S(u);',
  ],
  ['state: drawn', 's=d.render(d.props,d.state=d.__s,d.context)', 's=d.render(d.props)'],
  ['what is done, drawn', 'C&&(y.push.apply(d.__h,d.__k),d.__k=[]),d.state=d.__s,', ''],
  ['what is done, at the end', ',p&&p.some(g),d.__h.length&&e.push(d),', ','],
  ['state: first', 'd.state||(d.state={}),', ''],
  ['contexts, handed on', 'd.context=L,d.props=M', 'd.props=M'],
  ['contexts, given', '(n,t){this.props=n,this.context=t,this.__g=0}', '(n){this.props=n,this.__g=0}'],
  ['contexts, made', 'new x(M,L)', 'new x(M)'],
  ['contexts, drawn', 'K(n,t,r){return this.constructor(n,r)}', 'K(n){return this.constructor(n)}'],
  ['errors that others mend', 't&&t.then||D(r),', ''],
  ['classes: the end', 'if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){n.__e(t,r)}', ''],
  [
    'state: set',
    'var r=this.__s;r&&r!=this.state||(r=this.__s=_({},this.state)),"function"==typeof n&&(n=n(_({},r),this.props)),n&&(_(r,n),this.__v&&(t&&this.__k.push(t),L(this)))',
    'this.__v&&L(this)',
  ],
  [
    'drawing by force',
    'x.prototype.forceUpdate=function(n){this.__v&&(this.__g|=4,n&&this.__h.push(n),L(this))},',
    '',
  ],
  ['asking what is a node', 'r=function(n){return null!=n&&n.constructor===h},', ''],
  ['nodes that are there already, at all', 'i?null:r.firstChild?d.call(r.childNodes):null,f,', 'null,f,'],
  [
    'references that are functions',
    'try{"function"==typeof t?r?r.__x=t(r)||1:i&&(i=i.__c||i.__e)&&(r=i.__x)&&(i.__x=null,"function"==typeof r?r():t(null)):t.current=r}catch(t){n.__e(t,u)}',
    't.current=r',
  ],
  [
    'nodes that are there already, drawn anew',
    '32&u.__u?[i]:null,f,i||S(u),32&u.__u,o)',
    'null,f,i||S(u),0,o)',
  ],
  [
    'nodes that are there already, inside',
    'o?o[0]:u.__k&&S(u,0),l,c),o&&o.some(g)),',
    'u.__k&&S(u,0),l,c)),',
  ],
  ['nodes that are there already, fields', 'l&&"textarea"!=C||(s="value"', '(s="value"'],
  ['nodes that are there already, text', 'l&&t.data==x||(t.data=x)', '(t.data=x)'],
  ['nodes that are there already, set', ':l&&"function"!=typeof k||$[s]===k||', ':$[s]===k||'],
  ['nodes that are there already, taken', 'C),o=null}', 'C)}'],
  ['nodes that are there already, first', '(u=t&&32&t.__u)?null:r.__k', 'r.__k'],
  [
    'drawing that asks to be drawn',
    'H=n.__r,q=C?25:0;do{d.__g&=-9,H&&H(r),s=d.render(d.props)}while(8&d.__g&&++q<25);',
    'd.__g&=-9,n.__r(r),s=d.render(d.props);',
  ],
  ['errors that others mend, begun', ',2&d.__g&&(d.__g|=1))', ')'],
  ['errors that others mend, over', ',1&d.__g&&(d.__g&=-4)}catch', '}catch'],
  ['what is done, counted', 'v=e.length;try', 'try'],
  ['what is done, counted, after an error', 'e.length=v,r.__v=null', 'r.__v=null'],
  ['errors, told', ',n.__e(t,r,u)}}', ';throw f=0,t}}'],
  ['errors, thrown', 'n={__e:function(n,t,r,u){throw f=0,n}}', 'n={}'],
  ['what draws nothing', 'x.prototype.render=$,', ''],
  ['handlers that are none', '"function"!=typeof r&&(r=null),"function"!=typeof u&&(u=null),', ''],
  ['functions as attributes', 'if("function"==typeof r)return;', ''],
  ['options: taken away', 'if(n.unmount&&n.unmount(t),', 'if(n.unmount(t),'],
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
