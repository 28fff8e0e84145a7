import {useEffect, useLayoutEffect} from 'react';

/**
 * Runs once the page has what was rendered, before the browser shows it: no press comes between. A
 * server has no page, and React 18 warns of a layout there.
 */
export const useCommit = typeof document === 'undefined' ? useEffect : useLayoutEffect;
