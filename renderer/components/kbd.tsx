import "./kbd.css";

/** A keyboard shortcut as a hint inside a button, for the eye only: the button's name stays what it does. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  );
}
