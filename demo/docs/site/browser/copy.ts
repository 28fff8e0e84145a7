/** Says in a button that its text is on the clipboard, for a moment. */
const SAID_MS = 1_500;

/** A button that copies what a function gives. */
export function copyButton(textOf: () => string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', () => void copy(button, textOf()));
  return button;
}

async function copy(button: HTMLButtonElement, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    // A page without https may not.
    button.textContent = 'Select and copy';
  }
  setTimeout(() => (button.textContent = 'Copy'), SAID_MS);
}

/** Gives each piece of code below a node its button. */
export function addCopyButtons(root: ParentNode): void {
  for (const code of root.querySelectorAll<HTMLElement>('figure.code, pre.install'))
    code.append(copyButton(() => code.querySelector('code')?.textContent ?? ''));
}
