import { answerMetrics } from "@/web/metrics";

export const dynamic = "force-dynamic";
export const GET = answerMetrics;
