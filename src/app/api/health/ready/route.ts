import { answerReady } from "@/web/health";

export const dynamic = "force-dynamic";
export const GET = () => answerReady();
