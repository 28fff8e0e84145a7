// A script of its own, before the first paint: a page would flash in the other scheme.
try {
  const scheme = localStorage.getItem('docs-scheme');
  if (scheme) document.documentElement.dataset.scheme = scheme;
} catch {
  // A browser that keeps nothing has the system's.
}

export {};
