/** A page of the library: quotes, clusters, or the catalogue of accelerators. */
export function LibraryPage({ page }: { readonly page: "quotes" | "clusters" | "catalogue" }) {
  return <div className="screen" data-library={page} />;
}
