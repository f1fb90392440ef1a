// Light, dark or as the system has it: on the document, and remembered where storage is allowed.

import type { Theme } from "../state/state.ts";

const KEY = "onconflict.theme";

export function readTheme(): Theme {
  const theme = stored();
  if (theme !== "auto") document.documentElement.dataset["theme"] = theme;
  return theme;
}

export function showTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "auto") delete dataset["theme"];
  else dataset["theme"] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A frame without storage forgets; the choice holds for this visit.
  }
}

function stored(): Theme {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === "light" || theme === "dark" ? theme : "auto";
  } catch {
    return "auto";
  }
}
