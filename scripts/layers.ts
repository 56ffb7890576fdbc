/**
 * The import rule, as the one list from which biome.layers.json is generated.
 *
 * TypeScript's project references keep the sides apart (shared ↛ DOM, Node; renderer ↛ electron; …). What they cannot see,
 * the order inside shared/ and the independence of the renderer's features, Biome's noRestrictedImports catches.
 */

/** The folders of shared/, nouns first, the walk last: each imports only the ones before it. */
export const sharedOrder = [
  "lib",
  "units",
  "ranges",
  "models",
  "training",
  "hardware",
  "compute",
  "memory",
  "scaling",
  "cluster",
  "money",
  "energy",
  "plan",
  "estimate",
  "sheet",
  "formats",
  "contract",
] as const;

/** Folders of electron/ and the sibling folders they may use; every one may use shared/. */
export const electronUses: Readonly<Record<string, readonly string[]>> = {
  backend: [],
  server: ["backend"],
  cli: ["backend"],
  main: ["backend"],
  preload: [],
};

/** What the preload may have of shared/: it runs beside the page, so it stays so small that it can be read at a glance. */
const preloadShared = ["**/contract/names.ts", "**/contract/host-events.ts"];

/** Packages that bring a screen, a browser or a process with them and so have no place in shared/. */
const packagesWithEffects = [
  "react",
  "react-dom",
  "@mui/**",
  "@emotion/**",
  "chart.js",
  "react-chartjs-2",
  "playwright-core",
  "electron",
];

const notTheProgram = ["**/scripts/**", "**/e2e/**"];

type Override = {
  readonly includes: readonly string[];
  readonly linter: { readonly rules: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
};

function restrict(includes: readonly string[], group: readonly string[], message: string): Override {
  const options = { patterns: [{ group, message }] };
  return { includes, linter: { rules: { style: { noRestrictedImports: { level: "error", options } } } } };
}

function sharedOverrides(): Override[] {
  return sharedOrder.map((folder, position) => {
    const above = sharedOrder.slice(0, position);
    const below = sharedOrder.slice(position + 1).map((later) => `**/${later}/**`);
    return restrict(
      [`shared/${folder}/**`],
      [...below, "**/electron/**", "**/renderer/**", "**/assets/**", ...notTheProgram, ...packagesWithEffects],
      `shared/${folder} imports only ${above.length > 0 ? `shared/{${above.join(",")}}` : "itself"} and pure packages.`,
    );
  });
}

function electronOverrides(): Override[] {
  const folders = Object.keys(electronUses);
  return folders.map((folder) => {
    const allowed = electronUses[folder] ?? [];
    const siblings = folders.filter((other) => other !== folder && !allowed.includes(other));
    const uses = ["shared", ...allowed.map((other) => `electron/${other}`)];
    const electron = folder === "main" || folder === "preload" ? [] : ["electron"];
    const shared = folder === "preload" ? ["**/shared/**", ...preloadShared.map((path) => `!${path}`)] : [];
    return restrict(
      // A test of the preload builds it and lets it run; what is checked here is what goes into its bundle.
      folder === "preload" ? ["electron/preload/**", "!**/*.test.ts"] : [`electron/${folder}/**`],
      [...shared, ...siblings.map((other) => `**/${other}/**`), "**/renderer/**", ...electron, ...notTheProgram],
      `electron/${folder} imports only ${uses.join(" and ")}.`,
    );
  });
}

/**
 * A feature's file at depth d reaches a sibling feature by d times `../` and a name. Only the depth tells that from a
 * sub-folder of its own, hence one override a depth.
 */
function featureOverrides(): Override[] {
  return [1, 2, 3].map((depth) => {
    const up = "../".repeat(depth);
    return restrict(
      [`renderer/features/${"*/".repeat(depth)}*`],
      [`${up}*/**`, `!${up}../**`, "**/features/**", "**/electron/**", ...notTheProgram],
      "A feature never imports another feature: move what they share to renderer/components, renderer/charts or shared.",
    );
  });
}

/** Everything biome.layers.json holds. A file that several overrides match gets the last one's options. */
export function layerConfiguration(): { readonly overrides: readonly Override[] } {
  return {
    overrides: [
      ...sharedOverrides(),
      ...electronOverrides(),
      restrict(["renderer/**"], ["**/electron/**", "electron", ...notTheProgram], "renderer imports only shared."),
      restrict(
        ["renderer/{charts,components}/**"],
        ["**/features/**", "**/app/**", "**/electron/**", ...notTheProgram],
        "Building blocks know no feature.",
      ),
      ...featureOverrides(),
    ],
  };
}
