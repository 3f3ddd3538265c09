import type { components } from "./schema.gen"

type Schemas = components["schemas"]

export type Account = Schemas["AccountOut"]
export type CreatorInfo = Schemas["CreatorInfoOut"]
export type Device = Schemas["DeviceOut"]
export type MediaAsset = Schemas["MediaAssetOut"]
export type Me = Schemas["MeOut"]
export type Post = Schemas["PostOut"]
export type PostInput = Schemas["PostIn"]
export type PostStatus = Post["status"]
export type Publication = Schemas["PublicationOut"]
export type PublicationDetail = Schemas["PublicationDetailOut"]
export type PublicationState = Publication["state"]
export type Problem = Schemas["Problem"]
export type TikTokHealth = Schemas["HealthOut"]
