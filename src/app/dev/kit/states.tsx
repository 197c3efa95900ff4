import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { SkeletonCards, SkeletonTable, SkeletonText } from "@/components/skeleton";
import type { Samples } from "./samples";

export function KitStates({ t }: { t: Samples }) {
  return (
    <>
      <div className="grid items-stretch gap-3.5 lg:grid-cols-2">
        <Card flush>
          <EmptyState
            icon="users"
            title={t.emptyTitle}
            text={t.emptyText}
            action={
              <>
                <Button variant="primary" icon="plus">
                  {t.add}
                </Button>
                <Button>{t.import}</Button>
              </>
            }
          />
        </Card>
        <Card flush>
          <ErrorState reference="7f3c-91ab" action={<Button icon="retry">{t.undo}</Button>} />
        </Card>
      </div>
      <SkeletonTable rows={3} />
      <SkeletonCards />
      <Card>
        <SkeletonText />
      </Card>
    </>
  );
}
