/**
 * For the tests that draw the pane without a browser: jsdom goes through every style rule for each element whose role, name or visibility is
 * asked, and Fluent writes thousands. Rules that say nothing of what can be seen, read out or clicked are left out; test/browser draws them all.
 */
const TELLS = /(display|visibility|pointer-events|content)\s*:/;

if (typeof CSSStyleSheet !== 'undefined') {
  const insert: (this: CSSStyleSheet, rule: string, index?: number) => number = Reflect.get(CSSStyleSheet.prototype, 'insertRule');
  CSSStyleSheet.prototype.insertRule = function (this: CSSStyleSheet, rule: string, index?: number): number {
    return TELLS.test(rule) ? insert.call(this, rule, Math.min(index ?? 0, this.cssRules.length)) : (index ?? 0);
  };
}

export {};
