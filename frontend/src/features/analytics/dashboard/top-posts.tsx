import type { PostSummary } from "@/lib/api/types"
import { t } from "@/lib/i18n"
import { Panel } from "../components/panel"
import { PostsTable } from "../components/posts-table"

const SHOWN = 5

/** The posts of all accounts that gain most. */
export function TopPosts({ posts, zone }: { posts: readonly PostSummary[]; zone: string }) {
  return (
    <Panel
      title={t("Posts that gain most")}
      note={t("By views of the last 7 days, whenever they were published.")}
    >
      {posts.length === 0 ? (
        <p className="py-6 text-center text-muted">{t("No post gained views in the last 7 days.")}</p>
      ) : (
        <PostsTable
          label={t("Posts that gain most")}
          posts={posts.slice(0, SHOWN)}
          zone={zone}
          showsAccount
        />
      )}
    </Panel>
  )
}
