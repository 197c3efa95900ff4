"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { onFirstToast } from "./toast";

const ToasterPanel = dynamic(() => import("./toaster-panel"), { ssr: false });

/** The place where toasts appear; its code is fetched with the first one. */
export function Toaster() {
  const [awake, setAwake] = useState(false);
  useEffect(() => onFirstToast(() => setAwake(true)), []);
  return awake ? <ToasterPanel /> : null;
}
