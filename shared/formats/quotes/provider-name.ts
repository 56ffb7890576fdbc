/** Who a price list is of, by the name of its file: no row of a SkyPilot catalogue says it. */

/** Names that catalogues give their files and folders, and how the providers call themselves. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ["aws", "AWS"],
  ["azure", "Microsoft Azure"],
  ["cloudrift", "CloudRift"],
  ["crusoe", "Crusoe"],
  ["cudo", "Cudo Compute"],
  ["datacrunch", "DataCrunch"],
  ["digitalocean", "DigitalOcean"],
  ["do", "DigitalOcean"],
  ["fluidstack", "FluidStack"],
  ["gcp", "Google Cloud"],
  ["hotaisle", "Hot Aisle"],
  ["hyperbolic", "Hyperbolic"],
  ["hyperstack", "Hyperstack"],
  ["ibm", "IBM Cloud"],
  ["jarvislabs", "JarvisLabs"],
  ["lambda", "Lambda"],
  ["lambdalabs", "Lambda"],
  ["lium", "Lium"],
  ["mithril", "Mithril"],
  ["nebius", "Nebius"],
  ["oci", "Oracle Cloud"],
  ["ovhcloud", "OVHcloud"],
  ["paperspace", "Paperspace"],
  ["primeintellect", "Prime Intellect"],
  ["runpod", "RunPod"],
  ["scaleway", "Scaleway"],
  ["scp", "Samsung Cloud Platform"],
  ["seeweb", "Seeweb"],
  ["shadeform", "Shadeform"],
  ["simplepod", "SimplePod"],
  ["tensordock", "TensorDock"],
  ["vast", "Vast.ai"],
  ["vastai", "Vast.ai"],
  ["verda", "Verda"],
  ["vultr", "Vultr"],
]);

/**
 * The provider by the first word of the file's name that is one, else by the folder it lies in; null where neither says.
 *
 * @param path the file's name, with its folders where they are known
 * @example providerOf("lambda-v8-vms.csv") // "Lambda"
 * @example providerOf("catalogs/v7/nebius/vms.csv") // "Nebius"
 * @example providerOf("prices.csv") // null
 */
export function providerOf(path: string): string | null {
  const [name = "", folder = ""] = path.split(/[/\\]/).reverse();
  for (const part of [name.replace(/\.[a-z]+$/i, ""), folder]) {
    for (const word of part.toLowerCase().split(/[^a-z0-9]+/)) {
      const provider = PROVIDERS.get(word);
      if (provider !== undefined) return provider;
    }
  }
  return null;
}

/** A provider as a column of a catalogue names it, in its own spelling where that is known. */
export const providerNamed = (name: string): string =>
  PROVIDERS.get(name.toLowerCase().replace(/[^a-z0-9]/g, "")) ?? name;
