import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Crumb = { href: string; label: string };
export type PageHeaderProps = {
  title: ReactNode;
  subtitle?: ReactNode;
  /** The way back up, outermost first; the page itself is the title and is not repeated. */
  breadcrumb?: readonly Crumb[];
  /** Beside the title: the state as a chip. */
  status?: ReactNode;
  actions?: ReactNode;
};

/** The head of every page: where I am, what it is, the one button. */
export function PageHeader({ title, subtitle, breadcrumb = [], status, actions }: PageHeaderProps) {
  const t = useTranslations("ui");
  return (
    <header className="mb-5">
      {breadcrumb.length > 0 && (
        <nav aria-label={t("breadcrumb")} className="mb-1 text-muted text-xs">
          <ol className="flex flex-wrap items-center">
            {breadcrumb.map((crumb) => (
              <li key={crumb.href} className="flex items-center after:mx-1.5 after:content-['/'] last:after:hidden">
                <Link href={crumb.href} className="py-1 hover:text-text hover:underline">
                  {crumb.label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-64">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="min-w-0">{title}</h1>
            {status}
          </div>
          {subtitle && <p className="mt-0.5 text-muted">{subtitle}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
