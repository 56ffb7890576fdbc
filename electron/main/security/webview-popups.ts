/** Checklist 11: there is no `<webview>` element, and so none whose pop-ups could be allowed. */
export const noWebviews = { webviewTag: false } as const;
