import "./message-page.css";

/** An address that names nothing. */
export function NothingHere({ path }: { readonly path: string }) {
  return (
    <main className="message-page">
      <h1>Nothing is at this address</h1>
      <p>
        Flopsheet has no page <span className="mono">{path}</span>.
      </p>
      <p>
        <a href="/">All projects</a>
      </p>
    </main>
  );
}
