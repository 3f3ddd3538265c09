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
  likes_count INTEGER NOT NULL,
  app_outdated INTEGER NOT NULL DEFAULT 0,
  next_fail_reason TEXT,
  next_init_error TEXT
);

-- The registered apps. A secret is kept in the clear, because webhooks are signed with it;
-- that of the environment's client stays in the environment.
CREATE TABLE IF NOT EXISTS clients (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  secret TEXT NOT NULL,
  platform TEXT NOT NULL CHECK (platform IN ('desktop', 'web')),
  redirect_uris TEXT NOT NULL,
  scopes TEXT NOT NULL,
  audited INTEGER NOT NULL,
  webhook_url TEXT,
  url_prefixes TEXT NOT NULL,
  enabled INTEGER NOT NULL
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
  status TEXT NOT NULL DEFAULT 'uploading'
    CHECK (status IN ('uploading', 'downloading', 'processing', 'inbox', 'complete', 'failed')),
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
  kind TEXT NOT NULL DEFAULT 'video' CHECK (kind IN ('video', 'photo')),
  mode TEXT NOT NULL DEFAULT 'direct' CHECK (mode IN ('direct', 'draft')),
  source TEXT NOT NULL DEFAULT 'upload' CHECK (source IN ('upload', 'pull')),
  title TEXT NOT NULL DEFAULT '',
  auto_add_music INTEGER NOT NULL DEFAULT 0,
  urls TEXT NOT NULL DEFAULT '[]',
  photo_count INTEGER NOT NULL DEFAULT 0,
  cover_index INTEGER NOT NULL DEFAULT 0,
  downloaded_bytes INTEGER NOT NULL DEFAULT 0,
  discarded_at REAL,
  deleted_at REAL,
  hidden_at REAL,
  UNIQUE (handle, video_ms)
);
CREATE INDEX IF NOT EXISTS posts_of_account ON posts (handle, created_at);
CREATE INDEX IF NOT EXISTS posts_by_status ON posts (status);

-- Deliveries to the apps; the body is kept as it goes over the wire.
CREATE TABLE IF NOT EXISTS webhooks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  client_key TEXT NOT NULL,
  event TEXT NOT NULL,
  body TEXT NOT NULL,
  publish_id TEXT,
  created_at REAL NOT NULL,
  first_at REAL NOT NULL,
  due_at REAL NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'dropped', 'lost')),
  is_held INTEGER NOT NULL DEFAULT 0,
  last_status INTEGER,
  last_error TEXT,
  ended_at REAL
);
CREATE INDEX IF NOT EXISTS webhooks_due ON webhooks (state, due_at);

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
  hidden_at REAL,
  UNIQUE (handle, video_ms)
);
