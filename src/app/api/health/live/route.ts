import { answerLive } from "@/web/health";

export const dynamic = "force-dynamic";
export const GET = () => answerLive();
