import { NothingHere } from "./nothing-here";

export default function NotFoundPage() {
  return (
    <main id="content">
      <NothingHere />
    </main>
  );
}
