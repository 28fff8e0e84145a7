// The page of error codes by itself, where the console of a page and the log of a server lead.
import {Marked} from 'marked';
import {errorCodesPage} from './error-codes-page.js';

const marked = new Marked({
  renderer: {
    // The other pages are not beside it.
    link({tokens}) {
      return this.parser.parseInline(tokens);
    },
    /** A narrow screen stacks the cells, each below the name of its column. */
    table({header, rows}) {
      const head = header.map(({text}) => `<th scope="col">${text}</th>`).join('');
      const body = rows.map((cells) => {
        const inner = cells.map(({tokens}, column) => {
          const label = column > 0 ? ` data-label="${header[column]?.text}"` : '';
          return `<td${label}>${this.parser.parseInline(tokens)}</td>`;
        });
        return `<tr>${inner.join('')}</tr>\n`;
      });
      return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>\n`;
    },
  },
});

/** HTML of the page: a row for each code, which has it for its address. */
export const codesHtml = () => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>rzp-magic-button: error codes</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; scroll-padding-top: 5rem }
body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
table { border-collapse: collapse; margin: 1rem 0 3rem }
th, td { padding: 0.5rem; border: 1px solid #8886; text-align: start; vertical-align: top }
th { background: #8882 }
tr:has(:target) { background: #fc03 }
@media (min-width: 40.01rem) { td:first-child { overflow-wrap: normal } }
@media (max-width: 40rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  table, tbody, tr, td { display: block }
  tr { margin-bottom: 1rem; border: 1px solid #8886 }
  td { border: 0 }
  td:first-child { background: #8882 }
  td[data-label]:not(:empty)::before { content: attr(data-label); display: block; font-size: 0.8rem; opacity: 0.75 }
}
</style>
${marked.parse(errorCodesPage())}`;
