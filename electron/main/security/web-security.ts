/** Checklist 6: pages of one origin do not read those of another. */
export const webSecurityOn = { webSecurity: true } as const;
