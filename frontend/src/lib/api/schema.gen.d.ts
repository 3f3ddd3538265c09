// Generated from openapi.json by `npm run types`. Do not edit.

export interface paths {
    "/api/v1/account-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Account Groups
         * @description List the workspace's groups of accounts by name; there are 100 at most.
         */
        get: operations["listAccountGroups"];
        put?: never;
        /**
         * Add Account Group
         * @description Put accounts into a new group. For owners, admins and editors.
         */
        post: operations["addAccountGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account-groups/{account_group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Account Group
         * @description Delete a group; its accounts stay connected, and their posts as they are. For owners, admins and editors.
         */
        delete: operations["deleteAccountGroup"];
        options?: never;
        head?: never;
        /**
         * Change Account Group
         * @description Rename a group, or say anew which accounts are in it. For owners, admins and editors.
         */
        patch: operations["changeAccountGroup"];
        trace?: never;
    };
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Accounts
         * @description List the connected accounts, the newest first; `q` searches both names.
         */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/stats/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Summarize Accounts
         * @description Count the accounts by status.
         */
        get: operations["summarizeAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Account
         * @description Return one account.
         */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        /**
         * Disconnect Account
         * @description Disconnect: the permission is withdrawn, what was scheduled is held, the history stays.
         */
        delete: operations["disconnectAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Avatar
         * @description Return our copy of the avatar, a WebP of at most 128 pixels.
         */
        get: operations["getAvatar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/creator-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Creator Info
         * @description Ask TikTok what this creator may do right now.
         */
        get: operations["getCreatorInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Drafts
         * @description Tell how many drafts wait in the account's inbox around `at`, or now; `without_post` is not counted.
         */
        get: operations["countDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Groups Of Account
         * @description Say in which groups an account is. For owners, admins and editors.
         */
        put: operations["setGroupsOfAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Pause Account
         * @description Send nothing on this account until it is resumed; what is past the commit point is TikTok's already.
         */
        put: operations["pauseAccount"];
        post?: never;
        /**
         * Resume Account
         * @description Send on this account again; what came due meanwhile goes out, or asks when it is too late.
         */
        delete: operations["resumeAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Account Plans
         * @description Return what is planned on an account; five queries and those of who asks.
         */
        get: operations["getAccountPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/post-mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Post Mode
         * @description Choose how new posts on the account begin: published directly, or as drafts in its inbox. Existing ones stay.
         */
        put: operations["setPostMode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Quota
         * @description Tell what still fits on one account around `at`, an ISO 8601 time with an offset; without it, now.
         */
        get: operations["getQuota"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Slots
         * @description Return an account's posting slots.
         */
        get: operations["getSlots"];
        /**
         * Set Slots
         * @description Make these the account's posting slots; what was there before is gone, scheduled posts stay as they are.
         */
        put: operations["setSlots"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account_id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync Account
         * @description Read the account's names and counters from TikTok now.
         */
        post: operations["syncAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Analyzed Accounts
         * @description Return every account of the workspace with its figures of a range, the most followed first.
         */
        get: operations["listAnalyzedAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/accounts/{account_id}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Account Forecast
         * @description Return where followers or daily views are going, with a band, and how often earlier bands held.
         */
        get: operations["getAccountForecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/accounts/{account_id}/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Account Metrics
         * @description Return an account's figures over a range, beside those of as many days before.
         */
        get: operations["getAccountMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/accounts/{account_id}/timeseries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Account Time Series
         * @description Return one figure over time, gains and losses apart, each point with what it was counted from.
         */
        get: operations["getAccountTimeSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare Accounts
         * @description Return two to ten accounts side by side, per day and per follower: repeat `account_id`.
         */
        get: operations["compareAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Dashboard
         * @description Return the workspace at a glance: sums, days, the posts that gain most, and the accounts that need a look.
         */
        get: operations["getDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description Return the file, or 202 and how the file stands that is going to be made, when it has more than some ten thousand rows.
         */
        get: operations["exportAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List All
         * @description List the workspace's exports that were too large to be answered at once, the newest first.
         */
        get: operations["listExports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/exports/{export_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get One
         * @description Say how far an export is.
         */
        get: operations["getExport"];
        put?: never;
        post?: never;
        /**
         * Remove
         * @description Call an export off that is under way; remove one that has ended, with its file.
         */
        delete: operations["removeExport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/exports/{export_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get File
         * @description Return the file, or the one range of it that was asked for; for a day.
         */
        get: operations["getExportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/insights/best-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Best Times
         * @description Return when the account's posts reach farthest, in its zone: how sure that is, and what it rests on.
         */
        get: operations["getBestTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/insights/hashtags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Hashtag Performance
         * @description Return how many times the usual views each hashtag goes with, shrunk towards none where posts are few.
         */
        get: operations["getHashtagPerformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Analyzed Posts
         * @description List the posts published in a range, of the workspace or of one account, whoever made them.
         *
         *     With `post_id` or `publication_id`, only what became of that post or publication of ours, whenever it went out.
         */
        get: operations["listAnalyzedPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/posts/{video_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Post Analytics
         * @description Return one post's totals at equal ages, its viral score with its parts, and what was expected of it.
         */
        get: operations["getPostAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/posts/{video_id}/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Post Cover
         * @description Return our copy of the cover, a WebP of at most 480 pixels.
         */
        get: operations["getPostCover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/refresh/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Refresh
         * @description Return how far the last look at an account has come.
         */
        get: operations["getRefresh"];
        put?: never;
        /**
         * Refresh Analytics
         * @description Have the account looked at now; once a minute at most. How far it has come is told live, and at `look_at`.
         */
        post: operations["refreshAnalytics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Report
         * @description Return a report as PDF: headline figures with their changes, followers, views, the posts that were seen most.
         */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/report-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List All
         * @description List the reports that are mailed by themselves, the oldest first.
         */
        get: operations["listReportSchedules"];
        put?: never;
        /**
         * Add
         * @description Have a report mailed weekly or monthly to members of the workspace. For owners, admins and editors.
         */
        post: operations["addReportSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/report-schedules/{schedule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change
         * @description Change a report that is mailed by itself. For owners, admins and editors.
         */
        put: operations["changeReportSchedule"];
        post?: never;
        /**
         * Remove
         * @description Mail this report no more. For owners, admins and editors.
         */
        delete: operations["removeReportSchedule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Retention
         * @description Return for how long this workspace's samples and hours are kept, and what they take on disk.
         */
        get: operations["getRetention"];
        /**
         * Set Retention
         * @description Choose for how long samples and hours are kept; owners and admins only. What is older goes the next night.
         */
        put: operations["setRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit
         * @description List what people did, the newest first; `subject` narrows it to one post, account, app or other row.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Login
         * @description Open a session for a person's address and password.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logout
         * @description End this session.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Me
         * @description Return the signed-in person and their workspace.
         */
        get: operations["getMe"];
        /**
         * Update Me
         * @description Change the name, the time zone, and the language of mail.
         */
        put: operations["updateMe"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description Set a new password; every other browser is signed out.
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh
         * @description Exchange a refresh token for new tokens; the old one is spent.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Add a person with a workspace of their own, and sign them in; their mail is in the language they ask in.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sessions
         * @description List the browsers this person is signed in on, at most 50.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Session
         * @description Sign one browser out.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Calendar
         * @description Return the posts from one day to another, at most 62 days on, by the calendar of the person's zone, and the days' sums.
         */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hashtag-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Groups
         * @description List the workspace's groups of hashtags by name; there are 100 at most.
         */
        get: operations["listHashtagGroups"];
        put?: never;
        /**
         * Add Group
         * @description Save hashtags under a name. For owners, admins and editors.
         */
        post: operations["addHashtagGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hashtag-groups/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Group
         * @description Change a group's name and hashtags. For owners, admins and editors.
         */
        put: operations["changeHashtagGroup"];
        post?: never;
        /**
         * Delete Group
         * @description Delete a group; posts that have its hashtags keep them. For owners, admins and editors.
         */
        delete: operations["deleteHashtagGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Home
         * @description Return what the first page shows of the workspace's posts.
         */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Media
         * @description List the workspace's files: the newest, first in the alphabet, largest or longest first.
         */
        get: operations["listMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Media
         * @description Tell how many files are like that.
         */
        get: operations["countMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete Many
         * @description Delete the files no post needs, to be restored within half an hour; a repeated key gives the first answer.
         */
        post: operations["deleteManyMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/delete/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview Deletion
         * @description Tell which of these files would go, and which posts still need; ids of no file here are left out.
         */
        post: operations["previewMediaDeletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Media
         * @description Take deleted files back, within half an hour; tells how many came back. A repeated key gives the first answer.
         */
        post: operations["restoreMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/supported-formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Supported Formats
         * @description Return what TikTok takes.
         */
        get: operations["getSupportedFormats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tags
         * @description List the tags files have, the most used first, at most 500.
         */
        get: operations["listMediaTags"];
        put?: never;
        /**
         * Change Tags
         * @description Add tags to many files and take others off; all of it or nothing. A repeated Idempotency-Key gives the first answer.
         */
        post: operations["changeMediaTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Upload
         * @description Announce a file: `Upload-Length` in bytes and its name in `Upload-Metadata`.
         */
        post: operations["startUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/uploads/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Drop
         * @description Give an upload up.
         */
        delete: operations["dropUpload"];
        options?: never;
        /**
         * Get Offset
         * @description Tell in `Upload-Offset` how many bytes have arrived.
         */
        head: operations["getUploadOffset"];
        /**
         * Send
         * @description Append bytes at `Upload-Offset`; the last answer has `Carillon-Media-Id`, and `Carillon-Media-Known` of known bytes.
         */
        patch: operations["sendUpload"];
        trace?: never;
    };
    "/api/v1/media/{asset_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Media
         * @description Return one file's facts and verdict.
         */
        get: operations["getMedia"];
        put?: never;
        post?: never;
        /**
         * Delete Media
         * @description Delete a file that no post needs; it can be restored within half an hour.
         */
        delete: operations["deleteMedia"];
        options?: never;
        head?: never;
        /**
         * Rename Media
         * @description Give a file another name.
         */
        patch: operations["renameMedia"];
        trace?: never;
    };
    "/api/v1/media/{asset_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get File
         * @description Return the bytes, or the one range asked for.
         */
        get: operations["getMediaFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{asset_id}/filmstrip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Filmstrip
         * @description Return frames from all over a video in one JPEG, as `filmstrip` of the file describes it.
         */
        get: operations["getMediaFilmstrip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{asset_id}/fix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fix Media
         * @description Mend a file in the background; the original is kept and a new file made.
         */
        post: operations["fixMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{asset_id}/fixes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Fixes
         * @description List the last fixes of a file, the newest first.
         */
        get: operations["listMediaFixes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{asset_id}/fixes/{fix_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Fix
         * @description Return one fix and how far it is.
         */
        get: operations["getMediaFix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{asset_id}/fixes/{fix_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Fix
         * @description Call a fix off; what was converted so far is thrown away.
         */
        post: operations["cancelMediaFix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{asset_id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Media Posts
         * @description List the posts that have a file, the newest first.
         */
        get: operations["listMediaPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{asset_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Tags
         * @description Give a file exactly these tags.
         */
        put: operations["setMediaTags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{asset_id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Thumbnail
         * @description Return a JPEG of at most 480 pixels.
         */
        get: operations["getMediaThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{asset_id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Verdict
         * @description Say what TikTok will do with a file on each of `accounts`, by what is known of them; TikTok is not asked.
         */
        get: operations["getMediaVerdict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notifications
         * @description List what this person was told in the workspace, the last first, and how much of it is unread.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Preferences
         * @description Return when this person is mailed.
         */
        get: operations["getMailPreference"];
        /**
         * Choose Preferences
         * @description Choose when this person is mailed; for all their workspaces.
         */
        put: operations["chooseMailPreference"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read All
         * @description Note that this person has read everything told until then.
         */
        post: operations["readAllNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/{notification_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read One
         * @description Note that this person has read one.
         */
        post: operations["readNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pauses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Pauses
         * @description Tell what is paused, since when and by whom, and how many posts wait for it.
         */
        get: operations["getPauses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Posts
         * @description List posts, the newest first; `status` and `account` narrow the list, `q` searches all captions.
         */
        get: operations["listPosts"];
        put?: never;
        /**
         * Create Post
         * @description Save a post for its accounts: as a draft, to go out now, or at a time.
         */
        post: operations["createPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/bulk/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete Posts
         * @description Delete posts, as deleting each of them does; one that TikTok is processing stays. A repeated key gives the first answer.
         */
        post: operations["deletePosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/bulk/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Posts
         * @description Take deleted posts back within 10 minutes, each as far as it goes. A repeated key gives the first answer.
         */
        post: operations["restorePosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/bulk/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Schedule Posts
         * @description Give many drafts their times, or with `dry_run` show which they would get; each post as a whole or not at all.
         */
        post: operations["schedulePosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Posts
         * @description Return the posts as CSV, the newest first, with the columns of an import and what became of each on its accounts.
         */
        get: operations["exportPosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/grid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Grid
         * @description Show posts by accounts, the newest posts first: for each pair how it stands, why, and the one thing that helps.
         */
        get: operations["showGrid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Posts
         * @description Make a post of each row of a CSV file, or with `dry_run` show what would become of it; each row by itself.
         */
        post: operations["importPosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/slideshow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Slideshow
         * @description Save a slideshow post and have its video made; the answer comes at once, with the conversion `pending`.
         */
        post: operations["createSlideshow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/slideshow/{post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update Slideshow
         * @description Change a slideshow post that has not gone to TikTok; its video is made anew when what is seen in it changed.
         */
        put: operations["updateSlideshow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/slideshow/{post_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Call a conversion off; the post and its images stay.
         */
        post: operations["cancelSlideshow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/slideshow/{post_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview
         * @description Return the video as it will be sent, with the times at which each image is seen.
         */
        get: operations["previewSlideshow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/slideshow/{post_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry
         * @description Make a failed slideshow's video again; what came of the last time is deleted.
         */
        post: operations["retrySlideshow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/slideshow/{post_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Status
         * @description Say how far a slideshow's conversion is, and why there is no video, if so.
         */
        get: operations["getSlideshowStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Post
         * @description Return one post.
         */
        get: operations["getPost"];
        /**
         * Update Post
         * @description Change a post that has not gone to TikTok on any account.
         */
        put: operations["updatePost"];
        post?: never;
        /**
         * Delete Post
         * @description Cancel what has not gone out and take the post out of the lists; what is on TikTok stays there.
         *
         *     It can be restored within 10 minutes.
         */
        delete: operations["deletePost"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Post
         * @description Call off what has not gone out yet, on every account of the post.
         */
        post: operations["cancelPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Post
         * @description Give a post another time and keep everything else of it.
         */
        post: operations["movePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post_id}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Publications
         * @description Return the post's publications with their whole history.
         */
        get: operations["listPublications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish Post
         * @description Send the post now, on every account it is meant for.
         */
        post: operations["publishPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Post
         * @description Take a deleted post back within 10 minutes. What was scheduled for a time to come is scheduled again, if the rules allow it.
         *
         *     Where they do not, or the time has passed, it comes back as a draft; doing it twice changes nothing.
         */
        post: operations["restorePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{post_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry Post
         * @description Send again, now, what failed, is held or was missed; every other account of the post is left as it is.
         */
        post: operations["retryPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/undo-cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Cancel
         * @description Take back, within 10 minutes, that publications were called off. Those with a time to come are scheduled again.
         *
         *     What the rules do not allow any more, or whose time has passed, becomes a draft with its post, or stays called off.
         */
        post: operations["undoCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Publication
         * @description Take a publication back before its last bytes are sent. A repeated Idempotency-Key gives the first answer.
         */
        post: operations["cancelPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication_id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve Publication
         * @description Say what you found at TikTok, for a post whose outcome nobody else can tell: it is there, or send it again.
         */
        post: operations["resolvePublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{publication_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry Publication
         * @description Send a publication that stopped, now; the post's other accounts are not touched.
         */
        post: operations["retryPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publishing/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Publishing Health
         * @description Tell whether posts go out, and why not.
         */
        get: operations["getPublishingHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publishing/quarantine/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release Quarantine
         * @description Publish again after a restore, once the gap has been looked through. For owners and admins.
         */
        post: operations["releaseQuarantine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask Quota
         * @description Tell for many accounts at once what still fits around a time. A POST for the length of its list; it changes nothing.
         */
        post: operations["askQuota"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Series
         * @description Return the workspace's newest 200 series, running ones and stopped ones.
         */
        get: operations["listSeries"];
        put?: never;
        /**
         * Start Series
         * @description Have a post come again by a rule; the posts of the next two weeks are made at once.
         */
        post: operations["startSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{series_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Series
         * @description Return one series.
         */
        get: operations["getSeries"];
        /**
         * Change Series
         * @description Change this and the following occurrences; posts that were edited or moved by hand stay as they are.
         */
        put: operations["changeSeries"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{series_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Series
         * @description Take back, within 10 minutes, that a series was stopped; the posts taken back with it are made anew.
         */
        post: operations["resumeSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/series/{series_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop Series
         * @description End a series; its posts to come still go out with `keep_posts`, and are taken back without.
         */
        post: operations["stopSeries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/slots/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Next Slots
         * @description Return the next free posting slot after `after` (now, without it): of all these accounts together, and of each.
         */
        get: operations["getNextSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiktok/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Apps
         * @description List the server's own app and the workspace's, with the addresses that TikTok's developer portal asks for.
         */
        get: operations["listTikTokApps"];
        put?: never;
        /**
         * Add App
         * @description Add a TikTok app of the workspace's own.
         */
        post: operations["addTikTokApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiktok/apps/{app_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get App
         * @description Return one TikTok app.
         */
        get: operations["getTikTokApp"];
        put?: never;
        post?: never;
        /**
         * Remove App
         * @description Remove an app that no account was connected by.
         */
        delete: operations["removeTikTokApp"];
        options?: never;
        head?: never;
        /**
         * Change App
         * @description Change an app; switching it off holds the posts of its accounts until it is switched on again.
         */
        patch: operations["changeTikTokApp"];
        trace?: never;
    };
    "/api/v1/tiktok/apps/{app_id}/pull-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Pull Prefix
         * @description Ask TikTok whether that address is verified for the app; nothing is posted by it.
         */
        post: operations["checkPullPrefix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiktok/apps/{app_id}/pull-prefix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Pull Prefix
         * @description Say from which address TikTok fetches this app's photos. It has to be tested before photos are posted.
         */
        put: operations["setPullPrefix"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiktok/apps/{app_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test App
         * @description Ask TikTok whether it knows the app's key and secret.
         */
        post: operations["testTikTokApp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiktok/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Tiktok Health
         * @description Tell whether TikTok answers this workspace's calls, and whether posting is slowed.
         */
        get: operations["getTikTokHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiktok/oauth/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Start Connect
         * @description Return TikTok's consent page for this browser.
         *
         *     `app_id` chooses the TikTok app, else the pool does; with `account_id` that account is connected again, and no other.
         */
        get: operations["startConnect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tiktok/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Connect
         * @description Finish connecting with what TikTok sent the browser back with. A POST, since it changes things.
         */
        post: operations["finishConnect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/tiktok": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive Tiktok Webhook
         * @description Keep what TikTok tells, and answer at once; what it means is worked out afterwards.
         */
        post: operations["receiveTikTokWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update Workspace
         * @description Change the workspace's name, the clock its days and slots go by, and its slideshow encoder. For owners and admins.
         */
        put: operations["updateWorkspace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Pause Workspace
         * @description Send nothing of this workspace until it is resumed; for its owners and admins.
         */
        put: operations["pauseWorkspace"];
        post?: never;
        /**
         * Resume Workspace
         * @description Send again; what came due meanwhile goes out, or asks when it is too late.
         */
        delete: operations["resumeWorkspace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccountBrief
         * @description Enough to say which account is meant.
         */
        AccountBrief: {
            /** Avatar Url */
            avatar_url: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Nickname */
            nickname: string;
            /** Username */
            username: string | null;
        };
        /**
         * AccountGroupChangeIn
         * @description What is to be changed; what is left out stays as it is. `account_ids` are all that are to be in the group.
         */
        AccountGroupChangeIn: {
            /** Account Ids */
            account_ids?: string[] | null;
            /** Name */
            name?: string | null;
        };
        /**
         * AccountGroupIn
         * @description A name of its own in the workspace, 1 to 60 characters, and the accounts to begin with.
         */
        AccountGroupIn: {
            /**
             * Account Ids
             * @default []
             */
            account_ids?: string[];
            /** Name */
            name: string;
        };
        /**
         * AccountGroupOut
         * @description A group; `account_ids` has the newest account first, and no disconnected one.
         */
        AccountGroupOut: {
            /** Account Ids */
            account_ids: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * AccountMetricsOut
         * @description `missing` names each part that the account's permissions do not give, with the permission that would.
         */
        AccountMetricsOut: {
            account: components["schemas"]["AnalyzedAccountOut"];
            audience: components["schemas"]["AudienceInsightsOut"];
            engagement: components["schemas"]["EngagementMetricsOut"] | null;
            growth: components["schemas"]["GrowthMetricsOut"] | null;
            /** Missing */
            missing: {
                [key: string]: string;
            };
            quality: components["schemas"]["QualityOut"];
            range: components["schemas"]["DaysOut"];
        };
        /**
         * AccountOut
         * @description An account, and the TikTok app it is connected by.
         *
         *     Counters are lifetime totals as TikTok last told them, null where it does not tell. `post_mode` is what a new post starts
         *     with; `photo_problem` says why no photos can be posted by its app, null when they can. `group_ids` are the groups it is in.
         */
        AccountOut: {
            /**
             * App Id
             * Format: uuid
             */
            app_id: string;
            /** App Name */
            app_name: string;
            /** Avatar Url */
            avatar_url: string | null;
            /** Can Draft */
            can_draft: boolean;
            /** Can Publish */
            can_publish: boolean;
            /**
             * Connected At
             * Format: date-time
             */
            connected_at: string;
            /** Features */
            features: components["schemas"]["FeatureOut"][];
            /** Follower Count */
            follower_count: number | null;
            /** Following Count */
            following_count: number | null;
            /** Group Ids */
            group_ids: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Likes Count */
            likes_count: number | null;
            /** Nickname */
            nickname: string;
            /** Paused At */
            paused_at: string | null;
            /** Paused By */
            paused_by: string | null;
            /** Photo Problem */
            photo_problem: string | null;
            post_mode: components["schemas"]["PostMode"];
            /** Refresh Expires At */
            refresh_expires_at: string | null;
            /** Scopes */
            scopes: string[];
            status: components["schemas"]["AccountStatus"];
            /** Synced At */
            synced_at: string | null;
            trouble: components["schemas"]["TroubleOut"] | null;
            /** Username */
            username: string | null;
            /** Video Count */
            video_count: number | null;
        };
        /** AccountPage */
        AccountPage: {
            /** Items */
            items: components["schemas"]["AccountOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * AccountPlansOut
         * @description What is planned on an account: `scheduled` posts, of which `next` has the first five, and running series it is part of.
         *
         *     `on_its_way` are posts that TikTok is being given at this moment, or has and is processing.
         */
        AccountPlansOut: {
            /** Next */
            next: components["schemas"]["PlannedPostOut"][];
            /** On Its Way */
            on_its_way: number;
            /** Scheduled */
            scheduled: number;
            /** Series */
            series: number;
        };
        /**
         * AccountStatus
         * @description Whether we may act for the account.
         * @enum {string}
         */
        AccountStatus: "connected" | "reconnect_required" | "disconnected";
        /**
         * AccountSummary
         * @description How many accounts are in each status.
         */
        AccountSummary: {
            /** Connected */
            connected: number;
            /** Disconnected */
            disconnected: number;
            /** Reconnect Required */
            reconnect_required: number;
        };
        /**
         * AccountVerdictOut
         * @description The same against one account; `unknown` says what could not be judged, and is never to be read as fine.
         */
        AccountVerdictOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Findings */
            findings: components["schemas"]["FindingOut"][];
            /** Fixes */
            fixes: components["schemas"]["Fix"][];
            /** Handle */
            handle: string;
            /** Longest Ms */
            longest_ms: number | null;
            /** Unknown */
            unknown: string | null;
            worst: components["schemas"]["Severity"];
        };
        /**
         * AnalyticsQueryIn
         * @description Which days a question is about: a length up to today, or `custom` with `since` and `until`, both included.
         */
        AnalyticsQueryIn: {
            /** @default 28d */
            range?: "7d" | "28d" | "90d" | "365d" | "custom";
            /** Since */
            since?: string | null;
            /**
             * Time Zone
             * @description an IANA name; without it, the workspace's own
             * @default
             */
            time_zone?: string;
            /** Until */
            until?: string | null;
        };
        /**
         * AnalyzedAccountOut
         * @description Which account, and when it was last looked at. While `is_doubted`, its last counters wait for another look to agree.
         */
        AnalyzedAccountOut: {
            /** Handle */
            handle: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Doubted */
            is_doubted: boolean;
            /** Nickname */
            nickname: string;
            /** Refresh Error */
            refresh_error: string;
            /** Refresh Status */
            refresh_status: string;
            /** Status */
            status: string;
            /** Updated At */
            updated_at: string | null;
        };
        /**
         * AppChangeIn
         * @description What is to be changed; what is left out stays as it is. The client key stays: another key is another app.
         */
        AppChangeIn: {
            /** Audited */
            audited?: boolean | null;
            /** Client Secret */
            client_secret?: string | null;
            /** Is Enabled */
            is_enabled?: boolean | null;
            /** Name */
            name?: string | null;
            platform?: components["schemas"]["Platform"] | null;
            /** Scopes */
            scopes?: string[] | null;
        };
        /**
         * AppIn
         * @description An app as TikTok's developer portal shows it.
         */
        AppIn: {
            /**
             * Audited
             * @default false
             */
            audited?: boolean;
            /** Client Key */
            client_key: string;
            /** Client Secret */
            client_secret: string;
            /** Name */
            name: string;
            platform: components["schemas"]["Platform"];
            /** Scopes */
            scopes: string[];
        };
        /**
         * AppListOut
         * @description The apps, and what TikTok's developer portal wants to know about this server.
         */
        AppListOut: {
            /** Can Change */
            can_change: boolean;
            /** Items */
            items: components["schemas"]["AppOut"][];
            /** Platforms */
            platforms: components["schemas"]["PlatformOut"][];
            /** Redirect Uri */
            redirect_uri: string;
            /** Webhook Note */
            webhook_note: string | null;
            /** Webhook Url */
            webhook_url: string;
        };
        /**
         * AppOut
         * @description A TikTok app. `is_own` is the server's, from its environment, which nobody changes here.
         *
         *     `account_count` counts the workspace's accounts on it. TikTok fetches photos from below `pull_prefix`; it is empty while no
         *     photos can be posted by the app.
         */
        AppOut: {
            /** Account Count */
            account_count: number;
            /** Audited */
            audited: boolean;
            /** Client Key */
            client_key: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Enabled */
            is_enabled: boolean;
            /** Is Own */
            is_own: boolean;
            /** Name */
            name: string;
            platform: components["schemas"]["Platform"];
            problem: components["schemas"]["AppProblemOut"] | null;
            /** Pull Checked At */
            pull_checked_at: string | null;
            /** Pull Prefix */
            pull_prefix: string;
            /** Pull Problem */
            pull_problem: string | null;
            /** Scopes */
            scopes: string[];
            /** Tested At */
            tested_at: string | null;
        };
        /**
         * AppProblemOut
         * @description TikTok does not accept the app: its code, and since when.
         */
        AppProblemOut: {
            /** Code */
            code: string;
            /** Since */
            since: string | null;
        };
        /**
         * AppTrialOut
         * @description What TikTok said to the app's key and secret.
         */
        AppTrialOut: {
            app: components["schemas"]["AppOut"];
            /** Code */
            code: string | null;
            /** Message */
            message: string;
            /** Ok */
            ok: boolean;
        };
        /**
         * AssetStatus
         * @description Checking until the file was opened and measured; rejected ones could not be read, and stay visible with the reason.
         *
         *     A file TikTok would refuse can be read: it is ready, and the doctor says what is wrong with it.
         * @enum {string}
         */
        AssetStatus: "checking" | "ready" | "rejected";
        /**
         * AttemptOut
         * @description One session opened at TikTok; `no_longer_public_at` is when its post was taken down or made private there.
         */
        AttemptOut: {
            /** Attempt */
            attempt: number;
            /** Closed At */
            closed_at: string | null;
            /** Committed At */
            committed_at: string | null;
            /** Error Code */
            error_code: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Log Id */
            log_id: string | null;
            /** No Longer Public At */
            no_longer_public_at: string | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Publish Id */
            publish_id: string;
            verdict: components["schemas"]["Verdict"] | null;
        };
        /**
         * AudienceInsightsOut
         * @description All that TikTok's API tells of an audience. What else people look for is `not_provided`, and no number stands in for it.
         */
        AudienceInsightsOut: {
            /** Followers */
            followers: number | null;
            /** Following */
            following: number | null;
            /** Not Provided */
            not_provided: string[];
            /** Profile Likes */
            profile_likes: number | null;
            /** Public Posts */
            public_posts: number | null;
            /**
             * Why
             * @default not provided by TikTok
             */
            why?: string;
        };
        /**
         * AuditEntryOut
         * @description One deed: `sentence` goes on from who did it ("nora@… called the post off on @north").
         *
         *     `post_id` is the post it was about, whichever row of it was touched; null where there is none.
         */
        AuditEntryOut: {
            /** Action */
            action: string;
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Post Id */
            post_id: string | null;
            /** Sentence */
            sentence: string;
            /**
             * Subject Id
             * Format: uuid
             */
            subject_id: string;
            /** Subject Kind */
            subject_kind: string;
        };
        /** AuditPage */
        AuditPage: {
            /** Items */
            items: components["schemas"]["AuditEntryOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * AuthorizeOut
         * @description Where to send the browser: TikTok's consent page.
         */
        AuthorizeOut: {
            /** Authorize Url */
            authorize_url: string;
        };
        /**
         * BestTimesOut
         * @description When posts reach farthest, in `time_zone`. While `is_known` is false nothing is ranked: `reason` says what is missing.
         *
         *     `source`: "fleet" where it rests on other accounts' posts, "account" on its own, "mixed" on both; `own_share` how much of
         *     the doubt its own posts took away. `uplift` has all 168 hours of the week, `posts_by_slot` the account's own posts in each.
         */
        BestTimesOut: {
            account: components["schemas"]["AnalyzedAccountOut"];
            /** Is Known */
            is_known: boolean;
            /** Own Share */
            own_share: number;
            /** Posts */
            posts: number;
            /** Posts By Slot */
            posts_by_slot: number[];
            /** Reason */
            reason: string;
            /** Source */
            source: string | null;
            /** Time Zone */
            time_zone: string;
            /** Times */
            times: components["schemas"]["GoodTimeOut"][];
            /** Uplift */
            uplift: number[];
        };
        /**
         * BulkIn
         * @description Times for many drafts: each its own of `local_times`, the next free slots from `start` on, or every so many hours from it.
         *
         *     With `dry_run` nothing is saved and the answer shows what would happen. `consent` is the agreement for all of them.
         */
        BulkIn: {
            /**
             * Consent
             * @default false
             */
            consent?: boolean;
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /**
             * Every Hours
             * @default 24
             */
            every_hours?: number;
            /**
             * Local Times
             * @default []
             */
            local_times?: string[];
            /** Post Ids */
            post_ids: string[];
            /**
             * Spread
             * @enum {string}
             */
            spread: "times" | "slots" | "every";
            /**
             * Start
             * @default
             */
            start?: string;
            /**
             * Time Zone
             * @default UTC
             */
            time_zone?: string;
        };
        /**
         * BulkItemOut
         * @description One post: its time, what the clocks do then, and what stands in its way; null when nothing does.
         */
        BulkItemOut: {
            /** Caption */
            caption: string;
            /**
             * Clock
             * @enum {string}
             */
            clock: "plain" | "skipped" | "twice";
            /** Due At */
            due_at: string | null;
            /** Local Time */
            local_time: string | null;
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            problem: components["schemas"]["BulkProblem"] | null;
            /** Time Zone */
            time_zone: string | null;
        };
        /**
         * BulkOut
         * @description What became of each post, in the order they were given; `dry_run` says that nothing was saved.
         */
        BulkOut: {
            /** Dry Run */
            dry_run: boolean;
            /** Items */
            items: components["schemas"]["BulkItemOut"][];
            /** Scheduled */
            scheduled: number;
        };
        /** BulkProblem */
        BulkProblem: {
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /**
         * CalendarOut
         * @description The posts from one day to another, by day and hour; `days` are all that have any, with what they come to.
         *
         *     `left_out` says that there are more posts than `items` has.
         */
        CalendarOut: {
            /** Days */
            days: components["schemas"]["DayCountOut"][];
            /** Items */
            items: components["schemas"]["CalendarPostOut"][];
            /** Left Out */
            left_out: boolean;
            /** Time Zone */
            time_zone: string;
        };
        /**
         * CalendarPostOut
         * @description A post on the calendar. `local_time` and `time_zone` are what its author chose; a draft has no `due_at`.
         *
         *     `series_id` names the series that made it. `can_move` is false once TikTok has it for one of its accounts. `accounts` and
         *     `account_ids` are the first three of `account_count`.
         */
        CalendarPostOut: {
            /** Account Count */
            account_count: number;
            /** Account Ids */
            account_ids: string[];
            /** Accounts */
            accounts: string[];
            /** Can Move */
            can_move: boolean;
            /** Caption */
            caption: string;
            /** Due At */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["PostKind"];
            /** Local Time */
            local_time: string | null;
            /** Series Id */
            series_id: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "scheduled" | "publishing" | "published" | "failed" | "held" | "needs_you" | "missed" | "cancelled";
            /** Thumbnail Url */
            thumbnail_url: string | null;
            /** Time Zone */
            time_zone: string;
            timing_mode: components["schemas"]["TimingMode"];
        };
        /**
         * CalendarRangeIn
         * @description The days to show, both included; whether of one account or one group only, and at most how many posts of each day.
         */
        CalendarRangeIn: {
            /** Account */
            account?: string | null;
            /**
             * From
             * Format: date
             */
            from: string;
            /** Group */
            group?: string | null;
            /** Per Day */
            per_day?: number | null;
            /**
             * To
             * Format: date
             */
            to: string;
        };
        /**
         * CallbackIn
         * @description The query TikTok sent the browser back with, as it came.
         */
        CallbackIn: {
            /**
             * Code
             * @default
             */
            code?: string;
            /**
             * Error
             * @default
             */
            error?: string;
            /**
             * Error Description
             * @default
             */
            error_description?: string;
            /**
             * Error Type
             * @default
             */
            error_type?: string;
            /**
             * Scopes
             * @default
             */
            scopes?: string;
            /** State */
            state: string;
        };
        /**
         * CaptionPlace
         * @enum {string}
         */
        CaptionPlace: "top" | "middle" | "bottom";
        /**
         * CellOut
         * @description One post on one account, as in PublicationOut; `remedy` is the one thing that helps now, null when there is none.
         */
        CellOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Due At */
            due_at: string | null;
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            post_mode: components["schemas"]["PostMode"];
            /** Privacy Level */
            privacy_level: string | null;
            /** Published At */
            published_at: string | null;
            reason: components["schemas"]["ReasonOut"] | null;
            remedy: components["schemas"]["Remedy"] | null;
            state: components["schemas"]["State"];
            /** Tiktok Url */
            tiktok_url: string | null;
        };
        /**
         * ChangeTagsIn
         * @description Tags that many files get, and others they lose.
         */
        ChangeTagsIn: {
            /**
             * Add
             * @default []
             */
            add?: string[];
            /** Ids */
            ids: string[];
            /**
             * Remove
             * @default []
             */
            remove?: string[];
        };
        /**
         * ChangedOut
         * @description Which files were changed.
         */
        ChangedOut: {
            /** Changed */
            changed: string[];
        };
        /**
         * ComparedOut
         * @description One of the accounts compared, in the order asked for.
         *
         *     Per day is over the days that were measured; per thousand followers is over its followers now. Null where there are none.
         */
        ComparedOut: {
            account: components["schemas"]["AnalyzedAccountOut"];
            /** Days */
            days: components["schemas"]["DayOut"][];
            /** Engagement Rate */
            engagement_rate: number | null;
            /** Followers */
            followers: number | null;
            /** Followers Net */
            followers_net: number;
            /** Followers Net Per Day */
            followers_net_per_day: number | null;
            /** Posts */
            posts: number;
            quality: components["schemas"]["QualityOut"];
            /** Views */
            views: number;
            /** Views Per Day */
            views_per_day: number | null;
            /** Views Per Thousand Followers */
            views_per_thousand_followers: number | null;
        };
        /**
         * ComparisonOut
         * @description Two to ten accounts side by side.
         */
        ComparisonOut: {
            /** Items */
            items: components["schemas"]["ComparedOut"][];
            range: components["schemas"]["DaysOut"];
        };
        /**
         * Confidence
         * @enum {string}
         */
        Confidence: "none" | "low" | "medium" | "high";
        /** CountOut */
        CountOut: {
            /** Count */
            count: number;
        };
        /**
         * CreatorAppOut
         * @description The TikTok app the account is connected by; `creators_cap` is null where TikTok tells none.
         *
         *     `room_from` is when it can post for another creator, null while it can.
         */
        CreatorAppOut: {
            /** Audited */
            audited: boolean;
            /** Creators Cap */
            creators_cap: number | null;
            /** Creators Used */
            creators_used: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Room From */
            room_from: string | null;
        };
        /**
         * CreatorInfoOut
         * @description What the creator may do at this moment; `reason` is set when posting is not possible now.
         *
         *     `notes` are sentences about what the app or TikTok limits, to be shown before anything is scheduled.
         */
        CreatorInfoOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            app: components["schemas"]["CreatorAppOut"];
            /** Avatar Url */
            avatar_url: string | null;
            /** Can Post */
            can_post: boolean;
            /** Comment Disabled */
            comment_disabled: boolean;
            /** Duet Disabled */
            duet_disabled: boolean;
            /**
             * Fetched At
             * Format: date-time
             */
            fetched_at: string;
            /** Max Video Post Duration Ms */
            max_video_post_duration_ms: number | null;
            /** Nickname */
            nickname: string;
            /** Notes */
            notes: string[];
            /** Privacy Level Options */
            privacy_level_options: string[];
            reason: components["schemas"]["ReasonOut"] | null;
            /** Stitch Disabled */
            stitch_disabled: boolean;
            /** Username */
            username: string | null;
        };
        /**
         * CursorIn
         * @description Which page of the list to return.
         */
        CursorIn: {
            /**
             * Cursor
             * @description `next_cursor` of the page before
             */
            cursor?: string | null;
            /**
             * Limit
             * @description how many rows at most
             * @default 20
             */
            limit?: number;
            /**
             * Unread
             * @description only what is unread
             * @default false
             */
            unread?: boolean;
        };
        /**
         * DashboardOut
         * @description A workspace at a glance. `stale` and `doubted` are accounts that need a look.
         */
        DashboardOut: {
            /** Accounts */
            accounts: number;
            /** Days */
            days: components["schemas"]["DayOut"][];
            /** Doubted */
            doubted: components["schemas"]["AnalyzedAccountOut"][];
            engagement: components["schemas"]["EngagementMetricsOut"];
            /** Followers */
            followers: number;
            /** Followers Net */
            followers_net: number;
            /** Followers Net Before */
            followers_net_before: number;
            quality: components["schemas"]["QualityOut"];
            range: components["schemas"]["DaysOut"];
            /** Stale */
            stale: components["schemas"]["AnalyzedAccountOut"][];
            /** Top Posts */
            top_posts: components["schemas"]["PostSummaryOut"][];
            /** Updated At */
            updated_at: string | null;
        };
        /**
         * DayCountOut
         * @description What a day (`YYYY-MM-DD`) comes to: all its posts, and how many of them are drafts.
         */
        DayCountOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Drafts */
            drafts: number;
            /** Posts */
            posts: number;
        };
        /**
         * DayOut
         * @description A day's sums: views net of losses, followers gained less lost and both apart; null where nobody measured.
         */
        DayOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Followers Gained */
            followers_gained: number | null;
            /** Followers Lost */
            followers_lost: number | null;
            /** Followers Net */
            followers_net: number | null;
            /** Held Out */
            held_out: number;
            /** Is Interpolated */
            is_interpolated: boolean;
            /** Posts */
            posts: number;
            /** Views */
            views: number | null;
        };
        /**
         * DaysOut
         * @description The days an answer is about, both included, by the clock of `time_zone`.
         */
        DaysOut: {
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Time Zone */
            time_zone: string;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * DeletionOut
         * @description What can go, or went, and what posts still need.
         */
        DeletionOut: {
            /** Deleted */
            deleted: components["schemas"]["NamedFileOut"][];
            /** Kept */
            kept: components["schemas"]["NeededFileOut"][];
        };
        /**
         * DeviceOut
         * @description A signed-in browser; `is_current` marks the one that asks.
         */
        DeviceOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Current */
            is_current: boolean;
            /**
             * Last Used At
             * Format: date-time
             */
            last_used_at: string;
            /** User Agent */
            user_agent: string;
        };
        /**
         * DisconnectOut
         * @description How many scheduled publications are held until the account is connected again.
         */
        DisconnectOut: {
            /** Held Publications */
            held_publications: number;
        };
        /**
         * DraftsOut
         * @description How many drafts wait in the inbox, of at most so many; `free_from` is when one more fits, null when one fits now.
         */
        DraftsOut: {
            /** Free From */
            free_from: string | null;
            /** Most */
            most: number;
            /** Pending */
            pending: number;
        };
        /**
         * Encoder
         * @description `authored`: only what is new is encoded; `x264`: every picture is, for a platform that ever takes no others.
         * @enum {string}
         */
        Encoder: "authored" | "x264";
        /**
         * EngagementMetricsOut
         * @description What a range added to all posts of the account, whenever they were published; net of what was taken back.
         */
        EngagementMetricsOut: {
            /** Comments */
            comments: number;
            /** Engagement Rate */
            engagement_rate: number | null;
            /** Engagement Rate Before */
            engagement_rate_before: number | null;
            /** Likes */
            likes: number;
            /** Posts */
            posts: number;
            /** Shares */
            shares: number;
            /** Views */
            views: number;
            /** Views Before */
            views_before: number;
            /** Views Change */
            views_change: number | null;
        };
        /**
         * EventOut
         * @description One change of state; `told` is `detail`, the journal's own words, for a person to read.
         */
        EventOut: {
            /** Actor */
            actor: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Attempt */
            attempt: number;
            /** Detail */
            detail: string;
            from_state: components["schemas"]["State"] | null;
            /** Seq */
            seq: number;
            to_state: components["schemas"]["State"];
            /** Told */
            told: string;
        };
        /**
         * ExpectedViewsOut
         * @description Views at seven days as foretold at `age_h` hours: four of five posts end between `low` and `high`; `came` is what it was.
         *
         *     `middle` is null before six hours: the band is all that is known then.
         */
        ExpectedViewsOut: {
            /** Age H */
            age_h: number;
            /** Came */
            came: number | null;
            /** High */
            high: number;
            /** Low */
            low: number;
            /** Middle */
            middle: number | null;
        };
        /**
         * ExportFormat
         * @description A kind of file.
         * @enum {string}
         */
        ExportFormat: "csv" | "xlsx" | "parquet" | "json";
        /**
         * ExportIn
         * @description What to export, and as what kind of file.
         *
         *     `days` has a row for each account and day, `posts` for each post with its counters now and at equal ages, `samples` for each
         *     time a post was looked at, `metrics` for each account with the sums of the range. Without accounts all of the workspace's are
         *     meant, without days everything there is. `time_zone`, the workspace's unless given, says where days begin and what instants
         *     are written in; an account's days are its own.
         */
        ExportIn: {
            /**
             * Account Id
             * @default []
             */
            account_id?: string[];
            /** @default csv */
            format?: "csv" | "xlsx" | "parquet" | "json";
            /** Since */
            since?: string | null;
            /** Time Zone */
            time_zone?: string | null;
            /** Until */
            until?: string | null;
            what: components["schemas"]["ExportWhat"];
        };
        /**
         * ExportOut
         * @description An export that a worker makes. `rows_total` is null until they were counted; `progress` in percent.
         *
         *     `file_url` is null until the file is there, and again once it has expired.
         */
        ExportOut: {
            /** Account Ids */
            account_ids: string[];
            /** Asked By */
            asked_by: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Error */
            error: string | null;
            /** Expires At */
            expires_at: string | null;
            /** File Name */
            file_name: string;
            /** File Url */
            file_url: string | null;
            /** Finished At */
            finished_at: string | null;
            format: components["schemas"]["ExportFormat"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Progress */
            progress: number;
            /** Rows Done */
            rows_done: number;
            /** Rows Total */
            rows_total: number | null;
            /** Since */
            since: string | null;
            /** Size Bytes */
            size_bytes: number | null;
            status: components["schemas"]["ExportStatus"];
            /** Time Zone */
            time_zone: string;
            /** Until */
            until: string | null;
            what: components["schemas"]["ExportWhat"];
        };
        /** ExportPage */
        ExportPage: {
            /** Items */
            items: components["schemas"]["ExportOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ExportPostsIn
         * @description Which posts to take along: as the list has them, and those that stand on the calendar between two days.
         */
        ExportPostsIn: {
            /** Account */
            account?: string | null;
            /** From */
            from?: string | null;
            /**
             * Q
             * @default
             */
            q?: string;
            /** Status */
            status?: ("draft" | "scheduled" | "publishing" | "published" | "failed" | "held" | "needs_you" | "missed" | "cancelled") | "waiting" | null;
            /** To */
            to?: string | null;
        };
        /**
         * ExportStatus
         * @description An export waits, runs, and ends in one of three ways.
         * @enum {string}
         */
        ExportStatus: "queued" | "running" | "done" | "failed" | "cancelled";
        /**
         * ExportWhat
         * @description A sheet.
         * @enum {string}
         */
        ExportWhat: "days" | "posts" | "samples" | "metrics";
        /**
         * FeatureOut
         * @description Something Carillon does for an account, and a sentence where the account did not allow it.
         */
        FeatureOut: {
            /** Available */
            available: boolean;
            /**
             * Feature
             * @enum {string}
             */
            feature: "profile" | "stats" | "analytics" | "posting" | "drafts";
            /** Sentence */
            sentence: string | null;
        };
        /**
         * FilmstripOut
         * @description Frames of a video beside each other in one JPEG: how many, and each one's size in pixels.
         */
        FilmstripOut: {
            /** Frames */
            frames: number;
            /** Height */
            height: number;
            /** Url */
            url: string;
            /** Width */
            width: number;
        };
        /**
         * FindingOut
         * @description One thing about a file: TikTok's own name of the check where it has one, and the fix that mends it.
         */
        FindingOut: {
            /** Code */
            code: string;
            fix: components["schemas"]["Fix"] | null;
            /** Limit */
            limit: string;
            /** Measured */
            measured: string;
            /** Sentence */
            sentence: string;
            severity: components["schemas"]["Severity"];
        };
        /**
         * Fit
         * @description A photo of another shape: whole on its own blurred copy, whole on a colour, or cut to fill.
         * @enum {string}
         */
        Fit: "blur" | "pad" | "crop";
        /**
         * Fix
         * @description What can be done here; `trim` leaves something out and is never done unasked.
         * @enum {string}
         */
        Fix: "remux" | "encode" | "frame_rate" | "size" | "trim" | "jpeg";
        /**
         * FixIn
         * @description Which fixes; `trim` needs `longest_ms`, where the clip is cut.
         */
        FixIn: {
            /** Fixes */
            fixes: components["schemas"]["Fix"][];
            /** Longest Ms */
            longest_ms?: number | null;
        };
        /**
         * FixOut
         * @description A file being mended: `progress` in percent, `error` a sentence, `result_id` the new file when it is done.
         */
        FixOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Error */
            error: string | null;
            /** Finished At */
            finished_at: string | null;
            /** Fixes */
            fixes: components["schemas"]["Fix"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Longest Ms */
            longest_ms: number | null;
            /**
             * Media Id
             * Format: uuid
             */
            media_id: string;
            /** Progress */
            progress: number;
            /** Result Id */
            result_id: string | null;
            /** Result Name */
            result_name: string | null;
            state: components["schemas"]["FixState"];
        };
        /**
         * FixState
         * @description A fix waits for a worker, runs, and ends in one of three ways.
         * @enum {string}
         */
        FixState: "pending" | "running" | "done" | "failed" | "cancelled";
        /**
         * FleetAccountOut
         * @description One account's figures of a range, in a list of all; null where nobody counted on any of its days.
         */
        FleetAccountOut: {
            account: components["schemas"]["AnalyzedAccountOut"];
            /** Engagement Rate */
            engagement_rate: number | null;
            /** Followers */
            followers: number | null;
            /** Followers Net */
            followers_net: number | null;
            /** Followers Net Before */
            followers_net_before: number | null;
            /** Held Out */
            held_out: number;
            /** Posts */
            posts: number;
            /** Views */
            views: number | null;
            /** Views Before */
            views_before: number | null;
        };
        /**
         * FleetOut
         * @description All accounts of the workspace, the most followed first.
         */
        FleetOut: {
            /** Items */
            items: components["schemas"]["FleetAccountOut"][];
            range: components["schemas"]["DaysOut"];
        };
        /**
         * ForecastDayOut
         * @description A day ahead: four of five times the figure lies between `low` and `high`.
         */
        ForecastDayOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** High */
            high: number;
            /** Low */
            low: number;
            /** Middle */
            middle: number;
        };
        /**
         * ForecastMetric
         * @enum {string}
         */
        ForecastMetric: "followers" | "views";
        /**
         * ForecastOut
         * @description Where a figure is going. While `is_known` is false there were too few days in a row to tell from, and `reason` says how many.
         *
         *     `realised_coverage` is how often earlier forecasts' bands held, over `judged_days` days that have come since; null until
         *     there are enough of them to say.
         */
        ForecastOut: {
            account: components["schemas"]["AnalyzedAccountOut"];
            /** Basis Days */
            basis_days: number;
            /** Days */
            days: components["schemas"]["ForecastDayOut"][];
            /** History */
            history: components["schemas"]["HistoryDayOut"][];
            /** Is Known */
            is_known: boolean;
            /** Judged Days */
            judged_days: number;
            metric: components["schemas"]["ForecastMetric"];
            /**
             * Nominal Coverage
             * @default 0.8
             */
            nominal_coverage?: number;
            /** Realised Coverage */
            realised_coverage: number | null;
            /** Reason */
            reason: string;
        };
        /**
         * Format
         * @description Width to height.
         * @enum {string}
         */
        Format: "9:16" | "1:1" | "16:9";
        /**
         * FormatsOut
         * @description What TikTok takes (tiktok-api §5.3); durations per account come from creator-info. Photos are made into JPEG here.
         */
        FormatsOut: {
            /** Max Duration Ms */
            max_duration_ms: number;
            /** Max Frame Rate */
            max_frame_rate: number;
            /** Max Side Px */
            max_side_px: number;
            /** Max Size Bytes */
            max_size_bytes: number;
            /** Mime Types */
            mime_types: string[];
            /** Min Frame Rate */
            min_frame_rate: number;
            /** Min Side Px */
            min_side_px: number;
            /** Photo Mime Types */
            photo_mime_types: string[];
            /** Video Codecs */
            video_codecs: string[];
        };
        /**
         * FreeSlotOut
         * @description A free slot: the instant, and the time its owner reads in `time_zone`.
         */
        FreeSlotOut: {
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
            /** Local Time */
            local_time: string;
            /** Time Zone */
            time_zone: string;
        };
        /**
         * GoodTimeOut
         * @description An hour worth posting in: `slot` is the hour of the local week (0 is Monday, midnight to one).
         *
         *     `uplift` is how many more views than an average hour's are expected, 0.2 for a fifth more; four of five times between `low`
         *     and `high`. `posts` is how many posts around that hour speak for it.
         */
        GoodTimeOut: {
            /** High */
            high: number;
            /** Hour */
            hour: number;
            /** Low */
            low: number;
            /** Posts */
            posts: number;
            /** Slot */
            slot: number;
            /** Uplift */
            uplift: number;
            /** Weekday */
            weekday: number;
        };
        /**
         * Granularity
         * @enum {string}
         */
        Granularity: "auto" | "hour" | "day" | "week" | "month";
        /**
         * GridOut
         * @description A page of posts, and the accounts that any of them is for, by name: the grid's rows and columns.
         */
        GridOut: {
            /** Accounts */
            accounts: components["schemas"]["AccountBrief"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Rows */
            rows: components["schemas"]["GridRowOut"][];
        };
        /**
         * GridRowOut
         * @description One post; `stopped` of its cells went wrong and can be tried again together, `open` can still be called off.
         */
        GridRowOut: {
            /** Can Edit */
            can_edit: boolean;
            /** Caption */
            caption: string;
            /** Cells */
            cells: components["schemas"]["CellOut"][];
            /** Due At */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Open */
            open: number;
            /** Stopped */
            stopped: number;
            /** Thumbnail Url */
            thumbnail_url: string | null;
        };
        /**
         * GroupsOfAccountIn
         * @description All the groups that an account is to be in.
         */
        GroupsOfAccountIn: {
            /** Group Ids */
            group_ids: string[];
        };
        /**
         * GrowthMetricsOut
         * @description Followers now, and what a range gained and lost, apart; `change` is against as many days before, 0.1 for a tenth more.
         */
        GrowthMetricsOut: {
            /** Change */
            change: number | null;
            /** Followers */
            followers: number | null;
            /** Followers At Start */
            followers_at_start: number | null;
            /** Gained */
            gained: number;
            /** Lost */
            lost: number;
            /** Net */
            net: number;
            /** Net Before */
            net_before: number;
            /** Rate */
            rate: number | null;
        };
        /**
         * HashtagGroupIn
         * @description A name of its own in the workspace, and 1 to 30 hashtags in their order, with or without the `#`.
         */
        HashtagGroupIn: {
            /** Name */
            name: string;
            /** Tags */
            tags: string[];
        };
        /**
         * HashtagGroupOut
         * @description A group; `tags` are without the `#`.
         */
        HashtagGroupOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Tags */
            tags: string[];
        };
        /**
         * HashtagOut
         * @description How many times the account's usual views at 24 hours a hashtag goes with; 1 is none, and so it is shrunk where posts are few.
         *
         *     Four of five times between `low` and `high`; `is_clear` when that leaves out 1. `seen` is the plain mean.
         */
        HashtagOut: {
            /** Accounts */
            accounts: number;
            /** Hashtag */
            hashtag: string;
            /** High */
            high: number;
            /** Is Clear */
            is_clear: boolean;
            /** Low */
            low: number;
            /** Posts */
            posts: number;
            /** Seen */
            seen: number;
            /** Times */
            times: number;
        };
        /**
         * HashtagPerformanceOut
         * @description Hashtags, the strongest first. They go with more or fewer views; they need not be why.
         *
         *     While `is_known` is false nothing is told, and `reason` says what is missing.
         */
        HashtagPerformanceOut: {
            /** Is Known */
            is_known: boolean;
            /** Items */
            items: components["schemas"]["HashtagOut"][];
            /** Posts */
            posts: number;
            range: components["schemas"]["DaysOut"];
            /** Reason */
            reason: string;
        };
        /**
         * HealthOut
         * @description How TikTok does for this workspace; without troubles all is well.
         */
        HealthOut: {
            limiter: components["schemas"]["LimiterOut"];
            /** Troubles */
            troubles: components["schemas"]["OutageOut"][];
        };
        /** HistoryDayOut */
        HistoryDayOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Value */
            value: number;
        };
        /**
         * HolderOut
         * @description A post that has a file: the beginning of its caption, and how it stands.
         */
        HolderOut: {
            /** Caption */
            caption: string;
            /** Due At */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["PostKind"];
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "scheduled" | "publishing" | "published" | "failed" | "held" | "needs_you" | "missed" | "cancelled";
            /** Title */
            title: string;
        };
        /** HolderPage */
        HolderPage: {
            /** Items */
            items: components["schemas"]["HolderOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * HomeOut
         * @description What waits for a person (the 8 due last), what is due today by the person's clock (the first 20) and what comes next (5).
         *
         *     `waiting_count` and `today_count` are how many there are, shown or not.
         */
        HomeOut: {
            /** Next */
            next: components["schemas"]["HomePostOut"][];
            /** Today */
            today: components["schemas"]["HomePostOut"][];
            /** Today Count */
            today_count: number;
            /** Waiting */
            waiting: components["schemas"]["HomePostOut"][];
            /** Waiting Count */
            waiting_count: number;
        };
        /**
         * HomePostOut
         * @description A post in a short list. `accounts` are the names of the first two of `account_count`; `reason` is why it was stopped.
         *
         *     `in_inbox` says that it went to an inbox in TikTok as a draft, where its person has not finished it yet.
         */
        HomePostOut: {
            /** Account Count */
            account_count: number;
            /** Accounts */
            accounts: string[];
            /** Caption */
            caption: string;
            /** Due At */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** In Inbox */
            in_inbox: boolean;
            /** Reason */
            reason: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "scheduled" | "publishing" | "published" | "failed" | "held" | "needs_you" | "missed" | "cancelled";
            /** Thumbnail Url */
            thumbnail_url: string | null;
        };
        /**
         * ImportAccountOut
         * @description An account of a row, and how TikTok is handed the post there.
         */
        ImportAccountOut: {
            account: components["schemas"]["AccountBrief"];
            post_mode: components["schemas"]["PostMode"];
        };
        /**
         * ImportIn
         * @description Posts as CSV: at most 500 rows below a line with the columns' names. `time_zone` is for rows that name none.
         *
         *     With `dry_run` nothing is saved and the answer shows what would happen. `consent` is the agreement for all that is
         *     scheduled. `date_order` says how dates with slashes are written; null finds it out from the file. Lines in `leave_out` are
         *     passed over; `again` makes posts once more that are here already.
         */
        ImportIn: {
            /**
             * Again
             * @default false
             */
            again?: boolean;
            /**
             * Consent
             * @default false
             */
            consent?: boolean;
            /** Csv */
            csv: string;
            /** Date Order */
            date_order?: ("dmy" | "mdy") | null;
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /**
             * Leave Out
             * @default []
             */
            leave_out?: number[];
            /**
             * Time Zone
             * @default UTC
             */
            time_zone?: string;
        };
        /**
         * ImportItemOut
         * @description One row: `line` is where it begins in the file, `outcome` what became or would become of it.
         *
         *     `repeated`: the same post is here already (`post_id`), or on an earlier line (`same_line`). `lacks` says what a row needs to
         *     be scheduled that became a draft for want of it. The choices are those for all of its accounts.
         */
        ImportItemOut: {
            /** Accounts */
            accounts: components["schemas"]["ImportAccountOut"][];
            /** Allow Comment */
            allow_comment: boolean;
            /** Allow Duet */
            allow_duet: boolean;
            /** Allow Stitch */
            allow_stitch: boolean;
            /** Auto Add Music */
            auto_add_music: boolean;
            /** Branded Content */
            branded_content: boolean;
            /** Caption */
            caption: string;
            /**
             * Clock
             * @enum {string}
             */
            clock: "plain" | "skipped" | "twice";
            /** Disclosure */
            disclosure: boolean;
            /** Due At */
            due_at: string | null;
            /** Is Aigc */
            is_aigc: boolean;
            kind: components["schemas"]["PostKind"];
            /** Lacks */
            lacks: string[];
            /** Line */
            line: number;
            /** Local Time */
            local_time: string | null;
            /** Media */
            media: components["schemas"]["ImportMediaOut"][];
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "scheduled" | "draft" | "repeated" | "refused";
            /** Post Id */
            post_id: string | null;
            privacy_level: components["schemas"]["PrivacyLevel"] | null;
            /** Problems */
            problems: components["schemas"]["ImportProblem"][];
            /** Same Line */
            same_line: number | null;
            /** Time Zone */
            time_zone: string;
            /** Title */
            title: string;
            /** Your Brand */
            your_brand: boolean;
        };
        /** ImportMediaOut */
        ImportMediaOut: {
            /** Duration Ms */
            duration_ms: number | null;
            /** File Name */
            file_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["MediaKind"];
            /** Thumbnail Url */
            thumbnail_url: string | null;
        };
        /**
         * ImportOut
         * @description What became of a file; `dry_run` says that nothing was saved, and the counts are of what would be.
         *
         *     `ignored_columns` are headings nobody knows. `date_order` is how its dates with slashes were read, null where no date said.
         */
        ImportOut: {
            /** Date Order */
            date_order: ("dmy" | "mdy") | null;
            /** Delimiter */
            delimiter: string;
            /** Drafts */
            drafts: number;
            /** Dry Run */
            dry_run: boolean;
            /** Ignored Columns */
            ignored_columns: string[];
            /** Items */
            items: components["schemas"]["ImportItemOut"][];
            /** Refused */
            refused: number;
            /** Repeated */
            repeated: number;
            /** Scheduled */
            scheduled: number;
        };
        /**
         * ImportProblem
         * @description What stands in a row's way; `column` is empty where it is about the row as a whole.
         */
        ImportProblem: {
            /** Code */
            code: string;
            /** Column */
            column: string;
            /** Message */
            message: string;
        };
        /**
         * KeptPostOut
         * @description A post that stays, and why.
         */
        KeptPostOut: {
            /** Caption */
            caption: string;
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * LeftOut
         * @description A publication that was left as it was, and why.
         */
        LeftOut: {
            /**
             * Publication Id
             * Format: uuid
             */
            publication_id: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * LimiterOut
         * @description `degraded_since` is set while Valkey is away; posting is slower then, so that TikTok's limits still hold.
         */
        LimiterOut: {
            /** Degraded Since */
            degraded_since: string | null;
        };
        /** LoginIn */
        LoginIn: {
            /** Email */
            email: string;
            /** Password */
            password: string;
        };
        /**
         * MailPreferenceIn
         * @description When the person is mailed about what is urgent, soon due, or good to know.
         */
        MailPreferenceIn: {
            /**
             * Fyi
             * @enum {string}
             */
            fyi: "now" | "digest" | "never";
            /**
             * Now
             * @enum {string}
             */
            now: "now" | "digest" | "never";
            /**
             * Soon
             * @enum {string}
             */
            soon: "now" | "digest" | "never";
        };
        /** MailPreferenceOut */
        MailPreferenceOut: {
            /**
             * Fyi
             * @enum {string}
             */
            fyi: "now" | "digest" | "never";
            /**
             * Now
             * @enum {string}
             */
            now: "now" | "digest" | "never";
            /**
             * Soon
             * @enum {string}
             */
            soon: "now" | "digest" | "never";
        };
        /**
         * ManyIn
         * @description Files, by their ids.
         */
        ManyIn: {
            /** Ids */
            ids: string[];
        };
        /**
         * ManyPostsIn
         * @description Posts, at most 200 at once.
         */
        ManyPostsIn: {
            /** Post Ids */
            post_ids: string[];
        };
        /**
         * MeIn
         * @description A person's own settings; `language`, that of their mail, stays as it is where null.
         */
        MeIn: {
            /** Language */
            language?: ("en" | "de") | null;
            /** Name */
            name: string;
            /** Time Zone */
            time_zone: string;
        };
        /**
         * MeOut
         * @description The signed-in person, the language of their mail, and the workspace they are in.
         */
        MeOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Language
             * @enum {string}
             */
            language: "en" | "de";
            /** Name */
            name: string;
            /** Time Zone */
            time_zone: string;
            workspace: components["schemas"]["WorkspaceOut"];
        };
        /**
         * MediaAssetOut
         * @description A stored file; sizes in bytes and pixels as shown, durations in milliseconds, null until it was measured.
         *
         *     `verdict` is what TikTok would say on any account, null while nobody knows; `origin_id` the file this one was made from.
         *     `file_path` names the file in a slideshow as well as its id does; it is no address. `uploaded_by` is told of the files of a
         *     library alone, null elsewhere.
         */
        MediaAssetOut: {
            /** Audio Codec */
            audio_codec: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Duration Ms */
            duration_ms: number | null;
            /** File Name */
            file_name: string;
            /** File Path */
            file_path: string;
            /** File Url */
            file_url: string;
            filmstrip: components["schemas"]["FilmstripOut"] | null;
            /** Frame Rate */
            frame_rate: number | null;
            /** Height */
            height: number | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["MediaKind"];
            /** Mime Type */
            mime_type: string;
            /** Origin Id */
            origin_id: string | null;
            rejection: components["schemas"]["RejectionOut"] | null;
            /** Sha256 */
            sha256: string;
            /** Size Bytes */
            size_bytes: number;
            status: components["schemas"]["AssetStatus"];
            /** Tags */
            tags: string[];
            /** Thumbnail Url */
            thumbnail_url: string | null;
            /** Uploaded By */
            uploaded_by: string | null;
            verdict: components["schemas"]["VerdictOut"] | null;
            /** Video Codec */
            video_codec: string | null;
            /** Width */
            width: number | null;
        };
        /**
         * MediaKind
         * @enum {string}
         */
        MediaKind: "video" | "image" | "audio";
        /** MediaPage */
        MediaPage: {
            /** Items */
            items: components["schemas"]["MediaAssetOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * MediaVerdictOut
         * @description A file against the accounts asked about; `will_be_refused` when on any of them, `trim` when one finds it too long.
         */
        MediaVerdictOut: {
            /** Accounts */
            accounts: components["schemas"]["AccountVerdictOut"][];
            /** Findings */
            findings: components["schemas"]["FindingOut"][];
            /** Fixes */
            fixes: components["schemas"]["Fix"][];
            trim: components["schemas"]["TrimOut"] | null;
            /** Will Be Refused */
            will_be_refused: boolean;
            worst: components["schemas"]["Severity"];
        };
        /**
         * MetricType
         * @description `followers` is a level, the others are what a stretch of time added; `engagement_rate` is per view.
         * @enum {string}
         */
        MetricType: "followers" | "followers_gained" | "views" | "likes" | "comments" | "shares" | "posts" | "engagement_rate";
        /**
         * Motion
         * @description The Ken Burns effect; the direction is where the view goes.
         * @enum {string}
         */
        Motion: "none" | "zoom_in" | "zoom_out" | "left" | "right" | "up" | "down";
        /**
         * MoveIn
         * @description Another time for a post: a wall-clock time (`YYYY-MM-DDTHH:MM`) in an IANA zone.
         */
        MoveIn: {
            /** Local Time */
            local_time: string;
            /**
             * Time Zone
             * @default UTC
             */
            time_zone?: string;
        };
        /** NamedFileOut */
        NamedFileOut: {
            /** File Name */
            file_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * NeededFileOut
         * @description A file that stays: some of the posts that have it, and how many there are.
         */
        NeededFileOut: {
            /** File Name */
            file_name: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Post Count */
            post_count: number;
            /** Posts */
            posts: components["schemas"]["HolderOut"][];
        };
        /**
         * NextOfAccountOut
         * @description An account's next free slot; null when it has no slots (`has_slots`) or none is free for three months.
         */
        NextOfAccountOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Has Slots */
            has_slots: boolean;
            slot: components["schemas"]["FreeSlotOut"] | null;
        };
        /**
         * NextSlotsIn
         * @description Whose next free slot, and after which instant; without one, now.
         */
        NextSlotsIn: {
            /** Accounts */
            accounts: string[];
            /** After */
            after?: string | null;
        };
        /**
         * NextSlotsOut
         * @description The next instant that is a free slot of all the accounts, if there is one, and the next of each.
         */
        NextSlotsOut: {
            /** Accounts */
            accounts: components["schemas"]["NextOfAccountOut"][];
            together: components["schemas"]["FreeSlotOut"] | null;
        };
        /**
         * NotificationOut
         * @description One thing the person was told; `count` says of how many, `is_settled` that they all came right by themselves.
         */
        NotificationOut: {
            /** Body */
            body: string;
            /** Count */
            count: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Read */
            is_read: boolean;
            /** Is Settled */
            is_settled: boolean;
            /** Kind */
            kind: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            /** Link */
            link: string;
            /** Title */
            title: string;
            /**
             * Urgency
             * @enum {string}
             */
            urgency: "now" | "soon" | "fyi";
        };
        /**
         * NotificationPage
         * @description A page of them, the last told first; `unread` counts all that are.
         */
        NotificationPage: {
            /** Items */
            items: components["schemas"]["NotificationOut"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Unread */
            unread: number;
        };
        /**
         * OccurrenceOut
         * @description A day of a series that has come into the next two weeks: its post, or why there is none yet.
         */
        OccurrenceOut: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Post Id */
            post_id: string | null;
            /** Problem */
            problem: string | null;
        };
        /**
         * OutageOut
         * @description A group of calls (such as `posting`) that TikTok does not answer for one app, and what that means.
         */
        OutageOut: {
            /** App */
            app: string;
            /** Group */
            group: string;
            /** Sentence */
            sentence: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * PageIn
         * @description Which page of a list to return.
         */
        PageIn: {
            /**
             * Cursor
             * @description `next_cursor` of the page before
             */
            cursor?: string | null;
            /**
             * Limit
             * @description how many rows at most
             * @default 50
             */
            limit?: number;
        };
        /** PasswordIn */
        PasswordIn: {
            /** Current Password */
            current_password: string;
            /** New Password */
            new_password: string;
        };
        /**
         * PauseOut
         * @description Since when, and by whom: an e-mail address, or null where it was the server's.
         */
        PauseOut: {
            /** By */
            by: string | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * PausedAccountOut
         * @description An account that is paused, and how many of its posts came due meanwhile.
         */
        PausedAccountOut: {
            account: components["schemas"]["AccountBrief"];
            /** By */
            by: string | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Waiting */
            waiting: number;
        };
        /**
         * PausesOut
         * @description What is paused, widest first. `everything` and `quarantine` hold the whole server and end there.
         *
         *     `waiting`: posts that came due under a pause and wait for its end; `scheduled`: those still to come.
         */
        PausesOut: {
            /** Accounts */
            accounts: components["schemas"]["PausedAccountOut"][];
            everything: components["schemas"]["PauseOut"] | null;
            /** May Resume Workspace */
            may_resume_workspace: boolean;
            quarantine: components["schemas"]["PauseOut"] | null;
            /** Scheduled */
            scheduled: number;
            /** Waiting */
            waiting: number;
            workspace: components["schemas"]["PauseOut"] | null;
        };
        /** PlannedPostOut */
        PlannedPostOut: {
            /** Caption */
            caption: string;
            /** Due At */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * Platform
         * @description How the app is registered at TikTok; it decides the redirect rules and PKCE (tiktok-api §2.1).
         * @enum {string}
         */
        Platform: "web" | "desktop";
        /**
         * PlatformOut
         * @description Whether an app of this platform can come back to this server; `reason` says why not.
         */
        PlatformOut: {
            platform: components["schemas"]["Platform"];
            /** Reason */
            reason: string | null;
            /** Usable */
            usable: boolean;
        };
        /**
         * PostAgeOut
         * @description A post's totals at an age, in hours.
         */
        PostAgeOut: {
            /** Age H */
            age_h: number;
            /** Comments */
            comments: number | null;
            /** Likes */
            likes: number | null;
            /** Shares */
            shares: number | null;
            /** Views */
            views: number;
        };
        /**
         * PostAnalyticsOut
         * @description One post: its totals at equal ages, its score with its parts, and what was expected of it.
         */
        PostAnalyticsOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Ages */
            ages: components["schemas"]["PostAgeOut"][];
            /** Caption */
            caption: string;
            /** Comments */
            comments: number | null;
            confidence: components["schemas"]["Confidence"];
            /** Duration S */
            duration_s: number | null;
            /** Engagement Rate */
            engagement_rate: number | null;
            /** Expected */
            expected: components["schemas"]["ExpectedViewsOut"][];
            /** Gain 24H */
            gain_24h: number;
            /** Gain 7D */
            gain_7d: number;
            /** Gone Since */
            gone_since: string | null;
            /** Handle */
            handle: string;
            /** Has Cover */
            has_cover: boolean;
            /** Hashtags */
            hashtags: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Doubted */
            is_doubted: boolean;
            /** Is Gone */
            is_gone: boolean;
            /** Likes */
            likes: number | null;
            /** Post Id */
            post_id: string | null;
            /** Publication Id */
            publication_id: string | null;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Share Url */
            share_url: string;
            /** Shares */
            shares: number | null;
            /** Tiktok Id */
            tiktok_id: string;
            /** Updated At */
            updated_at: string | null;
            /** Views */
            views: number | null;
            viral: components["schemas"]["ViralScoreOut"];
            /** Viral Score */
            viral_score: number | null;
        };
        /**
         * PostDeedOut
         * @description What was done to a post: which of its publications changed, and which were left although they could be meant.
         */
        PostDeedOut: {
            /** Changed */
            changed: string[];
            /** Left */
            left: components["schemas"]["LeftOut"][];
        };
        /**
         * PostIn
         * @description A post as the composer sends it. The caption is at most 2,200 UTF-16 units, of photos 4,000.
         *
         *     `override_media`: send it although TikTok will refuse the media; without it that is `media_will_be_refused`.
         *
         *     `title` (90 units) and `cover_index` (from 0) are for photos, which stand in the order of `media_ids`. `cover_ms` is for
         *     videos: the moment whose picture is the cover, within the video.
         */
        PostIn: {
            /**
             * Caption
             * @default
             */
            caption?: string;
            /**
             * Consent
             * @default false
             */
            consent?: boolean;
            /**
             * Cover Index
             * @default 0
             */
            cover_index?: number;
            /**
             * Cover Ms
             * @default 0
             */
            cover_ms?: number;
            /**
             * Kind
             * @default video
             * @enum {string}
             */
            kind?: "video" | "photo";
            /**
             * Media Ids
             * @default []
             */
            media_ids?: string[];
            /**
             * Override Media
             * @default false
             */
            override_media?: boolean;
            /**
             * Publications
             * @default []
             */
            publications?: components["schemas"]["TargetIn"][];
            timing: components["schemas"]["TimingIn"];
            /**
             * Title
             * @default
             */
            title?: string;
        };
        /**
         * PostKind
         * @enum {string}
         */
        PostKind: "video" | "photo" | "slideshow";
        /**
         * PostListOut
         * @description Posts in the order asked for; `next_offset` is where the next page begins, null at the end.
         */
        PostListOut: {
            /** Items */
            items: components["schemas"]["PostSummaryOut"][];
            /** Next Offset */
            next_offset: number | null;
        };
        /**
         * PostMode
         * @description How TikTok is handed a post: published there and then, or left in the creator's inbox to be finished by hand.
         * @enum {string}
         */
        PostMode: "DIRECT_POST" | "MEDIA_UPLOAD";
        /**
         * PostModeIn
         * @description What new posts on the account start with.
         */
        PostModeIn: {
            post_mode: components["schemas"]["PostMode"];
        };
        /**
         * PostOrder
         * @description By what a list of posts is ordered, the most first.
         * @enum {string}
         */
        PostOrder: "newest" | "views" | "viral_score" | "gain_7d";
        /**
         * PostOut
         * @description A post with its media, and what became of it on each account; `status` is the most urgent of them.
         */
        PostOut: {
            /** Can Delete */
            can_delete: boolean;
            /** Can Edit */
            can_edit: boolean;
            /** Caption */
            caption: string;
            /** Cover Index */
            cover_index: number;
            /** Cover Ms */
            cover_ms: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Due At */
            due_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            kind: components["schemas"]["PostKind"];
            /** Late Limit Min */
            late_limit_min: number | null;
            /** Local Time */
            local_time: string | null;
            /** Media */
            media: components["schemas"]["MediaAssetOut"][];
            /** Publications */
            publications: components["schemas"]["PublicationOut"][];
            slideshow: components["schemas"]["SlideshowOut"] | null;
            /** Stagger Min */
            stagger_min: number;
            /**
             * Status
             * @enum {string}
             */
            status: "draft" | "scheduled" | "publishing" | "published" | "failed" | "held" | "needs_you" | "missed" | "cancelled";
            /** Time Zone */
            time_zone: string;
            timing_mode: components["schemas"]["TimingMode"];
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /** PostPage */
        PostPage: {
            /** Items */
            items: components["schemas"]["PostOut"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * PostRestoredOut
         * @description What came back of a post: on how many accounts it is scheduled again, is a draft, or stays called off.
         *
         *     `sentence` says so with the reasons. `is_back` is false for one that is unknown or was deleted too long ago.
         */
        PostRestoredOut: {
            /** Called Off */
            called_off: number;
            /** Drafts */
            drafts: number;
            /** Is Back */
            is_back: boolean;
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Scheduled */
            scheduled: number;
            /** Sentence */
            sentence: string;
        };
        /**
         * PostSummaryOut
         * @description A post in a list. `publication_id` and `post_id` say which of ours it is; null for one made in TikTok's own app.
         */
        PostSummaryOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Caption */
            caption: string;
            /** Comments */
            comments: number | null;
            confidence: components["schemas"]["Confidence"];
            /** Engagement Rate */
            engagement_rate: number | null;
            /** Gain 24H */
            gain_24h: number;
            /** Gain 7D */
            gain_7d: number;
            /** Handle */
            handle: string;
            /** Has Cover */
            has_cover: boolean;
            /** Hashtags */
            hashtags: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Gone */
            is_gone: boolean;
            /** Likes */
            likes: number | null;
            /** Post Id */
            post_id: string | null;
            /** Publication Id */
            publication_id: string | null;
            /**
             * Published At
             * Format: date-time
             */
            published_at: string;
            /** Share Url */
            share_url: string;
            /** Shares */
            shares: number | null;
            /** Tiktok Id */
            tiktok_id: string;
            /** Views */
            views: number | null;
            /** Viral Score */
            viral_score: number | null;
        };
        /**
         * PostsDeletedOut
         * @description Which posts are deleted, and which stay; unknown ones are in neither.
         */
        PostsDeletedOut: {
            /** Deleted */
            deleted: string[];
            /** Kept */
            kept: components["schemas"]["KeptPostOut"][];
        };
        /**
         * PostsRestoredOut
         * @description What came back of each post, in the order they were asked for.
         */
        PostsRestoredOut: {
            /** Items */
            items: components["schemas"]["PostRestoredOut"][];
        };
        /**
         * PrivacyLevel
         * @description Who can see a post. Which of them an account offers, `creator_info` says.
         * @enum {string}
         */
        PrivacyLevel: "PUBLIC_TO_EVERYONE" | "MUTUAL_FOLLOW_FRIENDS" | "FOLLOWER_OF_CREATOR" | "SELF_ONLY";
        /**
         * Problem
         * @description RFC 9457 problem details, with a stable `code` for programs and a sentence for people in `detail`.
         */
        Problem: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
            /** Errors */
            errors: components["schemas"]["ProblemField"][];
            /** Status */
            status: number;
            /** Title */
            title: string;
            /** Type */
            type: string;
        };
        /**
         * ProblemField
         * @description What is wrong with one field.
         */
        ProblemField: {
            /** Code */
            code: string;
            /** Field */
            field: string;
            /** Message */
            message: string;
        };
        /**
         * PublicationDetailOut
         * @description A publication with its whole history; `caption` is what this account says, to be copied where TikTok did not take it.
         */
        PublicationDetailOut: {
            account: components["schemas"]["AccountBrief"];
            /** Allow Comment */
            allow_comment: boolean;
            /** Allow Duet */
            allow_duet: boolean;
            /** Allow Stitch */
            allow_stitch: boolean;
            /** Attempts */
            attempts: components["schemas"]["AttemptOut"][];
            /** Auto Add Music */
            auto_add_music: boolean;
            /** Branded Content */
            branded_content: boolean;
            /** Bytes Sent */
            bytes_sent: number | null;
            /** Bytes Total */
            bytes_total: number | null;
            /** Can Cancel */
            can_cancel: boolean;
            /** Can Retry */
            can_retry: boolean;
            /** Can Settle */
            can_settle: boolean;
            /** Caption */
            caption: string;
            /** Disclosure */
            disclosure: boolean;
            /** Due At */
            due_at: string | null;
            /** Events */
            events: components["schemas"]["EventOut"][];
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Aigc */
            is_aigc: boolean;
            /** Own Caption */
            own_caption: string | null;
            post_mode: components["schemas"]["PostMode"];
            /** Privacy Level */
            privacy_level: string | null;
            /** Published At */
            published_at: string | null;
            reason: components["schemas"]["ReasonOut"] | null;
            /** @description the one thing that helps now; null when there is nothing to do */
            remedy: components["schemas"]["Remedy"] | null;
            state: components["schemas"]["State"];
            /** Tiktok Post Id */
            tiktok_post_id: string | null;
            /** Tiktok Post Ids */
            tiktok_post_ids: string[];
            /** Tiktok Url */
            tiktok_url: string | null;
            /** Your Brand */
            your_brand: boolean;
        };
        /**
         * PublicationOut
         * @description One post on one account; `bytes_sent` of `bytes_total` while the media are on their way, null before.
         *
         *     With `post_mode` MEDIA_UPLOAD it is a draft: `published` means that it is in the inbox in TikTok, `finished_at` is when its
         *     person posted it there, and `tiktok_post_ids` are the posts that came of it, which may be several. `own_caption` is what this
         *     account says in place of the post's caption; null when it says the same.
         */
        PublicationOut: {
            account: components["schemas"]["AccountBrief"];
            /** Allow Comment */
            allow_comment: boolean;
            /** Allow Duet */
            allow_duet: boolean;
            /** Allow Stitch */
            allow_stitch: boolean;
            /** Auto Add Music */
            auto_add_music: boolean;
            /** Branded Content */
            branded_content: boolean;
            /** Bytes Sent */
            bytes_sent: number | null;
            /** Bytes Total */
            bytes_total: number | null;
            /** Can Cancel */
            can_cancel: boolean;
            /** Can Retry */
            can_retry: boolean;
            /** Can Settle */
            can_settle: boolean;
            /** Disclosure */
            disclosure: boolean;
            /** Due At */
            due_at: string | null;
            /** Finished At */
            finished_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Aigc */
            is_aigc: boolean;
            /** Own Caption */
            own_caption: string | null;
            post_mode: components["schemas"]["PostMode"];
            /** Privacy Level */
            privacy_level: string | null;
            /** Published At */
            published_at: string | null;
            reason: components["schemas"]["ReasonOut"] | null;
            /** @description the one thing that helps now; null when there is nothing to do */
            remedy: components["schemas"]["Remedy"] | null;
            state: components["schemas"]["State"];
            /** Tiktok Post Id */
            tiktok_post_id: string | null;
            /** Tiktok Post Ids */
            tiktok_post_ids: string[];
            /** Tiktok Url */
            tiktok_url: string | null;
            /** Your Brand */
            your_brand: boolean;
        };
        /**
         * PublishingHealthOut
         * @description Whether posts go out here.
         */
        PublishingHealthOut: {
            clock: components["schemas"]["SignOut"];
            quarantine: components["schemas"]["QuarantineOut"] | null;
            sweeper: components["schemas"]["SignOut"];
        };
        /**
         * PullPrefixIn
         * @description The address, verified at TikTok for the app, below which it fetches photos; empty for none.
         */
        PullPrefixIn: {
            /** Pull Prefix */
            pull_prefix: string;
        };
        /**
         * QualityOut
         * @description How good the figures are: `coverage` is the share of views counted daily or oftener, the rest was spread evenly over a longer
         *     time; `days_measured` of `days`; `held_out` samples looked like glitches and are not in the figures.
         */
        QualityOut: {
            /** Coverage */
            coverage: number | null;
            /** Days */
            days: number;
            /** Days Measured */
            days_measured: number;
            /** Held Out */
            held_out: number;
            /** New Beginnings */
            new_beginnings: number;
        };
        /**
         * QuarantineOut
         * @description After a restore nothing is published; the counts are null until the gap has been looked through.
         */
        QuarantineOut: {
            /** Asked People */
            asked_people: number | null;
            /** Gap From */
            gap_from: string | null;
            /** Is Checked */
            is_checked: boolean;
            /** Not Asked */
            not_asked: number | null;
            /** Published */
            published: number | null;
            /** Reason */
            reason: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * QuotaIn
         * @description The accounts of one post, when it is to go out, and over how many minutes; `post_id` is a post that is being changed.
         *
         *     Without `targets` the post's own accounts are meant, spread as it says: it is being moved.
         */
        QuotaIn: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Post Id */
            post_id?: string | null;
            /**
             * Stagger Min
             * @default 0
             */
            stagger_min?: number;
            /**
             * Targets
             * @default []
             */
            targets?: components["schemas"]["QuotaTargetIn"][];
        };
        /**
         * QuotaOfAccountOut
         * @description How many posts an account has and still takes in the 24 hours around `goes_out_at`, and from when one more fits.
         *
         *     `cap` and `left` are null where nothing is counted. TikTok promises no number: for direct posts say "about". `close_to` is
         *     when the account's other post goes out that is nearest to this one, if that is less than an hour away.
         */
        QuotaOfAccountOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Cap */
            cap: number | null;
            /** Close To */
            close_to: string | null;
            /** Fits */
            fits: boolean;
            /**
             * Free From
             * Format: date-time
             */
            free_from: string;
            /**
             * Goes Out At
             * Format: date-time
             */
            goes_out_at: string;
            /** Left */
            left: number | null;
            post_mode: components["schemas"]["PostMode"];
            /** Used */
            used: number;
        };
        /**
         * QuotaOut
         * @description The accounts in the order asked for; `free_for_all` is the first time from which the whole post fits, if one is found.
         */
        QuotaOut: {
            /** Accounts */
            accounts: components["schemas"]["QuotaOfAccountOut"][];
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /** Fits */
            fits: boolean;
            /** Free For All */
            free_for_all: string | null;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
        };
        /** QuotaTargetIn */
        QuotaTargetIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** @default DIRECT_POST */
            post_mode?: components["schemas"]["PostMode"];
        };
        /**
         * ReadAllIn
         * @description `until` is the `last_at` of the newest that was seen; what came later stays unread.
         */
        ReadAllIn: {
            /** Until */
            until?: string | null;
        };
        /**
         * ReasonOut
         * @description Why something did not happen: TikTok's or our code, a sentence, and TikTok's log id for its support.
         */
        ReasonOut: {
            /** Code */
            code: string;
            /** Log Id */
            log_id: string | null;
            /** Message */
            message: string;
        };
        /** RefreshIn */
        RefreshIn: {
            /** Refresh Token */
            refresh_token: string;
        };
        /**
         * RefreshOut
         * @description A look at an account that was asked for: how far it has come. `look_at` is where to ask again; live events tell too.
         */
        RefreshOut: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Asked At */
            asked_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Error */
            error: string;
            /** Look At */
            look_at: string;
            /** Posts */
            posts: number;
            /** Status */
            status: string;
        };
        /** RegisterIn */
        RegisterIn: {
            /** Email */
            email: string;
            /**
             * Name
             * @default
             */
            name?: string;
            /** Password */
            password: string;
            /**
             * Time Zone
             * @default UTC
             */
            time_zone?: string;
        };
        /**
         * RejectionOut
         * @description Why the file cannot be used at all: a code, and a sentence.
         */
        RejectionOut: {
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /**
         * Remedy
         * @description What a person can do, in one word; the web app has a button for each.
         * @enum {string}
         */
        Remedy: "retry" | "reconnect" | "fix_app" | "resume" | "edit" | "reschedule" | "resolve" | "cancel" | "open";
        /** RenameIn */
        RenameIn: {
            /** File Name */
            file_name: string;
        };
        /**
         * ReportIn
         * @description Whose report: an account's, or the whole workspace's; and of which days, the last four weeks unless given.
         */
        ReportIn: {
            /** Account Id */
            account_id?: string | null;
            /** Since */
            since?: string | null;
            /** Until */
            until?: string | null;
        };
        /**
         * ReportScheduleIn
         * @description A report to be mailed by itself: of an account, or of the workspace without one.
         *
         *     Weekly ones have a `weekday` (0 is Monday) and tell of the seven days before; monthly ones have a `month_day` (the last day,
         *     where a month has fewer) and tell of the month before. The hour is by the workspace's clock; recipients are members.
         */
        ReportScheduleIn: {
            /** Account Id */
            account_id?: string | null;
            /**
             * Local Hour
             * @default 8
             */
            local_hour?: number;
            /** Month Day */
            month_day?: number | null;
            /** Recipients */
            recipients: string[];
            rhythm: components["schemas"]["Rhythm"];
            /** Weekday */
            weekday?: number | null;
        };
        /**
         * ReportScheduleOut
         * @description A report that is mailed by itself; `last_sent_for` is the day it was due last, `next_due_at` when it is due next.
         */
        ReportScheduleOut: {
            /** Account */
            account: string | null;
            /** Account Id */
            account_id: string | null;
            /** Created By */
            created_by: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Sent For */
            last_sent_for: string | null;
            /** Local Hour */
            local_hour: number;
            /** Month Day */
            month_day: number | null;
            /**
             * Next Due At
             * Format: date-time
             */
            next_due_at: string;
            /** Recipients */
            recipients: string[];
            rhythm: components["schemas"]["Rhythm"];
            /** Time Zone */
            time_zone: string;
            /** Weekday */
            weekday: number | null;
        };
        /**
         * ResumedOut
         * @description How many posts that were held for the pause are scheduled again.
         */
        ResumedOut: {
            /** Released */
            released: number;
        };
        /**
         * RetentionIn
         * @description For how many days a workspace's samples and hours are kept; its days and posts are kept for ever.
         */
        RetentionIn: {
            /** Hour Days */
            hour_days: number;
            /** Raw Days */
            raw_days: number;
        };
        /**
         * RetentionOut
         * @description How long things are kept, and what they take on disk: in bytes now, and by each further day that is kept.
         *
         *     Samples are the counters as TikTok told them, look by look; charts older than they are go on from days.
         */
        RetentionOut: {
            /** Days Bytes */
            days_bytes: number;
            /** Hour Days */
            hour_days: number;
            /** Hours Bytes */
            hours_bytes: number;
            /** Hours Bytes A Day */
            hours_bytes_a_day: number;
            /** Least Hour Days */
            least_hour_days: number;
            /** Least Raw Days */
            least_raw_days: number;
            /** Most Hour Days */
            most_hour_days: number;
            /** Most Raw Days */
            most_raw_days: number;
            /** Posts Bytes */
            posts_bytes: number;
            /** Raw Days */
            raw_days: number;
            /** Samples Bytes */
            samples_bytes: number;
            /** Samples Bytes A Day */
            samples_bytes_a_day: number;
        };
        /**
         * Rhythm
         * @description How often a report is sent.
         * @enum {string}
         */
        Rhythm: "weekly" | "monthly";
        /**
         * RuleIn
         * @description How often a post comes again, from `first_day` on, at `local_time` (`HH:MM`) in `time_zone`.
         */
        RuleIn: {
            /** Count */
            count?: number | null;
            /**
             * First Day
             * Format: date
             */
            first_day: string;
            /**
             * Frequency
             * @enum {string}
             */
            frequency: "daily" | "weekly" | "monthly";
            /**
             * Interval
             * @default 1
             */
            interval?: number;
            /**
             * Local Time
             * Format: time
             */
            local_time: string;
            /**
             * Month Day
             * @default 1
             */
            month_day?: number;
            /**
             * Time Zone
             * @default UTC
             */
            time_zone?: string;
            /** Until */
            until?: string | null;
            /**
             * Weekdays
             * @default []
             */
            weekdays?: number[];
        };
        /**
         * ScorePartOut
         * @description One part of a score: how many standard deviations from the account's normal, and what it adds to the sum.
         */
        ScorePartOut: {
            /** Name */
            name: string;
            /** Weighted */
            weighted: number;
            /** Z */
            z: number;
        };
        /**
         * SeriesIn
         * @description A post to be repeated. Changing a series without `post_id` keeps what it says.
         */
        SeriesIn: {
            /**
             * Consent
             * @default false
             */
            consent?: boolean;
            /** Post Id */
            post_id?: string | null;
            rule: components["schemas"]["RuleIn"];
        };
        /**
         * SeriesOut
         * @description A series: its rule, in words too, whether it goes on, and its next days.
         */
        SeriesOut: {
            /** Account Count */
            account_count: number;
            /** Caption */
            caption: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Running */
            is_running: boolean;
            /** Next Days */
            next_days: string[];
            /** Occurrences */
            occurrences: components["schemas"]["OccurrenceOut"][];
            rule: components["schemas"]["RuleIn"];
            /** Words */
            words: string;
        };
        /**
         * SeriesQueryIn
         * @description A figure over time. Weeks begin on `week_start`; `auto` is by day, by week above 400 days.
         */
        SeriesQueryIn: {
            /** @default auto */
            granularity?: "auto" | "hour" | "day" | "week" | "month";
            /** @default followers */
            metric?: "followers" | "followers_gained" | "views" | "likes" | "comments" | "shares" | "posts" | "engagement_rate";
            /** @default 28d */
            range?: "7d" | "28d" | "90d" | "365d" | "custom";
            /** Since */
            since?: string | null;
            /**
             * Time Zone
             * @description an IANA name; without it, the workspace's own
             * @default
             */
            time_zone?: string;
            /** Until */
            until?: string | null;
            /** @default monday */
            week_start?: "monday" | "sunday";
        };
        /**
         * SessionOut
         * @description A session's tokens; lifetimes in seconds. For the web server only: it never hands them to a page.
         *
         *     `language` is the person's own, which a browser new to them has yet to learn.
         */
        SessionOut: {
            /** Access Expires In */
            access_expires_in: number;
            /** Access Token */
            access_token: string;
            /**
             * Language
             * @enum {string}
             */
            language: "en" | "de";
            /** Refresh Expires In */
            refresh_expires_in: number;
            /** Refresh Token */
            refresh_token: string;
        };
        /**
         * SettleIn
         * @description What a person found at TikTok for a post whose outcome is unknown.
         *
         *     With `is_there`, `link` may be the address of the post there. Without, it is sent again: only when `confirmed`, after the
         *     warning that it may be there all the same, and can then be posted twice.
         */
        SettleIn: {
            /**
             * Confirmed
             * @description the person has read the warning, and wants it sent again
             * @default false
             */
            confirmed?: boolean;
            /**
             * Is There
             * @description true: it is out; false: it is not, send it again
             */
            is_there: boolean;
            /**
             * Link
             * @description the post's address at TikTok, no short link
             * @default
             */
            link?: string;
        };
        /**
         * Severity
         * @description `refused`: TikTok will refuse it. `risky`: it may, or make it look worse. `fine`: worth knowing, no more.
         * @enum {string}
         */
        Severity: "refused" | "risky" | "fine";
        /**
         * SignOut
         * @description `sentence` is empty while all is well; `seconds_ago` is null when it never happened.
         */
        SignOut: {
            /** Alive */
            alive: boolean;
            /** Seconds Ago */
            seconds_ago: number | null;
            /** Sentence */
            sentence: string;
        };
        /**
         * SlidePreviewOut
         * @description When an image is seen: from `starts_ms`, alone from `alone_ms` until `ends_ms`.
         */
        SlidePreviewOut: {
            /** Alone Ms */
            alone_ms: number;
            /** Ends Ms */
            ends_ms: number;
            /**
             * Media Id
             * Format: uuid
             */
            media_id: string;
            /** Starts Ms */
            starts_ms: number;
        };
        /**
         * SlideshowCreateIn
         * @description A post whose video is made of 2 to 10 images, each seen for 1 to 10 seconds.
         *
         *     `cover_ms` is the moment of that video whose picture is its cover.
         */
        SlideshowCreateIn: {
            /**
             * Caption
             * @default
             */
            caption?: string;
            /**
             * Consent
             * @default false
             */
            consent?: boolean;
            /**
             * Cover Ms
             * @default 0
             */
            cover_ms?: number;
            /** @default 9:16 */
            format?: components["schemas"]["Format"];
            /** Images */
            images: components["schemas"]["SlideshowImageIn"][];
            music?: components["schemas"]["SlideshowMusicIn"] | null;
            /**
             * Publications
             * @default []
             */
            publications?: components["schemas"]["TargetIn"][];
            timing: components["schemas"]["TimingIn"];
            /** @default cut */
            transition?: components["schemas"]["Transition"];
            /**
             * Transition Ms
             * @default 500
             */
            transition_ms?: number;
        };
        /**
         * SlideshowErrorOut
         * @description Why there is no video: a code, and a sentence.
         */
        SlideshowErrorOut: {
            /** Code */
            code: string;
            /** Message */
            message: string;
        };
        /**
         * SlideshowImageIn
         * @description One image: a stored file by its `media_id`, or by its `file_path` as an upload was answered; 1,000 to 10,000 ms.
         *
         *     `fit`: whole on its blurred copy, whole on `colour`, or cut to fill around the focus (0 to 1 from the top left). `motion`
         *     is the Ken Burns effect. `caption` is text on the image.
         */
        SlideshowImageIn: {
            /**
             * Caption
             * @default
             */
            caption?: string;
            /** @default bottom */
            caption_place?: components["schemas"]["CaptionPlace"];
            /**
             * Colour
             * @default #000000
             */
            colour?: string;
            /**
             * Duration Ms
             * @default 3000
             */
            duration_ms?: number;
            /** File Path */
            file_path?: string | null;
            /** @default blur */
            fit?: components["schemas"]["Fit"];
            /**
             * Focus X
             * @default 0.5
             */
            focus_x?: number;
            /**
             * Focus Y
             * @default 0.5
             */
            focus_y?: number;
            /** Media Id */
            media_id?: string | null;
            /** @default none */
            motion?: components["schemas"]["Motion"];
            /** Order */
            order: number;
        };
        /**
         * SlideshowImageOut
         * @description One image of a slideshow, as it was asked for.
         */
        SlideshowImageOut: {
            /** Caption */
            caption: string;
            caption_place: components["schemas"]["CaptionPlace"];
            /** Colour */
            colour: string;
            /** Duration Ms */
            duration_ms: number;
            fit: components["schemas"]["Fit"];
            /** Focus X */
            focus_x: number;
            /** Focus Y */
            focus_y: number;
            /**
             * Media Id
             * Format: uuid
             */
            media_id: string;
            motion: components["schemas"]["Motion"];
            /** Order */
            order: number;
        };
        /**
         * SlideshowMusicIn
         * @description A sound file of the workspace, from `start_ms` on; shorter than the images, silence follows.
         */
        SlideshowMusicIn: {
            /**
             * Fade In Ms
             * @default 0
             */
            fade_in_ms?: number;
            /**
             * Fade Out Ms
             * @default 1000
             */
            fade_out_ms?: number;
            /**
             * Media Id
             * Format: uuid
             */
            media_id: string;
            /**
             * Start Ms
             * @default 0
             */
            start_ms?: number;
        };
        /** SlideshowMusicOut */
        SlideshowMusicOut: {
            /** Fade In Ms */
            fade_in_ms: number;
            /** Fade Out Ms */
            fade_out_ms: number;
            /**
             * Media Id
             * Format: uuid
             */
            media_id: string;
            /** Start Ms */
            start_ms: number;
        };
        /**
         * SlideshowOut
         * @description A post's slideshow: what was asked for, and how its video stands.
         */
        SlideshowOut: {
            /** Duration Ms */
            duration_ms: number;
            error: components["schemas"]["SlideshowErrorOut"] | null;
            format: components["schemas"]["Format"];
            /** Images */
            images: components["schemas"]["SlideshowImageOut"][];
            music: components["schemas"]["SlideshowMusicOut"] | null;
            /** Progress */
            progress: number;
            status: components["schemas"]["SlideshowStatus"];
            transition: components["schemas"]["Transition"];
            /** Transition Ms */
            transition_ms: number;
            video: components["schemas"]["MediaAssetOut"] | null;
        };
        /**
         * SlideshowPreviewOut
         * @description The video as it will be sent, and when each image is seen in it.
         */
        SlideshowPreviewOut: {
            /** Slides */
            slides: components["schemas"]["SlidePreviewOut"][];
            video: components["schemas"]["MediaAssetOut"];
        };
        /**
         * SlideshowStatus
         * @description A conversion waits, runs, and ends with a video or without; one that was called off has failed, and says so.
         * @enum {string}
         */
        SlideshowStatus: "pending" | "converting" | "ready" | "failed";
        /**
         * SlideshowStatusOut
         * @description How far the conversion is; `progress` in percent, `estimated_duration_ms` is how long the video is, or will be.
         */
        SlideshowStatusOut: {
            encoder: components["schemas"]["Encoder"] | null;
            error: components["schemas"]["SlideshowErrorOut"] | null;
            /** Estimated Duration Ms */
            estimated_duration_ms: number;
            /** Image Count */
            image_count: number;
            /**
             * Post Id
             * Format: uuid
             */
            post_id: string;
            /** Progress */
            progress: number;
            status: components["schemas"]["SlideshowStatus"];
            video: components["schemas"]["MediaAssetOut"] | null;
        };
        /**
         * SlotIn
         * @description A time of the week; weekday 0 is Monday, the time is `HH:MM` in the workspace's zone.
         */
        SlotIn: {
            /**
             * Local Time
             * Format: time
             */
            local_time: string;
            /** Weekday */
            weekday: number;
        };
        /** SlotOut */
        SlotOut: {
            /** Local Time */
            local_time: string;
            /** Weekday */
            weekday: number;
        };
        /** SlotsIn */
        SlotsIn: {
            /** Slots */
            slots: components["schemas"]["SlotIn"][];
        };
        /**
         * SlotsOut
         * @description An account's posting slots, and the zone of the workspace on whose clock they are.
         */
        SlotsOut: {
            /** Slots */
            slots: components["schemas"]["SlotOut"][];
            /** Time Zone */
            time_zone: string;
        };
        /** SortIn */
        SortIn: {
            /**
             * Sort
             * @default newest
             * @enum {string}
             */
            sort?: "newest" | "name" | "size" | "duration";
        };
        /**
         * SortedPageIn
         * @description Which page of a list that has several orders; its cursor carries the last row's value.
         */
        SortedPageIn: {
            /**
             * Cursor
             * @description `next_cursor` of the page before
             */
            cursor?: string | null;
            /**
             * Limit
             * @description how many rows at most
             * @default 50
             */
            limit?: number;
        };
        /**
         * State
         * @description Where a publication is (docs/architecture.md shows the way from one to the next).
         * @enum {string}
         */
        State: "draft" | "scheduled" | "opening" | "uploading" | "committing" | "submitted" | "published" | "failed" | "held" | "needs_you" | "cancelled" | "missed";
        /** StopIn */
        StopIn: {
            /**
             * Keep Posts
             * @default true
             */
            keep_posts?: boolean;
        };
        /**
         * TagOut
         * @description A tag of the workspace, and how many files have it.
         */
        TagOut: {
            /** Count */
            count: number;
            /** Name */
            name: string;
        };
        /**
         * TagsIn
         * @description A file's tags: at most 20 of at most 40 characters.
         */
        TagsIn: {
            /** Tags */
            tags: string[];
        };
        /** TagsOut */
        TagsOut: {
            /** Items */
            items: components["schemas"]["TagOut"][];
        };
        /**
         * TargetIn
         * @description One account and what was chosen for it; everything but the privacy level is off unless chosen. Music is for photos.
         *
         *     `own_caption` is what this account says in place of the post's caption, under the same limits; "" is no words at all.
         */
        TargetIn: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /**
             * Allow Comment
             * @default false
             */
            allow_comment?: boolean;
            /**
             * Allow Duet
             * @default false
             */
            allow_duet?: boolean;
            /**
             * Allow Stitch
             * @default false
             */
            allow_stitch?: boolean;
            /**
             * Auto Add Music
             * @default false
             */
            auto_add_music?: boolean;
            /**
             * Branded Content
             * @default false
             */
            branded_content?: boolean;
            /**
             * Disclosure
             * @default false
             */
            disclosure?: boolean;
            /**
             * Is Aigc
             * @default false
             */
            is_aigc?: boolean;
            /**
             * Own Caption
             * @description null: the post's caption
             */
            own_caption?: string | null;
            /** @description null: as the account has it */
            post_mode?: components["schemas"]["PostMode"] | null;
            privacy_level?: components["schemas"]["PrivacyLevel"] | null;
            /**
             * Your Brand
             * @default false
             */
            your_brand?: boolean;
        };
        /**
         * TimeRange
         * @description Days up to and with today, or `custom` from `since` until `until`.
         * @enum {string}
         */
        TimeRange: "7d" | "28d" | "90d" | "365d" | "custom";
        /**
         * TimeSeriesDataPoint
         * @description One point: `start` is a date, or an instant for hours. `value` is null where nobody measured, never zero for that.
         *
         *     `gained` and `lost` are apart where something can be lost. An `is_interpolated` point was mostly read off a straight line
         *     between two looks more than a day apart; `held_out` counts samples that looked like glitches.
         */
        TimeSeriesDataPoint: {
            /** Coverage */
            coverage: number;
            /** Gained */
            gained: number | null;
            /** Held Out */
            held_out: number;
            /** Is Interpolated */
            is_interpolated: boolean;
            /** Lost */
            lost: number | null;
            /** Start */
            start: string;
            /** Value */
            value: number | null;
        };
        /**
         * TimeSeriesOut
         * @description A figure over time, oldest first. `missing_scope` is the permission without which there is nothing to show.
         */
        TimeSeriesOut: {
            account: components["schemas"]["AnalyzedAccountOut"];
            granularity: components["schemas"]["Granularity"];
            metric: components["schemas"]["MetricType"];
            /** Missing Scope */
            missing_scope: string;
            /** Points */
            points: components["schemas"]["TimeSeriesDataPoint"][];
            range: components["schemas"]["DaysOut"];
        };
        /**
         * TimingIn
         * @description When: not yet, now, or at a wall-clock time (`YYYY-MM-DDTHH:MM`) in an IANA zone.
         *
         *     `late_limit_min`: when it cannot go out in time, it asks after so many minutes; null sends it however late.
         *     `stagger_min`: the accounts are spread over so many minutes. `when_full`: what happens on an account that has as many
         *     posts as TikTok takes in 24 hours: the post is refused, or waits there for the next free time.
         */
        TimingIn: {
            /**
             * Late Limit Min
             * @default 360
             */
            late_limit_min?: number | null;
            /**
             * Local Time
             * @default
             */
            local_time?: string;
            mode: components["schemas"]["TimingMode"];
            /**
             * Stagger Min
             * @default 0
             */
            stagger_min?: number;
            /**
             * Time Zone
             * @default UTC
             */
            time_zone?: string;
            /**
             * When Full
             * @default refuse
             * @enum {string}
             */
            when_full?: "refuse" | "next_free";
        };
        /**
         * TimingMode
         * @description When a post goes out: not yet decided, as soon as possible, or at a time the person chose.
         * @enum {string}
         */
        TimingMode: "draft" | "now" | "at";
        /**
         * Transition
         * @enum {string}
         */
        Transition: "cut" | "crossfade" | "dip_to_black";
        /**
         * TrimOut
         * @description Where a clip that is too long would be cut, and the sentence that says what is left out.
         */
        TrimOut: {
            /** Longest Ms */
            longest_ms: number;
            /** Sentence */
            sentence: string;
        };
        /**
         * TroubleOut
         * @description Why the account has to be connected again, and until when its posts still go out.
         */
        TroubleOut: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Since */
            since: string | null;
        };
        /**
         * UndoCancelIn
         * @description Publications that were called off, at most 300: those of one post.
         */
        UndoCancelIn: {
            /** Publication Ids */
            publication_ids: string[];
        };
        /**
         * UndoneOut
         * @description How many are scheduled again, are drafts, or stay called off; `sentence` says so with the reasons.
         */
        UndoneOut: {
            /** Called Off */
            called_off: number;
            /** Drafts */
            drafts: number;
            /** Scheduled */
            scheduled: number;
            /** Sentence */
            sentence: string;
        };
        /**
         * UploadOut
         * @description An upload that was started; send its bytes to `location` with PATCH (tus 1.0).
         */
        UploadOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Location */
            location: string;
        };
        /**
         * Verdict
         * @description How a session ended.
         * @enum {string}
         */
        Verdict: "published" | "remote_failed" | "never_committed" | "human";
        /**
         * VerdictOut
         * @description What TikTok would say to the file on any account; `fixes` mend all of it without leaving anything out.
         */
        VerdictOut: {
            /** Findings */
            findings: components["schemas"]["FindingOut"][];
            /** Fixes */
            fixes: components["schemas"]["Fix"][];
            worst: components["schemas"]["Severity"];
        };
        /**
         * ViralScoreOut
         * @description 0 to 100; 50 is the account's normal at that age. `score` is null where there is not enough to tell, and `reason` says why.
         *
         *     Compared with `baseline_posts` of the account's own earlier posts at `age_h` hours, and with what is usual over
         *     `fleet_accounts` accounts where these are few. `times` is views over the account's usual views at that age.
         */
        ViralScoreOut: {
            /** Age H */
            age_h: number | null;
            /** Baseline Posts */
            baseline_posts: number;
            confidence: components["schemas"]["Confidence"];
            /** Fleet Accounts */
            fleet_accounts: number;
            /** Parts */
            parts: components["schemas"]["ScorePartOut"][];
            /** Reason */
            reason: string;
            /** Score */
            score: number | null;
            /** Times */
            times: number | null;
            /** Usual Views */
            usual_views: number | null;
        };
        /**
         * WeekStart
         * @enum {string}
         */
        WeekStart: "monday" | "sunday";
        /**
         * WishIn
         * @description Which files: every word of `q` in name or tags, one kind, what TikTok says to them (`verdict`), one `tag`, in no post.
         */
        WishIn: {
            /**
             * Kind
             * @default
             */
            kind?: string;
            /**
             * Q
             * @default
             */
            q?: string;
            /**
             * Status
             * @default
             */
            status?: string;
            /**
             * Tag
             * @default
             */
            tag?: string;
            /**
             * Unused
             * @default false
             */
            unused?: boolean;
            /**
             * Verdict
             * @default
             * @enum {string}
             */
            verdict?: "" | "fits" | "fix" | "unusable";
        };
        /**
         * WorkspaceIn
         * @description The workspace's settings; `slideshow_encoder` null leaves it as it is.
         *
         *     "x264" encodes every picture of a slideshow: slower, for the day something does not take the authored ones.
         */
        WorkspaceIn: {
            /** Name */
            name: string;
            /** Slideshow Encoder */
            slideshow_encoder?: ("authored" | "x264") | null;
            /** Time Zone */
            time_zone: string;
        };
        /**
         * WorkspaceOut
         * @description `role` is the signed-in person's in it; by `time_zone` go its posting slots and its nightly sync.
         */
        WorkspaceOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Role */
            role: string;
            /**
             * Slideshow Encoder
             * @enum {string}
             */
            slideshow_encoder: "authored" | "x264";
            /** Time Zone */
            time_zone: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccountGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountGroupOut"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAccountGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountGroupIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountGroupOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAccountGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccountGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountGroupChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountGroupOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description how many rows at most */
                limit?: number;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summarizeAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disconnectAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisconnectOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCreatorInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatorInfoOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Bad Gateway */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countDrafts: {
        parameters: {
            query?: {
                at?: string | null;
                without_post?: string | null;
            };
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftsOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setGroupsOfAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupsOfAccountIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PausesOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumedOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccountPlans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPlansOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPostMode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostModeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQuota: {
        parameters: {
            query?: {
                at?: string;
                mode?: "DIRECT_POST" | "MEDIA_UPLOAD";
            };
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaOfAccountOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setSlots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    syncAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Bad Gateway */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAnalyzedAccounts: {
        parameters: {
            query?: {
                range?: "7d" | "28d" | "90d" | "365d" | "custom";
                since?: string | null;
                until?: string | null;
                /** @description an IANA name; without it, the workspace's own */
                time_zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccountForecast: {
        parameters: {
            query?: {
                metric?: "followers" | "views";
                days?: number;
            };
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccountMetrics: {
        parameters: {
            query?: {
                range?: "7d" | "28d" | "90d" | "365d" | "custom";
                since?: string | null;
                until?: string | null;
                /** @description an IANA name; without it, the workspace's own */
                time_zone?: string;
            };
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountMetricsOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccountTimeSeries: {
        parameters: {
            query?: {
                range?: "7d" | "28d" | "90d" | "365d" | "custom";
                since?: string | null;
                until?: string | null;
                /** @description an IANA name; without it, the workspace's own */
                time_zone?: string;
                metric?: "followers" | "followers_gained" | "views" | "likes" | "comments" | "shares" | "posts" | "engagement_rate";
                granularity?: "auto" | "hour" | "day" | "week" | "month";
                week_start?: "monday" | "sunday";
            };
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeSeriesOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareAccounts: {
        parameters: {
            query: {
                range?: "7d" | "28d" | "90d" | "365d" | "custom";
                since?: string | null;
                until?: string | null;
                /** @description an IANA name; without it, the workspace's own */
                time_zone?: string;
                account_id: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDashboard: {
        parameters: {
            query?: {
                range?: "7d" | "28d" | "90d" | "365d" | "custom";
                since?: string | null;
                until?: string | null;
                /** @description an IANA name; without it, the workspace's own */
                time_zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportAnalytics: {
        parameters: {
            query: {
                /** @description A sheet. */
                what: "days" | "posts" | "samples" | "metrics";
                format?: "csv" | "xlsx" | "parquet" | "json";
                account_id?: string[];
                since?: string | null;
                until?: string | null;
                time_zone?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description how many rows at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Gone */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Requested Range Not Satisfiable */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBestTimes: {
        parameters: {
            query: {
                account_id: string;
                time_zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BestTimesOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHashtagPerformance: {
        parameters: {
            query?: {
                range?: "7d" | "28d" | "90d" | "365d" | "custom";
                since?: string | null;
                until?: string | null;
                /** @description an IANA name; without it, the workspace's own */
                time_zone?: string;
                account_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HashtagPerformanceOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAnalyzedPosts: {
        parameters: {
            query?: {
                range?: "7d" | "28d" | "90d" | "365d" | "custom";
                since?: string | null;
                until?: string | null;
                /** @description an IANA name; without it, the workspace's own */
                time_zone?: string;
                account_id?: string | null;
                post_id?: string | null;
                publication_id?: string | null;
                order?: "newest" | "views" | "viral_score" | "gain_7d";
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostListOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPostAnalytics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                video_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostAnalyticsOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPostCover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                video_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshAnalytics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefreshOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReport: {
        parameters: {
            query?: {
                account_id?: string | null;
                since?: string | null;
                until?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReportSchedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportScheduleOut"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addReportSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportScheduleIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportScheduleOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeReportSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schedule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportScheduleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportScheduleOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeReportSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schedule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetentionIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description how many rows at most */
                limit?: number;
                subject?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeviceOut"][];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query: {
                from: string;
                to: string;
                account?: string | null;
                group?: string | null;
                per_day?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHashtagGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HashtagGroupOut"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addHashtagGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HashtagGroupIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HashtagGroupOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeHashtagGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HashtagGroupIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HashtagGroupOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteHashtagGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                group_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMedia: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description how many rows at most */
                limit?: number;
                q?: string;
                status?: string;
                kind?: string;
                verdict?: "" | "fits" | "fix" | "unusable";
                unused?: boolean;
                tag?: string;
                sort?: "newest" | "name" | "size" | "duration";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countMedia: {
        parameters: {
            query?: {
                q?: string;
                status?: string;
                kind?: string;
                verdict?: "" | "fits" | "fix" | "unusable";
                unused?: boolean;
                tag?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteManyMedia: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewMediaDeletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreMedia: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManyIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSupportedFormats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormatsOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMediaTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagsOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMediaTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTagsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startUpload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Insufficient Storage */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUploadOffset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Insufficient Storage */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaAssetOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renameMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaAssetOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMediaFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Requested Range Not Satisfiable */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMediaFilmstrip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Requested Range Not Satisfiable */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fixMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FixIn"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FixOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMediaFixes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FixOut"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMediaFix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
                fix_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FixOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelMediaFix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
                fix_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FixOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMediaPosts: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description how many rows at most */
                limit?: number;
            };
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolderPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setMediaTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaAssetOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMediaThumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMediaVerdict: {
        parameters: {
            query?: {
                accounts?: string[];
            };
            header?: never;
            path: {
                asset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MediaVerdictOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description how many rows at most */
                limit?: number;
                /** @description only what is unread */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMailPreference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreferenceOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseMailPreference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailPreferenceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailPreferenceOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAllNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadAllIn"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPauses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PausesOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPosts: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description how many rows at most */
                limit?: number;
                status?: ("draft" | "scheduled" | "publishing" | "published" | "failed" | "held" | "needs_you" | "missed" | "cancelled") | "waiting" | null;
                account?: string | null;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManyPostsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostsDeletedOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restorePosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManyPostsIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostsRestoredOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    schedulePosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPosts: {
        parameters: {
            query?: {
                status?: ("draft" | "scheduled" | "publishing" | "published" | "failed" | "held" | "needs_you" | "missed" | "cancelled") | "waiting" | null;
                account?: string | null;
                q?: string;
                from?: string | null;
                to?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showGrid: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before */
                cursor?: string | null;
                /** @description how many rows at most */
                limit?: number;
                status?: ("draft" | "scheduled" | "publishing" | "published" | "failed" | "held" | "needs_you" | "missed" | "cancelled") | "waiting" | null;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GridOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importPosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSlideshow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlideshowCreateIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSlideshow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlideshowCreateIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSlideshow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlideshowStatusOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSlideshow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlideshowPreviewOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retrySlideshow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlideshowStatusOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlideshowStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlideshowStatusOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDeedOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    movePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPublications: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationDetailOut"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restorePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostRestoredOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDeedOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoCancel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoCancelIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoneOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelPublication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                publication_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolvePublication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                publication_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryPublication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                publication_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublishingHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishingHealthOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseQuarantine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishingHealthOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askQuota: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotaIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSeries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"][];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSeries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                series_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                series_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                series_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopSeries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                series_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNextSlots: {
        parameters: {
            query: {
                accounts: string[];
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextSlotsOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTikTokApps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppListOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addTikTokApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppIn"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTikTokApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                app_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTikTokApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                app_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTikTokApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                app_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppChangeIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkPullPrefix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                app_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Bad Gateway */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPullPrefix: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                app_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PullPrefixIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testTikTokApp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                app_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppTrialOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Bad Gateway */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTikTokHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startConnect: {
        parameters: {
            query?: {
                app_id?: string | null;
                account_id?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizeOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishConnect: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Bad Gateway */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveTikTokWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Request Entity Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PausesOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResumedOut"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
