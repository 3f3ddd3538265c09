/** Return how to launch Chromium: the one named in E2E_CHROMIUM, else one that comes as a package. */
export function findBrowser(): Promise<{ executablePath: string; args: string[] }>
