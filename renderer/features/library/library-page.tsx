import { ClusterPage } from "./clusters/cluster-page.tsx";
import { QuotePage } from "./quotes/quote-page.tsx";

/** A page of the library: quotes or clusters. The catalogue of accelerators is a screen of its own, with all of its data. */
export function LibraryPage({ page }: { readonly page: "quotes" | "clusters" }) {
  switch (page) {
    case "quotes":
      return <QuotePage />;
    case "clusters":
      return <ClusterPage />;
  }
}
