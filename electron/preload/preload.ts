/** Runs in the sandbox before the page does, and puts the bridge into it as `window.flopsheet`. */
import { contextBridge, ipcRenderer } from "electron";
import { createBridge } from "./bridge.ts";

contextBridge.exposeInMainWorld("flopsheet", createBridge(ipcRenderer));
