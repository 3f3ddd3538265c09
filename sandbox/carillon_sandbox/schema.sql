CREATE TABLE IF NOT EXISTS outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, line TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS accounts (
  handle TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  nickname TEXT NOT NULL,
  bio TEXT NOT NULL,
  is_verified INTEGER NOT NULL,
  is_private INTEGER NOT NULL,
  comment_disabled INTEGER NOT NULL,
  duet_disabled INTEGER NOT NULL,
  stitch_disabled INTEGER NOT NULL,
  can_post INTEGER NOT NULL,
  max_video_post_duration_sec INTEGER NOT NULL,
  follower_count INTEGER NOT NULL,
  following_count INTEGER NOT NULL,
  likes_count INTEGER NOT NULL
);

-- Codes and tokens are kept as SHA-256 digests only.
CREATE TABLE IF NOT EXISTS codes (
  digest TEXT PRIMARY KEY,
  client_key TEXT NOT NULL,
  handle TEXT NOT NULL REFERENCES accounts,
  scopes TEXT NOT NULL,
  redirect_uri TEXT NOT NULL,
  code_challenge TEXT,
  expires_at REAL NOT NULL,
  used_at REAL
);

-- One consent given by one account to one client; its tokens come and go.
CREATE TABLE IF NOT EXISTS grants (
  id INTEGER PRIMARY KEY,
  client_key TEXT NOT NULL,
  handle TEXT NOT NULL REFERENCES accounts,
  scopes TEXT NOT NULL,
  created_at REAL NOT NULL,
  revoked_at REAL
);

CREATE TABLE IF NOT EXISTS tokens (
  digest TEXT PRIMARY KEY,
  grant_id INTEGER NOT NULL REFERENCES grants,
  kind TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
  expires_at REAL NOT NULL,
  spent_at REAL
);
CREATE INDEX IF NOT EXISTS tokens_of_grant ON tokens (grant_id);

CREATE TABLE IF NOT EXISTS posts (
  publish_id TEXT PRIMARY KEY,
  upload_id TEXT NOT NULL UNIQUE,
  upload_token_digest TEXT NOT NULL,
  client_key TEXT NOT NULL,
  handle TEXT NOT NULL REFERENCES accounts,
  caption TEXT NOT NULL,
  privacy_level TEXT NOT NULL,
  comment_off INTEGER NOT NULL,
  duet_off INTEGER NOT NULL,
  stitch_off INTEGER NOT NULL,
  brand_content INTEGER NOT NULL,
  brand_organic INTEGER NOT NULL,
  is_aigc INTEGER NOT NULL,
  cover_ms INTEGER,
  video_size INTEGER NOT NULL,
  chunk_size INTEGER NOT NULL,
  total_chunk_count INTEGER NOT NULL,
  uploaded_bytes INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'uploading' CHECK (status IN ('uploading', 'processing', 'complete', 'failed')),
  fail_reason TEXT,
  created_at REAL NOT NULL,
  url_expires_at REAL NOT NULL,
  ready_at REAL,
  finished_at REAL,
  public_at REAL,
  post_id INTEGER UNIQUE,
  video_ms INTEGER,
  sha256 TEXT,
  container TEXT,
  width INTEGER,
  height INTEGER,
  duration_ms INTEGER,
  UNIQUE (handle, video_ms)
);
CREATE INDEX IF NOT EXISTS posts_of_account ON posts (handle, created_at);
CREATE INDEX IF NOT EXISTS posts_by_status ON posts (status);

-- What goes wrong on purpose; `times` is how often it still does (null: until removed).
CREATE TABLE IF NOT EXISTS faults (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  handle TEXT REFERENCES accounts,
  times INTEGER,
  probability REAL NOT NULL,
  seed INTEGER NOT NULL,
  draws INTEGER NOT NULL,
  options TEXT NOT NULL,
  scenario TEXT
);

-- How the virtual clock runs; no row: as real time does.
CREATE TABLE IF NOT EXISTS clock (real REAL NOT NULL, shown REAL NOT NULL, rate REAL NOT NULL);

CREATE TABLE IF NOT EXISTS world (born REAL NOT NULL);

-- Videos made in TikTok's own app: they have no upload and no file.
CREATE TABLE IF NOT EXISTS app_videos (
  post_id INTEGER PRIMARY KEY,
  handle TEXT NOT NULL REFERENCES accounts,
  caption TEXT NOT NULL,
  video_ms INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  is_aigc INTEGER NOT NULL,
  removed_at REAL,
  UNIQUE (handle, video_ms)
);

-- Posts that their owner deleted; `public_at` of such a post is null.
CREATE TABLE IF NOT EXISTS removed_posts (publish_id TEXT PRIMARY KEY REFERENCES posts, removed_at REAL NOT NULL);
