import { NotAllowed } from "./not-allowed";

export default function ForbiddenPage() {
  return (
    <main id="content">
      <NotAllowed />
    </main>
  );
}
