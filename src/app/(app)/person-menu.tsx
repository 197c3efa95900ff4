import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/icon";
import { ThemeSwitch } from "@/components/theme-switch";
import { chooseTheme, leave } from "./actions";

const line =
  "flex w-full items-center gap-2.5 rounded px-2.5 py-2 text-left text-sm hover:bg-sunken pointer-coarse:min-h-11";

/** What belongs to the person and not to the organization: account, theme, way out. */
export async function PersonMenu({ theme, email }: { theme: string; email: string }) {
  const t = await getTranslations("shell");
  return (
    <>
      <p className="truncate px-2.5 pt-1 pb-2 text-muted text-xs">{email}</p>
      <Link href="/account" className={line}>
        <Icon name="user" className="text-muted" />
        {t("account")}
      </Link>
      <ThemeSwitch
        value={theme === "light" || theme === "dark" ? theme : "system"}
        action={chooseTheme}
        className="px-2.5 py-2"
      />
      <form action={leave}>
        <button type="submit" className={line}>
          <Icon name="log-out" className="text-muted" />
          {t("sign_out")}
        </button>
      </form>
    </>
  );
}
