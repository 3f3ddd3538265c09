from api.users.models.session_model import Session
from api.users.models.sign_in_failure_model import SignInFailure
from api.users.models.user_model import User

__all__ = ["Session", "SignInFailure", "User"]
