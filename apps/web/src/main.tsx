import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { keepOffline } from "./offline/offline.ts";
import { App } from "./shell/app.tsx";
import { followAddress } from "./state/route.ts";
import { followState } from "./state/study-store.ts";
import { followTheme } from "./state/theme.ts";
import "./tokens/tokens.css";
import "./shell/shell.css";
import "./gallery/gallery.css";
import "./answer/answer.css";
import "./study/study.css";

keepOffline();
followTheme();
await followAddress();
followState();
const place = document.getElementById("app");
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
