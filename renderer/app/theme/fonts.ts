/**
 * The type. The sheet is set in the static cuts of Inter: a PDF embeds these as fonts, but every letter of a variable font
 * as a drawing. The screen around it has the variable one, for its optical sizes and weights.
 */
import "@fontsource-variable/inter/opsz.css";
import "@fontsource-variable/inter/opsz-italic.css";
import "@fontsource/inter/400.css";
import "@fontsource/inter/600.css";
import "@fontsource/ibm-plex-mono/latin-400.css";
import "@fontsource/ibm-plex-mono/latin-ext-400.css";
