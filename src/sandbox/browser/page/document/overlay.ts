type Styles = Readonly<Record<string, string>>;

const SPIN = 'rzp-rot 1s infinite linear';
const STYLE =
  '@keyframes rzp-rot{to{transform:rotate(360deg)}} .razorpay-container > iframe{min-height:100%!important}';

/** The elements that the script puts into the page, under the class names that pages know. */
export class Overlay {
  readonly container = createDiv('razorpay-container', {
    'z-index': '2147483647',
    position: 'fixed',
    top: '0',
    left: '0',
    width: '100%',
    height: '100%',
    display: 'none',
    'overflow-y': 'visible',
  });
  readonly #backdrop = createDiv('razorpay-backdrop', {
    position: 'fixed',
    top: '0',
    left: '0',
    width: '100%',
    height: '100%',
    'min-height': '100%',
    transition: '0.3s ease-out',
  });
  readonly #ribbon = createRibbon();
  #loader: HTMLElement | undefined;

  constructor() {
    const style = document.createElement('style');
    style.textContent = STYLE;
    this.#backdrop.append(this.#ribbon);
    this.container.append(style, this.#backdrop);
  }

  show(backdropColor: string, isTest: boolean): void {
    this.container.style.display = 'block';
    // Reading the layout makes the browser apply `display` first, so that the backdrop fades in.
    this.container.getBoundingClientRect();
    this.#backdrop.style.background = backdropColor;
    if (isTest) this.#ribbon.style.opacity = '1';
  }

  /** The container stays until the frame says that it is hidden. */
  clear(): void {
    this.#backdrop.style.background = '';
    this.#ribbon.style.opacity = '0';
  }

  hide(): void {
    this.container.style.display = 'none';
  }

  /** Shows the spinner; a second one only after the frame has painted. */
  showLoader(parent: Element, isEmbedded: boolean): void {
    if (this.#loader) return;
    this.#loader = createLoader(isEmbedded);
    parent.append(this.#loader);
  }

  /** As builds from 2024 on do at once, so that its absence says nothing of the frame. */
  hideLoader(): void {
    this.#loader?.remove();
  }

  removeLoader(): void {
    this.#loader?.remove();
    this.#loader = undefined;
  }
}

export function createIframe(src: string): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  const attributes = {
    allowtransparency: 'true',
    frameborder: '0',
    width: '100%',
    height: '100%',
    allow: 'otp-credentials',
    class: 'razorpay-checkout-frame',
    src,
  };
  for (const [name, value] of Object.entries(attributes)) iframe.setAttribute(name, value);
  setStyles(iframe, {
    opacity: '1',
    height: '100%',
    position: 'relative',
    background: 'none',
    display: 'block',
    border: '0 none transparent',
    margin: '0px',
    padding: '0px',
    'z-index': '2',
    // As the frame's own document says. Where the two differ, the browser paints the frame on white,
    // and the page could not be seen behind it.
    'color-scheme': 'light dark',
  });
  return iframe;
}

function createDiv(className: string, styles: Styles): HTMLDivElement {
  const div = document.createElement('div');
  div.className = className;
  return setStyles(div, styles);
}

const createRibbon = (): HTMLSpanElement => {
  const ribbon = document.createElement('span');
  ribbon.textContent = 'Test Mode';
  return setStyles(ribbon, {
    position: 'absolute',
    top: '50px',
    right: '-50px',
    width: '200px',
    padding: '3px',
    border: '1px dashed white',
    color: 'white',
    background: '#d64444',
    font: '1rem ubuntu, helvetica, sans-serif',
    'text-align': 'center',
    opacity: '0',
    transform: 'rotate(45deg)',
    transition: 'opacity 0.3s ease-in',
  });
};

const createLoader = (isEmbedded: boolean): HTMLDivElement =>
  createDiv('razorpay-loader', {
    width: '50px',
    height: '50px',
    'border-radius': '50%',
    animation: SPIN,
    ...(isEmbedded
      ? {
          margin: '100px auto -150px',
          border: '1px solid rgba(0, 0, 0, 0.2)',
          'border-top-color': 'rgba(0, 0, 0, 0.7)',
        }
      : {
          position: 'absolute',
          left: '50%',
          top: '50%',
          margin: '-25px 0 0 -25px',
          border: '1px solid rgba(255, 255, 255, 0.2)',
          'border-top-color': 'rgba(255, 255, 255, 0.7)',
        }),
  });

function setStyles<El extends HTMLElement>(element: El, styles: Styles): El {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value);
  return element;
}
