/** Whether node_modules is as the lock file says. */
export function isInstalled(root: string): boolean;
