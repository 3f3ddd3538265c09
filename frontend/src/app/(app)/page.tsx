import { PageHead } from "@/components/ui/page-head"

export default function HomePage() {
  return <PageHead title="Home" />
}
