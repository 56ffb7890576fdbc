/** Checklist 2: no page of ours, no worker and no frame of it, gets Node; a script that slips in could read every file. */
export const noNodeIntegration = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
} as const;
