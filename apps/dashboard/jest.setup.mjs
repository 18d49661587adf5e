import { TextEncoder } from 'node:util';

/** What jsdom lacks and the component library asks for: a size for every element, media queries, observers. */
const size = { width: 800, height: 300 };

globalThis.matchMedia = (query) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
});

globalThis.ResizeObserver = class {
  #report;
  constructor(report) {
    this.#report = report;
  }
  observe(target) {
    this.#report([{ target, contentRect: { ...size, top: 0, left: 0 } }], this);
  }
  unobserve() {}
  disconnect() {}
};

for (const [name, value] of Object.entries({ offsetWidth: size.width, offsetHeight: size.height })) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value });
}

globalThis.scrollTo = () => {};

// Text fields that grow with their text watch for fonts; jsdom has none to wait for.
document.fonts ??= new EventTarget();

// Browsers have it; jsdom does not.
globalThis.TextEncoder ??= TextEncoder;
