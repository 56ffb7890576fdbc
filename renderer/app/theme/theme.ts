import { createTheme } from "@mui/material/styles";

const noRipple = { disableRipple: true, disableTouchRipple: true } as const;

/**
 * Material's parts in the look of this program: flat, hairlines, 13 px controls. Colours are the variables of tokens.css,
 * so one theme serves both schemes and nothing is rendered again when the scheme changes.
 */
export const theme = createTheme({
  cssVariables: { nativeColor: true },
  palette: {
    primary: {
      main: "var(--accent)",
      dark: "var(--accent-hover)",
      light: "var(--accent-mid)",
      contrastText: "var(--on-accent)",
    },
    error: { main: "var(--red)", dark: "var(--red)", light: "var(--red)", contrastText: "var(--surface)" },
    text: { primary: "var(--ink)", secondary: "var(--ink-2)", disabled: "var(--ink-3)" },
    background: { default: "var(--paper)", paper: "var(--surface)" },
    divider: "var(--hairline)",
    action: { disabled: "var(--mark)", disabledBackground: "var(--sunken)" },
  },
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: '"Inter Variable", system-ui, sans-serif',
    fontSize: 14,
    button: { textTransform: "none", fontWeight: 550, letterSpacing: 0 },
  },
  transitions: { create: () => "none" },
  components: {
    MuiButtonBase: { defaultProps: noRipple },
    MuiButton: {
      defaultProps: { disableElevation: true, variant: "outlined", color: "inherit" },
      styleOverrides: {
        root: {
          minWidth: 0,
          height: 30,
          padding: "0 12px",
          fontSize: 13,
          lineHeight: "18px",
          whiteSpace: "nowrap",
          "& .MuiButton-startIcon": { marginRight: 6, marginLeft: -2 },
          "&.Mui-focusVisible": {
            outline: "2px solid var(--accent)",
            outlineOffset: 1,
            boxShadow: "0 0 0 4px var(--focus-ring)",
          },
        },
        outlined: {
          background: "var(--surface)",
          borderColor: "var(--button-border)",
          color: "var(--ink)",
          "&:hover": { background: "var(--sunken)", borderColor: "var(--control-border)" },
        },
        contained: { "&:hover": { background: "var(--accent-hover)" } },
        text: { color: "var(--ink-2)", "&:hover": { background: "var(--pressed)", color: "var(--ink)" } },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: {
          borderRadius: 6,
          padding: 7,
          color: "var(--ink-2)",
          "&:hover": { background: "var(--pressed)", color: "var(--ink)" },
          "&.Mui-focusVisible": {
            outline: "2px solid var(--accent)",
            outlineOffset: 1,
            boxShadow: "0 0 0 4px var(--focus-ring)",
          },
        },
      },
    },
    MuiToggleButtonGroup: { defaultProps: { exclusive: true, size: "small" } },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          height: 26,
          padding: "0 10px",
          textTransform: "none",
          whiteSpace: "nowrap",
          fontSize: 13,
          fontWeight: 500,
          color: "var(--ink)",
          background: "var(--surface)",
          borderColor: "var(--button-border)",
          "&:hover": { background: "var(--sunken)" },
          "&.Mui-selected, &.Mui-selected:hover": {
            background: "var(--selected-ground)",
            color: "var(--selected-ink)",
            fontWeight: 600,
          },
          "&.Mui-focusVisible": {
            outline: "2px solid var(--accent)",
            outlineOffset: 1,
            boxShadow: "0 0 0 4px var(--focus-ring)",
            zIndex: 1,
          },
        },
      },
    },
    MuiMenu: {
      defaultProps: { transitionDuration: 0, elevation: 0 },
      styleOverrides: { paper: { border: "1px solid var(--button-border)", marginTop: 4, maxWidth: 400 } },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          fontSize: 13,
          lineHeight: "18px",
          whiteSpace: "normal",
          padding: "7px 14px",
          "&:hover": { background: "var(--hover)" },
          "&.Mui-focusVisible, &.Mui-focusVisible:hover": { background: "var(--accent-weak)" },
        },
      },
    },
  },
});
