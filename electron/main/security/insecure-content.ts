/** Checklist 8: nothing from an unencrypted address runs in a page, were one ever allowed to load anything. */
export const noInsecureContent = { allowRunningInsecureContent: false } as const;
