"""Every account has a state from when it is connected; those that were connected before there were any get theirs here."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def open_states(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    account_model, state_model = apps.get_model("accounts", "Account"), apps.get_model("analytics", "AccountState")
    without = account_model.objects.filter(state=None).values_list("pk", "workspace_id", "workspace__time_zone")
    state_model.objects.bulk_create(
        [
            state_model(account_id=account, workspace_id=workspace, zones=[[None, zone]])
            for account, workspace, zone in without
        ],
        batch_size=1_000,
    )


class Migration(migrations.Migration):
    dependencies = [("analytics", "0003_exports"), ("accounts", "0005_accounts_that_left")]

    operations = [migrations.RunPython(open_states, migrations.RunPython.noop)]
