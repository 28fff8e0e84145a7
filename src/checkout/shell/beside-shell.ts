import {pageState} from './page-state.js';

/** The name of the built file, which holds a hash of its contents. The build writes it here. */
declare const CLICK_FILE: string;
/** Whose shell it is. */
declare const TAG: string;

/**
 * Has a file imported, that for a click unless said otherwise: from where the page's JavaScript says that the files of this
 * package are, else from beside the shell, whose address it may know itself. HTML has no say in it,
 * `<base href>` neither: it can be injected, and what is imported sees everything on the page.
 */
export async function importBeside<Module>(
  load: (address: string) => Promise<Module>,
  shell = '',
  file = CLICK_FILE,
): Promise<Module> {
  try {
    const {files} = pageState();
    const folder = files ? new URL(files.replace(/\/?$/, '/'), location.href) : shell;
    return await load(folder && new URL(file, folder).href);
  } catch (cause) {
    const {message} = cause as Error;
    throw new Error(
      `${message}. Merged or inlined? Say where the files are: customElements.get('${TAG}').files = '…/', or window[Symbol.for('rzp-magic-button')] = {files: '…/'} before the script.`,
      {cause},
    );
  }
}
