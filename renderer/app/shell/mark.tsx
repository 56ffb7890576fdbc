/** The program's mark: rows of a budget and the rule under them. */
export function Mark() {
  return (
    <svg className="mark" width="20" height="20" viewBox="0 0 32 32" role="img" aria-label="Flopsheet">
      <g fill="none" strokeLinecap="round" strokeWidth="3.6" stroke="var(--accent)">
        <path d="M4 6h16M4 13h11M4 20h18" />
        <path d="M4 27h24" stroke="var(--ink)" />
      </g>
    </svg>
  );
}
