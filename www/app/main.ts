// The way in: styles first, then the page. index.html holds the tag that this brings to life.

import "../style/page.css";
import "./playground.ts";
