import { lazy } from "react";
import { ClusterPage } from "./clusters/cluster-page.tsx";
import { QuotePage } from "./quotes/quote-page.tsx";

const CataloguePage = lazy(() =>
  import("./catalogue/catalogue-page.tsx").then(({ CataloguePage: page }) => ({ default: page })),
);

/** A page of the library: quotes, clusters, or the catalogue of accelerators. */
export function LibraryPage({ page }: { readonly page: "quotes" | "clusters" | "catalogue" }) {
  switch (page) {
    case "quotes":
      return <QuotePage />;
    case "clusters":
      return <ClusterPage />;
    case "catalogue":
      return <CataloguePage />;
  }
}
