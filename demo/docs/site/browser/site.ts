import {addCopyButtons} from './copy.js';
import {keep, kept} from './kept.js';
import './site-scheme.js';
import './site-search.js';

// What every page has: its text works without any of it.

addCopyButtons(document);

for (const box of document.querySelectorAll<HTMLInputElement>('[data-task]')) {
  const name = `docs-task ${location.pathname} ${box.dataset.task ?? ''}`;
  box.checked = kept(name) !== null;
  box.addEventListener('change', () => {
    keep(name, box.checked ? 'done' : null);
  });
}

// The place that is read is marked among those of the page.
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [
    decodeURIComponent(link.hash.slice(1)),
    link,
  ]),
);
const observer = new IntersectionObserver(
  (entries) => {
    const seen = entries.find(({isIntersecting}) => isIntersecting);
    if (!seen) return;
    for (const [id, link] of links) link.classList.toggle('here', id === seen.target.id);
  },
  {rootMargin: '-10% 0px -75% 0px'},
);
for (const heading of document.querySelectorAll('main :is(h2, h3)[id]')) observer.observe(heading);

// In the list alone: scrollIntoView would move the page as well.
const side = document.querySelector('.side');
const current = side?.querySelector<HTMLElement>('[aria-current=page]');
if (side && current) side.scrollTop = current.offsetTop - side.clientHeight / 2;
