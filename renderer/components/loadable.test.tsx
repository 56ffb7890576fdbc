import { render, screen } from "@testing-library/react";
import { Component, type ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { type Loadable, loadable } from "./loadable.ts";

class Boundary extends Component<{ readonly children: ReactNode }, { readonly message: string | null }> {
  override state = { message: null };
  static getDerivedStateFromError = (error: Error) => ({ message: error.message });
  override render() {
    return this.state.message ?? this.props.children;
  }
}

function Shown({ part }: { readonly part: Loadable<string> }) {
  return part.use() ?? "not yet";
}

const shown = (part: Loadable<string>) =>
  render(
    <Boundary>
      <Shown part={part} />
    </Boundary>,
  );

describe("loadable", () => {
  it("shows a part when it has come, and at once the next time", async () => {
    const fetch = vi.fn(() => Promise.resolve("here"));
    const part = loadable(fetch);
    const first = shown(part);
    expect(screen.getByText("not yet")).toBeTruthy();
    await screen.findByText("here");
    first.unmount();
    shown(part);
    expect(screen.getByText("here")).toBeTruthy();
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("gives what keeps it from coming to the error boundary", async () => {
    const silent = vi.spyOn(console, "error").mockImplementation(() => undefined);
    shown(loadable<string>(() => Promise.reject(new Error("no such chunk"))));
    await screen.findByText("no such chunk");
    silent.mockRestore();
  });

  it("fetches again what did not come", async () => {
    const fetch = vi.fn<() => Promise<string>>();
    fetch.mockRejectedValueOnce(new Error("no host")).mockResolvedValue("here");
    const part = loadable(fetch);
    await expect(part.load()).rejects.toThrow("no host");
    await expect(part.load()).resolves.toBe("here");
    expect(await part.load()).toBe("here");
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});
