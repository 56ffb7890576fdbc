/** Line icons, 16 px, in the colour of the text. Decorative: what carries one also carries words. */
import type { ReactNode } from "react";

interface IconProps {
  readonly size?: number;
}

function Drawing({ size = 16, children }: IconProps & { readonly children: ReactNode }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const ArrowRight = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 8h10M9 4l4 4-4 4" />
  </Drawing>
);

export const ArrowLeft = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M13 8H3M7 4L3 8l4 4" />
  </Drawing>
);

export const Calculator = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="3" y="1.8" width="10" height="12.4" rx="1.5" />
    <path d="M5.5 4.5h5v2h-5zM5.6 9.2v.1M8 9.2v.1M10.4 9.2v.1M5.6 11.6v.1M8 11.6v.1M10.4 11.6v.1" />
  </Drawing>
);

export const ChevronDown = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M4 6l4 4 4-4" />
  </Drawing>
);

export const Close = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Drawing>
);

export const Code = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M5 4.5L1.5 8 5 11.5M11 4.5L14.5 8 11 11.5M9.3 3L6.7 13" />
  </Drawing>
);

export const Copy = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 5.5v-1A1.5 1.5 0 0 0 9 3H4a1.5 1.5 0 0 0-1.5 1.5V9A1.5 1.5 0 0 0 4 10.5h1.5" />
  </Drawing>
);

export const Download = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 2v8M4.5 6.8L8 10.3l3.5-3.5M2.5 13.5h11" />
  </Drawing>
);

export const Fault = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 4.8v3.8M8 11.1v.1" />
  </Drawing>
);

export const FitWidth = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M1.5 3v10M14.5 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2" />
  </Drawing>
);

export const Minus = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3.5 8h9" />
  </Drawing>
);

export const Plus = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 3.5v9M3.5 8h9" />
  </Drawing>
);

export const Printer = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M4.5 6V2.5h7V6M4.5 12H2.5V6.5h11V12h-2" />
    <path d="M4.5 9.5h7v4h-7z" />
  </Drawing>
);

export const TableGrid = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="2" y="2.8" width="12" height="10.4" rx="1" />
    <path d="M2 6.3h12M6.2 6.3v6.9" />
  </Drawing>
);

export const Warning = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 2L14.6 13.5H1.4L8 2zM8 6.4v3.2M8 11.6v.1" />
  </Drawing>
);

export const Projects = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.5 4h11M2.5 8h11M2.5 12h7" />
  </Drawing>
);

export const Quotes = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.5 3v4.6l6 6 5-5-6-6H3a.5.5 0 0 0-.5.4zM5.3 5.7h.01" />
  </Drawing>
);

export const Clusters = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.5 2.5h4.2v4.2H2.5zM9.3 2.5h4.2v4.2H9.3zM2.5 9.3h4.2v4.2H2.5zM9.3 9.3h4.2v4.2H9.3z" />
  </Drawing>
);

export const Catalogue = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M4.5 4.5h7v7h-7zM6.5 2v2.5M9.5 2v2.5M6.5 11.5V14M9.5 11.5V14M2 6.5h2.5M2 9.5h2.5M11.5 6.5H14M11.5 9.5H14" />
  </Drawing>
);

export const Settings = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2 4.5h6M11 4.5h3M2 11.5h3M8 11.5h6" />
    <circle cx="9.5" cy="4.5" r="1.5" />
    <circle cx="6.5" cy="11.5" r="1.5" />
  </Drawing>
);

export const Undo = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M5.5 3L2.5 6l3 3M3 6h6.5a4 4 0 0 1 0 8H7" />
  </Drawing>
);

export const Redo = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10.5 3l3 3-3 3M13 6H6.5a4 4 0 0 0 0 8H9" />
  </Drawing>
);

export const Search = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="7" cy="7" r="4.5" />
    <path d="M10.5 10.5L14 14" />
  </Drawing>
);

export const ChevronRight = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M6 4l4 4-4 4" />
  </Drawing>
);

export const Tick = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 8.5l3.2 3L13 4.5" />
  </Drawing>
);

export const Ring = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="8" cy="8" r="5.5" />
  </Drawing>
);

export const RingDot = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="8" cy="8" r="5.5" />
    <circle cx="8" cy="8" r="2" fill="currentColor" />
  </Drawing>
);

export const Bin = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.5 4.5h11M6.5 4.5V3h3v1.5M4 4.5l.7 8.5h6.6l.7-8.5M6.8 7v3.7M9.2 7v3.7" />
  </Drawing>
);

export const ArrowDown = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 3v10M4.5 9.5L8 13l3.5-3.5" />
  </Drawing>
);

export const ArrowUp = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 13V3M4.5 6.5L8 3l3.5 3.5" />
  </Drawing>
);

export const More = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 3.4v.01M8 8v.01M8 12.6v.01" strokeWidth="2" />
  </Drawing>
);

export const Grip = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M5.5 3.5h.01M5.5 8h.01M5.5 12.5h.01M10.5 3.5h.01M10.5 8h.01M10.5 12.5h.01" strokeWidth="1.8" />
  </Drawing>
);
