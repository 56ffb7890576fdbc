/** Checklist 3: the preload has a world of its own, so that a page cannot reach into it through a changed prototype. */
export const isolatedContext = { contextIsolation: true } as const;
