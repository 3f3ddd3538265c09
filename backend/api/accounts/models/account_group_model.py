from django.db import models
from django.db.models.functions import Lower

from api.accounts.models.account_model import Account
from api.workspaces.models import Workspace
from core.base_model import BaseModel


class AccountGroup(BaseModel):
    """
    Accounts that a workspace deals with together, under a name; an account may be in several groups.

    A disconnected account stays in its groups, so that it is in them when it is connected again; until then nothing counts it.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="account_groups")
    name = models.CharField(max_length=60)
    accounts = models.ManyToManyField(Account, related_name="groups", blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("workspace", Lower("name"), name="one_account_group_of_a_name")]

    def __str__(self) -> str:
        return self.name
