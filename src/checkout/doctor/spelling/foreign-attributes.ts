/** What every element of HTML takes, and every control of a form. */
const OF_HTML = new Set(
  'about accesskey anchor autocapitalize autocorrect autofocus class command commandfor content contenteditable datatype dir draggable elementtiming enterkeyhint exportparts focusgroup form formaction formenctype formmethod formnovalidate formtarget headingoffset headingreset hidden id inert inputmode interestfor is itemid itemprop itemref itemscope itemtype lang name nonce part popover popovertarget popovertargetaction property rel resource rev role slot spellcheck style tabindex title translate typeof value virtualkeyboardpolicy vocab writingsuggestions xmlns'.split(
    ' ',
  ),
);

/** What frameworks and tools write beside that, each with what it begins with. */
const BEGINNINGS =
  /^(aria|data|v|x|hx|ng|up|wire|svelte|sveltekit|react|reactroot|vue|solid|astro|q|qwik|phx|live|turbo|sse|ws|fx|uk|mat|cdk|nz|p|el|bs|uib|i18n|t|th|tw|css|sx|k|s|u|w|cy|qa|e2e|test|gtm|ga|lt|cz|bind|use|client|server|set|in|out|transition|animate|let|class|style|dusk|wicket|livewire|unicorn|stimulus|alpine|htmx|rx|fs|bis|gramm|grammarly|elementor|et|wp|amp)([-_]|$)/;

/** The handlers of events, and what Google's own frameworks write. `one-click-checkout` is ours. */
const HANDLERS = /^on(?!e-?cl)|^js[a-z]+$|^(fx|ng|mat|cdk|nz)[a-z]+$/;

/** `:x`, `@x`, `x:y`, `[x]`, `(x)`, `*x`, `#x`, `.x`, `?x`, `$x`, `_ngcontent-…`: what no attribute of a page begins with or holds. */
const SIGNS = /[^\w.-]|^[._]/;

/** Words of React and Vue for themselves, which end up in the tag where it is none of theirs. */
const OF_LISTS = /^(key|ref|testid|test-id)$/;

/** Whether an attribute is none of ours, and is meant to be none: HTML's, or the mark of a framework. */
export const isForeign = (name: string): boolean =>
  OF_HTML.has(name) ||
  [BEGINNINGS, HANDLERS, SIGNS, OF_LISTS].some((pattern) => pattern.test(name));
