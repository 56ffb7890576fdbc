import { useEffect, useState } from "react";
import type { MethodOutput } from "../../shared/contract/methods.ts";
import { client } from "./client.ts";

export type HostInfo = MethodOutput<"app.info">;
export type Template = MethodOutput<"templates.list">[number];

/** Asked once, as soon as the program is there. */
const asked = client["app.info"]({});

/** What this host is and can do; null until it has answered. */
export function useHostInfo(): HostInfo | null {
  const [info, setInfo] = useState<HostInfo | null>(null);
  useEffect(() => {
    void asked.then((reply) => {
      if (reply.ok) setInfo(reply.value);
    });
  }, []);
  return info;
}

export function useTemplates(): readonly Template[] {
  const [templates, setTemplates] = useState<readonly Template[]>([]);
  useEffect(() => {
    void client["templates.list"]({}).then((reply) => {
      if (reply.ok) setTemplates(reply.value);
    });
  }, []);
  return templates;
}
