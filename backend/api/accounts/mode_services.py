"""How posts on an account begin: published there and then, or left in its inbox in TikTok."""

from api.accounts.models import Account, PostMode
from core.domain_error import Invalid

NOT_ALLOWED = {
    PostMode.DIRECT_POST: "{account} has not allowed posting. Connect it again and leave posting ticked.",
    PostMode.MEDIA_UPLOAD: "{account} has not allowed drafts. Connect it again and leave them ticked.",
}


def set_post_mode(*, account: Account, post_mode: PostMode) -> Account:
    """
    Choose what new posts on the account start with.

    :raises Invalid: `scope_not_authorized`, when its person did not allow such posts
    """
    if not account.allows(post_mode):
        message = NOT_ALLOWED[post_mode].format(account=account.handle)
        raise Invalid.at("post_mode", message, code="scope_not_authorized")
    account.post_mode = post_mode
    account.save(update_fields=["post_mode", "updated_at"])
    return account
